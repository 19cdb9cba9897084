import { existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { getConstructionPlans } from 'pg-boss';
import { type BackupHeader, type BackupSummary, headerName } from './backup.ts';
import { DamagedArchive, readArchive } from './backup-archive.ts';
import type { Database } from './database.ts';
import { migrate, migrationNames, runMigrations } from './migrate.ts';
import { StartProblem } from './start-problem.ts';
import { withClient } from './with-client.ts';

/**
 * Fills an empty database from a backup, then brings it to the schema of this program. The file is read to its end and its
 * checksums compared before anything is written; all rows come in one transaction.
 * @throws StartProblem when the file is damaged or newer than this program, or when the database holds rows
 */
export async function restore(database: Database, path: string): Promise<BackupSummary> {
  const header = await checkBackup(path);
  const owner = database.connection('owner');
  await assertEmpty(owner, header);
  await runMigrations(owner, header.migrations.at(-1));
  await database.admitRoles();
  await makeQueue(database.connection('coprod_jobs'));
  const rows = await withClient(owner, async (client) => {
    await client.query('begin');
    const loaded = await load(client, header, path);
    await client.query('commit');
    return loaded;
  });
  await migrate(database);
  return { tables: header.tables.length, rows };
}

/** Reads a backup to its end and compares every checksum; touches no database. */
export async function checkBackup(path: string): Promise<BackupHeader> {
  if (!existsSync(path)) {
    throw new StartProblem({ en: `There is no file ${path}.`, fr: `Le fichier ${path} n'existe pas.` });
  }
  let header: BackupHeader;
  try {
    header = await readHeader(path);
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    throw new StartProblem(
      {
        en: `${path} cannot be restored (${error.message}): take another backup; nothing was changed.`,
        fr: `${path} ne peut pas être restauré (${error.message}) : prenez une autre sauvegarde ; rien n'a été modifié.`,
      },
      { cause: error },
    );
  }
  const known = await migrationNames();
  if (header.migrations.every((name) => known.includes(name))) return header;
  throw new StartProblem({
    en: `${path} was written by a newer Coprod (${header.version}): restore it with that version; nothing was changed.`,
    fr: `${path} a été écrit par un Coprod plus récent (${header.version}) : restaurez-le avec cette version ; rien n'a été modifié.`,
  });
}

/** To the end of the file first: only then is known that the header is as it was written. */
async function readHeader(path: string): Promise<BackupHeader> {
  let text: string | undefined;
  for await (const { name, data } of readArchive(path)) {
    if (text === undefined && name !== headerName) throw new DamagedArchive('it is no backup of Coprod');
    text ??= data.toString();
  }
  const header = JSON.parse(text ?? '{}') as Partial<BackupHeader>;
  if (header.format !== 'coprod-backup/1') throw new DamagedArchive('it is no backup of Coprod');
  return header as BackupHeader;
}

/** A restore that was killed leaves the tables of the backup, empty: it may be begun again. */
async function assertEmpty(owner: pg.PoolConfig, header: BackupHeader): Promise<void> {
  if (await withClient(owner, (client) => isEmpty(client, header))) return;
  throw new StartProblem({
    en: 'A backup is restored into an empty database only: name a new directory in COPROD_DATA, or a new database in DATABASE_URL; nothing was changed.',
    fr: "Une sauvegarde ne se restaure que dans une base vide : indiquez un nouveau répertoire dans COPROD_DATA, ou une nouvelle base dans DATABASE_URL ; rien n'a été modifié.",
  });
}

async function isEmpty(client: pg.Client, header: BackupHeader): Promise<boolean> {
  const there = await client.query<{ name: string }>(
    'select format($1, table_schema, table_name) as name from information_schema.tables where table_schema <> all ($2)',
    ['%I.%I', ['pg_catalog', 'information_schema', 'sec', 'jobs']],
  );
  const expected = header.tables.map(({ name }) => name);
  if (!there.rows.every(({ name }) => expected.includes(name))) return false;
  for (const { name } of there.rows) {
    if ((await client.query(`select from ${name} limit 1`)).rowCount !== 0) return false;
  }
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('sec.migration') is not null as there`);
  if (!rows[0]!.there) return true;
  const applied = await client.query<{ name: string }>('select name from sec.migration');
  return applied.rows.every(({ name }) => header.migrations.includes(name));
}

/** The job queue keeps its own tables; its role makes them, as at the first start of the server. */
async function makeQueue(jobs: pg.PoolConfig): Promise<void> {
  await withClient(jobs, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('jobs.version') is not null as there`);
    if (!rows[0]!.there) await client.query(getConstructionPlans('jobs', { createSchema: false }));
  });
}

/**
 * Copies all rows in. Foreign keys are taken off and put back, which checks them over all rows at once and needs no order of
 * the tables; triggers (which refuse changes, or act) stay silent, since what they watch over has happened already.
 */
async function load(client: pg.Client, header: BackupHeader, path: string): Promise<number> {
  const tables = header.tables.map(({ name }) => name);
  const ours = tables.filter((name) => !name.startsWith('jobs.'));
  const keys = await client.query<{ off: string; on: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
     from pg_constraint where contype = 'f' and conrelid = any ($1::regclass[])`,
    [ours],
  );
  const forced = await client.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where relforcerowsecurity and oid = any ($1::regclass[])',
    [ours],
  );
  for (const { off } of keys.rows) await client.query(off);
  for (const { name } of forced.rows) await client.query(`alter table ${name} no force row level security`);
  for (const name of ours) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${tables.join(', ')}`);

  const rows = await copyRows(client, header, path);

  for (const { name, last } of header.sequences) {
    if (last !== null) await client.query('select setval($1::regclass, $2::bigint)', [name, last]);
  }
  for (const { on } of keys.rows) await client.query(on);
  for (const { name } of forced.rows) await client.query(`alter table ${name} force row level security`);
  for (const name of ours) await client.query(`alter table ${name} enable trigger user`);
  return rows;
}

async function copyRows(client: pg.Client, header: BackupHeader, path: string): Promise<number> {
  const entries = readArchive(path);
  let next = await entries.next();
  const piecesOf = async function* (table: string): AsyncGenerator<Buffer> {
    while (next.done !== true && next.value.name.startsWith(`rows/${table}/`)) {
      yield next.value.data;
      next = await entries.next();
    }
  };
  let rows = 0;
  next = await entries.next();
  for (const { name, columns } of header.tables) {
    const stream = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`));
    await pipeline(piecesOf(name), stream);
    rows += stream.rowCount;
  }
  if (next.done !== true) throw new Error(`the backup holds ${next.value.name}, which its header does not list`);
  return rows;
}
