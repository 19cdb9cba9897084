/**
 * A large plant (1,000 items x 20 lines x 60 days unless told otherwise): first plan, how far a short search is from a
 * longer one, memory, replanning after one customer's change, the price of a change, a counter-offer. Seconds are those
 * of the processor where this machine does other things too; memory is the resident set of the whole process.
 *
 *     node bench/planner/large.ts [--plant 1000x20x60-tight] [--short 10] [--long 300] [--changes 20] [--full 60]
 *
 * `--full 0` leaves out the comparison of each replanning with a full search of so many seconds.
 */
import { parseArgs } from 'node:util';
import {
  counterOffer,
  generatePlant,
  plan,
  priceOfChange,
  replan,
  withChanges,
  type Plan,
  type PlantKind,
  type Problem,
} from '@coprod/planner';

const { values } = parseArgs({
  options: {
    plant: { type: 'string', default: '1000x20x60-tight' },
    short: { type: 'string', default: '10' },
    long: { type: 'string', default: '300' },
    changes: { type: 'string', default: '20' },
    full: { type: 'string', default: '60' },
  },
});
const [size = '', kind = 'tight'] = values.plant.split('-');
const [items = 1000, lines = 20, days = 60] = size.split('x').map(Number);
const problem = generatePlant({ items, lines, days, kind: kind as PlantKind, seed: 1 });

/** What some work gives, and its seconds: of the processor, and by the clock. */
const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; cpu: number; clock: number }> => {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, cpu: (user + system) / 1e6, clock: (performance.now() - began) / 1000 };
};
const row = (what: string, figure: string): void => console.log(`| ${what} | ${figure} |`);
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
const seconds = ({ cpu, clock }: { cpu: number; clock: number }): string =>
  `${cpu.toFixed(2)} s of processor, ${clock.toFixed(2)} s by the clock`;

console.log(`| ${values.plant}, ${problem.demands?.length ?? 0} demands | |`);
console.log('| --- | --- |');
const first = await timed(() => plan(problem, { steps: 0 }));
row('first plan', `${seconds(first)}, ${first.result.plan.lots.length} lots`);
const short = await timed(() => plan(problem, { seconds: Number(values.short) }));
row(`after ${values.short} s`, `${(short.result.costs.total / 100).toFixed(0)}, ${short.result.steps} steps`);
const long = await timed(() => plan(problem, { seconds: Number(values.long) }));
row(`after ${values.long} s`, `${(long.result.costs.total / 100).toFixed(0)}, ${long.result.steps} steps`);
row('the short search above the long one', percent(short.result.costs.total / long.result.costs.total - 1));

/** One customer asks for a third more of one item; another one each time. */
const changeOf = (number: number): { asked: Problem; demands: NonNullable<Problem['demands']>; customer: string } => {
  const all = problem.demands ?? [];
  const chosen = all[(number * 7919) % all.length]!;
  const demands = all
    .filter((demand) => demand.customer === chosen.customer)
    .map((demand) => (demand.item === chosen.item ? { ...demand, pieces: Math.ceil(demand.pieces * 1.3) } : demand));
  const asked = withChanges(problem, [{ customer: chosen.customer, demands }]);
  return {
    asked: { ...asked, previous: { lots: [], centsPerChangedLot: 2000 } },
    demands,
    customer: chosen.customer,
  };
};
const { plan: last } = short.result;

/** Share of the lots of lines that the changed item does not run on which stand otherwise. */
const changedElsewhere = (asked: Problem, next: Plan): number => {
  const before = new Map(last.lots.map((lot) => [lot.id, lot]));
  const changedItems = new Set(
    (asked.demands ?? [])
      .filter((demand) => problem.demands?.find(({ id }) => id === demand.id)?.pieces !== demand.pieces)
      .map((demand) => demand.item),
  );
  const touched = new Set(
    problem.lines.filter((line) => line.runs.some((run) => changedItems.has(run.item))).map((line) => line.id),
  );
  const others = next.lots.filter((lot) => !touched.has(lot.line));
  const changed = others.filter((lot) => {
    const old = before.get(lot.id);
    return old?.line !== lot.line || old.pieces !== lot.pieces || old.start.slice(0, 10) !== lot.start.slice(0, 10);
  });
  return changed.length / Math.max(1, others.length);
};

const times: number[] = [];
const elsewhere: number[] = [];
const givenBack: number[] = [];
for (let number = 1; number <= Number(values.changes); number++) {
  const { asked } = changeOf(number);
  const again = await timed(() => replan(asked, last, { seconds: 0.7 }));
  times.push(again.clock);
  elsewhere.push(changedElsewhere(asked, again.result.plan));
  if (Number(values.full) === 0) continue;
  // What replanning saves against the last plan carried on unchanged, beside what a full search from it saves.
  const kept = await replan(asked, last, { steps: 0 });
  const full = await replan(asked, last, { seconds: Number(values.full), seed: 2 });
  const possible = kept.costs.total - full.costs.total;
  if (possible > 0) givenBack.push((kept.costs.total - again.result.costs.total) / possible);
}
const sorted = times.toSorted((a, b) => a - b);
row(
  `replanned after a change, ${times.length} changes`,
  `p95 ${(sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0).toFixed(2)} s by the clock`,
);
row('lots changed on lines not touched, worst', percent(Math.max(...elsewhere)));
if (givenBack.length > 0)
  row(
    `given back, of a full search of ${values.full} s`,
    `median ${percent(givenBack.toSorted((a, b) => a - b)[givenBack.length >> 1] ?? 0)}, least ${percent(Math.min(...givenBack))}`,
  );

const change = changeOf(1);
const asks = { customer: change.customer, demands: change.demands };
row('priceOfChange', seconds(await timed(() => priceOfChange(problem, last, [asks]))));
const offered = await timed(() => counterOffer(problem, last, asks));
row('counterOffer', `${seconds(offered)}, ${offered.result.length} offers`);
row('memory, largest', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
