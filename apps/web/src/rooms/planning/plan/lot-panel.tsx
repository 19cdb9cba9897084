import { Button, Group, Select, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import type { Problem } from '@coprod/planner';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardLot, BoardRow } from './board/board-rows.ts';
import { endOf, momentOf, useMarks } from './board/lot-words.ts';
import type { BoardTime } from './board/use-board-time.ts';
import classes from './lot-panel.module.css';

interface LotPanelProps {
  readonly lot: BoardLot | null;
  readonly rows: readonly BoardRow[];
  readonly problem: Problem;
  readonly time: BoardTime;
  readonly editable: boolean;
  readonly onPin: (lot: BoardLot) => void;
  /** Holds the lot there, so that its price is shown. */
  readonly onTry: (lot: BoardLot, row: number, from: number) => void;
  /** What it would cost, with the buttons to put it or leave it. */
  readonly children: ReactNode;
}

/** The chosen lot: what it is, whether it is pinned, and a form to move it without dragging. */
export function LotPanel({ lot, rows, problem, time, editable, onPin, onTry, children }: LotPanelProps) {
  const { t } = useTranslation('plan');
  const marks = useMarks();
  if (lot === null) return <Text c="dimmed">{t('lot.none')}</Text>;
  const said = marks(lot);
  const facts: readonly (readonly [string, string])[] = [
    [t('lot.line'), rows[lot.row]?.line ?? ''],
    [t('lot.when'), t('lot.fromTo', { from: momentOf(time, lot.from), to: endOf(time, lot.from, lot.to) })],
    ...(lot.setupFrom < lot.from
      ? [
          [
            t('lot.changeover'),
            t('lot.fromTo', { from: momentOf(time, lot.setupFrom), to: endOf(time, lot.setupFrom, lot.from) }),
          ] as const,
        ]
      : []),
    ...(lot.heads > 0 ? [[t('lot.crew'), t('lot.people', { count: lot.heads })] as const] : []),
    ...(said.length > 0 ? [[t('lot.marks'), time.formats.list(said)] as const] : []),
  ];
  return (
    <section aria-labelledby="chosen-lot">
      <Title order={2} id="chosen-lot">
        {t('lot.title', { item: lot.item, pieces: time.formats.number(lot.pieces) })}
      </Title>
      {lot.family === '' ? null : <Text c="dimmed">{t('lot.family', { family: lot.family })}</Text>}
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!editable ? null : lot.begun ? (
        <Text c="dimmed">{t('lot.cannotMove')}</Text>
      ) : (
        <Stack gap="sm">
          <Switch label={t('lot.pinned')} checked={lot.pinned} onChange={() => onPin(lot)} />
          <MoveForm
            key={`${lot.id} ${lot.row} ${lot.from}`}
            lot={lot}
            rows={rows}
            problem={problem}
            time={time}
            onTry={onTry}
          />
          {children}
        </Stack>
      )}
    </section>
  );
}

/** Line, day and time, in the zone of the plant. */
function MoveForm({
  lot,
  rows,
  problem,
  time,
  onTry,
}: Pick<LotPanelProps, 'rows' | 'problem' | 'time' | 'onTry'> & { readonly lot: BoardLot }) {
  const { t } = useTranslation('plan');
  const { zone } = time.days;
  const here = Temporal.Instant.from(time.instant(lot.from)).toZonedDateTimeISO(zone);
  const [line, setLine] = useState(rows[lot.row]?.line ?? '');
  const [day, setDay] = useState(here.toPlainDate().toString());
  const [clock, setClock] = useState(here.toPlainTime().toString().slice(0, 5));
  const runnable = problem.lines.filter((entry) => entry.runs.some((run) => run.item === lot.item)).map(({ id }) => id);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: clock });
    const row = rows.findIndex((entry) => entry.line === line);
    onTry(lot, row === -1 ? lot.row : row, time.at(start.toInstant().toString()));
  };
  const limits = {
    min: dayOf(time, time.bounds.from),
    max: dayOf(time, time.bounds.to),
  };
  return (
    <form onSubmit={send}>
      <Stack gap="xs">
        <Select
          label={t('lot.move')}
          data={runnable}
          value={line}
          allowDeselect={false}
          onChange={(value) => setLine(value ?? line)}
        />
        <Group gap="xs" grow align="end">
          <TextInput
            label={t('lot.day')}
            type="date"
            required
            withAsterisk={false}
            {...limits}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            label={t('lot.time')}
            type="time"
            required
            withAsterisk={false}
            value={clock}
            onChange={(event) => setClock(event.currentTarget.value)}
          />
        </Group>
        <Button type="submit">{t('lot.try')}</Button>
      </Stack>
    </form>
  );
}

const dayOf = (time: BoardTime, at: number): string =>
  Temporal.Instant.from(time.instant(at)).toZonedDateTimeISO(time.days.zone).toPlainDate().toString();
