import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildDemo } from './build-demo.ts';
import { makeWelcomeToken } from './access/welcome.ts';
import { type RunningServer, openServer } from './open-server.ts';
import type { Configuration } from './platform/configuration.ts';
import { openDatabase } from './platform/database.ts';
import { migrate } from './platform/migrate.ts';
import type { StartProblem } from './platform/start-problem.ts';

export type StartedServer = RunningServer & {
  /** Where people reach it. */
  readonly address: URL;
  /** The one-time link that opens the house while no organization is at home; null once somebody is. */
  readonly welcome: URL | null;
  /** Settles when the database is lost. */
  readonly lost: Promise<StartProblem>;
};

/**
 * Starts an installation: opens its database, migrates it, opens the house and listens.
 * @throws StartProblem with a sentence that says what to do; nothing is left running then
 */
export async function startServer(configuration: Configuration): Promise<StartedServer> {
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
      buildDemo: (ground, keys) => buildDemo(ground, keys, configuration.language),
      webClient: existsSync(join(client, 'index.html')) ? client : undefined,
    });
    const close = async (): Promise<void> => {
      await server.close();
      await database.close();
    };
    const address = configuration.publicUrl.port === '0' ? new URL(server.url) : configuration.publicUrl;
    try {
      const token = await makeWelcomeToken(server.parts.people);
      const welcome = token === null ? null : new URL(`/welcome?token=${token}`, address);
      return { ...server, close, address, welcome, lost: database.lost };
    } catch (thrown) {
      await server.close();
      throw thrown;
    }
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
}
