import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The root of the repository. */
export const root = join(import.meta.dirname, '../../..');

/** A running `coprod serve`, or whatever else was run, with what it said. */
export interface RunningCoprod {
  readonly pid: number;
  readonly port: number;
  readonly child: ChildProcess;
  /** All output so far. */
  output(): string;
  /** Waits for the end: exit code, output and milliseconds from the start. */
  ended(): Promise<{ readonly code: number | null; readonly output: string; readonly milliseconds: number }>;
}

/** A directory for data in /tmp, where PostgreSQL's own account can go. */
export function aDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'coprod-live-'));
  chmodSync(path, 0o755);
  return path;
}

export const removeDirectory = (path: string): void => rmSync(path, { recursive: true, force: true });

const children = new Set<ChildProcess>();

/** For `after`: whatever a failed test has left running in these directories, servers and their PostgreSQL, is killed. */
export function endAll(...directories: readonly string[]): void {
  for (const child of children) child.kill('SIGKILL');
  for (const pid of directories.flatMap(processesOf)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended with its parent.
    }
  }
}

/** A port that nobody uses. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Runs `node coprod.mjs ...words` in a process of its own, as a service would. */
export function coprod(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  program: readonly string[] = [process.execPath, 'coprod.mjs'],
): RunningCoprod {
  const start = performance.now();
  const [command = '', ...args] = [...program, ...words];
  const { COPROD_TEST_POSTGRES, PATH = '', HOME = tmpdir() } = process.env;
  const child = spawn(command, args, {
    cwd: root,
    env: {
      PATH,
      HOME,
      COPROD_LANGUAGE: 'en',
      ...(COPROD_TEST_POSTGRES === undefined ? {} : { COPROD_POSTGRES: COPROD_TEST_POSTGRES }),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const end = once(child, 'close') as Promise<[number | null]>;
  return {
    pid: child.pid!,
    port: Number(environment['PORT'] ?? 0),
    child,
    output: () => output,
    ended: async () => ({ code: (await end)[0], output, milliseconds: performance.now() - start }),
  };
}

/** Starts `coprod serve` on a directory, or another program that does, and waits until it is ready. */
export async function aServer(
  data: string,
  environment: Readonly<Record<string, string>> = {},
  program?: readonly string[],
): Promise<RunningCoprod> {
  const port = await freePort();
  const words = program === undefined ? ['serve'] : [];
  const running = coprod(words, { COPROD_DATA: data, PORT: String(port), ...environment }, program);
  await isReady(running);
  return running;
}

/** Waits for 200 of /health and for the line that says where Coprod answers, which comes a moment later. */
export async function isReady({ port, child, output }: RunningCoprod): Promise<void> {
  for (const end = Date.now() + 180_000; Date.now() < end;) {
    if (child.exitCode !== null) throw new Error(`it ended: ${output()}`);
    const answer = await fetch(`http://localhost:${port}/health`, { signal: AbortSignal.timeout(5000) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer?.status === 200 && output().includes('Coprod answers')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not ready after three minutes: ${output()}`);
}

/** The pid of PostgreSQL on a data directory, by its own file. */
export const postgresPid = (data: string): number =>
  Number.parseInt(readFileSync(join(data, 'pg/postmaster.pid'), 'utf8'), 10);

/** The processes (not yet reaped ones left out) that work in a data directory or were told its name. */
export function processesOf(data: string): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command !== '' && (command.includes(data) || readlinkSync(`/proc/${pid}/cwd`).startsWith(data));
      } catch {
        return false;
      }
    });
}
