import { globSync } from 'node:fs';

/** One part of the checks: a program of this repository, run from its root. */
export interface Step {
  readonly name: string;
  /** Path of a script for Node, from the root. */
  readonly script: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Needs a browser: run with CHROMIUM set, or failed where there is none. */
  readonly browser?: true;
}

/** The checks that run nothing of Coprod itself. */
export function checkSteps(): Step[] {
  return [
    ...typeSteps(),
    { name: 'lint', script: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'] },
    { name: 'format', script: 'node_modules/oxfmt/bin/oxfmt', args: ['--check', '.'] },
    { name: 'dead code', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
    { name: 'import rule', script: 'tools/check/check-boundaries.ts', args: [] },
    { name: 'figures', script: 'tools/check/figures.ts', args: [] },
    ...generatorSteps(),
  ];
}

/**
 * The tests. `long` runs those on PostgreSQL once with the programs of the system and once with those of the npm package;
 * large counts come by COPROD_LONG, which run.ts sets.
 */
export function testSteps(long: boolean): Step[] {
  const onPostgres = [
    testStep('server, command line', ['apps/server/**/*.test.ts', 'apps/cli/**/*.test.ts'], true),
    // Two hundred kills take a quarter of an hour where the machine does other things as well.
    testStep('endurance', ['tools/endurance/**/*.test.ts'], false, long ? 60 : 10),
  ];
  const onBoth = ['system', 'package'].flatMap((source) =>
    onPostgres.map((step) => ({
      ...step,
      name: `${step.name}, PostgreSQL of the ${source}`,
      environment: { COPROD_TEST_POSTGRES: source },
    })),
  );
  return [
    testStep('packages', ['packages/**/*.test.ts'], false),
    testStep('tools', ['tools/check/**/*.test.ts', 'bench/**/*.test.ts'], false),
    testStep('web client', ['apps/web/src/**/*.test.ts', 'apps/web/src/**/*.test.tsx'], false),
    ...(long ? onBoth : onPostgres),
    {
      ...testStep('browser', ['apps/web/browser/**/*.test.ts', 'tools/stories/**/*.test.ts'], true),
      browser: true as const,
    },
  ].filter((step) => step.args.length > 0);
}

const typeSteps = (): Step[] =>
  ['tsconfig.json', ...globSync('apps/web/tsconfig*.json').toSorted()].map((project) => ({
    name: `types of ${project}`,
    script: 'node_modules/typescript/bin/tsc',
    args: ['-p', project],
  }));

/** Each writes files from something else in the repository, and with --check says whether they are current. */
const generatorSteps = (): Step[] =>
  ['tools/check/tables.ts', 'tools/api-types/generate.ts']
    .flatMap((script) => globSync(script))
    .map((script) => ({ name: `current: ${script}`, script, args: ['--check'] }));

/**
 * Two files at a time: the smallest machine that this is for has two cores. A file that does not end (a connection never
 * released) is ended after `minutes`.
 */
function testStep(name: string, patterns: readonly string[], postgres: boolean, minutes = 10): Step {
  const found = patterns.filter((pattern) => globSync(pattern).some((file) => !file.includes('node_modules')));
  const setup = postgres ? ['--test-global-setup=apps/server/src/platform/test-global-setup.ts'] : [];
  const limit = `--test-timeout=${minutes * 60_000}`;
  const args = ['--test', '--test-concurrency=2', limit, '--test-reporter=spec', ...setup, ...found];
  return { name: `tests: ${name}`, script: '', args: found.length > 0 ? args : [] };
}
