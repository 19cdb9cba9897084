import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem } from './start-problem.ts';

/** The key of the advisory lock: any number that nobody else uses in the database `postgres` of our own cluster. */
const key = '7308604897068083557';

/** Who holds a data directory. */
export interface Holder {
  readonly name: string;
  readonly since: Temporal.Instant;
}

/** The right to be the one Coprod of a data directory. */
export interface InstallationLock {
  /** Resolves when the connection that holds the lock has ended without our doing. Never resolves otherwise. */
  readonly lost: Promise<StartProblem>;
  isHeld(): boolean;
  /** Lets go, after `last` has been done under the lock: nobody may adopt a PostgreSQL that is about to end. */
  release(last: () => Promise<void>): Promise<void>;
}

/**
 * Takes the lock of an embedded cluster, held by one connection for as long as this process lives: a killed process
 * loses it by itself. Half a second of patience, for the backend of a holder that was just killed.
 * @returns the lock, or who holds it
 */
export async function takeInstallationLock(owner: pg.ClientConfig, data: string): Promise<InstallationLock | Holder> {
  const client = new pg.Client({ ...owner, database: 'postgres', application_name: `coprod pid ${process.pid}` });
  let alive = true;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      alive = false;
      resolve();
    };
    client.on('error', end);
    client.on('end', end);
  });
  await client.connect();
  for (const end = Date.now() + 500; ;) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1::bigint) as taken', [key]);
    if (rows[0]!.taken) break;
    if (Date.now() > end) {
      const holder = await findHolder(client);
      if (holder === undefined) continue;
      await client.end();
      return holder;
    }
    await pause(25);
  }
  let released = false;
  return {
    lost: ended.then(() => (released ? new Promise<never>(() => undefined) : lostLock(data))),
    isHeld: () => alive,
    release: async (last) => {
      released = true;
      try {
        await last();
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  };
}

/** @returns the sentence for the second start on a data directory */
export const inUse = (data: string, holder: Holder): StartProblem =>
  new StartProblem({
    en: `The data directory ${data} is in use by ${holder.name}, since ${shown(holder)}: stop that one, or name another directory in COPROD_DATA.`,
    fr: `Le répertoire de données ${data} est utilisé par ${holder.name}, depuis ${shown(holder)} : arrêtez celui-là, ou indiquez un autre répertoire dans COPROD_DATA.`,
  });

const shown = (holder: Holder): string => holder.since.round('second').toString();

const lostLock = (data: string): StartProblem =>
  new StartProblem({
    en: `The connection that holds the lock of ${data} was lost, so another Coprod could start on it: this one stops; start it again.`,
    fr: `La connexion qui tient le verrou de ${data} est perdue, un autre Coprod pourrait donc y démarrer : celui-ci s'arrête ; relancez-le.`,
  });

async function findHolder(client: pg.Client): Promise<Holder | undefined> {
  const { rows } = await client.query<{ name: string; since: string }>(
    `select a.application_name as name, to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
     from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted
       and (l.classid::bigint << 32) | l.objid::bigint = $1::bigint and l.objsubid = 1`,
    [key],
  );
  return rows[0] && { name: rows[0].name, since: Temporal.Instant.from(rows[0].since) };
}
