import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * From `git clone` to the first page: `npm start` in a fresh clone of what is committed, with the packages already in npm's cache
 * and with an empty cache (`--empty-cache`; needs the network), then the starts after it.
 *
 *     node bench/start/run.ts [--empty-cache] [--warm=7]
 *
 * Prints milliseconds until GET / answers with the page. Nothing is left behind.
 */
const root = join(import.meta.dirname, '../..');
const warmStarts = Number(/--warm=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 7);
const folder = mkdtempSync(join(tmpdir(), 'coprod-start-'));
// Run by root, PostgreSQL has another account, which must pass through.
execFileSync('chmod', ['755', folder]);
try {
  const clone = join(folder, 'coprod');
  execFileSync('git', ['clone', '--quiet', root, clone]);
  const environment = {
    ...outside(process.env),
    ...(process.argv.includes('--empty-cache') ? { npm_config_cache: join(folder, 'npm-cache') } : {}),
  };
  const system = execFileSync('node', ['--version'], { env: environment, encoding: 'utf8' }).trim();
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}, node ${system} outside`);
  const data = join(folder, 'data');
  console.log(`cold: ${inSeconds(await start(clone, data, environment))}`);
  const warm: number[] = [];
  for (let times = 0; times < warmStarts; times += 1) warm.push(await start(clone, data, environment));
  const sorted = warm.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  console.log(
    `warm: ${inSeconds(median)} (median of ${warm.length}; ${inSeconds(sorted[0]!)} to ${inSeconds(sorted.at(-1)!)})`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The environment of somebody who has cloned the repository: without this run's own programs in front. */
function outside(own: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(own).filter(([name]) => !/^(npm_|COPROD_|NODE_|DATABASE_URL|PORT)/.test(name));
  const paths = (own['PATH'] ?? '').split(':').filter((path) => !path.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: paths.join(':') };
}

/** Starts, waits for the page, stops; milliseconds from the command to the page. */
async function start(clone: string, data: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const running = spawn('npm', ['start', '--silent'], {
    cwd: clone,
    env: { ...environment, COPROD_DATA: data, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  running.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(running, 'close');
  try {
    for (;;) {
      if (running.exitCode !== null) throw new Error(`it ended: ${said}`);
      const answer = await fetch(`http://localhost:${port}/`).catch(() => undefined);
      if (answer?.ok === true && (await answer.text()).includes('<html')) return performance.now() - began;
      await pause(20);
    }
  } finally {
    running.kill('SIGTERM');
    await ended;
    // npm ends before what it has started.
    while (
      await fetch(`http://localhost:${port}/health`).then(
        () => true,
        () => false,
      )
    )
      await pause(20);
    await pause(500);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
