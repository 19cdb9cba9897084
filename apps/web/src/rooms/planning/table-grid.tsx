import { NativeSelect, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ScrollRegion } from './scroll-region.tsx';
import { columnName, type ColumnRole, rolesOf, type TableDraft } from './table-draft.ts';
import classes from './tables.module.css';

/** The first rows of a planner's own file; above each column he says what it holds. */
export function TableGrid({
  rows,
  draft,
  onPoint,
}: {
  readonly rows: readonly (readonly string[])[];
  readonly draft: TableDraft;
  readonly onPoint: (column: number, role: ColumnRole | null) => void;
}) {
  const { t } = useTranslation('planning');
  const columns = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => column);
  const options = [
    { value: '', label: t('tables.role.none') },
    ...rolesOf(draft.layout).map((role) => ({ value: role, label: t(`tables.role.${role}`) })),
  ];
  return (
    <ScrollRegion label={t('tables.firstRows')}>
      <table className={classes['grid']}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('tables.row')}</VisuallyHidden>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={isPointed(draft, column) ? classes['pointed'] : undefined}>
                <NativeSelect
                  className={classes['role']}
                  size="xs"
                  label={columnName(column)}
                  aria-label={t('tables.roleOf', { column: columnName(column) })}
                  data={options}
                  value={draft.roles[column] ?? ''}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    onPoint(column, rolesOf(draft.layout).find((role) => role === value) ?? null);
                  }}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 14).map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a file have no other identity
            <tr key={index} className={index < draft.headingRows ? classes['heading'] : undefined}>
              <td className={classes['number']}>{index + 1}</td>
              {columns.map((column) => (
                <td key={column} className={isPointed(draft, column) ? classes['pointed'] : undefined}>
                  {row[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A column that has a role, or lies among the periods. */
function isPointed(draft: TableDraft, column: number): boolean {
  if (draft.roles[column] !== undefined) return true;
  if (draft.layout !== 'across') return false;
  const at = (role: ColumnRole): number =>
    Number(Object.entries(draft.roles).find(([, held]) => held === role)?.[0] ?? Number.NaN);
  return column >= at('firstPeriod') && column <= at('lastPeriod');
}
