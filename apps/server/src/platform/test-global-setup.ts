import { startTestCluster, type TestCluster, testSocketVariable } from './test-cluster.ts';

/**
 * For `node --test --test-global-setup=apps/server/src/platform/test-global-setup.ts`: one PostgreSQL for all files of
 * the run, found by `aDatabase()`; nothing of it is left at the end.
 */
let cluster: TestCluster | undefined;

export async function globalSetup(): Promise<void> {
  cluster = await startTestCluster();
  process.env[testSocketVariable] = cluster.socket;
}

export async function globalTeardown(): Promise<void> {
  await cluster?.stop();
}
