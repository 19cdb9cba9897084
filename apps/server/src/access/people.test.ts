import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type House, aHouse } from '../testing/a-house.ts';

let house: House;
before(async () => {
  house = await aHouse();
});
after(() => house.close());

const membersOf = async (query = ''): Promise<{ name: string; membership: string; endedAt: string | null }[]> =>
  (await house.founder.get(`/members${query}`)).body.rows;

describe('people', () => {
  test('the list shows both sides with roles and since when, page by page by name', async () => {
    const customer = await house.addCustomer('Verran Paints');
    for (const name of ['Ada', 'Bea', 'Cleo']) await house.addPerson(name, ['auditor'], { customer });
    const first = (await house.founder.get('/members?limit=2')).body;
    assert.equal(first.rows.length, 2);
    const all = [...first.rows];
    let next = first.next;
    while (next !== null) {
      const more = (await house.founder.get(`/members?limit=2&after=${next}`)).body;
      all.push(...more.rows);
      next = more.next;
    }
    assert.deepEqual(
      all.map(({ name }) => name),
      ['Ada', 'Bea', 'Camille', 'Cleo'],
    );
    assert.equal(all[0].customer, 'Verran Paints');
    assert.deepEqual(
      (await membersOf('?find=cle')).map(({ name }) => name),
      ['Cleo'],
    );
    assert.deepEqual(
      (await membersOf('?find=%25')).map(({ name }) => name),
      [],
    );
  });

  test('an ended membership opens nothing any more, neither by session nor by key', async () => {
    const noa = await house.addPerson('Noa', ['team-lead']);
    const { key } = (await noa.post('/api-keys', { name: 'mine', scopes: ['read'] })).body;
    assert.equal((await noa.get('/waiting')).status, 200);
    assert.equal((await house.founder.post(`/members/${noa.membership}/end`)).status, 200);
    assert.equal((await noa.get('/waiting')).status, 404);
    const byKey = await fetch(`${house.server.url}/api/organizations/${house.slug}/waiting`, {
      headers: { authorization: `Bearer ${key}` },
    });
    assert.equal(byKey.status, 401);
    assert.ok((await membersOf('?state=ended')).some(({ name }) => name === 'Noa'));
    assert.equal((await house.founder.post(`/members/${noa.membership}/end`)).status, 404);
  });

  test('the last administrator stays, even when two end each other at the same moment', async () => {
    const last = await house.founder.post(`/members/${house.founder.membership}/end`);
    assert.equal(last.body.code, 'last-administrator');
    const roles = await house.founder.put(`/members/${house.founder.membership}`, { roles: ['planner'] });
    assert.equal(roles.body.code, 'last-administrator');

    const second = await house.addPerson('Robin', ['administrator']);
    const answers = await Promise.all([
      house.founder.put(`/members/${second.membership}`, { roles: ['member'] }),
      second.put(`/members/${house.founder.membership}`, { roles: ['member'] }),
    ]);
    const { rows } = await house.database.owner.query<{ name: string }>(
      `select name from access.membership where 'administrator' = any(roles) and ended_at is null`,
    );
    assert.equal(rows.length, 1, JSON.stringify(answers.map(({ body }) => body)));
    // What the other tests need.
    await house.database.owner.query(`update access.membership set roles = $1 where membership_id = $2`, [
      ['administrator'],
      house.founder.membership,
    ]);
  });

  test('roles of the other side are refused, and only an administrator changes any', async () => {
    const noa = await house.addPerson('Noa', ['team-lead']);
    const wrong = await house.founder.put(`/members/${noa.membership}`, { roles: ['auditor'] });
    assert.equal(wrong.body.code, 'invalid-request');
    assert.equal(
      (await noa.put(`/members/${noa.membership}`, { roles: ['administrator'] })).body.code,
      'not-your-role',
    );
    assert.equal((await house.founder.put(`/members/${noa.membership}`, { roles: ['planner'] })).status, 200);
    assert.equal((await noa.get('/members')).status, 200);
  });

  test('even the database refuses a role that a member gives himself', async () => {
    const sam = await house.addPerson('Sam', ['technician']);
    const changed = await house.server.parts.doors.transaction(
      {
        side: 'organization',
        organization: house.organization,
        membership: sam.membership,
        person: sam.person,
        roles: ['technician'],
      },
      (tx) =>
        tx
          .updateTable('access.membership')
          .set({ roles: ['administrator'] })
          .where('organization_id', '=', house.organization)
          .where('membership_id', '=', sam.membership)
          .executeTakeFirst(),
    );
    assert.equal(changed.numUpdatedRows, 0n);
  });
});

describe('teams and customers', () => {
  test('a team is added, renamed and joined; a name that is there is refused', async () => {
    const added = await house.founder.post('/teams', { name: 'Team Nord' });
    assert.equal(added.status, 201);
    assert.equal((await house.founder.post('/teams', { name: 'Team Nord' })).body.code, 'name-taken');
    const sud = (await house.founder.post('/teams', { name: 'Team Sud' })).body.id;
    assert.equal((await house.founder.put(`/teams/${sud}`, { name: 'Team Nord' })).body.code, 'name-taken');
    assert.equal((await house.founder.put(`/teams/${sud}`, { name: 'Team Ouest' })).status, 200);
    const alix = await house.addPerson('Alix', ['technician']);
    await house.founder.put(`/members/${alix.membership}`, { roles: ['technician'], team: sud });
    const { rows } = (await alix.get('/teams')).body;
    assert.deepEqual(
      rows.map(({ name, people }: { name: string; people: number }) => [name, people]),
      [
        ['Team Nord', 0],
        ['Team Ouest', 1],
      ],
    );
    assert.equal((await alix.post('/teams', { name: 'Mine' })).status, 403);
  });

  test('quality manager and planner add customers with language and conflict class, a technician does not', async () => {
    const planner = await house.addPerson('Sacha', ['planner']);
    const added = await planner.post('/customers', { name: 'Norvik Automobiles', language: 'fr' });
    assert.equal(added.status, 201);
    assert.equal(
      (await planner.post('/customers', { name: 'Norvik Automobiles', language: 'fr' })).body.code,
      'name-taken',
    );
    assert.equal(
      (
        await planner.put(`/customers/${added.body.id}`, {
          name: 'Norvik Automobiles',
          language: 'en',
          conflictClass: 'car makers',
        })
      ).status,
      200,
    );
    const sam = await house.addPerson('Sam', ['technician']);
    assert.equal((await sam.post('/customers', { name: 'Mine', language: 'fr' })).status, 403);
  });
});

describe('keys for machines', () => {
  const by = (key: string, method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${house.server.url}/api/organizations/${house.slug}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  test('a key is shown once, works within its scopes, and its last use is noted', async () => {
    const planner = await house.addPerson('Sacha', ['planner']);
    const made = (await planner.post('/api-keys', { name: 'ERP', scopes: ['read'] })).body;
    assert.match(made.key, /^coprod_[\w-]{43}$/);
    assert.equal((await by(made.key, 'GET', '/waiting')).status, 200);
    const beyond = await by(made.key, 'POST', '/customers', { name: 'By key', language: 'en' });
    assert.equal(((await beyond.json()) as { code: string }).code, 'not-in-the-scope-of-this-key');
    const listed = await planner.get('/api-keys');
    assert.ok(!listed.bytes.includes(made.key));
    assert.equal(listed.body.rows[0].hint, made.hint);
    assert.notEqual(listed.body.rows[0].lastUsedOn, null);
    const { rows } = await house.database.owner.query<{ row: string }>('select k::text as row from access.api_key k');
    for (const { row } of rows) assert.ok(!row.includes(made.key));
  });

  test('a revoked or expired key opens nothing, and a key makes no keys', async () => {
    const planner = await house.addPerson('Sacha', ['planner']);
    const make = async (more: object = {}): Promise<{ id: string; key: string }> =>
      (await planner.post('/api-keys', { name: 'k', scopes: ['read', 'write'], ...more })).body;
    const revoked = await make();
    assert.equal((await planner.post(`/api-keys/${revoked.id}/revocation`)).status, 200);
    assert.equal((await by(revoked.key, 'GET', '/waiting')).status, 401);
    const soon = await make({ expiresAt: Temporal.Now.instant().add({ milliseconds: 300 }).toString() });
    assert.equal((await by(soon.key, 'GET', '/waiting')).status, 200);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal((await by(soon.key, 'GET', '/waiting')).status, 401);
    const past = await planner.post('/api-keys', { name: 'k', scopes: ['read'], expiresAt: '2020-01-01T00:00:00Z' });
    assert.equal(past.body.code, 'invalid-request');
    const child = await by((await make()).key, 'POST', '/api-keys', { name: 'child', scopes: ['edi'] });
    assert.equal(((await child.json()) as { code: string }).code, 'not-by-a-key');
  });

  test('one sees and revokes one’s own; the administrator those of everybody', async () => {
    const planner = await house.addPerson('Sacha', ['planner']);
    const sam = await house.addPerson('Sam', ['technician']);
    const customer = await house.addCustomer('Lumet Coatings');
    const auditor = await house.addPerson('Dana', ['auditor'], { customer });
    const { id } = (await planner.post('/api-keys', { name: 'ERP', scopes: ['read'] })).body;
    assert.deepEqual((await sam.get('/api-keys')).body.rows, []);
    for (const other of [sam, auditor]) assert.equal((await other.post(`/api-keys/${id}/revocation`)).status, 404);
    const own = (await auditor.post('/api-keys', { name: 'portal', scopes: ['read'] })).body;
    assert.equal((await auditor.get('/api-keys')).body.rows.length, 1);
    assert.equal((await auditor.post(`/api-keys/${own.id}/revocation`)).status, 200);
    assert.equal((await house.founder.post(`/api-keys/${id}/revocation`)).status, 200);
  });
});

test('the administrator changes name, language, time zone and ways in of the organization; a planner does not', async () => {
  const wish = { name: 'Ostrelle SA', language: 'fr', timeZone: 'Europe/Brussels', waysIn: ['voice'] };
  const planner = await house.addPerson('Sacha', ['planner']);
  assert.equal((await planner.put('/settings', wish)).status, 403);
  assert.equal((await house.founder.put('/settings', { ...wish, timeZone: 'Europe/Nowhere' })).status, 422);
  assert.equal((await house.founder.put('/settings', wish)).status, 200);
  const { organization } = (await house.founder.call('GET', '/api/me')).body.memberships[0];
  assert.deepEqual(
    { name: organization.name, language: organization.language, timeZone: organization.timeZone },
    { name: 'Ostrelle SA', language: 'fr', timeZone: 'Europe/Brussels' },
  );
});

test('mail pages by key, newest first, and is the administrator’s alone', async () => {
  for (let n = 0; n < 5; n += 1)
    await house.founder.post('/invitations', {
      email: `mail${n}@example.test`,
      name: `N${n}`,
      roles: ['member'],
    });
  const seen: string[] = [];
  let after = '';
  do {
    const { body } = await house.founder.get(`/outbox?limit=2${after}`);
    seen.push(...body.rows.map(({ recipient }: { recipient: string }) => recipient));
    after = body.next === null ? '' : `&after=${body.next}`;
  } while (after !== '');
  assert.deepEqual(
    seen.slice(0, 5),
    [4, 3, 2, 1, 0].map((n) => `mail${n}@example.test`),
  );
  const sam = await house.addPerson('Sam', ['quality-manager']);
  assert.equal((await sam.get('/outbox')).status, 403);
});
