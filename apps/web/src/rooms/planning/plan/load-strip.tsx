import { Table } from '@mantine/core';
import type { ShiftLoad } from '@coprod/planner';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Surface } from './board/board-surface.ts';
import { drawLoad } from './board/draw-strips.ts';
import { Strip } from './board/strip.tsx';
import type { TimeScale } from './board/time-scale.ts';
import type { BoardTime } from './board/use-board-time.ts';

interface LoadStripProps {
  readonly load: readonly ShiftLoad[];
  readonly lines: readonly string[];
  readonly time: BoardTime;
}

const rowHeight = 30;

/** How full each shift is, and how many people it needs of those who are there, on the axis of the board. */
export function LoadStrip({ load, lines, time }: LoadStripProps) {
  const { t } = useTranslation('plan');
  const { formats } = time;
  const rows = useMemo(() => lines.map((_, line) => load.filter((entry) => entry.line === line)), [load, lines]);
  const draw = useCallback(
    (surface: Surface, scale: TimeScale) => drawLoad(surface, { scale, rows, rowHeight, percent: formats.percent }),
    [rows, formats],
  );
  return (
    <Strip
      title={t('load.title')}
      name={t('load.title')}
      labels={lines.map((line) => ({ key: line, text: line, height: rowHeight }))}
      height={lines.length * rowHeight}
      draw={draw}
      table={<LoadTable load={load} lines={lines} time={time} />}
      {...time}
    />
  );
}

function LoadTable({ load, lines, time: { formats } }: LoadStripProps) {
  const { t } = useTranslation('plan');
  return (
    <Table aria-label={t('load.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('load.day')}</Table.Th>
          <Table.Th>{t('load.shift')}</Table.Th>
          <Table.Th>{t('load.line')}</Table.Th>
          <Table.Th ta="end">{t('load.producing')}</Table.Th>
          <Table.Th ta="end">{t('load.changing')}</Table.Th>
          <Table.Th ta="end">{t('load.full')}</Table.Th>
          <Table.Th ta="end">{t('load.people')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {load
          .toSorted((a, b) => a.from - b.from || a.line - b.line)
          .map((shift) => (
            <Table.Tr key={`${shift.line} ${shift.date} ${shift.shift}`}>
              <Table.Td>{formats.day(shift.date)}</Table.Td>
              <Table.Td>{shift.shift}</Table.Td>
              <Table.Td>{lines[shift.line]}</Table.Td>
              <Table.Td ta="end">{formats.hours(shift.producingSeconds / 3600)}</Table.Td>
              <Table.Td ta="end">{formats.hours(shift.changeoverSeconds / 3600)}</Table.Td>
              <Table.Td ta="end">
                {formats.percent((shift.producingSeconds + shift.changeoverSeconds) / Math.max(1, shift.openSeconds))}
              </Table.Td>
              <Table.Td ta="end">
                {shift.headsThere === 0 ? '' : `${shift.headsNeeded} / ${shift.headsThere}`}
                {shift.headsNeeded > shift.headsThere ? ` ${t('load.short')}` : ''}
              </Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
