import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
} from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { barrier, ourName, type PostgresUser } from './postgres-user.ts';
import { isAlive } from './process-life.ts';
import { StartProblem } from './start-problem.ts';

/** The superuser of the embedded cluster. */
export const ownerRole = 'coprod_owner';

/** The roles that Coprod logs in with, beside the owner; migration 0001 makes them. */
export const loginRoles = ['coprod_request', 'coprod_auth', 'coprod_system', 'coprod_jobs'] as const;

/** The major version that wrote the data, or undefined when there are none. */
export function dataMajor(cluster: string): number | undefined {
  const file = join(cluster, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/**
 * Makes the data directory and returns its real path.
 * @throws StartProblem when it cannot be made, written, or reached by the account of PostgreSQL
 */
export function prepareDataDirectory(path: string): string {
  try {
    makeFolder(path);
    const probe = join(path, `.write.${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartProblem(
      {
        en: `The data directory ${path} cannot be written (${code}): make it writable for this user, or name another one in COPROD_DATA.`,
        fr: `Le répertoire de données ${path} ne peut pas être écrit (${code}) : rendez-le accessible en écriture, ou indiquez-en un autre dans COPROD_DATA.`,
      },
      { cause },
    );
  }
  return realpathSync(path);
}

/** As mkdir -p. Node's own `recursive` never ends where a parent refuses children with ENOENT, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o755 });
}

/** @throws StartProblem when a directory above the data is closed to the account of PostgreSQL */
export function assertReachable(data: string, user: PostgresUser): void {
  const closed = barrier(data, user);
  if (closed === undefined) return;
  throw new StartProblem({
    en: `PostgreSQL runs as user ${user.uid}, who may not enter ${closed}: name a data directory elsewhere in COPROD_DATA, for example /var/lib/coprod.`,
    fr: `PostgreSQL tourne sous l'utilisateur ${user.uid}, qui ne peut pas entrer dans ${closed} : indiquez un répertoire de données ailleurs dans COPROD_DATA, par exemple /var/lib/coprod.`,
  });
}

/**
 * Makes an empty cluster in `<data>/pg`: initialised under a name of its own, renamed when whole, so that a start that
 * is killed, or two at once, leave either nothing or a complete cluster.
 * @param durable false for the throw-away clusters of tests
 */
export async function makeCluster(
  data: string,
  binaries: PostgresBinaries,
  user: PostgresUser,
  durable: boolean,
): Promise<void> {
  sweepUnfinished(data);
  const fresh = join(data, `pg.${process.pid}.${randomBytes(4).toString('hex')}`);
  ownedDirectory(fresh, user);
  try {
    await promisify(execFile)(
      join(binaries.directory, 'initdb'),
      // `--auth=peer` closes the cluster from its first moment; writeAccess() then says who may enter.
      [
        '-D',
        fresh,
        '-U',
        ownerRole,
        '-E',
        'UTF8',
        '--locale=C',
        '--data-checksums',
        '--auth=peer',
        ...(durable ? [] : ['-N']),
      ],
      { ...user.spawn, cwd: '/', env: postgresEnvironment },
    );
    renameSync(fresh, join(data, 'pg'));
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another start was faster: its cluster is as good as ours.
    if (existsSync(join(data, 'pg'))) return;
    throw new Error(`initdb failed: ${(error as { stderr?: string }).stderr ?? String(error)}`, { cause: error });
  }
}

/** What PostgreSQL's programs see of our environment: no PG* variable and no locale of the person who starts us. */
export const postgresEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

/**
 * Says who may connect: the operating system's user who runs Coprod, over the socket, under each of Coprod's roles.
 * No password exists. (`all` as database user of a map would need PostgreSQL 16.)
 * @returns whether something changed, so that a living server must read it again
 */
export function writeAccess(cluster: string, user: PostgresUser): boolean {
  const name = ourName();
  const map = [ownerRole, ...loginRoles].map((role) => `coprod ${name} ${role}`);
  const changed = [
    replaceFile(join(cluster, 'pg_hba.conf'), 'local all all peer map=coprod\n', user),
    replaceFile(join(cluster, 'pg_ident.conf'), `${map.join('\n')}\n`, user),
  ];
  return changed.includes(true);
}

/**
 * The directory of the socket: `<data>/run`, closed to others; where the path would pass the 107 bytes that a socket's
 * address may have, one under /tmp named by the hash of the data directory's real path.
 */
export function socketDirectory(data: string, user: PostgresUser): string {
  const near = join(data, 'run');
  if (Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 107) return ownedDirectory(near, user);
  const far = join('/tmp', `coprod-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`);
  ownedDirectory(far, user);
  // /tmp is everybody's: another user could have made it first, and would then see who connects.
  const { uid, mode } = lstatSync(far);
  if (!lstatSync(far).isDirectory() || uid !== user.uid || (mode & 0o077) !== 0) {
    throw new StartProblem({
      en: `${far} is not a closed directory of user ${user.uid}: remove it, or name a data directory with a shorter path in COPROD_DATA.`,
      fr: `${far} n'est pas un répertoire fermé de l'utilisateur ${user.uid} : supprimez-le, ou indiquez dans COPROD_DATA un répertoire de données au chemin plus court.`,
    });
  }
  return far;
}

function ownedDirectory(path: string, user: PostgresUser): string {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return path;
    throw error;
  }
  chownSync(path, user.uid, user.gid);
  return path;
}

/** Replaces by rename, so that a server that reads it meanwhile sees the old text or the new one. */
function replaceFile(path: string, text: string, user: PostgresUser): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, text, { mode: 0o600 });
  chownSync(fresh, user.uid, user.gid);
  renameSync(fresh, path);
  return true;
}

/** Removes clusters whose maker was killed before the rename. */
function sweepUnfinished(data: string): void {
  for (const name of readdirSync(data)) {
    const pid = /^pg\.(\d+)\.[0-9a-f]{8}$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(data, name), { recursive: true, force: true });
  }
}

/** `<data>/log/postgresql.log`, begun anew when it has grown past 10 MiB; one older file is kept. */
export function logFile(data: string): string {
  const file = join(data, 'log', 'postgresql.log');
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  if (existsSync(file) && lstatSync(file).size > 10 * 2 ** 20) renameSync(file, `${file}.1`);
  return file;
}
