import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { backup } from './backup.ts';
import { socketConnection } from './connection.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { restore } from './restore.ts';
import { startTestCluster } from './test-cluster.ts';
import { withClient } from './with-client.ts';

// A PostgreSQL as an administrator sets it up: passwords, and an owner who is no superuser but may make roles.
const cluster = await startTestCluster();
const folder = mkdtempSync(join(tmpdir(), 'coprod-external-'));
after(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true });
});
await withClient(socketConnection(cluster.socket)('owner', 'postgres'), async (client) => {
  // The roles that the template of the test cluster has made belong to nobody's installation here.
  await client.query('drop database coprod_template');
  for (const role of ['staff', 'customer', 'request', 'system', 'auth', 'jobs', 'backup']) {
    await client.query(`drop role coprod_${role}`);
  }
  await client.query(`create role app login createrole password 'se cret'`);
  await client.query('create database app owner app');
  await client.query('create database empty owner app');
});
const data = dirname(cluster.socket);
writeFileSync(join(data, 'pg/pg_hba.conf'), 'local all all scram-sha-256\n');
process.kill(Number.parseInt(readFileSync(join(data, 'pg/postmaster.pid'), 'utf8'), 10), 'SIGHUP');
await pause(300);

const url = (name: string, password = 'se%20cret'): string =>
  `postgresql:///${name}?host=${encodeURIComponent(cluster.socket)}&user=app&password=${password}`;

test('an owner who is no superuser brings the schema in, twice at once, and every role logs in with its derived password', async () => {
  const [one, two] = await Promise.all([openDatabase({ url: url('app') }), openDatabase({ url: url('app') })]);
  const steps = await Promise.all([migrate(one), migrate(two)]);
  assert.ok(steps.flat().length > 0 && steps.some((some) => some.length === 0), 'one of them ran the steps');
  for (const role of ['coprod_request', 'coprod_system', 'coprod_auth', 'coprod_jobs'] as const) {
    const user = await withClient(two.connection(role), async (client) => {
      const { rows } = await client.query<{ user: string }>('select current_user as user');
      return rows[0]!.user;
    });
    assert.equal(user, role);
  }
});

test('row security that holds the owner too keeps nothing out of his backup, and a restore puts it back', async () => {
  const from = await openDatabase({ url: url('app') });
  const id = '0190f3b0-0000-7000-8000-00000000000a';
  await withClient(from.connection('coprod_auth'), (client) =>
    client.query(
      `insert into auth.person (id, name, email, "emailVerified") values ($1, 'Camille', 'c@example.test', true)`,
      [id],
    ),
  );
  const file = join(folder, 'external.tar.gz');
  await backup(from, file);
  const to = await openDatabase({ url: url('empty') });
  await restore(to, file);
  const names = await withClient(to.connection('coprod_auth'), async (client) => {
    const { rows } = await client.query<{ name: string }>('select name from auth.person');
    return rows.map(({ name }) => name);
  });
  assert.deepEqual(names, ['Camille']);
  const seen = await withClient(to.connection('owner'), (client) => client.query('select from auth.person'));
  assert.equal(seen.rowCount, 0, 'FORCE holds the owner again');
});

test('a wrong password and an absent database are told as what they are, without the password', async () => {
  await assert.rejects(openDatabase({ url: url('app', 'wr0ng') }), (error: Error) => {
    assert.match(error.message, /refuses the user app of DATABASE_URL or the password/);
    return !error.message.includes('wr0ng');
  });
  await assert.rejects(
    openDatabase({ url: url('absent') }),
    /has no database absent: make it \(createdb -O app absent\)/,
  );
});
