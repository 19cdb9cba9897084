import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Plan, PlanLot } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { Random } from '../search/random.ts';
import { plan } from './plan.ts';

const hour = 3600;
const start = Temporal.Instant.from('2027-01-04T00:00:00Z');
const at = (seconds: number): string => start.add({ seconds }).toString();

/** A plant small enough to look at every plan: each demand is one lot, lines run without pause, nothing is gained by waiting. */
const tinyPlant = (seed: number): Problem => {
  const random = new Random(seed);
  const count = 2 + random.below(3);
  const ids = Array.from({ length: count }, (_, item) => `item-${item}`);
  const pieces = ids.map(() => 1 + random.below(9));
  return {
    format: 'coprod-planning-problem/1',
    currency: 'EUR',
    timeZone: 'UTC',
    start: at(0),
    end: at(60 * 24 * hour),
    items: ids.map((id, item) => ({ id, minimumLotPieces: pieces[item] ?? 1, maximumLotPieces: pieces[item] ?? 1 })),
    lines: ['a', 'b'].slice(0, 1 + random.below(2)).map((id) => ({
      id,
      runs: ids.map((item) => ({ item, modes: [{ secondsPerPiece: hour * (1 + random.below(5)) }] })),
      changeovers: ids.flatMap((from) =>
        ids
          .filter((to) => to !== from)
          .map((to) => ({ from, to, minutes: 30 * random.below(8), cents: 100 * random.below(30) })),
      ),
    })),
    demands: ids.map((item, index) => ({
      id: item,
      customer: 'customer',
      item,
      pieces: pieces[index] ?? 1,
      latestDispatch: at(random.below(60) * hour),
      lateness: {
        centsPerPieceDay: 24 * (1 + random.below(50)),
        steps: random.below(3) === 0 ? [{ afterHours: 12, cents: 2000 }] : [],
      },
      unservedCentsPerPiece: 1_000_000,
    })),
    lastEndCentsPerHour: random.below(2) * 50,
  };
};

/** The lots of each line one after another, as early as they can be: computed here, without the engine. */
const inOrder = (problem: Problem, sequences: readonly (readonly number[])[]): Plan => {
  const lots = sequences.flatMap((sequence, l): PlanLot[] => {
    const line = problem.lines[l];
    let clock = 0;
    return sequence.map((index, place): PlanLot => {
      const item = problem.items[index]?.id ?? '';
      const before = problem.items[sequence[place - 1] ?? -1]?.id;
      const minutes = line?.changeovers?.find((rule) => rule.from === before && rule.to === item)?.minutes ?? 0;
      const begin = clock + minutes * 60;
      const pieces = problem.demands?.[index]?.pieces ?? 0;
      const seconds = line?.runs.find((run) => run.item === item)?.modes[0]?.secondsPerPiece ?? 0;
      const setupStart = at(clock);
      clock = begin + pieces * seconds;
      return { id: item, line: line?.id ?? '', item, pieces, heads: 0, setupStart, start: at(begin), end: at(clock) };
    });
  });
  return { format: 'coprod-plan/1', lots, overtime: [], extraShifts: [], outside: [] };
};

/** Every way to put the items on the lines, in every order. */
function* allSequences(items: number, lines: number): Generator<number[][]> {
  if (items === 0) {
    yield Array.from({ length: lines }, () => []);
    return;
  }
  for (const smaller of allSequences(items - 1, lines)) {
    for (let line = 0; line < lines; line++) {
      for (let place = 0; place <= (smaller[line]?.length ?? 0); place++) {
        yield smaller.map((sequence, l) => (l === line ? sequence.toSpliced(place, 0, items - 1) : sequence));
      }
    }
  }
}

test('on tiny plants the plan found is the best there is: every plan is looked at', async (t) => {
  let plants = 0;
  let looked = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const problem = tinyPlant(seed);
    let best = Number.POSITIVE_INFINITY;
    for (const sequences of allSequences(problem.items.length, problem.lines.length)) {
      const { costs, violations } = evaluate(problem, inOrder(problem, sequences));
      assert.deepEqual(violations, []);
      best = Math.min(best, costs.total);
      looked++;
    }
    const planned = await plan(problem, { steps: 20_000 });
    assert.equal(planned.costs.total, best, `plant ${seed}`);
    plants++;
  }
  t.diagnostic(`${plants} plants, ${looked} plans looked at`);
});
