import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneActBar } from '../../../components/phone-act-bar.tsx';
import { ToneBadge } from '../../../components/state-badge.tsx';
import type { Tone } from '../../../components/state.ts';
import { useLanguage } from '../../../texts/language.ts';
import { useFormats } from '../../../use-formats.ts';
import { isWhy } from './edit-refusal.tsx';
import classes from './sheet-grid.module.css';
import { cellText, type Column, type Fate } from './sheets.ts';

interface SheetPreviewProps {
  readonly preview: {
    readonly columns: readonly { readonly said: string; readonly column: string | null }[];
    readonly rows: readonly Fate[];
  };
  readonly columns: readonly Column[];
  readonly busy: boolean;
  readonly onImport: () => void;
}

const fates: readonly Fate['fate'][] = ['new', 'changed', 'same', 'refused'];
const tones: Readonly<Record<Fate['fate'], Tone>> = { new: 'petrol', changed: 'amber', same: 'grey', refused: 'red' };

/** What would become of each row of a table; nothing is written yet. */
export function SheetPreview({ preview, columns, busy, onImport }: SheetPreviewProps) {
  const { t } = useTranslation('plant');
  const formats = useFormats();
  const [shown, setShown] = useState<Fate['fate'] | 'all'>('all');
  const count = (fate: Fate['fate']): number => preview.rows.filter((row) => row.fate === fate).length;
  const taken = count('new') + count('changed');
  const unknown = preview.columns.filter(({ column }) => column === null).map(({ said }) => said);
  const known = columns.filter(({ name }) => preview.columns.some(({ column }) => column === name));
  const rows = shown === 'all' ? preview.rows : preview.rows.filter(({ fate }) => fate === shown);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <div>
          <Text component="h2" fw={620} fz="lg" m={0}>
            {t('import.fates')}
          </Text>
          <Text c="dimmed">{taken === 0 ? t('import.nothing') : t('import.notYet')}</Text>
          {unknown.length === 0 ? null : (
            <Text c="dimmed">{t('import.unknown', { columns: formats.list(unknown) })}</Text>
          )}
        </div>
        <PhoneActBar>
          <Button variant="filled" disabled={taken === 0} loading={busy} onClick={onImport}>
            {t('import.write', { count: taken })}
          </Button>
        </PhoneActBar>
      </Group>
      <div style={{ overflowX: 'auto' }}>
        <SegmentedControl
          aria-label={t('import.show')}
          value={shown}
          onChange={(value) => setShown(value)}
          data={[
            { value: 'all', label: t('import.all', { count: preview.rows.length }) },
            ...fates
              .filter((fate) => count(fate) > 0)
              .map((fate) => ({ value: fate, label: `${t(`import.fate.${fate}`)} ${count(fate)}` })),
          ]}
        />
      </div>
      <FateTable rows={rows} columns={known} />
    </Stack>
  );
}

const rowHeight = 44;

function FateTable({ rows, columns }: { readonly rows: readonly Fate[]; readonly columns: readonly Column[] }) {
  const { t } = useTranslation('plant');
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- concerns the React compiler, which is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const items = virtual.getVirtualItems();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by the keyboard
    <section ref={box} className={classes.box} aria-label={t('import.fates')} tabIndex={0}>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{t('import.line', { number: '' })}</th>
            <th scope="col">{t('import.show')}</th>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(items[0]?.start ?? 0) > 0 ? <tr aria-hidden style={{ height: items[0]!.start }} /> : null}
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : <FateRow key={row.line} row={row} columns={columns} />;
          })}
          <tr aria-hidden style={{ height: virtual.getTotalSize() - (items.at(-1)?.end ?? 0) }} />
        </tbody>
      </table>
    </section>
  );
}

function FateRow({ row, columns }: { readonly row: Fate; readonly columns: readonly Column[] }) {
  const { t } = useTranslation('plant');
  const language = useLanguage();
  return (
    <tr>
      <td>{row.line}</td>
      <td>
        <ToneBadge tone={tones[row.fate]}>{t(`import.fate.${row.fate}`)}</ToneBadge>
      </td>
      {columns.map((column) => {
        const fault = row.faults.find((one) => one.column === column.name);
        const text = cellText(column, row.cells[column.name], language, t('yes'), t('no'));
        const changed = Object.hasOwn(row.before, column.name);
        const before = cellText(column, row.before[column.name], language, t('yes'), t('no'));
        return (
          <td key={column.name} data-gap={fault === undefined ? undefined : 'stops'}>
            {fault === undefined ? text : fault.said}
            {fault === undefined ? null : (
              <Text span size="sm">{` ${isWhy(fault.why) ? t(`why.${fault.why}`) : fault.why}`}</Text>
            )}
            {changed ? (
              <Text span size="sm" c="dimmed">
                {` ${t('import.was', { value: before === '' ? t('import.nothingThere') : before })}`}
              </Text>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}
