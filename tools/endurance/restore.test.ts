import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
  aDirectory,
  aServer,
  coprod,
  endAll,
  processesOf,
  removeDirectory,
  type RunningCoprod,
} from '@coprod/cli/test/a-coprod';
import { storedTables } from '@coprod/server/platform/stored-tables';
import pg from 'pg';
import { assertOneLedger, audit, auditJobs, aWitness, readLedger } from './books.ts';
import { foundHouse, welcomeOf } from './found-house.ts';
import { startLoad } from './load.ts';

const seconds = process.env['COPROD_LONG'] === '1' ? 30 : 1;
const folder = aDirectory();
after(() => {
  endAll(folder);
  removeDirectory(folder);
});
const plenty = { COPROD_REQUESTS_PER_MINUTE: '1000000' };

test('a backup taken under load is restored into an empty database, and its ledger is the one that customers have seen', async () => {
  const serve = (data: string): Promise<RunningCoprod> => aServer(data, plenty);
  const data = (name: string): string => join(folder, name);
  const file = join(folder, 'under-load.tar.gz');

  const first = await serve(data('first'));
  let port = first.port;
  const house = await foundHouse(() => `http://localhost:${port}`, await welcomeOf(first));
  const load = startLoad(house);
  await pause(seconds * 1000);
  await load.everyWayIn();
  const told = load.acknowledged();
  const written = await done(['backup', file], data('first'));
  await load.everyWayIn();
  await load.stop();
  assert.deepEqual(load.faults, []);

  // Where something is, nothing is restored: neither beside the running server nor over what it has restored itself.
  assert.match((await refused(['restore', file], data('first'))).output, /in use by coprod pid/);
  const restored = await done(['restore', file], data('second'));
  assert.equal(countIn(restored.output), countIn(written.output));
  assert.match((await refused(['restore', file], data('second'))).output, /into an empty database only/);

  const second = await serve(data('second'));
  const found = await behind(data('second'), (client) => audit(client, told));
  assert.deepEqual([found.lost, found.doubled], [0, 0]);
  const jobs = await behind(data('second'), (client) => auditJobs(client, 120_000));
  assert.deepEqual([jobs.waiting, jobs.twice, jobs.failed], [0, 0, 0], 'files that waited are applied after a restore');
  // The restored ledger is a beginning of the one that went on: the customer who has seen one is shown the other.
  const older = await behind(data('second'), readLedger);
  const newer = await behind(data('first'), readLedger);
  for (const ledger of [older, newer]) assertOneLedger(ledger);
  const witness = aWitness();
  const common = older.heads.findLast((head) => newer.heads.some(({ size }) => size === head.size))!;
  assert.ok(common.root.equals(newer.heads.find(({ size }) => size === common.size)!.root));
  await witness.look(house.approver);

  // In quiet every row is there, and the root is the same.
  const quiet = join(folder, 'quiet.tar.gz');
  await stop(second);
  await stop(first);
  await done(['backup', quiet], data('first'));
  await done(['restore', quiet], data('third'));
  const [original, copy] = [await serve(data('first')), await serve(data('third'))];
  port = copy.port;
  await witness.look(house.approver);
  const [there, here] = [await behind(data('first'), rowsOf), await behind(data('third'), rowsOf)];
  assert.deepEqual(here, there);
  const roots = await Promise.all(
    ['first', 'third'].map((name) => behind(data(name), async (client) => (await readLedger(client)).heads.at(-1)!)),
  );
  assert.deepEqual(roots[0], roots[1]);
  await stop(original);
  await stop(copy);
  assert.deepEqual(processesOf(folder), [], 'a process is left');
  const rows = Object.values(there).reduce((sum, count) => sum + count, 0);
  console.log(
    `backup under load: ${countIn(written.output)} rows, ${(statSync(file).size / 1e6).toFixed(2)} MB in ${inSeconds(written)}, ` +
      `restored in ${inSeconds(restored)}; ${found.acknowledged} acknowledged before it, lost 0, doubled 0; ` +
      `in quiet ${rows} rows of ${Object.keys(there).length} tables and the root of ${roots[0]!.size} entries are the same`,
  );

  async function stop(server: RunningCoprod): Promise<void> {
    server.child.kill('SIGTERM');
    assert.equal((await server.ended()).code, 0, server.output());
  }
});

type Ended = Awaited<ReturnType<RunningCoprod['ended']>>;

async function done(words: readonly string[], data: string): Promise<Ended> {
  const end = await coprod(words, { COPROD_DATA: data }).ended();
  assert.equal(end.code, 0, end.output);
  return end;
}

async function refused(words: readonly string[], data: string): Promise<Ended> {
  const end = await coprod(words, { COPROD_DATA: data }).ended();
  assert.equal(end.code, 1, end.output);
  return end;
}

const countIn = (output: string): number => Number(/(\d+) rows of/.exec(output)?.[1]);
const inSeconds = ({ milliseconds }: Ended): string => `${(milliseconds / 1000).toFixed(1)} s`;

async function behind<T>(data: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host: join(data, 'run'), user: 'coprod_owner', database: 'coprod' });
  await client.connect();
  return look(client).finally(() => client.end());
}

/** Rows of each table; those of the job queue change by themselves while a server runs. */
async function rowsOf(client: pg.Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await storedTables(client)) {
    if (name.startsWith('jobs.')) continue;
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${name}`);
    counts[name] = rows[0]!.count;
  }
  return counts;
}
