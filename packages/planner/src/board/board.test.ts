import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Plan } from '../model/plan.ts';
import { plan } from '../plan/plan.ts';
import { generatePlant, type PlantKind } from '../sample/generate-plant.ts';
import { boardOf } from './board.ts';

const runs = process.env['COPROD_LONG'] === '1' ? 600 : 60;
/** What a hand may break; durations, changeovers and overlaps it may not. */
const neverBroken = ['overlap', 'wrong-duration', 'changeover-missing', 'not-runnable', 'duplicate', 'begun-lot'];
const kinds: readonly PlantKind[] = ['loose', 'tight', 'changeovers', 'crews'];

test('a lot moved anywhere keeps its work, its changeovers and its line free of overlaps', async () => {
  let moves = 0;
  for (const kind of kinds) {
    const problem = generatePlant({ items: 8, lines: 3, days: 10, kind, seed: 3, rich: true });
    const board = boardOf(problem);
    const first = (await plan(problem, { steps: 4000 })).plan;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(10 * 24 * 60)), { minLength: 1, maxLength: 5 }),
        (wishes) => {
          let now: Plan = first;
          for (const [which, where, minutes] of wishes) {
            const lot = now.lots[which % now.lots.length];
            const line = problem.lines[where % problem.lines.length];
            if (lot === undefined || line === undefined) continue;
            const start = Temporal.Instant.from(problem.start).add({ minutes }).toString();
            const moved = board.move(now, { lot: lot.id, line: line.id, start });
            const runnable = line.runs.some((run) => run.item === lot.item);
            assert.equal(moved.ok, runnable);
            if (!moved.ok) continue;
            now = moved.plan;
            moves++;
            const standing = now.lots.find((entry) => entry.id === lot.id);
            assert.equal(standing?.line, line.id);
            assert.ok(Temporal.Instant.compare(standing.start, start) >= 0, 'it begins before it was asked to');
            const { violations } = board.evaluate(now);
            // What is pushed beyond the last shift of the plan has nowhere to work; the plan's end is told instead.
            const beyond = new Set(violations.filter(({ rule }) => rule === 'outside-calendar').map(({ at }) => at));
            const broken = violations.filter(({ rule, at }) => neverBroken.includes(rule) && !beyond.has(at));
            assert.deepEqual(broken, []);
          }
          assert.deepEqual(now.lots.map(({ id }) => id).toSorted(), first.lots.map(({ id }) => id).toSorted());
        },
      ),
      { numRuns: runs, seed: 7 },
    );
  }
  console.log(`${moves} moves by hand`);
});

test('a lot put back where it stands changes nothing at all', async () => {
  const problem = generatePlant({ items: 8, lines: 3, days: 10, kind: 'tight', seed: 5 });
  const board = boardOf(problem);
  const { plan: first } = await plan(problem, { steps: 4000 });
  for (const lot of first.lots) {
    const moved = board.move(first, { lot: lot.id, line: lot.line, start: lot.start });
    assert.ok(moved.ok);
    assert.deepEqual(moved.plan, first);
  }
});

test('the load of all shifts is the work of all lots, and no shift holds more than it is open', async () => {
  const problem = generatePlant({ items: 12, lines: 3, days: 12, kind: 'crews', seed: 2 });
  const board = boardOf(problem);
  const planned = await plan(problem, { steps: 4000 });
  const load = board.load(planned.plan);
  const windows = board.windows(planned.plan);
  const epoch = Temporal.Instant.from(problem.start).epochMilliseconds;
  const at = (instant: string): number => (Temporal.Instant.from(instant).epochMilliseconds - epoch) / 1000;
  for (const [index, line] of problem.lines.entries()) {
    const mine = load.filter((entry) => entry.line === index);
    let work = 0;
    for (const lot of planned.plan.lots.filter((entry) => entry.line === line.id)) {
      for (const { from, to } of windows[index] ?? [])
        work += Math.max(0, Math.min(to, at(lot.end)) - Math.max(from, at(lot.setupStart)));
    }
    const told = mine.reduce((sum, entry) => sum + entry.producingSeconds + entry.changeoverSeconds, 0);
    assert.equal(told, work);
    for (const entry of mine) assert.ok(entry.producingSeconds + entry.changeoverSeconds <= entry.openSeconds);
  }
});

test('the stock of an item ends as opening stock and lots less what is asked, and what leaves never exceeds what is asked', async () => {
  const problem = generatePlant({ items: 8, lines: 3, days: 10, kind: 'loose', seed: 4 });
  const board = boardOf(problem);
  const planned = await plan(problem, { steps: 4000 });
  for (const item of problem.items) {
    const curve = board.curve(planned.plan, planned.deliveries, item.id);
    const made = planned.plan.lots.filter((lot) => lot.item === item.id).reduce((sum, lot) => sum + lot.pieces, 0);
    const asked = planned.deliveries
      .filter((delivery) => delivery.item === item.id)
      .reduce(
        (sum, delivery) =>
          sum + delivery.unservedPieces + delivery.parts.reduce((pieces, part) => pieces + part.pieces, 0),
        0,
      );
    assert.equal(curve.stock.at(-1)?.pieces, (item.openingStockPieces ?? 0) + made - asked);
    assert.equal(curve.asked.at(-1)?.pieces, asked);
    assert.ok((curve.leaving.at(-1)?.pieces ?? 0) <= asked);
  }
});
