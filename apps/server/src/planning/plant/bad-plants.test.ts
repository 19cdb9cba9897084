import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '@coprod/planner';
import { newId } from '../../platform/ids.ts';
import { demoPlant } from '../demo-plant.ts';
import type { DemandCurve } from '../demand-curve.ts';
import { dayNumber } from '../demand-curve.ts';
import type { Cells } from './cells.ts';
import { type Gap, gapInWords } from './gaps.ts';
import { type Plant, keyOfRow } from './plant-store.ts';
import { type Situation, problemOf } from './problem-of.ts';
import { type SheetName, sheetNames } from './sheets.ts';

const now = Temporal.Instant.from('2026-11-24T06:00:00Z');

type Rows = readonly { readonly id: string; readonly sheet: SheetName; readonly cells: Cells }[];
const plantOf = (rows: Rows): Plant =>
  Object.fromEntries(
    sheetNames.map((name) => [
      name,
      rows.filter(({ sheet }) => sheet === name).map((row) => ({ ...row, key: keyOfRow(row.sheet, row.cells) })),
    ]),
  ) as unknown as Plant;

const curveOf = (day: string, pieces: number): DemandCurve => ({
  base: 0,
  points: [{ day: dayNumber(day), total: pieces, horizon: 'firm', exact: true }],
  until: dayNumber(day),
});
const asks = (item: string, day: string, pieces: number): Situation['asked'][number] => ({
  customer: 'Norvik Automobiles',
  item,
  curve: curveOf(day, pieces),
  inTransit: 0,
  documentDay: dayNumber('2026-11-23'),
});
const good = asks('BR-204', '2026-12-02', 640);

/** The demo's plant, changed; asked for one good item and what the case adds. */
async function planned(change: (rows: Rows) => Rows, more: Situation['asked'] = [], asked = [good]) {
  const { problem, gaps } = problemOf({
    plant: plantOf(change(demoPlant('en'))),
    asked: [...asked, ...more],
    promises: [],
    inForce: null,
    now,
    timeZone: 'Europe/Paris',
    rules: { overtimeHours: undefined, frozenDays: undefined },
  });
  const made = problem === null ? null : await plan(problem, { seed: 1, steps: 2000 });
  return { problem, gaps, made };
}
const row = (sheet: SheetName, cells: Cells): Rows[number] => ({ id: newId(), sheet, cells });
const said = (gaps: readonly Gap[], code: Gap['code']): Gap => {
  const gap = gaps.find((one) => one.code === code);
  assert.ok(gap, `${code} is not named`);
  for (const language of ['en', 'fr'] as const) assert.doesNotMatch(gapInWords(gap, language), /[{}]/);
  return gap;
};
const served = (made: Awaited<ReturnType<typeof planned>>['made'], item: string): boolean =>
  made!.deliveries.some((delivery) => delivery.item === item && delivery.unservedPieces === 0);

test('an item without a line is named with the pieces that are not planned, and the rest is planned', async () => {
  const { gaps, made } = await planned(
    (rows) => rows.filter(({ sheet, cells }) => !(sheet === 'runs' && cells['item'] === 'HO-3')),
    [asks('HO-3', '2026-12-02', 240)],
  );
  assert.equal(
    gapInWords(said(gaps, 'no-line'), 'en'),
    'No line makes HO-3. Its 240 pieces asked for are not planned.',
  );
  assert.ok(served(made, 'BR-204'));
});

test('what a customer asks and nobody knows is named with him, and the rest is planned', async () => {
  const { gaps, made } = await planned((rows) => rows, [asks('KIT-Z', '2026-12-02', 10)]);
  assert.match(gapInWords(said(gaps, 'item-unknown'), 'fr'), /Norvik Automobiles demande KIT-Z/);
  assert.ok(served(made, 'BR-204'));
});

test('demand in the past is planned as soon as possible, and said so', async () => {
  const overdue = { ...asks('HO-5', '2026-11-20', 160), documentDay: dayNumber('2026-11-23') };
  const { gaps, made, problem } = await planned((rows) => rows, [overdue]);
  assert.match(gapInWords(said(gaps, 'asked-in-the-past'), 'en'), /160 pieces of HO-5 for 2026-11-20, which is past/);
  const demand = problem!.demands!.find(({ item }) => item === 'HO-5')!;
  assert.equal(demand.latestDispatch, problem!.start);
  assert.ok(served(made, 'HO-5'));
});

test('a line without capacity stands still, at its calendar; items of other lines are planned', async () => {
  const { gaps, made } = await planned((rows) =>
    rows.map((one) =>
      one.sheet === 'lines' && one.cells['line'] === 'Moulding A'
        ? { ...one, cells: { ...one.cells, calendar: 'Nobody' } }
        : one,
    ),
  );
  const gap = said(gaps, 'calendar-unknown');
  assert.deepEqual([gap.sheet, gap.column], ['lines', 'calendar']);
  assert.ok(served(made, 'BR-204'));
});

test('a plant in which no shift has hours cannot be planned at all, and says so first', async () => {
  const { gaps, problem } = await planned((rows) =>
    rows.map((one) => (one.sheet === 'shifts' ? { ...one, cells: { ...one.cells, from: null } } : one)),
  );
  assert.equal(problem, null);
  assert.equal(gaps[0]?.code, 'no-lines');
  assert.ok(gaps.some((gap) => gap.code === 'empty' && gap.sheet === 'shifts' && gap.column === 'from'));
});

test('a cycle in the bill of material is named at its row, and that part of it is left out', async () => {
  const { gaps, made, problem } = await planned((rows) => [
    ...rows,
    row('bill', { item: 'BR-204', of: 'BR-207', perPiece: 1 }),
    row('bill', { item: 'BR-207', of: 'BR-204', perPiece: 1 }),
    row('bill', { item: 'HO-3', of: 'HO-3', perPiece: 1 }),
  ]);
  assert.equal(said(gaps, 'bill-cycle').sheet, 'bill');
  assert.equal(gaps.filter(({ code }) => code === 'bill-cycle').length, 3);
  assert.equal(problem!.items.find(({ id }) => id === 'BR-204')?.bill, undefined);
  assert.ok(served(made, 'BR-204'));
});

test('pins that contradict each other are let go with a sentence, and the plan is made', async () => {
  const first = await planned((rows) => rows);
  const { plant } = { plant: plantOf(demoPlant('en')) };
  const start = '2026-11-26T08:00:00Z';
  const lots = ['a', 'b'].map((id) => ({
    id,
    line: 'Press 1',
    item: 'BR-204',
    pieces: 160,
    heads: 2,
    setupStart: start,
    start,
    end: '2026-11-26T13:20:00Z',
  }));
  const { problem, gaps } = problemOf({
    plant,
    asked: [good],
    promises: [],
    inForce: {
      problem: first.problem!,
      plan: {
        format: 'coprod-plan/1',
        lots,
        overtime: [],
        extraShifts: [],
        outside: [],
        pins: lots.map(({ id }) => ({ lot: id, line: true, start: true, pieces: true })),
      },
    },
    now,
    timeZone: 'Europe/Paris',
    rules: { overtimeHours: undefined, frozenDays: undefined },
  });
  assert.match(gapInWords(said(gaps, 'not-plannable'), 'fr'), /tous deux fixés/);
  assert.deepEqual(problem!.pins, []);
});

test('whatever single cell of the demo’s plant is emptied, something can still be planned or it is said what stops it', () => {
  const rows = demoPlant('en');
  let tried = 0;
  for (const [at, one] of rows.entries()) {
    if (at % 3 !== 0) continue;
    for (const name of Object.keys(one.cells)) {
      tried++;
      const { problem, gaps } = problemOf({
        plant: plantOf(rows.with(at, { ...one, cells: { ...one.cells, [name]: null } }).filter(hasKeys)),
        asked: [good],
        promises: [],
        inForce: null,
        now,
        timeZone: 'Europe/Paris',
        rules: { overtimeHours: 4, frozenDays: 1 },
      });
      assert.ok(problem !== null || gaps.some(({ effect }) => effect === 'stops'));
      assert.ok(!gaps.some(({ code }) => code === 'not-plannable'), `${one.sheet} ${name}: ${JSON.stringify(gaps[0])}`);
    }
  }
  console.log(`${tried} cells emptied`);
});

/** A row whose key is empty is not kept by the server. */
const hasKeys = ({ sheet, cells }: Rows[number]): boolean =>
  !JSON.parse(keyOfRow(sheet, cells)).slice(0, 2).includes(null);
