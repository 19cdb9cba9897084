import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningServer, openServer } from './open-server.ts';
import type { Configuration } from './platform/configuration.ts';
import { openDatabase } from './platform/database.ts';
import { migrate } from './platform/migrate.ts';
import type { StartProblem } from './platform/start-problem.ts';

/**
 * Starts an installation: opens its database, migrates it, opens the house and listens.
 * @throws StartProblem with a sentence that says what to do; nothing is left running then
 */
export async function startServer(
  configuration: Configuration,
): Promise<RunningServer & { readonly lost: Promise<StartProblem> }> {
  const { databaseUrl, dataDirectory, postgres } = configuration;
  const database = await openDatabase(
    databaseUrl === undefined ? { dataDirectory, source: postgres } : { url: databaseUrl },
  );
  try {
    await migrate(database);
    const client = join(import.meta.dirname, '../../web/dist');
    const server = await openServer({
      ...configuration,
      database,
      attemptsPerMinute: 10,
      webClient: existsSync(join(client, 'index.html')) ? client : undefined,
    });
    const close = async (): Promise<void> => {
      await server.close();
      await database.close();
    };
    return { ...server, close, lost: database.lost };
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
}
