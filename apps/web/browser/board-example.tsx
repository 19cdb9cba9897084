import { Button, Group, Text } from '@mantine/core';
import type { Problem } from '@coprod/planner';
import { useState } from 'react';
import type { BoardLot, BoardRow } from '../src/rooms/planning/plan/board/board-rows.ts';
import { LotFocus } from '../src/rooms/planning/plan/board/lot-focus.tsx';
import { useDescribe } from '../src/rooms/planning/plan/board/lot-words.ts';
import { PlanCanvas } from '../src/rooms/planning/plan/board/plan-canvas.tsx';
import { revealing, showing, zoomSpans } from '../src/rooms/planning/plan/board/time-scale.ts';
import { useBoardTime } from '../src/rooms/planning/plan/board/use-board-time.ts';
import { PageTitle } from '../src/shell/page-title.tsx';

const days = 60;
const perLine = 500;
const lines = Array.from({ length: 20 }, (_, index) => `Line ${index + 1}`);
const problem: Problem = {
  format: 'coprod-planning-problem/1',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  start: '2027-01-04T06:00:00+01:00',
  end: '2027-03-05T06:00:00+01:00',
  items: [],
  lines: [],
};
const windows = Array.from({ length: days }, (_, day) => [
  { from: day * 86_400, to: day * 86_400 + 8 * 3600 },
  { from: day * 86_400 + 8.5 * 3600, to: day * 86_400 + 16 * 3600 },
]).flat();
const step = (days * 86_400) / perLine;
/** 10,000 lots on 20 lines over 60 days, with a changeover before each third one, some of them late, moved, pinned. */
const rows = lines.map((line, row): BoardRow => ({
  line,
  windows,
  frozenUntil: 2 * 86_400,
  lots: Array.from({ length: perLine }, (_, place): BoardLot => ({
    id: `${row}-${place}`,
    row,
    item: `KIT-${(row * 7 + place) % 90}`,
    family: `family ${(row + place) % 7}`,
    pieces: 40 * (1 + (place % 9)),
    heads: 2,
    setupFrom: place * step,
    from: place * step + (place % 3 === 0 ? 900 : 0),
    to: (place + 1) * step,
    late: place % 37 === 5,
    begun: place === 0,
    frozen: place * step < 2 * 86_400,
    pinned: place % 41 === 7,
    moved: place % 23 === 9,
  })),
}));
const families = new Map(Array.from({ length: 7 }, (_, place) => [`family ${place}`, place]));
const styles = {
  change: { colourBy: 'change', families, number: String },
  family: { colourBy: 'family', families, number: String },
} as const;

const nothing = (): void => undefined;

/** The drawing of the board alone with 10,000 lots: what the test of its speed pans over. */
export function BoardExample() {
  const time = useBoardTime(problem);
  const [selected, setSelected] = useState<BoardLot | null>(null);
  const [by, setBy] = useState<keyof typeof styles>('change');
  const describe = useDescribe(rows, time);
  return (
    <>
      <PageTitle>Ten thousand lots</PageTitle>
      <Group my="sm">
        {(['month', 'week', 'day'] as const).map((zoom) => (
          <Button
            key={zoom}
            onClick={() => {
              const { width, from } = time.view.get();
              time.view.set(showing(width, from, zoomSpans[zoom], time.bounds));
            }}
          >
            {zoom}
          </Button>
        ))}
        <Button onClick={() => setBy('family')}>family</Button>
        <Text>{selected === null ? '' : describe(selected)}</Text>
      </Group>
      <PlanCanvas
        {...time}
        rows={rows}
        style={styles[by]}
        selected={selected}
        ghost={null}
        editable={false}
        onSelect={setSelected}
        onDrag={nothing}
        onDrop={nothing}
        onCancel={nothing}
      >
        <LotFocus
          rows={rows}
          view={time.view}
          lot={selected ?? rows[0]?.lots[0] ?? null}
          selected={selected !== null}
          ghost={null}
          describe={describe}
          onSelect={(lot) => {
            setSelected(lot);
            time.view.set(revealing(time.view.get(), lot.from, lot.to, time.bounds));
          }}
          onNudge={nothing}
          onPut={nothing}
          onCancel={nothing}
        />
      </PlanCanvas>
    </>
  );
}
