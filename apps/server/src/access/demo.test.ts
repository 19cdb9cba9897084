import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openServer } from '../open-server.ts';
import { aDatabase } from '../platform/test-database.ts';
import { aHouse, testPassword } from '../testing/a-house.ts';
import { foundOrganization } from './found-organization.ts';
import { makeWelcomeToken } from './welcome.ts';

const post = (url: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:8080' },
    body: JSON.stringify(body),
  });

describe('stepping into people', async () => {
  const demo = await aHouse({ name: 'Réseau Hautval', demo: true });
  after(() => demo.close());

  test('one click makes a visitor another person of the demo', async () => {
    const noa = await demo.addPerson('Noa', ['team-lead']);
    const { rows } = (await (await fetch(`${demo.server.url}/api/demo/people`)).json()) as { rows: { name: string }[] };
    assert.deepEqual(rows.map(({ name }) => name).toSorted(), ['Camille', 'Noa']);
    const stepped = await post(demo.server.url, '/demo/step-into', { membership: noa.membership });
    assert.equal(stepped.status, 200);
    const cookie = stepped.headers.getSetCookie()[0]!.split(';')[0]!;
    const me = (await (await fetch(`${demo.server.url}/api/me`, { headers: { cookie } })).json()) as {
      person: { name: string };
    };
    assert.equal(me.person.name, 'Noa');
  });

  test('nobody is invited to a demo, and its mail never leaves', async () => {
    const wish = { side: 'organization', email: 'x@example.test', name: 'X', roles: ['member'] };
    assert.equal((await demo.founder.post('/invitations', wish)).body.code, 'nobody-is-invited-to-a-demo');
  });

  test('looking around needs the welcome link and leaves it good', async () => {
    const token = (await makeWelcomeToken(demo.server.parts.people))!;
    assert.equal((await post(demo.server.url, '/welcome/demo', { token: 'guessed' })).status, 410);
    for (let n = 0; n < 2; n += 1) {
      const looked = await post(demo.server.url, '/welcome/demo', { token });
      assert.equal(looked.status, 201);
      assert.equal(looked.headers.getSetCookie().length, 1);
    }
    const answer = await fetch(`${demo.server.url}/api/welcome/${token}`);
    assert.deepEqual(await answer.json(), { open: true });
  });

  test('a person of the demo founds and joins no real organization: others may hold a session in his name', async () => {
    const token = (await makeWelcomeToken(demo.server.parts.people))!;
    const founded = await post(demo.server.url, '/welcome', {
      token,
      name: 'Real',
      language: 'en',
      timeZone: 'Europe/Paris',
      waysIn: ['voice'],
      person: { name: 'Camille', email: 'camille@example.test', password: testPassword },
    });
    assert.equal(((await founded.json()) as { code: string }).code, 'not-in-a-real-organization');
  });
});

describe('a real organization', async () => {
  const real = await aHouse({ demo: false });
  after(() => real.close());

  test('nobody steps into its people, not even signed in there', async () => {
    const noa = await real.addPerson('Noa', ['administrator']);
    for (const answer of [
      await post(real.server.url, '/demo/step-into', { membership: noa.membership }),
      await post(real.server.url, '/demo/step-into', { membership: '0192a000-0000-7000-8000-000000000001' }),
    ]) {
      assert.equal(answer.status, 403);
      assert.deepEqual(answer.headers.getSetCookie(), []);
      assert.equal(((await answer.json()) as { code: string }).code, 'not-in-a-demo');
    }
    assert.deepEqual(await (await fetch(`${real.server.url}/api/demo/people`)).json(), { rows: [] });
  });

  test('a person who belongs to a demo and to a real organization is nobody’s to step into', async () => {
    const { parts } = real.server;
    const both = await foundOrganization(
      parts.doors,
      {
        name: 'Demo of Camille',
        language: 'en',
        timeZone: 'Europe/Paris',
        waysIn: ['voice'],
        demo: true,
        founder: {
          person: real.founder.person,
          name: 'Camille',
          email: 'camille@example.test',
          roles: ['administrator'],
        },
      },
      async () => false,
      parts.founding,
    );
    const answer = await post(real.server.url, '/demo/step-into', { membership: both.membership });
    assert.equal(answer.status, 403);
  });
});

test('two who look around at the same moment build one demo', async () => {
  const database = await aDatabase();
  let built = 0;
  const server = await openServer({
    database,
    host: '127.0.0.1',
    port: 0,
    publicUrl: new URL('http://localhost:8080'),
    log: false,
    requestsPerMinute: 1_000_000,
    attemptsPerMinute: 1_000_000,
    smtpUrl: undefined,
    mailFrom: 'coprod@example.test',
    webClient: undefined,
    async buildDemo(parts) {
      built += 1;
      const email = 'noa@example.test';
      const { person } = await parts.signIn.register({ name: 'Noa', email, password: testPassword });
      const founder = { person, name: 'Noa', email, roles: ['team-lead'] as const };
      await foundOrganization(
        parts.doors,
        { name: 'Hautval', language: 'fr', timeZone: 'Europe/Paris', waysIn: ['voice'], demo: true, founder },
        async () => false,
        parts.founding,
      );
    },
  });
  try {
    const token = (await makeWelcomeToken(server.parts.people))!;
    const looked = await Promise.all([1, 2, 3].map(() => post(server.url, '/welcome/demo', { token })));
    for (const answer of looked) assert.equal(answer.status, 201);
    assert.equal(((await looked[0]!.json()) as { slug: string }).slug, 'hautval');
    assert.equal(built, 1);
  } finally {
    await server.close();
    await database.drop();
  }
});
