import assert from 'node:assert/strict';
import { test } from 'node:test';
import highsModule from 'highs';
import type { Problem } from '../model/problem.ts';
import { Random } from '../search/random.ts';
import { plan } from './plan.ts';

// An exact solver as judge. The model below is written from the meaning of the problem, in hours and cents, and shares
// nothing with the planner: which lot follows which on which line, when each ends, how early and how late it then is.

const plants = process.env['COPROD_LONG'] === '1' ? 200 : 25;
const start = Temporal.Instant.from('2027-01-04T00:00:00Z');
const at = (hours: number): string => start.add({ hours }).toString();

interface Job {
  readonly item: number;
  readonly due: number;
}

/** A plant of hours: each demand is one lot, an item may have two; keeping pieces costs, so that lots wait for their day. */
interface Tiny {
  readonly pieces: readonly number[];
  readonly holding: readonly number[];
  readonly late: readonly number[];
  readonly claim: readonly number[];
  /** Hours by line and item of one piece; hours and cents by line, item before, item. */
  readonly hours: readonly (readonly number[])[];
  readonly setup: readonly (readonly (readonly { readonly hours: number; readonly cents: number }[])[])[];
  readonly jobs: readonly Job[];
  readonly lastEnd: number;
}

const tiny = (seed: number): Tiny => {
  const random = new Random(seed);
  const items = 2 + random.below(2);
  const lines = 1 + random.below(2);
  const list = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
  const jobs = list(items, (item) => item)
    .flatMap((item) => (random.below(2) === 0 ? [item] : [item, item]))
    .slice(0, 4)
    .map((item) => ({ item, due: 2 + random.below(50) }));
  return {
    pieces: list(items, () => 1 + random.below(6)),
    holding: list(items, () => random.below(3)),
    late: list(items, () => 40 + random.below(60)),
    // A step in the price is only given where one demand is the only one of its item.
    claim: list(items, (item) => (jobs.filter((job) => job.item === item).length === 1 ? 500 * random.below(3) : 0)),
    hours: list(lines, () => list(items, () => 1 + random.below(4))),
    setup: list(lines, () =>
      list(items, () => list(items, () => ({ hours: random.below(5), cents: 100 * random.below(30) }))),
    ),
    jobs,
    lastEnd: 50 * random.below(2),
  };
};

const horizon = 1440;

const asProblem = (plant: Tiny): Problem => ({
  format: 'coprod-planning-problem/1',
  currency: 'EUR',
  timeZone: 'UTC',
  start: at(0),
  end: at(horizon),
  items: plant.pieces.map((pieces, item) => ({
    id: `item-${item}`,
    containerPieces: pieces,
    minimumLotPieces: pieces,
    maximumLotPieces: pieces,
    holdingCentsPerPieceDay: 24 * (plant.holding[item] ?? 0),
  })),
  lines: plant.hours.map((hours, line) => ({
    id: `line-${line}`,
    runs: hours.map((each, item) => ({ item: `item-${item}`, modes: [{ secondsPerPiece: each * 3600 }] })),
    changeovers: (plant.setup[line] ?? []).flatMap((row, from) =>
      row.flatMap((rule, to) =>
        from === to ? [] : [{ from: `item-${from}`, to: `item-${to}`, minutes: rule.hours * 60, cents: rule.cents }],
      ),
    ),
  })),
  demands: plant.jobs.map(({ item, due }, job) => ({
    id: `demand-${job}`,
    customer: 'customer',
    item: `item-${item}`,
    pieces: plant.pieces[item] ?? 1,
    latestDispatch: at(due),
    lateness: {
      centsPerPieceDay: 24 * (plant.late[item] ?? 0),
      steps: plant.claim[item] ? [{ afterHours: 12, cents: plant.claim[item] }] : [],
    },
    unservedCentsPerPiece: 1_000_000,
  })),
  lastEndCentsPerHour: plant.lastEnd,
});

/** The mixed integer program in the LP format of CPLEX. `f` follows: fI_J_L is 1 where J comes right behind I (s: first). */
const asProgram = (plant: Tiny): string => {
  const jobs = plant.jobs.map((job, index) => ({ ...job, index }));
  const lines = plant.hours.map((_, line) => line);
  const most = 400;
  const objective: string[] = [];
  const rules: string[] = [];
  const binaries: string[] = [];
  const setup = (line: number, from: number, to: number): { hours: number; cents: number } =>
    (from === to ? undefined : plant.setup[line]?.[from]?.[to]) ?? { hours: 0, cents: 0 };
  for (const line of lines) {
    // Each line has at most one first lot, and what goes in goes out, to another lot or to the end.
    rules.push(`${jobs.map(({ index }) => `fs_${index}_${line}`).join(' + ')} <= 1`);
    for (const { index: j, item } of jobs) {
      const before = ['s', ...jobs.filter(({ index }) => index !== j).map(({ index }) => `${index}`)];
      const behind = ['e', ...jobs.filter(({ index }) => index !== j).map(({ index }) => `${index}`)];
      binaries.push(...before.map((i) => `f${i}_${j}_${line}`), `f${j}_e_${line}`);
      rules.push(
        `${before.map((i) => `f${i}_${j}_${line}`).join(' + ')} - ${behind.map((k) => `f${j}_${k}_${line}`).join(' - ')} = 0`,
      );
      const duration = (plant.hours[line]?.[item] ?? 0) * (plant.pieces[item] ?? 0);
      rules.push(`c${j} - ${most} fs_${j}_${line} >= ${duration - most}`);
      for (const { index: i, item: from } of jobs) {
        if (i === j) continue;
        const { hours, cents } = setup(line, from, item);
        rules.push(`c${j} - c${i} - ${most} f${i}_${j}_${line} >= ${hours + duration - most}`);
        if (cents > 0) objective.push(`${cents} f${i}_${j}_${line}`);
      }
    }
  }
  for (const { index: j, item, due } of jobs) {
    const into = lines.flatMap((line) =>
      ['s', ...jobs.filter(({ index }) => index !== j).map(({ index }) => `${index}`)].map((i) => `f${i}_${j}_${line}`),
    );
    rules.push(`${into.join(' + ')} = 1`, `c${j} - t${j} <= ${due}`, `c${j} + w${j} >= ${due}`, `m - c${j} >= 0`);
    const pieces = plant.pieces[item] ?? 1;
    objective.push(`${pieces * (plant.late[item] ?? 0)} t${j}`, `${pieces * (plant.holding[item] ?? 0)} w${j}`);
    const claim = plant.claim[item] ?? 0;
    if (claim > 0) {
      rules.push(`t${j} - ${most} b${j} <= 12`);
      binaries.push(`b${j}`);
      objective.push(`${claim} b${j}`);
    }
  }
  objective.push(`${plant.lastEnd} m`);
  return `Minimize\n obj: ${objective.join(' + ')}\nSubject To\n${rules.map((rule, n) => ` r${n}: ${rule}`).join('\n')}\nBinary\n ${binaries.join(' ')}\nEnd\n`;
};

test('on tiny plants where lots wait for their day an exact solver finds nothing cheaper', async (t) => {
  // Its types describe a CommonJS module, what Node loads is an ES module: the default is the loader itself.
  const loadHighs = highsModule as unknown as typeof highsModule.default;
  const highs = await loadHighs();
  let optimal = 0;
  for (let seed = 1; seed <= plants; seed++) {
    const plant = tiny(seed);
    const solved = highs.solve(asProgram(plant), { mip_rel_gap: 0, mip_abs_gap: 0 });
    assert.equal(solved.Status, 'Optimal', `plant ${seed}`);
    const planned = await plan(asProblem(plant), { steps: 20_000 });
    assert.deepEqual(planned.violations, []);
    assert.equal(planned.costs.total, Math.round(solved.ObjectiveValue), `plant ${seed}`);
    optimal++;
  }
  t.diagnostic(`${optimal} plants at the optimum of HiGHS`);
});
