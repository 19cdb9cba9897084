import { ActionIcon, Anchor, Group, Select, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../shell/icon.tsx';
import type { BoardLot, BoardRow } from './board/board-rows.ts';
import { lotsWithin } from './board/find-lots.ts';
import { endOf, momentOf, useMarks } from './board/lot-words.ts';
import { dayAt } from './board/ticks.ts';
import type { BoardTime } from './board/use-board-time.ts';
import classes from './lot-list.module.css';

interface LotListProps {
  readonly rows: readonly BoardRow[];
  readonly time: BoardTime;
  readonly selected: BoardLot | null;
  /** Absent where lots are only read. */
  readonly onSelect?: (lot: BoardLot) => void;
}

/** The lots of one line on one day: the board for readers of tables, and on a phone. */
export function LotList({ rows, time, selected, onSelect }: LotListProps) {
  const { t } = useTranslation('plan');
  const marks = useMarks();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const { days, formats } = time;
  const [row, setRow] = useState(selected?.row ?? 0);
  const [place, setPlace] = useState(dayAt(days, selected?.from ?? time.now ?? 0));
  const day = days.days[place];
  const here = rows[row];
  if (!here || !day) return null;
  const [first, end] = lotsWithin(here.lots, day.at, days.days[place + 1]?.at ?? day.at + 86_400);
  const lots = here.lots.slice(first, end);
  const open = (lot: BoardLot) =>
    onSelect ? (
      <Anchor component="button" type="button" fw={550} onClick={() => onSelect(lot)}>
        {lot.item}
      </Anchor>
    ) : (
      <Text fw={550}>{lot.item}</Text>
    );
  return (
    <section aria-label={t('list.title')}>
      <Group gap="sm" mb="sm" align="end">
        <Select
          label={t('list.line')}
          data={rows.map(({ line }, index) => ({ value: String(index), label: line }))}
          value={String(row)}
          allowDeselect={false}
          onChange={(value) => setRow(Number(value ?? 0))}
        />
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('list.before')}
            disabled={place === 0}
            onClick={() => setPlace(place - 1)}
          >
            <Icon of={IconChevronLeft} />
          </ActionIcon>
          <Text fw={550} miw={110} ta="center" aria-live="polite">
            {formats.day(day.date)}
          </Text>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('list.after')}
            disabled={place >= days.days.length - 2}
            onClick={() => setPlace(place + 1)}
          >
            <Icon of={IconChevronRight} />
          </ActionIcon>
        </Group>
        <Text c="dimmed">{t('list.count', { count: lots.length })}</Text>
      </Group>
      {lots.length === 0 ? (
        <Text c="dimmed">{t('list.nothing')}</Text>
      ) : phone ? (
        <ul className={classes.cards}>
          {lots.map((lot) => (
            <li key={lot.id}>
              <Group justify="space-between">
                {open(lot)}
                <Text>{formats.number(lot.pieces)}</Text>
              </Group>
              <Text size="sm" c="dimmed">
                {t('lot.fromTo', { from: momentOf(time, lot.from), to: endOf(time, lot.from, lot.to) })}
              </Text>
              {marks(lot).length === 0 ? null : <Text size="sm">{formats.list(marks(lot))}</Text>}
            </li>
          ))}
        </ul>
      ) : (
        <Table aria-label={`${here.line}, ${formats.day(day.date)}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('list.item')}</Table.Th>
              <Table.Th ta="end">{t('list.pieces')}</Table.Th>
              <Table.Th>{t('list.from')}</Table.Th>
              <Table.Th>{t('list.to')}</Table.Th>
              <Table.Th>{t('list.family')}</Table.Th>
              <Table.Th>{t('list.marks')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lots.map((lot) => (
              <Table.Tr key={lot.id} data-selected={lot.id === selected?.id || undefined} className={classes.row}>
                <Table.Td>{open(lot)}</Table.Td>
                <Table.Td ta="end">{formats.number(lot.pieces)}</Table.Td>
                <Table.Td>{momentOf(time, lot.from)}</Table.Td>
                <Table.Td>{endOf(time, lot.from, lot.to)}</Table.Td>
                <Table.Td>{lot.family}</Table.Td>
                <Table.Td>{formats.list(marks(lot))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
