import type pg from 'pg';
import { type Connection, embeddedName, socketConnection } from './connection.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { openExternal } from './external-postgres.ts';
import { inUse, takeInstallationLock, type Holder, type InstallationLock } from './installation-lock.ts';
import type { PostgresSource } from './postgres-binaries.ts';
import type { StartProblem } from './start-problem.ts';
import { withClient } from './with-client.ts';

/** The database of an installation: its own PostgreSQL, or the one of DATABASE_URL. */
export interface Database {
  readonly kind: 'embedded' | 'external';
  readonly connection: Connection;
  /**
   * Makes sure that each login role can log in; called after the migrations, which make the roles. Embedded: nothing
   * to do, the socket knows its user. External: sets the derived password where a login fails.
   */
  admitRoles(): Promise<void>;
  /** Resolves when another Coprod could take the data directory over: the holder must stop. Embedded only. */
  readonly lost: Promise<StartProblem>;
  /** Ends the embedded PostgreSQL, if it is ours to end. Close all pools before. */
  close(): Promise<void>;
}

export type DatabaseOptions =
  | {
      readonly dataDirectory: string;
      /** Which programs a new data directory is made with; by default those of the system if there are any. */
      readonly source?: PostgresSource | undefined;
      /** A command that may work beside a running server (backup, doctor) uses its PostgreSQL instead of refusing. */
      readonly beside?: boolean;
    }
  | { readonly url: string };

/**
 * Opens the database of an installation. It is not migrated yet: see migrate.ts.
 *
 *     const database = await openDatabase({ dataDirectory: './data' });
 *     await migrate(database);
 *     const pool = new pg.Pool(database.connection('coprod_request'));
 *
 * Embedded, it takes the lock of the data directory, or refuses and names the holder.
 * @throws StartProblem; then nothing has been changed and no process is left
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return 'url' in options ? openExternal(options.url) : openEmbedded(options);
}

async function openEmbedded(options: Extract<DatabaseOptions, { dataDirectory: string }>): Promise<Database> {
  const postgres = await startEmbeddedPostgres({ data: options.dataDirectory, source: options.source });
  const connection = socketConnection(postgres.socket);
  const take = () => takeInstallationLock(connection('owner', 'postgres'), postgres.data);
  // Whoever holds the lock ends PostgreSQL, at the end or at a failure; without it, it is somebody else's.
  const end = (lock: InstallationLock | Holder | undefined): Promise<void> =>
    lock !== undefined && 'release' in lock ? lock.release(() => postgres.stop()) : Promise.resolve();

  const taken = await take().catch(async (error: unknown) => {
    if (!postgres.adopted) await postgres.stop();
    throw error;
  });
  if (!('release' in taken) && options.beside !== true) throw inUse(postgres.data, taken);
  const lock = 'release' in taken ? taken : undefined;
  try {
    if (lock !== undefined) await makeDatabase(connection('owner', 'postgres'));
  } catch (error) {
    await end(lock);
    throw error;
  }
  return {
    kind: 'embedded',
    connection,
    admitRoles: async () => undefined,
    lost: lock?.lost ?? new Promise<never>(() => undefined),
    // A lock that was lost is asked for again: somebody may have it by now, and PostgreSQL with it.
    close: async () => end(lock === undefined || lock.isHeld() ? lock : await take().catch(() => undefined)),
  };
}

async function makeDatabase(owner: pg.PoolConfig): Promise<void> {
  await withClient(owner, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [embeddedName]);
    if (rowCount === 0) await client.query(`create database ${embeddedName}`);
  });
}
