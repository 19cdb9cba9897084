import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { aDatabase } from './test-database.ts';
import { json } from './values.ts';

const database = await aDatabase();
after(() => database.drop());

const one = async (expression: string, ...parameters: unknown[]): Promise<unknown> =>
  (await database.owner.query<{ value: unknown }>(`select ${expression} as value`, parameters)).rows[0]!.value;

test('instants and dates come back as they went in, in any array', async () => {
  const at = Temporal.Instant.from('2026-11-24T13:43:10.123456Z');
  const day = Temporal.PlainDate.from('2026-02-28');
  const read = (await one('$1::timestamptz', at)) as Temporal.Instant;
  assert.ok(read.equals(at));
  assert.ok(((await one('$1::date', day)) as Temporal.PlainDate).equals(day));
  assert.deepEqual(String(await one('array[$1::date, $1::date]', day)), '2026-02-28,2026-02-28');
  assert.deepEqual(String(await one('array[$1::timestamptz]', at)), at.toString());
});

test('a bigint that a number cannot hold exactly is refused, not rounded', async () => {
  assert.equal(await one('9007199254740991::bigint'), Number.MAX_SAFE_INTEGER);
  assert.deepEqual(await one('array[1, 2]::bigint[]'), [1, 2]);
  await assert.rejects(one('9007199254740992::bigint'), RangeError);
});

test('a quantity keeps each of its digits', async () => {
  assert.equal(await one('$1::numeric', '12345678901234567890.1234500'), '12345678901234567890.1234500');
});

test('jsonb takes arrays, strings and null as what they are', async () => {
  for (const value of [[1, 'two', null], 'text', null, { a: [true] }]) {
    assert.deepEqual(await one('$1::jsonb', json(value)), value);
  }
});

test('bytes stay bytes', async () => {
  assert.deepEqual(await one('$1::bytea', Uint8Array.of(0, 255, 13)), Buffer.from([0, 255, 13]));
});

test('connections of the job queue and of sign-in keep the parsers that those libraries expect', async () => {
  const auth = new pg.Client(database.connection('coprod_auth'));
  await auth.connect();
  const { rows } = await auth.query<{ now: unknown }>('select now()');
  await auth.end();
  assert.ok(rows[0]!.now instanceof Date);
});
