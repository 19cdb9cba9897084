import type { Configuration } from '@coprod/server/platform/configuration';
import { type Database, openDatabase } from '@coprod/server/platform/database';

/**
 * Works on the database of the installation and closes it, whatever happens.
 * @param beside whether a server may be using it meanwhile
 */
export async function withDatabase<T>(
  { databaseUrl, dataDirectory, postgres }: Configuration,
  beside: boolean,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(
    databaseUrl === undefined ? { dataDirectory, source: postgres, beside } : { url: databaseUrl },
  );
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
