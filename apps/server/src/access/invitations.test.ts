import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type House, type Someone, aHouse, testPassword } from '../testing/a-house.ts';

let house: House;
let customer: string;
before(async () => {
  house = await aHouse();
  customer = await house.addCustomer('Tarvel Pharma');
});
after(() => house.close());

const open = (method: string, path: string, body?: unknown, cookie?: string): Promise<Response> =>
  fetch(`${house.server.url}/api${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const tokenOf = (link: string): string => link.split('/').at(-1)!;
const colleague = (email: string, name = 'Ali') => ({ email, name, roles: ['member'] });
const invited = async (by: Someone, wish: object): Promise<string> => {
  const answer = await by.post('/invitations', wish);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return tokenOf(answer.body.link);
};
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;

describe('an invitation', () => {
  test('tells who invites and as what, and lets a new person in with a name and a password', async () => {
    const token = await invited(house.founder, colleague('Ali@example.test'));
    const looked = (await (await open('GET', `/invitations/${token}`)).json()) as Record<string, unknown>;
    assert.deepEqual(looked, {
      organization: 'Chimie Ostrelle',
      inviter: 'Camille',
      email: 'ali@example.test',
      name: 'Ali',
      side: 'organization',
      customer: null,
      roles: ['member'],
      known: false,
    });
    const joined = await open('POST', `/invitations/${token}/acceptance`, { name: 'Ali', password: testPassword });
    assert.equal(joined.status, 201);
    const cookie = joined.headers.getSetCookie()[0]!.split(';')[0]!;
    const me = (await (await open('GET', '/me', undefined, cookie)).json()) as {
      memberships: { roles: string[]; name: string }[];
    };
    assert.deepEqual(
      me.memberships.map(({ name, roles }) => [name, roles]),
      [['Ali', ['member']]],
    );
    assert.equal(await codeOf(await open('GET', `/invitations/${token}`)), 'link-used-up');
    assert.equal(
      await codeOf(await open('POST', `/invitations/${token}/acceptance`, { name: 'X', password: testPassword })),
      'link-used-up',
    );
  });

  test('is also a mail in the outbox, in the language of the customer, with the same link', async () => {
    const token = await invited(house.founder, {
      customer,
      email: 'dana@tarvel.test',
      name: 'Dana',
      roles: ['auditor'],
    });
    const outbox = await house.founder.get('/outbox');
    const mail = outbox.body.rows.find((row: { recipient: string }) => row.recipient === 'dana@tarvel.test');
    assert.ok(mail.body.includes(`/invitations/${token}`));
    assert.equal(mail.customer, 'Tarvel Pharma');
    assert.equal(outbox.body.sendsMail, false);
  });

  test('keeps only the hash of its token', async () => {
    const token = await invited(house.founder, colleague('hash@example.test'));
    const { rows } = await house.database.owner.query<{ row: string }>(
      'select i::text as row from access.invitation i',
    );
    assert.ok(rows.length > 0);
    for (const { row } of rows) assert.ok(!row.includes(token));
  });

  test('of an address that has an account asks to sign in first, and then joins that person', async () => {
    const dana = await house.addPerson('Dana', ['approver'], { customer });
    const { rows } = await house.database.owner.query<{ email: string }>(
      'select email from access.membership where membership_id = $1',
      [dana.membership],
    );
    const token = await invited(house.founder, colleague(rows[0]!.email, 'Dana'));
    const refused = await open('POST', `/invitations/${token}/acceptance`, { name: 'Thief', password: testPassword });
    assert.equal(await codeOf(refused), 'sign-in-first');
    assert.deepEqual(refused.headers.getSetCookie(), []);
    const stranger = await house.addPerson('Stranger', ['member']);
    assert.equal(
      await codeOf(await open('POST', `/invitations/${token}/acceptance`, {}, stranger.cookie)),
      'sign-in-first',
    );
    assert.equal((await open('POST', `/invitations/${token}/acceptance`, {}, dana.cookie)).status, 201);
    assert.equal((await dana.call('GET', '/api/me')).body.memberships.length, 2);
  });

  test('of two who accept at the same moment lets one in', async () => {
    const token = await invited(house.founder, colleague('race@example.test'));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        open('POST', `/invitations/${token}/acceptance`, { name: `Racer ${n}`, password: testPassword }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    for (const answer of answers)
      if (answer.status !== 201) assert.ok(['link-used-up', 'sign-in-first'].includes(await codeOf(answer)));
    const { rows } = await house.database.owner.query<{ n: number }>(
      `select count(*)::int as n from access.membership where email = 'race@example.test'`,
    );
    assert.equal(rows[0]!.n, 1);
  });

  test('opens nothing once it is withdrawn or its days are over', async () => {
    const first = await house.founder.post('/invitations', colleague('gone@example.test'));
    const list = await house.founder.get('/invitations');
    assert.ok(list.body.rows.some(({ id }: { id: string }) => id === first.body.invitation));
    assert.equal((await house.founder.post(`/invitations/${first.body.invitation}/withdraw`)).status, 200);
    assert.equal(await codeOf(await open('GET', `/invitations/${tokenOf(first.body.link)}`)), 'link-used-up');
    assert.equal((await house.founder.post(`/invitations/${first.body.invitation}/withdraw`)).status, 404);

    const late = await invited(house.founder, colleague('late@example.test'));
    await house.database.owner.query(
      `update access.invitation set expires_at = now() - interval '1 second' where email = 'late@example.test'`,
    );
    assert.equal(await codeOf(await open('GET', `/invitations/${late}`)), 'link-used-up');
    assert.equal(
      await codeOf(await open('POST', `/invitations/${late}/acceptance`, { name: 'L', password: testPassword })),
      'link-used-up',
    );
  });

  test('of a colleague is the administrator’s; a planner invites people of customers and sees only those', async () => {
    const planner = await house.addPerson('Sacha', ['planner']);
    assert.equal((await planner.post('/invitations', colleague('no@example.test'))).body.code, 'not-your-role');
    await invited(planner, {
      customer,
      email: 'charlie@tarvel.test',
      name: 'Charlie',
      roles: ['scheduler'],
    });
    const { rows } = (await planner.get('/invitations')).body;
    assert.ok(rows.length > 0);
    assert.ok(rows.every(({ side }: { side: string }) => side === 'customer'));
    const technician = await house.addPerson('Sam', ['technician']);
    assert.equal((await technician.get('/invitations')).status, 403);
    const dana = await house.addPerson('Dana', ['auditor'], { customer });
    assert.equal((await dana.get('/invitations')).status, 404);
  });

  test('to a customer of another organization, or of somebody who is here already, is refused', async () => {
    const foreign = { customer: '0192a000-0000-7000-8000-000000000001', email: 'x@example.test' };
    assert.equal(
      (await house.founder.post('/invitations', { ...foreign, name: 'X', roles: ['reader'] })).body.code,
      'not-found',
    );
    assert.equal(
      (await house.founder.post('/invitations', colleague('camille@example.test', 'Camille'))).body.code,
      'already-a-member',
    );
  });
});
