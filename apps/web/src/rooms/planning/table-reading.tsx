import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../../components/state-badge.tsx';
import { useFormats } from '../../use-formats.ts';
import { ScrollRegion } from './scroll-region.tsx';
import type { TablePreview } from './queries.ts';
import { columnName } from './table-draft.ts';

/** What a mapping reads from a planner's file: call-offs as they would be taken in, and what is wrong, by row and column. */
export function TableReading({ read }: { readonly read: NonNullable<TablePreview['read']> }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const placeOf = ({ row, column }: { readonly row: number | null; readonly column: number | null }): string => {
    if (row === null) return '';
    return column === null ? t('tables.atRow', { row }) : t('tables.at', { row, column: columnName(column - 1) });
  };
  const number = (quantity: string | null): string => (quantity === null ? '' : formats.number(Number(quantity)));
  return (
    <Stack gap="sm">
      <Text>
        {t('tables.readItems', { count: read.items })}, {t('tables.readLines', { count: read.lineCount })}
      </Text>
      {read.findings.map((finding) => (
        <Text key={`${finding.row} ${finding.column} ${finding.text}`} size="sm">
          <ToneBadge tone={({ error: 'red', warning: 'amber', note: 'grey' } as const)[finding.severity]}>
            {t(`tables.severity.${finding.severity}`)}
          </ToneBadge>{' '}
          {placeOf(finding)} {finding.text}
        </Text>
      ))}
      {read.lines.length === 0 ? null : (
        <ScrollRegion label={t('tables.read')}>
          <Table aria-label={t('tables.read')} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('tables.row')}</Table.Th>
                <Table.Th>{t('tables.role.customerItem')}</Table.Th>
                <Table.Th>{t('tables.role.shipTo')}</Table.Th>
                <Table.Th>{t('tables.role.status')}</Table.Th>
                <Table.Th>{t('tables.role.date')}</Table.Th>
                <Table.Th ta="end">{t('tables.role.quantity')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.lines.slice(0, 12).map((line, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a row across holds several call-offs
                <Table.Tr key={index}>
                  <Table.Td>{line.row}</Table.Td>
                  <Table.Td>{line.item}</Table.Td>
                  <Table.Td>{line.place ?? ''}</Table.Td>
                  <Table.Td>{t(`messages.means.firmness.${line.kind}`)}</Table.Td>
                  <Table.Td>{line.when ?? ''}</Table.Td>
                  <Table.Td ta="end">{number(line.quantity ?? line.total)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
      {read.lineCount > 12 ? (
        <Text c="dimmed" size="sm">
          {t('tables.more', { count: read.lineCount - Math.min(12, read.lines.length) })}
        </Text>
      ) : null}
    </Stack>
  );
}
