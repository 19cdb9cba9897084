import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type House, aHouse } from '../testing/a-house.ts';

let house: House;
before(async () => {
  house = await aHouse();
});
after(() => house.close());

const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

test('who goes away at any moment while his live stream is opened leaves nothing behind', async () => {
  const port = Number(new URL(house.server.url).port);
  const path = `/api/organizations/${house.slug}/live`;
  const before = timers();
  for (let gone = 0; gone < 40; gone += 1) {
    const socket = connect(port, 'localhost');
    socket.on('error', () => undefined);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${house.founder.cookie}\r\n\r\n`);
    await pause(gone / 2);
    socket.destroy();
  }
  for (let tries = 0; timers() > before && tries < 100; tries += 1) await pause(20);
  assert.equal(timers(), before, 'heartbeats of streams that nobody reads');
});
