/**
 * Generated plants: cost over time, steps a second, replanning. Writes a table to the screen and the curves as SVG.
 *
 *     node bench/planner/plants.ts [--sizes 10x2x20,40x4x20,100x6x30] [--kinds loose,tight,changeovers,crews]
 *                                  [--seeds 1] [--seconds 10] [--svg bench/out/planner.svg]
 *
 * The gap printed is to the best cost that this run found for the plant, not to an optimum.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { generatePlant, plan, replan, withChanges, type PlantKind } from '@coprod/planner';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10x2x20,40x4x20,100x6x30' },
    kinds: { type: 'string', default: 'loose,tight,changeovers,crews' },
    seeds: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '10' },
    svg: { type: 'string', default: 'bench/out/planner.svg' },
  },
});
const seconds = Number(values.seconds);
const euros = (cents: number): string => (cents / 100).toFixed(0);

interface Curve {
  readonly name: string;
  readonly points: { readonly seconds: number; readonly cents: number }[];
}

const curves: Curve[] = [];
console.log(
  `| plant | seed | first plan s | first | 1 s | ${seconds} s | 1 s above | lots | steps a second | replan s | lots changed |`,
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
for (const size of values.sizes.split(',')) {
  const [items = 10, lines = 2, days = 20] = size.split('x').map(Number);
  for (const kind of values.kinds.split(',') as PlantKind[]) {
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const problem = generatePlant({ items, lines, days, kind, seed });
      const began = performance.now();
      const points: Curve['points'] = [];
      const planned = await plan(problem, {
        seconds,
        seed,
        onProgress: ({ costCents }) => points.push({ seconds: (performance.now() - began) / 1000, cents: costCents }),
      });
      points.push({ seconds, cents: planned.costs.total });
      curves.push({ name: `${size} ${kind}`, points });
      const one = points.findLast((point) => point.seconds <= 1) ?? points[0];

      // One customer asks for a third more of one item, which he has on order already.
      const [asked] = problem.demands ?? [];
      const demands = (problem.demands ?? [])
        .filter((demand) => demand.customer === asked?.customer)
        .map((demand) =>
          demand.item === asked?.item ? { ...demand, pieces: Math.ceil(demand.pieces * 1.3) } : demand,
        );
      const changed = {
        ...withChanges(problem, [{ customer: asked?.customer ?? '', demands }]),
        previous: { lots: [], centsPerChangedLot: 2000 },
      };
      const asks = performance.now();
      const again = await replan(changed, planned.plan, { seconds: 0.8 });
      const took = (performance.now() - asks) / 1000;
      const before = new Map(
        planned.plan.lots.map((lot) => [lot.id, `${lot.line} ${lot.pieces} ${lot.start.slice(0, 10)}`]),
      );
      const other = again.plan.lots.filter(
        (lot) => before.get(lot.id) !== `${lot.line} ${lot.pieces} ${lot.start.slice(0, 10)}`,
      );
      console.log(
        `| ${size} ${kind} | ${seed} | ${(points[0]?.seconds ?? 0).toFixed(2)} | ${euros(points[0]?.cents ?? 0)} | ${euros(one?.cents ?? 0)} | ` +
          `${euros(planned.costs.total)} | ${(100 * ((one?.cents ?? 0) / planned.costs.total - 1)).toFixed(1)} % | ${planned.plan.lots.length} | ` +
          `${Math.round(planned.steps / seconds)} | ${took.toFixed(2)} | ${other.length} |`,
      );
    }
  }
}

/** Cost above the best of each run against time, both axes in powers of ten: a search that gets worse is seen at once. */
const drawing = (): string => {
  const [width, height, left, bottom] = [900, 520, 70, 40];
  const x = (at: number): number =>
    left + ((Math.log10(Math.max(0.05, at)) + 1.3) / (Math.log10(seconds) + 1.3)) * (width - left - 180);
  const y = (gap: number): number =>
    height - bottom - ((Math.log10(Math.max(0.001, gap)) + 3) / 4) * (height - bottom - 20);
  const lines = curves.map(({ name, points }, index) => {
    const best = Math.max(1, points.at(-1)?.cents ?? 1);
    const path = points
      .map((point) => `${x(point.seconds).toFixed(1)},${y(point.cents / best - 1).toFixed(1)}`)
      .join(' ');
    const colour = `hsl(${(index * 137) % 360} 65% 40%)`;
    return `<polyline fill="none" stroke="${colour}" points="${path}"/><text x="${width - 170}" y="${24 + index * 14}" fill="${colour}">${name}</text>`;
  });
  const marks = [0.001, 0.01, 0.1, 1].map(
    (gap) =>
      `<text x="8" y="${y(gap)}">${gap * 100} %</text><line x1="${left}" x2="${width - 180}" y1="${y(gap)}" y2="${y(gap)}" stroke="#ddd"/>`,
  );
  const times = [0.1, 1, 10, 60]
    .filter((at) => at <= seconds)
    .map((at) => `<text x="${x(at)}" y="${height - 16}">${at} s</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">${marks.join('')}${times.join('')}${lines.join('')}</svg>\n`;
};
mkdirSync(dirname(values.svg), { recursive: true });
writeFileSync(values.svg, drawing());
