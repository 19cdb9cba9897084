import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { readContextKey, signContext, type SignedContext } from './context-token.ts';
import { aDatabase } from './test-database.ts';

const database = await aDatabase();
const request = new pg.Pool({ ...database.connection('coprod_request'), max: 2 });
const key = await readContextKey(database.owner);
after(async () => {
  await request.end();
  await database.drop();
});

const acme = '0190f3b0-0000-7000-8000-00000000000a';
const motors = '0190f3b0-0000-7000-8000-00000000000c';
const person = '0190f3b0-0000-7000-8000-00000000000e';
const planner: SignedContext = { organization: acme, side: 'organization', person, roles: ['planner', 'member'] };
const scheduler: SignedContext = { organization: acme, side: 'customer', customer: motors, roles: ['scheduler'] };
const soon = (): Temporal.Instant => Temporal.Now.instant().add({ seconds: 10 });

/** What the database believes about a token, inside a transaction as a role. */
async function seen(
  token: (pid: number) => string | undefined,
  role = 'coprod_staff',
): Promise<Record<string, unknown>> {
  const client = await request.connect();
  try {
    await client.query('begin');
    await client.query(`set local role ${role}`);
    const { rows: pids } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const text = token(pids[0]!.pid);
    if (text !== undefined) await client.query(`select set_config('coprod.context', $1, true)`, [text]);
    const { rows } = await client.query<Record<string, unknown>>(
      `select sec.staff_organization() as staff, sec.customer_organization() as "customerOrganization", sec.customer() as customer,
              sec.system_organization() as system, sec.person() as person, sec.membership() as membership,
              sec.roles() as roles, sec.has_role('planner') as planner, sec.context() is null as nothing`,
    );
    return rows[0]!;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const good = (pid: number): string => signContext(key, planner, pid, soon());

const nobody = {
  staff: null,
  customerOrganization: null,
  customer: null,
  system: null,
  person: null,
  membership: null,
  roles: [],
  planner: false,
  nothing: true,
};

test('the database knows who signed for what, on either side', async () => {
  assert.deepEqual(await seen((pid) => signContext(key, planner, pid, soon())), {
    ...nobody,
    nothing: false,
    staff: acme,
    person,
    roles: ['planner', 'member'],
    planner: true,
  });
  assert.deepEqual(await seen((pid) => signContext(key, scheduler, pid, soon()), 'coprod_customer'), {
    ...nobody,
    nothing: false,
    customerOrganization: acme,
    customer: motors,
    roles: ['scheduler'],
    planner: false,
  });
  assert.deepEqual(
    (await seen((pid) => signContext(key, { organization: acme, side: 'system' }, pid, soon())))['system'],
    acme,
  );
});

test('a context that is absent, forged, expired or of another connection is no context', async () => {
  const forgeries: Record<string, (pid: number) => string | undefined> = {
    absent: () => undefined,
    empty: () => '',
    junk: () => 'organization',
    'long junk': () => 'x'.repeat(200),
    'another organization': (pid) => good(pid).replace(acme, motors),
    'another role': (pid) => good(pid).replace('planner', 'administrator'),
    'another key': (pid) => signContext(Buffer.alloc(64, 1), planner, pid, soon()),
    expired: (pid) => signContext(key, planner, pid, Temporal.Now.instant().subtract({ seconds: 2 })),
    'another backend': (pid) => good(pid + 1),
    'cut at the end': (pid) => good(pid).slice(0, -1),
    'one part more': (pid) => `x|${good(pid)}`,
  };
  for (const [name, forge] of Object.entries(forgeries)) assert.deepEqual(await seen(forge), nobody, name);
});

test('a part that would shift the others is refused before it is signed', () => {
  assert.throws(() => signContext(key, { ...planner, roles: ['a|b'] }, 1, soon()), TypeError);
});

test('the request role reads no key, makes no temporary table, takes no other role', async () => {
  const client = await request.connect();
  try {
    for (const statement of [
      'select ipad from sec.context_key',
      'create temporary table t (a int)',
      'create table public.t (a int)',
      'set role coprod_owner',
      'set role coprod_system',
      'set role coprod_auth',
      'select sec.context()',
      'select sec.close_database()',
    ]) {
      await assert.rejects(client.query(statement), { code: '42501' }, statement);
    }
  } finally {
    client.release();
  }
});
