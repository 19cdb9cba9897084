import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '../platform/ids.ts';
import { type House, type Someone, aHouse, testPassword } from './a-house.ts';

describe('Who asks too often', () => {
  let house: House;
  let one: Someone;
  let other: Someone;
  let origin: string;
  before(async () => {
    house = await aHouse({ requestsPerMinute: 30, attemptsPerMinute: 5 });
    origin = `http://localhost:${new URL(house.server.url).port}`;
    one = await house.addPerson('Camille', ['quality-manager']);
    other = await house.addPerson('Sacha', ['planner']);
  });
  after(() => house.close());

  test('waits, and others behind the same address do not wait with him', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => one.get('/rules')));
    const refused = answers.filter(({ status }) => status === 429);
    assert.equal(refused.length, 10);
    assert.equal(refused[0]!.body.code, 'too-many-requests');
    assert.match(refused[0]!.body.whatToDo, /Wait \d+ seconds/);
    assert.equal((await other.get('/rules')).status, 200);
  });

  test('tries a few passwords a minute to sign, and then not even the right one', async () => {
    const second = await house.addPerson('Dominique', ['quality-manager']);
    const sign = (password: string) =>
      second.post(`/disclosures/${newId()}/second`, { meaning: 'I sign', credential: { password } });
    for (let n = 0; n < 5; n++) assert.equal((await sign(`wrong ${n}`)).body.code, 'wrong-credential');
    assert.equal((await sign(testPassword)).body.code, 'too-many-requests');
  });

  test('tries a few passwords a minute to sign in', async () => {
    const attempt = (password: string) =>
      fetch(`${origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ email: 'camille@example.test', password }),
      });
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) statuses.push((await attempt(`wrong ${n}`)).status);
    assert.equal(statuses.at(-1), 429, statuses.join(' '));
    assert.equal((await attempt(testPassword)).status, 429);
  });

  test('does not help himself by making up who he is: an address has a limit of its own', async () => {
    let refused = 0;
    for (let n = 0; n < 20; n++) {
      const answers = await Promise.all(
        Array.from({ length: 40 }, () =>
          fetch(`${origin}/api/me`, { headers: { authorization: `Bearer ${newId()}` } }).then(({ status }) => status),
        ),
      );
      refused += answers.filter((status) => status === 429).length;
    }
    assert.ok(refused >= 200, `${refused} of 800 were refused`);
  });
});
