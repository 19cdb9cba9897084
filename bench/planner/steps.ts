/**
 * Steps per second of processor time, and the cost reached, at a fixed number of steps: figures that do not depend on
 * what else the machine does, and the same cost on any machine.
 *
 *     node bench/planner/steps.ts [--plants 40x4x20-tight,100x6x30-loose] [--steps 200000] [--seeds 1]
 */
import { parseArgs } from 'node:util';
import { generatePlant, plan, replan, type PlantKind } from '@coprod/planner';

const { values } = parseArgs({
  options: {
    plants: {
      type: 'string',
      default:
        '10x2x20-tight,40x4x20-loose,40x4x20-tight,40x4x20-changeovers,40x4x20-crews,100x6x30-tight,100x6x30-crews',
    },
    steps: { type: 'string', default: '200000' },
    seeds: { type: 'string', default: '1' },
    replan: { type: 'boolean', default: false },
  },
});

console.log('| plant | seed | steps | first plan, CPU s | steps per CPU second | first plan | after the steps |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const name of values.plants.split(',')) {
  const [size = '', kind = ''] = name.split('-');
  const [items = 10, lines = 2, days = 20] = size.split('x').map(Number);
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const problem = generatePlant({ items, lines, days, kind: kind as PlantKind, seed });
    const steps = Number(values.steps);
    const used = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
      const before = process.cpuUsage();
      const result = await work();
      const { user, system } = process.cpuUsage(before);
      return [result, (user + system) / 1e6];
    };
    const [first, firstSeconds] = await used(() => plan(problem, { steps: 0, seed }));
    const run = () => (values.replan ? replan(problem, first.plan, { steps, seed }) : plan(problem, { steps, seed }));
    const [planned, seconds] = await used(run);
    const rate = Math.round(planned.steps / Math.max(1e-3, seconds - (values.replan ? 0 : firstSeconds)));
    console.log(
      `| ${name} | ${seed} | ${planned.steps} | ${firstSeconds.toFixed(2)} | ${rate} | ` +
        `${(first.costs.total / 100).toFixed(2)} | ${(planned.costs.total / 100).toFixed(2)} |`,
    );
  }
}
