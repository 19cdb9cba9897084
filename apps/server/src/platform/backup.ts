import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type ArchiveWriter, writeArchive } from './backup-archive.ts';
import type { Database } from './database.ts';
import { StartProblem } from './start-problem.ts';
import { type StoredSequence, type StoredTable, storedSequences, storedTables } from './stored-tables.ts';
import { withClient } from './with-client.ts';

/** The first file of a backup. */
export interface BackupHeader {
  readonly format: 'coprod-backup/1';
  /** Of the program that wrote it. */
  readonly version: string;
  readonly made: string;
  /** The steps that had made the schema, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly StoredTable[];
  readonly sequences: readonly StoredSequence[];
}

/** Its name in the archive. */
export const headerName = 'coprod-backup.json';

/** The name of the n-th piece of a table's rows, in the text format of COPY. */
export const pieceName = (table: string, piece: number): string =>
  `rows/${table}/${String(piece).padStart(6, '0')}.copy`;

/** How much of a table is held in memory at a time, in bytes. */
const pieceSize = 4 * 2 ** 20;

/** What was written. */
export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes everything that an installation keeps into one file, as of one moment, while it is used: all tables in one
 * repeatable-read snapshot, by COPY. Needs neither pg_dump nor the same version of PostgreSQL on the other side.
 * The file is durable under its name, or not there.
 * @throws StartProblem when the file exists or cannot be written, or when the database holds no Coprod
 */
export async function backup(database: Database, path: string): Promise<BackupSummary> {
  if (existsSync(path)) {
    throw new StartProblem({
      en: `${path} exists: choose another name, a backup never overwrites one.`,
      fr: `${path} existe déjà : choisissez un autre nom, une sauvegarde n'en écrase jamais une autre.`,
    });
  }
  return withClient(database.connection('owner'), async (client) => {
    await assertInstalled(client);
    const archive = await writeArchive(path).catch((cause: unknown) => {
      throw unwritable(path, cause);
    });
    try {
      await client.query('begin isolation level repeatable read read only');
      // FORCE row security holds an owner who is no superuser; this role is let through by a policy on each table.
      await client.query('set local role coprod_backup');
      const summary = await writeTables(client, archive, await describe(client));
      await client.query('commit');
      await archive.finish();
      return summary;
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  });
}

async function assertInstalled(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('sec.migration') is not null as there`);
  if (rows[0]!.there) return;
  throw new StartProblem({
    en: 'There is nothing to back up: this database holds no Coprod (is COPROD_DATA or DATABASE_URL the right one?).',
    fr: "Il n'y a rien à sauvegarder : cette base ne contient pas de Coprod (COPROD_DATA ou DATABASE_URL sont-ils les bons ?).",
  });
}

function unwritable(path: string, cause: unknown): StartProblem {
  const { code } = cause as NodeJS.ErrnoException;
  return new StartProblem(
    {
      en: `${path} cannot be written (${code}): choose a place where this user may write.`,
      fr: `${path} ne peut pas être écrit (${code}) : choisissez un endroit où cet utilisateur peut écrire.`,
    },
    { cause },
  );
}

async function describe(client: pg.Client): Promise<BackupHeader> {
  const { rows } = await client.query<{ name: string }>('select name from sec.migration order by name');
  return {
    format: 'coprod-backup/1',
    version: await programVersion(),
    made: Temporal.Now.instant().round('second').toString(),
    migrations: rows.map(({ name }) => name),
    tables: await storedTables(client),
    sequences: await storedSequences(client),
  };
}

async function writeTables(client: pg.Client, archive: ArchiveWriter, header: BackupHeader): Promise<BackupSummary> {
  await archive.add(headerName, Buffer.from(`${JSON.stringify(header, null, 2)}\n`));
  let rows = 0;
  for (const { name, columns } of header.tables) {
    // Names come quoted from the catalogue. A SELECT, because COPY of a partitioned table itself needs PostgreSQL 18.
    const stream = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`));
    let held: Buffer[] = [];
    let size = 0;
    let piece = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      held.push(chunk);
      size += chunk.length;
      if (size < pieceSize) continue;
      await archive.add(pieceName(name, (piece += 1)), Buffer.concat(held));
      held = [];
      size = 0;
    }
    if (size > 0) await archive.add(pieceName(name, piece + 1), Buffer.concat(held));
    rows += stream.rowCount;
  }
  return { tables: header.tables.length, rows };
}

/** The version of this program, as its package.json says. */
export async function programVersion(): Promise<string> {
  const manifest = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
