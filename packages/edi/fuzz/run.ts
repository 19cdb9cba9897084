/**
 * Coverage-guided fuzzing of each reader with Jazzer.js, which is no dependency: it is fetched by its ordinary client into bench/out,
 * which git does not keep, as the peers of bench/edi are. What an input shows is a file `crash-*` there; the inputs that reach new code
 * are kept in `corpus/`, the smallest of them only, and `corpus.test.ts` reads them all.
 *
 *   node packages/edi/fuzz/run.ts [edifact|x12|vda|table] [runs] [seconds]      1,000,000 runs each without
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = fileURLToPath(new URL('../../../bench/out/edi-fuzz/', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../samples/', import.meta.url));
const JAZZER = '@jazzer.js/core@4.0.0';
const TARGETS = ['edifact', 'x12', 'vda', 'table'] as const;
/** A corpus in the repository stays small: what reaches new code with few bytes. */
const MOST = { bytes: 1500, files: 60 };

type Target = (typeof TARGETS)[number];

function install(): void {
  mkdirSync(OUT, { recursive: true });
  if (existsSync(`${OUT}node_modules/@jazzer.js/core`)) return;
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', '--prefix', OUT, ...options, JAZZER], { stdio: 'inherit' });
}

/** One CommonJS file: Jazzer.js instruments what is required, and knows no types. */
async function bundle(target: Target): Promise<string> {
  const file = `${OUT}${target}.cjs`;
  const built = await rolldown({ input: `${HERE}${target}.ts`, platform: 'node' });
  await built.write({ file, format: 'cjs' });
  return file;
}

async function fuzz(target: Target, runs: number): Promise<void> {
  const file = await bundle(target);
  const found = `${OUT}corpus-${target}/`;
  const kept = `${HERE}corpus/${target}/`;
  for (const folder of [found, kept]) mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(kept)) copyFileSync(kept + name, found + name);
  const ending = { edifact: '.edi', x12: '.x12', vda: '.vda', table: '.csv' }[target];
  for (const name of readdirSync(SAMPLES))
    if (name.endsWith(ending)) copyFileSync(SAMPLES + name, `${found}sample-${name}`);
  if (target === 'table')
    writeFileSync(
      `${found}rows.csv`,
      'customer item;supplier item;ship to;unloading point;order;kind;date;quantity\r\nA;B;W2;K;1;firm;2026-11-30;1.200\r\n',
    );
  const { status } = spawnSync(
    process.execPath,
    [
      `${OUT}node_modules/@jazzer.js/core/dist/cli.js`,
      file,
      found,
      '--sync',
      '--disable_bug_detectors=.*',
      '--',
      `-runs=${runs}`,
      `-max_total_time=${process.argv[4] ?? 0}`,
      '-max_len=4096',
      '-timeout=10',
      '-rss_limit_mb=2048',
      '-print_final_stats=1',
      `-artifact_prefix=${OUT}`,
    ],
    { stdio: 'inherit', cwd: OUT },
  );
  keep(found, kept);
  if (status !== 0) process.exitCode = 1;
}

/** Keeps the smallest inputs, and forgets none that was kept. */
function keep(found: string, kept: string): void {
  const small = readdirSync(found)
    .filter((name) => /^[0-9a-f]{40}$/.test(name) && statSync(found + name).size <= MOST.bytes)
    .toSorted((a, b) => statSync(found + a).size - statSync(found + b).size);
  // Evenly from the smallest to the largest: the large ones reach deep.
  const step = Math.max(1, Math.floor(small.length / MOST.files));
  for (const [n, name] of small.entries())
    if (n % step === 0 && readdirSync(kept).length < MOST.files) writeFileSync(kept + name, readFileSync(found + name));
}

install();
const asked = TARGETS.filter((target) => process.argv[2] === undefined || process.argv[2] === target);
for (const target of asked) await fuzz(target, Number(process.argv[3] ?? 1_000_000));
