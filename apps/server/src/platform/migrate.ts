import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import type { Database } from './database.ts';
import { StartProblem } from './start-problem.ts';

/** The SQL files, one a step, in the order of their names. */
export const migrationsFolder = join(import.meta.dirname, '../../migrations');

/**
 * Brings the schema to the state of this program, then lets the login roles in. All missing steps run in one transaction
 * under the migrator's lock: several processes that start at once wait for the first, and a step that fails leaves
 * the database as it was.
 * @returns the steps that were run
 * @throws StartProblem when the database has steps that this program does not know: it is newer
 */
export async function migrate(database: Database, name?: string): Promise<readonly string[]> {
  const done = await runMigrations(database.connection('owner', name));
  await database.admitRoles();
  return done;
}

/** The names of all steps of this program, oldest first. */
export async function migrationNames(folder = migrationsFolder): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .map((file) => file.slice(0, -'.sql'.length))
    .toSorted();
}

/**
 * The migrations alone, with a connection of the owner.
 * @param last runs no step after this one (a restore: first the schema of the backup)
 */
export async function runMigrations(
  owner: pg.PoolConfig,
  last?: string,
  folder = migrationsFolder,
): Promise<readonly string[]> {
  const pool = new pg.Pool({ ...owner, max: 2 });
  // A connection that ends while idle is no news here; a query that needs it says so.
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await assertNotNewer(pool, await migrationNames(folder));
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => readMigrations(folder) },
      migrationTableSchema: 'sec',
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    });
    const { error, results } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
    if (error !== undefined) {
      const failed = results?.find((one) => one.status === 'Error')?.migrationName;
      // Not as its cause: what `pg` throws may hold the whole connection.
      throw new Error(`migration ${failed ?? ''} failed: ${describe(error)}`);
    }
    await pool.query('select sec.let_backup_read()');
    return (results ?? []).map((one) => one.migrationName);
  } finally {
    // Not db.destroy(): it leaves the pool open as long as Kysely itself has run nothing.
    await pool.end();
  }
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const name of await migrationNames(folder)) {
    const text = await readFile(join(folder, `${name}.sql`), 'utf8');
    migrations[name] = {
      up: async (db) => {
        await sql.raw(text).execute(db);
      },
    };
  }
  return migrations;
}

/** @throws StartProblem */
export async function assertNotNewer(pool: pg.Pool, known: readonly string[]): Promise<void> {
  const { rows } = await pool.query<{ present: boolean }>(`select to_regclass('sec.migration') is not null as present`);
  if (!rows[0]!.present) return;
  const applied = await pool.query<{ name: string }>('select name from sec.migration order by name');
  const unknown = applied.rows.filter(({ name }) => !known.includes(name)).map(({ name }) => name);
  if (unknown.length === 0) return;
  throw new StartProblem({
    en: `The database was written by a newer Coprod (it has the step ${unknown.at(-1)}): start that version, or restore a backup made before the upgrade; nothing was changed.`,
    fr: `La base a été écrite par un Coprod plus récent (elle contient l'étape ${unknown.at(-1)}) : lancez cette version, ou restaurez une sauvegarde antérieure à la mise à jour ; rien n'a été modifié.`,
  });
}

function describe(error: unknown): string {
  const { message, position, where } = error as { message?: string; position?: string; where?: string };
  return [message ?? String(error), position && `at character ${position}`, where].filter(Boolean).join(', ');
}
