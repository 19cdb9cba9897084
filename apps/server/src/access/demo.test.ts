import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { aHouse, testPassword } from '../testing/a-house.ts';
import { demoPeople } from './demo.ts';
import { openDemo } from './demo-cast.ts';
import { foundOrganization } from './found-organization.ts';
import { makeWelcomeToken } from './welcome.ts';

const post = (url: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('stepping into people', async () => {
  const demo = await aHouse({ name: 'Réseau Hautval', demo: true });
  after(() => demo.close());

  test('one click makes a visitor another person of the demo', async () => {
    const noa = await demo.addPerson('Noa', ['team-lead']);
    const { rows } = (await demo.founder.get('/demo/people')).body as { rows: { name: string }[] };
    assert.deepEqual(rows.map(({ name }) => name).toSorted(), ['Camille', 'Noa']);
    const stepped = await demo.founder.post('/demo/step-into', { membership: noa.membership });
    assert.equal(stepped.status, 200);
    const cookie = stepped.headers.getSetCookie()[0]!.split(';')[0]!;
    const me = (await (await fetch(`${demo.server.url}/api/me`, { headers: { cookie } })).json()) as {
      person: { name: string };
    };
    assert.equal(me.person.name, 'Noa');
  });

  test('nobody is invited to a demo, and its mail never leaves', async () => {
    const wish = { email: 'x@example.test', name: 'X', roles: ['member'] };
    assert.equal((await demo.founder.post('/invitations', wish)).body.code, 'nobody-is-invited-to-a-demo');
  });

  test('looking around needs the welcome link', async () => {
    assert.equal((await post(demo.server.url, '/welcome/demo', { token: 'guessed' })).status, 410);
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
    const answer = await real.founder.post('/demo/step-into', { membership: noa.membership });
    assert.equal(answer.body.code, 'not-in-a-demo');
    assert.deepEqual(answer.headers.getSetCookie(), []);
    assert.equal((await real.founder.get('/demo/people')).body.code, 'not-in-a-demo');
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
    await openDemo(parts.doors, both.organization, parts.doors.now());
    const path = `/api/organizations/${both.slug}/demo`;
    const answer = await real.founder.call('POST', `${path}/step-into`, { membership: both.membership });
    assert.equal(answer.body.code, 'not-in-a-demo');
    assert.deepEqual((await real.founder.call('GET', `${path}/people`)).body.rows, []);
  });

  test('a demo that was not built to its end is shown to nobody', async () => {
    const { parts } = real.server;
    const founder = await parts.signIn.register({ name: 'Half', email: 'half@example.test', password: null });
    const wish = {
      name: 'Half a demo',
      language: 'en',
      timeZone: 'Europe/Paris',
      waysIn: ['voice'],
      demo: true,
    } as const;
    const half = {
      person: founder.person,
      name: 'Half',
      email: 'half@example.test',
      roles: ['administrator'],
    } as const;
    await foundOrganization(parts.doors, { ...wish, founder: half }, async () => false, parts.founding);
    assert.ok(!(await demoPeople(parts.people)).some((person) => person.name === 'Half'));
  });
});
