import type { Configuration } from '@coprod/server/platform/configuration';
import { type Database, openDatabase } from '@coprod/server/platform/database';
import { unlessStopped } from './stop.ts';

/**
 * Works on the database of the installation and closes it, whatever happens.
 * @param beside whether a server may be using it meanwhile
 */
export async function withDatabase<T>(
  { databaseUrl, dataDirectory, postgres }: Configuration,
  beside: boolean,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const opening = openDatabase(
    databaseUrl === undefined ? { dataDirectory, source: postgres, beside } : { url: databaseUrl },
  );
  try {
    return await unlessStopped(async () => work(await opening));
  } finally {
    await (await opening).close();
  }
}
