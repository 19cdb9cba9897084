import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { socketConnection } from './connection.ts';
import { findBinaries, type PostgresBinaries, type PostgresSource, reachableBinaries } from './postgres-binaries.ts';
import {
  assertReachable,
  dataMajor,
  logFile,
  makeCluster,
  postgresEnvironment,
  prepareDataDirectory,
  socketDirectory,
  writeAccess,
} from './postgres-cluster.ts';
import { postgresUser, type PostgresUser } from './postgres-user.ts';
import { commandLine, hasEnded, isAlive, serverWorksIn } from './process-life.ts';
import { StartProblem } from './start-problem.ts';
import { withClient } from './with-client.ts';

/** A running PostgreSQL on a data directory, reachable through its socket only. */
export interface EmbeddedPostgres {
  /** The real path of the data directory. */
  readonly data: string;
  /** What goes into `host` of a connection. */
  readonly socket: string;
  /** Whether it was running before (left by a Coprod that was killed, or in use by another). */
  readonly adopted: boolean;
  /** Ends it in order (SIGINT: open transactions are rolled back) and waits until it has ended. */
  stop(): Promise<void>;
  /** The same without waiting, for the last moment of a process (`exit`). */
  stopSoon(): void;
}

export interface EmbeddedOptions {
  /** Made if absent. */
  readonly data: string;
  /** Which programs new data are made with; existing data decide themselves. */
  readonly source?: PostgresSource | undefined;
  /** For tests: no fsync, and PostgreSQL gets the signals of the terminal like everything else. */
  readonly throwaway?: boolean;
}

/**
 * Starts the private PostgreSQL of a data directory, or adopts the one that a killed Coprod has left running. It outlives
 * a kill of this process: who calls must `stop` it, also when something later fails. Whether another Coprod uses it
 * is not seen here: see installation-lock.ts.
 * @throws StartProblem
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const data = prepareDataDirectory(options.data);
  const cluster = join(data, 'pg');
  const durable = options.throwaway !== true;
  const user = postgresUser(existsSync(cluster) ? cluster : undefined);
  assertReachable(data, user);
  const found = findBinaries(options.source, dataMajor(cluster));
  const binaries = reachableBinaries(found, user, data);
  if (!existsSync(cluster)) await makeCluster(data, binaries, user, durable);
  const socket = socketDirectory(data, user);
  const changed = writeAccess(cluster, user);
  const adopted = await run({ data, cluster, socket, binaries, user, durable, changed });
  return { data, socket, adopted, stop: () => stop(cluster), stopSoon: () => void interrupt(cluster) };
}

interface Run {
  readonly data: string;
  readonly cluster: string;
  readonly socket: string;
  readonly binaries: PostgresBinaries;
  readonly user: PostgresUser;
  readonly durable: boolean;
  readonly changed: boolean;
}

/** Adopts or starts; the loop is for servers that are still starting, still stopping, or started by another at the same moment. */
async function run(what: Run): Promise<boolean> {
  for (let patience = 0; patience < 6000; patience += 1) {
    const pid = livingServer(what.cluster);
    if (pid === undefined) {
      if (removeStalePidFiles(what.cluster, what.socket) && (await launch(what))) return false;
    } else {
      if (what.changed) process.kill(pid, 'SIGHUP');
      if (await answers(what.socket)) return true;
    }
    await pause(20);
  }
  throw new StartProblem({
    en: `PostgreSQL on ${what.data} runs but does not answer: read ${logFile(what.data)}.`,
    fr: `Le PostgreSQL de ${what.data} tourne mais ne répond pas : lisez ${logFile(what.data)}.`,
  });
}

/**
 * Starts PostgreSQL and waits until it answers. False when it has ended because another one was faster.
 * `detached`: or a terminal's Ctrl-C would stop it before Coprod has drained its requests.
 */
async function launch(what: Run): Promise<boolean> {
  const log = logFile(what.data);
  const out = openSync(log, 'a', 0o600);
  const settings = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: what.socket,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...(what.durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }),
  };
  const child = spawn(
    join(what.binaries.directory, 'postgres'),
    ['-D', what.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...what.user.spawn, cwd: '/', env: postgresEnvironment, detached: what.durable, stdio: ['ignore', out, out] },
  );
  closeSync(out);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  // Recovery after a crash may take long; it ends, and as long as the process lives there is nothing better than to wait.
  while (!ended) {
    if (await answers(what.socket)) return true;
    await pause(10);
  }
  if (livingServer(what.cluster) !== undefined) return false;
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  const why = lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? '';
  throw new StartProblem({
    en: `PostgreSQL on ${what.data} did not start: ${why} (more in ${log}).`,
    fr: `Le PostgreSQL de ${what.data} n'a pas démarré : ${why} (plus dans ${log}).`,
  });
}

/** The pid in `postmaster.pid`, when that process is the PostgreSQL of this cluster. */
function livingServer(cluster: string): number | undefined {
  const pid = pidIn(join(cluster, 'postmaster.pid'));
  if (pid === undefined || !isAlive(pid)) return undefined;
  const command = commandLine(pid);
  return command === undefined || command.includes(cluster) ? pid : undefined;
}

function pidIn(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL takes over the pid files of a dead server by itself, but not while the pid answers to a signal: as a zombie,
 * where process 1 reaps nothing, or given to another process of the same user after a reboot. Where /proc shows that it
 * is no PostgreSQL, the file is stale; it goes once no process that the dead server has left works on the data.
 * @returns false while one still does
 */
function removeStalePidFiles(cluster: string, socket: string): boolean {
  if (serverWorksIn(cluster)) return false;
  for (const file of [join(cluster, 'postmaster.pid'), join(socket, '.s.PGSQL.5432.lock')]) {
    const pid = pidIn(file);
    const command = pid === undefined ? undefined : commandLine(pid);
    if (command !== undefined && !command.some((word) => word.includes('postgres'))) rmSync(file, { force: true });
  }
  return true;
}

async function answers(socket: string): Promise<boolean> {
  try {
    return await withClient(socketConnection(socket)('owner', 'postgres'), async () => true);
  } catch (error) {
    // 28000: our own line in pg_ident.conf is missing or not read yet; it is there after the reload.
    const { code } = error as { code?: string };
    if (code === undefined || !['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03', '28000'].includes(code)) throw error;
    return false;
  }
}

async function stop(cluster: string): Promise<void> {
  const pid = interrupt(cluster);
  if (pid === undefined || (await hasEnded(pid, 60_000))) return;
  throw new Error(`PostgreSQL (pid ${pid}) on ${cluster} does not end`);
}

/** SIGINT is PostgreSQL's fast shutdown: no new connections, open transactions rolled back, everything written. */
function interrupt(cluster: string): number | undefined {
  const pid = livingServer(cluster);
  if (pid !== undefined) process.kill(pid, 'SIGINT');
  return pid;
}
