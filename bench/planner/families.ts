/**
 * The gap of the planner to known values, family by family.
 *
 *     node bench/planner/families.ts --data DIR [--seconds 1,10] [--only wt40,wtsds] [--every 10]
 *
 * DIR holds the public instances (folders wt, wtsds, psp); a family that is not there is left out and said so.
 * `--every 10` takes each tenth instance only. Results are judged by the independent evaluator.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plan, validate, type Problem } from '@coprod/planner';
import { lotSizingProblem, readDdolib, readPigment } from './families/lot-sizing.ts';
import { readOrLibrary, readSetups, singleMachineProblem } from './families/single-machine.ts';
import { knownSetups } from './families/known-values.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seconds: { type: 'string', default: '1,10' },
    only: { type: 'string' },
    every: { type: 'string', default: '1' },
  },
});
if (values.data === undefined) throw new Error('--data DIR is needed: the folder of the public instances');
const data = values.data;
const every = Number(values.every);

interface Case {
  readonly name: string;
  readonly problem: Problem;
  readonly known: number;
}

const read = (...path: string[]): string => readFileSync(join(data, ...path), 'utf8');

const orLibrary =
  (jobs: number, file: string, known: string): (() => Case[]) =>
  () =>
    readOrLibrary(file, read('wt', `${file}.txt`), read('wt', `${known}.txt`), jobs).map((instance) => ({
      name: instance.name,
      problem: singleMachineProblem(instance),
      known: instance.known,
    }));

const families: Record<string, { folder: string; cases: () => Case[] }> = {
  psp: {
    folder: 'psp',
    cases: () =>
      readdirSync(join(data, 'psp'))
        .filter((file) => /^(pigment|ddolib)/.test(file))
        .map((file) => (file.startsWith('pigment') ? readPigment : readDdolib)(file, read('psp', file)))
        .map((instance) => ({ name: instance.name, problem: lotSizingProblem(instance), known: instance.known })),
  },
  wt40: { folder: 'wt', cases: orLibrary(40, 'wt40', 'wtopt40') },
  wt50: { folder: 'wt', cases: orLibrary(50, 'wt50', 'wtopt50') },
  wt100: { folder: 'wt', cases: orLibrary(100, 'wt100', 'wtbest100b') },
  ...Object.fromEntries(
    Object.entries({ loose: [1, 10], medium: [41, 50], tight: [81, 90] }).map(([kind, [from = 0, to = 0]]) => [
      `wtsds-${kind}`,
      {
        folder: 'wtsds',
        cases: () =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at).map((number) => {
            const file = `wt_sds_${number}.instance`;
            const instance = readSetups(file, read('wtsds', file), knownSetups[number] ?? Number.NaN);
            return { name: file, problem: singleMachineProblem(instance), known: instance.known };
          }),
      },
    ]),
  ),
};

const percent = (value: number): string => (Number.isFinite(value) ? `${(100 * value).toFixed(2)} %` : '-');

console.log('| family | seconds | instances | at the known value | median gap | worst gap | steps a second |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const [name, { folder, cases }] of Object.entries(families)) {
  if (values.only && !values.only.split(',').includes(name)) continue;
  if (!existsSync(join(data, folder))) {
    console.log(`| ${name} | - | not in the data | | | | |`);
    continue;
  }
  const chosen = cases().filter((_, index) => index % every === 0);
  for (const seconds of values.seconds.split(',').map(Number)) {
    const gaps: number[] = [];
    let steps = 0;
    for (const { problem, known } of chosen) {
      const checked = validate(problem);
      if (!checked.ok) throw new Error(JSON.stringify(checked.faults[0]));
      const planned = await plan(problem, { seconds });
      if (planned.violations.length > 0) throw new Error(JSON.stringify(planned.violations[0]));
      steps += planned.steps;
      gaps.push(
        known === 0 ? (planned.costs.total === 0 ? 0 : Number.POSITIVE_INFINITY) : planned.costs.total / known - 1,
      );
    }
    const sorted = gaps.toSorted((a, b) => a - b);
    const reached = gaps.filter((gap) => gap <= 0).length;
    const median = sorted[sorted.length >> 1] ?? Number.NaN;
    const rate = Math.round(steps / (seconds * chosen.length));
    console.log(
      `| ${name} | ${seconds} | ${chosen.length} | ${reached} | ${percent(median)} | ${percent(sorted.at(-1) ?? Number.NaN)} | ${rate} |`,
    );
  }
}
