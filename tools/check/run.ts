import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { checkSteps, type Step, testSteps } from './steps.ts';

/**
 * `npm run check`, and with --test `npm test`, with --test --long `npm run test:long`. Every step is run, whatever the ones
 * before it said; each is named with its seconds; the last line is the sum.
 */
const root = join(import.meta.dirname, '../..');
process.chdir(root);
const test = process.argv.includes('--test');
const long = process.argv.includes('--long');
const steps = [...checkSteps(), ...(test ? testSteps(long) : [])];

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
}

const start = performance.now();
const outcomes: Outcome[] = [];
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (stopped = true));

for (const step of steps) {
  if (stopped) break;
  const began = performance.now();
  console.log(`\n== ${step.name}`);
  const passed = await run(step);
  const outcome = { name: step.name, passed, seconds: secondsSince(began) };
  outcomes.push(outcome);
  console.log(line(outcome));
}

console.log(`\n== all steps\n${outcomes.map(line).join('\n')}`);
const failed = outcomes.filter((one) => !one.passed);
const sum = `${outcomes.length} of ${steps.length} steps in ${secondsSince(start).toFixed(0)} s`;
const verdict = stopped
  ? 'stopped'
  : failed.length === 0
    ? 'all passed'
    : `failed: ${failed.map(({ name }) => name).join('; ')}`;
console.log(`\n${sum}, ${verdict}`);
process.exitCode = stopped || failed.length > 0 ? 1 : 0;

async function run(step: Step): Promise<boolean> {
  const environment: Record<string, string | undefined> = { ...process.env, ...step.environment };
  if (long) environment['COPROD_LONG'] = '1';
  if (step.browser === true) {
    const chromium = findChromium();
    if ('missing' in chromium) {
      console.error(chromium.missing);
      return false;
    }
    environment['CHROMIUM'] = chromium.path;
  }
  const args = [...(step.script === '' ? [] : [step.script]), ...step.args];
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: environment });
  const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
  process.on('SIGTERM', pass);
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      process.off('SIGTERM', pass);
      resolve(code === 0);
    });
  });
}

function secondsSince(begin: number): number {
  return (performance.now() - begin) / 1000;
}

function line({ name, passed, seconds }: Outcome): string {
  return `${passed ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${name}`;
}
