import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { socketConnection } from '@coprod/server/platform/connection';
import { startTestCluster, templateName } from '@coprod/server/platform/test-cluster';
import { tableTypes } from './table-types.ts';

/**
 * `npm run tables`: writes apps/server/src/platform/tables.gen.ts from the migrations.
 * `--check` writes nothing and fails when the file is not current.
 */
const file = join(import.meta.dirname, '../../apps/server/src/platform/tables.gen.ts');

const cluster = await startTestCluster();
const owner = new pg.Pool(socketConnection(cluster.socket)('owner', templateName));
// PostgreSQL may end before the pool's last connection has said goodbye.
owner.on('error', () => undefined);
let current: string;
try {
  current = await tableTypes(owner);
} finally {
  await owner.end();
  await cluster.stop();
}
if (!process.argv.includes('--check')) {
  writeFileSync(file, current);
} else if (readFileSync(file, 'utf8') !== current) {
  console.error('apps/server/src/platform/tables.gen.ts is not what the migrations make: run npm run tables.');
  process.exitCode = 1;
}
