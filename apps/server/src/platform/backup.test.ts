import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { aHouse } from '../testing/a-house.ts';
import { backup } from './backup.ts';
import { readContextKey } from './context-token.ts';
import type { Database } from './database.ts';
import { checkBackup, restore } from './restore.ts';
import { StartProblem } from './start-problem.ts';
import { storedTables } from './stored-tables.ts';
import { anEmptyDatabase, type TestDatabase } from './test-database.ts';
import { withClient } from './with-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'coprod-backup-'));
const house = await aHouse();
const customer = await house.addCustomer('Valmont');
await house.addPerson('Sacha', ['planner']);
after(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const asDatabase = ({ connection }: Pick<TestDatabase, 'connection'>): Database => ({
  kind: 'embedded',
  connection,
  admitRoles: async () => undefined,
  lost: new Promise<never>(() => undefined),
  close: async () => undefined,
});

/** Every row of every table, as text in an order of its own. */
const rowsOf = (database: Pick<TestDatabase, 'connection'>): Promise<Record<string, string[]>> =>
  withClient(database.connection('owner'), async (client) => {
    const all: Record<string, string[]> = {};
    for (const { name } of await storedTables(client)) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  });

/** The sequencer of the running house gives places and signs a moment later: waits until nothing is left to do. */
async function settled(): Promise<void> {
  const question = `select not exists (select from core.ledger_entry where position is null)
    and (select max(size) from core.ledger_checkpoint) = (select count(*) from core.ledger_entry) as done`;
  for (let tries = 0; tries < 200; tries += 1) {
    const done = await withClient(house.database.connection('owner'), async (client) => {
      const { rows } = await client.query<{ done: boolean | null }>(question);
      return rows[0]!.done;
    });
    if (done === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the ledger does not settle');
}

const file = join(folder, 'house.tar.gz');
await settled();
const written = await backup(asDatabase(house.database), file);

test('a restored installation holds every row of the one that was backed up, its ledger and its keys included', async () => {
  const target = await anEmptyDatabase();
  try {
    const restored = await restore(asDatabase(target), file);
    const rows = await rowsOf(target);
    // The job queue goes on by itself in the running house; its jobs are compared by nobody.
    const before = Object.entries(await rowsOf(house.database)).filter(([name]) => !name.startsWith('jobs.'));
    assert.ok(before.some(([name, some]) => name === 'core.ledger_entry' && some.length > 0));
    for (const [name, some] of before) assert.deepEqual(rows[name], some, name);
    assert.ok(rows['access.customer']!.some((row) => row.includes(customer)));
    assert.equal(restored.rows, written.rows);
    assert.deepEqual(await readContextKey(target.owner), await readContextKey(house.database.owner));
    const { rows: open } = await target.owner.query(
      `select oid::regclass as name from pg_class where relkind = 'r' and relrowsecurity and not relforcerowsecurity`,
    );
    assert.deepEqual(open, [], 'row security is forced again');
  } finally {
    await target.drop();
  }
});

test('a backup goes into an empty database only, and overwrites no file', async () => {
  await assert.rejects(restore(asDatabase(house.database), file), /into an empty database only/);
  await assert.rejects(backup(asDatabase(house.database), file), /exists: choose another name/);
});

test('a backup with any byte changed, or cut anywhere, is refused before anything is written', async () => {
  const bytes = readFileSync(file);
  const count = process.env['COPROD_LONG'] === '1' ? 2000 : 100;
  const broken = join(folder, 'broken.tar.gz');
  let refused = 0;
  for (let turn = 0; turn < count; turn += 1) {
    // The ten bytes of gzip's header say nothing of the content (time, system).
    const at = 10 + Math.floor(((bytes.length - 10) * turn) / count);
    const changed = Buffer.from(bytes);
    changed[at] = changed[at]! ^ (1 << (turn % 8));
    writeFileSync(broken, turn % 2 === 0 ? changed : bytes.subarray(0, at));
    // Compressed, the same bytes can be written in more than one way: then nothing is damaged.
    if (turn % 2 === 0 && saysTheSame(changed, bytes)) continue;
    await assert.rejects(checkBackup(broken), StartProblem, `byte ${at}`);
    refused += 1;
  }
  assert.ok(refused > count * 0.9);
  console.log(`${refused} damaged backups refused, 0 accepted`);
});

function saysTheSame(changed: Buffer, original: Buffer): boolean {
  try {
    return gunzipSync(changed).equals(gunzipSync(original));
  } catch {
    return false;
  }
}

test('a file that is no backup is called what it is', async () => {
  const other = join(folder, 'other');
  writeFileSync(other, 'hello');
  await assert.rejects(checkBackup(other), /cannot be restored/);
  await assert.rejects(checkBackup(join(folder, 'none')), /There is no file/);
});
