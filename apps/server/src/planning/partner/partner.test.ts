/* oxlint-disable typescript/no-explicit-any -- answers are read as the JSON that they are */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { actAsSystem } from '../../access/access.ts';
import { partnerSettings } from '../../testing/leaks/matrix.ts';
import { type Answer, type House, type Someone, aHouse } from '../../testing/a-house.ts';
import { aDelfor } from '../a-delfor.ts';
import { applyInterchange } from '../apply-interchange.ts';
import { watchInbox } from '../watch-inbox.ts';

let house: House;
let planner: Someone;
const partners = new Map<string, string>();
before(async () => {
  house = await aHouse({ name: 'Ateliers Morvane' });
  planner = await house.addPerson('Sacha', ['planner']);
  for (const sender of ['NORVIK', 'BRENVAL', 'LUMET', 'TARVEL']) {
    const customer = await house.addCustomer(sender);
    const added = await planner.post('/partners', { customer, sender, qualifier: 'ZZ' });
    partners.set(sender, added.body.partner);
  }
});
after(() => house.close());

const settle = (sender: string, change: object): Promise<Answer> =>
  planner.put(`/partners/${partners.get(sender)}`, { ...partnerSettings, ...change });

let reference = 0;
const file = (sender: string): Buffer => {
  const number = String(++reference);
  const item = { item: 'KIT-A', received: 0, lines: [{ on: '2026-12-01', quantity: 100 }] };
  return aDelfor({
    sender,
    reference: number,
    document: number,
    day: '2026-11-24',
    place: `P${number}`,
    items: [item],
  });
};

/** Posts as a machine does, with a key. */
async function post(key: string, bytes: Buffer): Promise<{ readonly status: number; readonly body: any }> {
  const answer = await fetch(`${house.server.url}/api/organizations/${house.slug}/interchanges`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { status: answer.status, body: await answer.json() };
}
const aKey = async (): Promise<{ readonly id: string; readonly key: string }> =>
  (await planner.post('/api-keys', { name: 'gateway', scopes: ['edi'] })).body;
const stateOf = async (interchange: string): Promise<{ readonly state: string; readonly reason: string | null }> =>
  (await planner.get(`/interchanges/${interchange}`)).body;
const apply = (interchange: string): Promise<void> =>
  applyInterchange(actAsSystem(house.server.parts.doors, house.organization), interchange);

test('a file counts when the key by which it came is its signer’s own, and waits in quarantine when it is another’s', async () => {
  const mine = await aKey();
  const common = await aKey();
  const way = await planner.post(`/partners/${partners.get('NORVIK')}/ways`, { kind: 'key', key: mine.id });
  assert.equal(way.status, 201);

  assert.equal((await post(mine.key, file('NORVIK'))).status, 202);

  const forged = await post(mine.key, file('BRENVAL'));
  assert.equal(forged.status, 409);
  assert.equal(forged.body.code, 'way-of-another');
  assert.match(forged.body.whatToDo, /Ask BRENVAL whether he sent it/);

  const byCommon = file('NORVIK');
  const other = await post(common.key, byCommon);
  assert.equal(other.body.code, 'not-his-way');
  assert.equal((await stateOf(other.body.extra.interchange)).reason, 'not-his-way');

  // A forger who is first must not keep the true one out: the same bytes by the right way count.
  const right = await post(mine.key, byCommon);
  assert.equal(right.status, 202);
  assert.equal(right.body.interchanges[0].interchange, other.body.extra.interchange);
  assert.notEqual((await stateOf(other.body.extra.interchange)).state, 'quarantined');

  // The planner vouches for the other one.
  const read = await planner.post(`/interchanges/${forged.body.extra.interchange}/decision`, { choice: 'read' });
  assert.equal(read.status, 200);
  await apply(forged.body.extra.interchange);
  assert.equal((await stateOf(forged.body.extra.interchange)).state, 'applied');
});

test('a key belongs to one partner, must be allowed to send EDI, and ends', async () => {
  const key = await aKey();
  const give = (sender: string, id: string): Promise<Answer> =>
    planner.post(`/partners/${partners.get(sender)}/ways`, { kind: 'key', key: id });
  const given = await give('LUMET', key.id);
  const again = await give('BRENVAL', key.id);
  assert.equal(again.status, 409);
  assert.match(again.body.title, /belongs to LUMET already/);
  const reader = (await planner.post('/api-keys', { name: 'reader', scopes: ['read'] })).body;
  assert.equal((await give('BRENVAL', reader.id)).body.code, 'no-edi-key');
  const gone = await planner.call('DELETE', `/partners/${partners.get('LUMET')}/ways/${given.body.way}`);
  assert.equal(gone.status, 200);
  assert.equal((await give('BRENVAL', key.id)).status, 201);
});

test('a partner’s folder is his, and a file signed by somebody else in it is refused with a sentence', async (context) => {
  const inbox = await mkdtemp(join(tmpdir(), 'coprod-inbox-'));
  context.after(() => rm(inbox, { recursive: true }));
  const folder = join(inbox, house.slug, 'tarvel');
  const nobodys = join(inbox, house.slug, 'someone');
  for (const path of [folder, nobodys]) await mkdir(path, { recursive: true });
  await planner.post(`/partners/${partners.get('TARVEL')}/ways`, { kind: 'folder', folder: 'tarvel' });
  await writeFile(join(folder, 'his.edi'), file('TARVEL'));
  await writeFile(join(folder, 'others.edi'), file('LUMET'));
  await writeFile(join(inbox, house.slug, 'common.edi'), file('TARVEL'));
  await writeFile(join(nobodys, 'untouched.edi'), file('LUMET'));
  const end = watchInbox(house.server.parts, inbox, { pause: 20, patience: 300 });
  const names = async (path: string): Promise<number> => (await readdir(path).catch(() => [])).length;
  for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((r) => setTimeout(r, 20)))
    if (
      (await names(join(folder, 'done'))) === 1 &&
      (await names(join(folder, 'refused'))) === 2 &&
      (await names(join(inbox, house.slug, 'refused'))) === 2
    )
      break;
  await end();
  assert.equal(await names(join(folder, 'done')), 1);
  assert.equal(await names(join(folder, 'refused')), 2, 'the file and its sentence');
  assert.equal(await names(join(inbox, house.slug, 'refused')), 2, 'not by the common folder');
  assert.deepEqual(await readdir(nobodys), ['untouched.edi'], 'a folder that is nobody’s stays untouched');
});

test('files of a partner in test are read and shown and never applied; the same file counts once he is in production', async () => {
  await settle('BRENVAL', { mode: 'test' });
  const bytes = file('BRENVAL');
  const sent = await planner.call('POST', '/interchanges', bytes);
  assert.equal(sent.status, 202);
  const id = sent.body.interchanges[0].interchange;
  await apply(id);
  const page = (await planner.get(`/interchanges/${id}`)).body;
  assert.equal(page.state, 'test');
  assert.deepEqual(page.releases, []);
  assert.ok(page.segments.some((s: any) => s.meaning?.kind === 'call-off'));

  await settle('BRENVAL', { mode: 'production' });
  assert.equal((await planner.call('POST', '/interchanges', bytes)).body.interchanges[0].interchange, id);
  await apply(id);
  assert.equal((await planner.get(`/interchanges/${id}`)).body.releases[0].state, 'applied');
});

test('whoever may not put files in by hand is refused until the planner reads it all the same', async () => {
  await settle('LUMET', { byHand: false });
  const sent = await planner.call('POST', '/interchanges', file('LUMET'));
  assert.equal(sent.body.code, 'not-by-hand');
  await settle('LUMET', {});
});

test('a partner’s profile decides how his file is read', async () => {
  const bytes = Buffer.from(
    file('LUMET')
      .toString()
      .replace(/UNT\+\d+/, 'UNT+99'),
  );
  assert.equal((await planner.call('POST', '/interchanges', bytes)).body.code, 'unreadable-interchange');
  await settle('LUMET', { profile: 'counts-not-trusted' });
  const next = Buffer.from(
    file('LUMET')
      .toString()
      .replace(/UNT\+\d+/, 'UNT+99'),
  );
  assert.equal((await planner.call('POST', '/interchanges', next)).status, 202);
  await settle('LUMET', {
    overrides: { severities: { 'segment-count-wrong': 'error' } },
    profile: 'counts-not-trusted',
  });
  const strict = Buffer.from(
    file('LUMET')
      .toString()
      .replace(/UNT\+\d+/, 'UNT+99'),
  );
  assert.equal((await planner.call('POST', '/interchanges', strict)).body.code, 'unreadable-interchange');
  assert.equal((await settle('LUMET', { overrides: { tables: { nonsense: {} } } })).status, 422);
  await settle('LUMET', {});
});
