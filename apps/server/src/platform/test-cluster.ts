import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { socketConnection } from './connection.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { runMigrations } from './migrate.ts';
import type { PostgresSource } from './postgres-binaries.ts';
import { withClient } from './with-client.ts';

/** Where the test files of one run find the shared PostgreSQL: the directory of its socket. */
export const testSocketVariable = 'COPROD_TEST_SOCKET';

/** The migrated, empty database that each test database is a copy of. */
export const templateName = 'coprod_template';

/** A throw-away PostgreSQL with the migrated template. */
export interface TestCluster {
  readonly socket: string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL without fsync in a temporary directory and makes the template, about a second in all.
 * COPROD_TEST_POSTGRES=system or package says with which programs.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const data = mkdtempSync(join(tmpdir(), 'coprod-test-'));
  // Run by root, PostgreSQL has another account, which must pass through.
  chmodSync(data, 0o711);
  const source = process.env['COPROD_TEST_POSTGRES'] as PostgresSource | undefined;
  let postgres: EmbeddedPostgres | undefined;
  // A test process that ends early takes its PostgreSQL with it.
  const atExit = (): void => postgres?.stopSoon();
  process.once('exit', atExit);
  const stop = async (): Promise<void> => {
    process.off('exit', atExit);
    await postgres?.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    postgres = await startEmbeddedPostgres({ data, source, throwaway: true });
    const connect = socketConnection(postgres.socket);
    await withClient(connect('owner', 'postgres'), (client) => client.query(`create database ${templateName}`));
    await runMigrations(connect('owner', templateName));
    return { socket: postgres.socket, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
