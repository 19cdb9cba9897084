/* oxlint-disable typescript/no-explicit-any -- answers are read as the JSON that they are */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readInterchanges, write830, writeContrl, type Release } from '@coprod/edi';
import { actAsSystem } from '../../access/access.ts';
import { partnerSettings } from '../../testing/leaks/matrix.ts';
import { type Answer, type House, type Someone, aHouse } from '../../testing/a-house.ts';
import { aDelfor } from '../a-delfor.ts';
import { applyInterchange } from '../apply-interchange.ts';
import { place, sendInterchange } from './send-interchange.ts';

let house: House;
let planner: Someone;
let outbox: string;
const partners = new Map<string, string>();
before(async () => {
  house = await aHouse({ name: 'Ateliers Morvane' });
  planner = await house.addPerson('Sacha', ['planner']);
  outbox = await mkdtemp(join(tmpdir(), 'coprod-outbox-'));
  for (const sender of ['NORVIK', 'BRENVAL', 'LUMET']) {
    const customer = await house.addCustomer(sender);
    partners.set(sender, (await planner.post('/partners', { customer, sender, qualifier: 'ZZ' })).body.partner);
  }
});
after(async () => {
  await house.close();
  await rm(outbox, { recursive: true });
});

const system = () => actAsSystem(house.server.parts.doors, house.organization);
const settle = async (sender: string, change: object): Promise<void> =>
  assert.equal((await planner.put(`/partners/${partners.get(sender)}`, { ...partnerSettings, ...change })).status, 200);
const outgoingOf = async (sender: string): Promise<any[]> =>
  (await planner.get(`/outgoing?partner=${partners.get(sender)}`)).body.rows.toReversed();

let reference = 0;
const delfor = (sender: string, wish: object = {}): Buffer => {
  const number = String(++reference);
  const item = { item: 'KIT-A', received: 0, lines: [{ on: '2026-12-01', quantity: 100 }] };
  return aDelfor({ sender, reference: number, document: number, day: '2026-11-24', items: [item], ...wish });
};
const send = (bytes: Uint8Array): Promise<Answer> => planner.call('POST', '/interchanges', Buffer.from(bytes));
async function sendAndApply(bytes: Uint8Array): Promise<string> {
  const answer = await send(bytes);
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  const { interchange } = answer.body.interchanges[0];
  await applyInterchange(system(), interchange);
  return interchange;
}

test('an acknowledgement leaves once the release is applied, not before, and once for a file that comes twice', async () => {
  await settle('NORVIK', { answerSyntax: 'always', answerApplication: 'always' });
  const bytes = delfor('NORVIK');
  // The worker that applies it dies before the commit: neither the release nor its answer was ever there.
  const { interchange } = (await send(bytes)).body.interchanges[0];
  const dying = {
    ...system(),
    transaction: <T>(work: (tx: any) => Promise<T>): Promise<T> =>
      system().transaction(async (tx) => {
        await work(tx);
        throw new Error('killed');
      }),
  };
  await assert.rejects(applyInterchange(dying, interchange), /killed/);
  await applyInterchange(system(), interchange);
  await applyInterchange(system(), interchange);
  await send(bytes);
  await applyInterchange(system(), interchange);

  const left = await outgoingOf('NORVIK');
  assert.deepEqual(
    left.map(({ kind, reference: number, answers }) => [kind, number, answers]),
    [
      ['CONTRL', '00000001', interchange],
      ['APERAK', '00000002', interchange],
    ],
  );
  const contrl = readInterchanges((await planner.get(`/outgoing/${left[0].id}/bytes`)).bytes);
  assert.ok(contrl.ok, JSON.stringify(contrl.findings));
  const [written] = contrl.interchanges;
  assert.deepEqual([written!.sender.id, written!.recipient.id], ['MORVANE', 'NORVIK']);
  const value = written!.messages[0]!.value;
  assert.ok(value?.kind === 'acknowledgement' && value.verdict === 'accepted');
  const page = (await planner.get(`/interchanges/${interchange}`)).body;
  assert.deepEqual(page.answers.map((a: any) => a.kind).toSorted(), ['APERAK', 'CONTRL']);
});

test('who wants refusals only hears nothing of a good file, and why a broken one could not be read', async () => {
  await settle('BRENVAL', { answerSyntax: 'refusals' });
  await sendAndApply(delfor('BRENVAL'));
  assert.deepEqual(await outgoingOf('BRENVAL'), []);
  const broken = Buffer.from(
    delfor('BRENVAL')
      .toString()
      .replace(/UNT\+\d+/, 'UNT+99'),
  );
  assert.equal((await send(broken)).status, 422);
  assert.equal((await send(broken)).status, 422);
  const [answer, ...more] = await outgoingOf('BRENVAL');
  assert.equal(more.length, 0);
  const { bytes } = await planner.get(`/outgoing/${answer.id}/bytes`);
  const value = readInterchanges(bytes).interchanges[0]!.messages[0]!.value;
  assert.ok(value?.kind === 'acknowledgement' && value.verdict === 'rejected');
});

test('an X12 file is answered by TA1 and 997, and control numbers count per partner without gap', async () => {
  await settle('LUMET', { answerSyntax: 'always', answerEnvelope: 'always' });
  const release = readInterchanges(delfor('LUMET')).interchanges[0]!.messages[0]!.value as Release;
  const x12 = (number: string): Uint8Array =>
    write830(
      { ...release, document: { ...release.document, number } },
      {
        sender: { id: 'LUMET', qualifier: 'ZZ', routing: null },
        recipient: { id: 'MORVANE', qualifier: 'ZZ', routing: null },
        controlReference: number.padStart(9, '0'),
        preparedAt: '2026-11-24T06:15',
      },
    ).bytes;
  for (const number of ['501', '502', '503']) await sendAndApply(x12(number));
  const left = await outgoingOf('LUMET');
  assert.deepEqual(
    left
      .map(({ kind, reference: number }) => `${kind} ${number}`)
      .toSorted((a, b) => a.slice(-3).localeCompare(b.slice(-3))),
    ['TA1 000000001', '997 000000002', 'TA1 000000003', '997 000000004', 'TA1 000000005', '997 000000006'],
  );
});

test('what was sent is marked by what its recipient says of it, and an answer is never answered', async () => {
  await settle('NORVIK', { answerSyntax: 'always' });
  await sendAndApply(delfor('NORVIK'));
  const before = await outgoingOf('NORVIK');
  const about = before.at(-1)!;
  const answer = (verdict: 'accepted' | 'rejected', controlReference: string): Uint8Array =>
    writeContrl(
      {
        kind: 'acknowledgement',
        level: 'syntax',
        interchange: { reference: about.reference, sender: 'MORVANE', recipient: 'NORVIK' },
        group: null,
        document: null,
        verdict,
        code: '',
        messages: [],
        errors: [],
        remarks: [],
        rest: [],
      },
      {
        sender: { id: 'NORVIK', qualifier: 'ZZ', routing: null },
        recipient: { id: 'MORVANE', qualifier: 'ZZ', routing: null },
        controlReference,
        preparedAt: '2026-11-24T07:00',
      },
    ).bytes;
  const heard = await sendAndApply(answer('accepted', '9001'));
  const accepted = (await planner.get(`/outgoing/${about.id}`)).body;
  assert.deepEqual([accepted.verdict, accepted.verdictBy], ['accepted', heard]);
  await sendAndApply(answer('rejected', '9002'));
  assert.equal((await planner.get(`/outgoing/${about.id}`)).body.verdict, 'rejected');
  // A refusal stays.
  await sendAndApply(answer('accepted', '9003'));
  assert.equal((await planner.get(`/outgoing/${about.id}`)).body.verdict, 'rejected');
  assert.equal((await outgoingOf('NORVIK')).length, before.length);
});

test('what waits leaves by the partner’s folder, whole and once, wherever the worker dies', async () => {
  const folder = join(outbox, 'dies');
  const bytes = Buffer.from('whole');
  const hidden = join(folder, '.one.part');
  const mark = join(folder, '.sent', 'one');
  /** Every state in which a death can leave the folder; the customer empties it at once. */
  const deaths: readonly (() => Promise<void>)[] = [
    async () => undefined,
    async () => mkdir(join(folder, '.sent'), { recursive: true }).then(() => undefined),
    async () => writeFile(hidden, 'who'),
    async () => writeFile(hidden, bytes),
    async () => Promise.all([writeFile(hidden, bytes), writeFile(mark, '')]).then(() => undefined),
  ];
  for (const die of deaths) {
    await rm(folder, { recursive: true, force: true });
    if (die !== deaths[0]) await mkdir(join(folder, '.sent'), { recursive: true });
    await die();
    await place(folder, 'one.edi', 'one', bytes);
    assert.equal(await readFile(join(folder, 'one.edi'), 'utf8'), 'whole');
    // He takes it; the worker died before its commit and runs again.
    await unlink(join(folder, 'one.edi'));
    await place(folder, 'one.edi', 'one', bytes);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name !== '.sent'),
      [],
      'it is not there a second time',
    );
  }
});

test('a worker killed between the folder and the database sends nothing twice', async () => {
  await settle('NORVIK', { answerSyntax: 'always', folderOut: 'norvik' });
  await sendAndApply(delfor('NORVIK'));
  const waiting = (await outgoingOf('NORVIK')).filter((one) => one.state === 'waiting');
  assert.ok(waiting.length > 0);
  const folder = join(outbox, house.slug, 'norvik');
  const dying = {
    ...system(),
    transaction: <T>(work: (tx: any) => Promise<T>): Promise<T> =>
      system().transaction(async (tx) => {
        await work(tx);
        throw new Error('killed');
      }),
  };
  for (const { id, name } of waiting) {
    await assert.rejects(sendInterchange(dying, outbox, id), /killed/);
    await unlink(join(folder, name));
    await sendInterchange(system(), outbox, id);
    await sendInterchange(system(), outbox, id);
    await assert.rejects(stat(join(folder, name)), 'fetched once, and never there again');
  }
  assert.ok((await outgoingOf('NORVIK')).every((one) => one.state === 'sent' && one.sentBy === 'folder'));
  assert.deepEqual(await readdir(join(folder, '.sent')), []);
});

test('whoever fetches it himself says that he has it, as often as he likes, with one effect', async () => {
  await sendAndApply(delfor('LUMET'));
  const [first] = (await planner.get(`/outgoing?partner=${partners.get('LUMET')}&state=waiting`)).body.rows;
  for (let i = 0; i < 2; i++)
    assert.equal((await planner.post(`/outgoing/${first.id}/sent`, { by: 'pick-up' })).status, 200);
  assert.equal((await planner.post(`/outgoing/${first.id}/sent`, { by: 'page' })).status, 409);
  assert.equal((await planner.get(`/outgoing/${first.id}`)).body.sentBy, 'pick-up');
});
