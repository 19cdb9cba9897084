import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Plan } from '../model/plan.ts';
import { validate } from '../model/validate.ts';
import { generatePlant, type PlantKind } from '../sample/generate-plant.ts';
import { planInWorker } from '../worker/plan-in-worker.ts';
import { plan, replan } from './plan.ts';
import { withPrevious } from './with-previous.ts';

const long = process.env['COPROD_LONG'] === '1';
const kinds: readonly PlantKind[] = ['loose', 'tight', 'changeovers', 'crews'];
const aPlant = fc
  .record({
    items: fc.integer({ min: 1, max: 10 }),
    lines: fc.integer({ min: 1, max: 3 }),
    days: fc.integer({ min: 3, max: 14 }),
    kind: fc.constantFrom(...kinds),
    seed: fc.integer({ min: 1, max: 1e6 }),
    rich: fc.boolean(),
  })
  .map(generatePlant);

test('no plan breaks a hard rule, its costs add up, and it survives JSON', async (t) => {
  let plans = 0;
  const runs = long ? 500 : 60;
  await fc.assert(
    fc.asyncProperty(aPlant, async (problem) => {
      assert.deepEqual(validate(problem), { ok: true, problem });
      const planned = await plan(problem, { steps: 3000 });
      assert.deepEqual(planned.violations, []);
      const { total, ...terms } = planned.costs;
      assert.equal(
        total,
        Object.values(terms).reduce((sum, term) => sum + term, 0),
      );
      const again = evaluate(structuredClone(problem), JSON.parse(JSON.stringify(planned.plan)) as Plan);
      assert.deepEqual(again.costs, planned.costs);
      plans++;
    }),
    { numRuns: runs, seed: 5 },
  );
  t.diagnostic(`${plans} plans`);
});

test('the same seed and steps give the same plan byte for byte, in a thread too; another seed may not', async () => {
  const problem = generatePlant({ items: 10, lines: 3, days: 10, kind: 'crews', seed: 3, rich: true });
  const first = await plan(problem, { seed: 7, steps: 10_000 });
  const second = await plan(problem, { seed: 7, steps: 10_000 });
  const inThread = await planInWorker(problem, { seed: 7, steps: 10_000 });
  assert.equal(JSON.stringify(second), JSON.stringify(first));
  assert.equal(JSON.stringify(inThread), JSON.stringify(first));
});

test('cancelled after any number of steps, what is given back is a valid plan', async (t) => {
  const problem = generatePlant({ items: 8, lines: 2, days: 8, kind: 'crews', seed: 4, rich: true });
  let cancels = 0;
  for (let steps = 0; steps < (long ? 20_000 : 2000); steps += 97) {
    const planned = await plan(problem, { steps });
    assert.deepEqual(planned.violations, []);
    cancels++;
  }
  const controller = new AbortController();
  controller.abort();
  const planned = await plan(problem, { signal: controller.signal });
  assert.equal(planned.stopped, 'cancelled');
  assert.deepEqual(planned.violations, []);
  t.diagnostic(`${cancels + 1} stops`);
});

test('a plan in a thread tells how it goes ten times a second, and a cancel is answered at once', async (t) => {
  const problem = generatePlant({ items: 40, lines: 4, days: 20, kind: 'tight', seed: 1 });
  const controller = new AbortController();
  const told: number[] = [];
  let better = 0;
  let asked = 0;
  setTimeout(() => {
    asked = performance.now();
    controller.abort();
  }, 1500);
  const planned = await planInWorker(problem, {
    seconds: 60,
    signal: controller.signal,
    onProgress: () => told.push(performance.now()),
    onBetter: () => better++,
  });
  const answered = performance.now() - asked;
  t.diagnostic(`${told.length} reports, ${better} plans, cancel answered after ${answered.toFixed(0)} ms`);
  assert.equal(planned.stopped, 'cancelled');
  assert.ok(told.length >= 6);
  assert.ok(better >= 1);
  // 50 ms on a quiet machine; the tests run beside others.
  assert.ok(answered < 500);
});

test('a search of more steps never gives a dearer plan', async () => {
  for (const kind of kinds) {
    const problem = generatePlant({ items: 8, lines: 2, days: 10, kind, seed: 9 });
    let before = Number.POSITIVE_INFINITY;
    for (const steps of [0, 640, 6400, 32_000]) {
      const { costs } = await plan(problem, { steps });
      assert.ok(costs.total <= before, `${kind}, ${steps} steps`);
      before = costs.total;
    }
  }
});

test('planned again with nothing changed, the plan stays as it is or gets cheaper, whatever the price of a change', async () => {
  for (const kind of kinds) {
    const problem = generatePlant({ items: 8, lines: 2, days: 10, kind, seed: 2 });
    const last = await plan(problem, { steps: 5000 });
    const kept = { ...problem, previous: { lots: [], centsPerChangedLot: 10_000_000 } };
    const again = await replan(kept, last.plan, { steps: 5000 });
    assert.equal(again.costs.changedLots, 0);
    assert.ok(again.costs.total <= last.costs.total);
    // Within a shift the order may change: it costs nothing.
    const held = (of: typeof last): string[] =>
      of.plan.lots.map(({ id, line, pieces }) => `${id} ${line} ${pieces}`).toSorted();
    assert.deepEqual(held(again), held(last));
  }
});

test('with every lot pinned the plan comes back at once as it was', async () => {
  const problem = generatePlant({ items: 8, lines: 2, days: 10, kind: 'tight', seed: 6 });
  const last = await plan(problem, { steps: 20_000 });
  const pinned = {
    ...withPrevious(problem, last.plan),
    pins: last.plan.lots.map((lot) => ({ lot: lot.id, line: true, order: true, start: true, pieces: true })),
  };
  const again = await plan(pinned, { steps: 2000 });
  assert.deepEqual(again.violations, []);
  for (const lot of last.plan.lots)
    assert.deepEqual(
      again.plan.lots.find(({ id }) => id === lot.id),
      lot,
    );
});

test('each pin holds alone: line, order, start, quantity', async (t) => {
  let pinned = 0;
  for (const pin of ['line', 'order', 'start', 'pieces'] as const) {
    for (let seed = 1; seed <= (long ? 20 : 4); seed++) {
      const problem = generatePlant({ items: 8, lines: 3, days: 10, kind: 'tight', seed });
      const last = await plan(problem, { steps: 1000 });
      const pins = last.plan.lots.filter((_, index) => index % 3 === 0).map((lot) => ({ lot: lot.id, [pin]: true }));
      const again = await plan({ ...withPrevious(problem, last.plan), pins }, { steps: 10_000, seed });
      assert.deepEqual(again.violations, [], `${pin} ${seed}`);
      pinned += pins.length;
    }
  }
  t.diagnostic(`${pinned} pinned lots`);
});

test('the frozen zone of a line stands, and what has begun goes on first and counts once', async () => {
  const problem = generatePlant({ items: 8, lines: 2, days: 10, kind: 'tight', seed: 12 });
  const last = await plan(problem, { steps: 2000 });
  const until = Temporal.Instant.from(problem.start).add({ hours: 30 }).toString();
  const item = problem.lines[1]?.runs[0]?.item ?? '';
  const frozen = {
    ...withPrevious(problem, last.plan),
    lines: problem.lines.map((line, index) =>
      index === 0 ? { ...line, frozenUntil: until } : { ...line, begun: { item, remainingPieces: 70 } },
    ),
  };
  const again = await plan(frozen, { steps: 10_000 });
  assert.deepEqual(again.violations, []);
  assert.equal(again.plan.lots.filter((lot) => lot.id === `begun ${problem.lines[1]?.id}`).length, 1);
});

test('no lot starts later than it could without saving anything', async (t) => {
  let moved = 0;
  for (const kind of ['loose', 'tight'] as const) {
    const problem = generatePlant({ items: 6, lines: 2, days: 8, kind, seed: 8 });
    const free = { ...problem, items: problem.items.map((item) => ({ ...item, holdingCentsPerPieceDay: 0 })) };
    const planned = await plan(free, { steps: 5000 });
    // Where holding costs nothing nothing is saved by waiting: each lot follows the one before it.
    for (const line of free.lines) {
      const lots = planned.plan.lots.filter((lot) => lot.line === line.id);
      for (const [index, lot] of lots.entries()) {
        const before = lots[index - 1]?.end ?? free.start;
        const gap =
          Temporal.Instant.from(lot.setupStart).epochMilliseconds - Temporal.Instant.from(before).epochMilliseconds;
        const earlier = {
          ...planned.plan,
          lots: planned.plan.lots.map((other) => (other === lot ? shifted(lot, 1800) : other)),
        };
        if (gap >= 1_800_000 && evaluate(free, earlier).violations.length === 0)
          assert.fail(`${lot.id} waits for nothing`);
        moved++;
      }
    }
  }
  t.diagnostic(`${moved} lots tried half an hour earlier`);
});

const shifted = (lot: Plan['lots'][number], seconds: number): Plan['lots'][number] => {
  const earlier = (at: string): string => Temporal.Instant.from(at).subtract({ seconds }).toString();
  return { ...lot, setupStart: earlier(lot.setupStart), start: earlier(lot.start), end: earlier(lot.end) };
};
