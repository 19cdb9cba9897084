/* oxlint-disable typescript/no-explicit-any -- answers are read as the JSON that they are */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readInterchanges } from '@coprod/edi';
import { actAsSystem } from '../../access/access.ts';
import { partnerSettings } from '../../testing/leaks/matrix.ts';
import { type Answer, type House, type Someone, aHouse } from '../../testing/a-house.ts';
import { pdfText } from '../../testing/pdf-text.ts';
import { aDelfor } from '../a-delfor.ts';
import { applyInterchange } from '../apply-interchange.ts';
import { message } from './label-pdf.ts';
import { checkDigit } from './sscc.ts';

let house: House;
let planner: Someone;
let scheduler: Someone;
let stranger: Someone;
let norvik: string;
let partner: string;
before(async () => {
  house = await aHouse({ name: 'Ateliers Morvane' });
  planner = await house.addPerson('Sacha', ['planner']);
  norvik = await house.addCustomer('Norvik');
  const brenval = await house.addCustomer('Brenval');
  scheduler = await house.addPerson('Charlie', ['scheduler'], { customer: norvik });
  stranger = await house.addPerson('Robin', ['scheduler'], { customer: brenval });
  partner = (await done(planner.post('/partners', { customer: norvik, sender: 'NORVIK', qualifier: 'ZZ' }))).partner;
});
after(() => house.close());

async function done(answer: Promise<Answer>): Promise<any> {
  const { status, body } = await answer;
  assert.ok(status < 300, JSON.stringify(body));
  return body;
}
let reference = 100;
/** A release that says what Norvik has received, and up to which note of ours. */
async function release(received: number, note: string | null = null): Promise<void> {
  reference++;
  const item = { item: 'KIT-A', received, perPack: 40, lines: [{ on: '2026-12-01', quantity: 800 }] };
  const wish = { reference: String(reference), document: String(reference), day: '2026-11-24', items: [item] };
  const plain = aDelfor(wish).toString('latin1');
  const named = plain
    .replace('QTY+70:', `QTY+48:40:PCE'\r\nRFF+AAK:${note}'\r\nQTY+70:`)
    .replace(/UNT\+(\d+)/, (_, n) => `UNT+${Number(n) + 2}`);
  const answer = await done(
    planner.call('POST', '/interchanges', Buffer.from(note === null ? plain : named, 'latin1')),
  );
  await applyInterchange(actAsSystem(house.server.parts.doors, house.organization), answer.interchanges[0].interchange);
}
const lineOf = async (item: string): Promise<any> =>
  (await done(planner.get(`/shippable?customer=${norvik}`))).lines.find((one: any) => one.item === item);
async function prepare(quantity: number, more: object = {}): Promise<Answer> {
  const { release: asked, line } = await lineOf('KIT-A');
  return planner.post('/shipments', {
    customer: norvik,
    lines: [{ release: asked, line, quantity, packType: 'KLT6429', ...more }],
  });
}
const question = async (): Promise<any> => (await done(planner.get('/cumulatives'))).rows[0].question;

test('nothing is prepared before the labels’ company prefix is known, and only whole containers', async () => {
  await release(1000);
  assert.equal((await prepare(80)).body.code, 'shipping-not-set');
  await done(planner.put('/shipping', { gs1Prefix: '3456789', shipFrom: 'Ateliers Morvane, Sens' }));
  const odd = await prepare(90);
  assert.equal(odd.body.code, 'not-whole-containers');
  assert.match(odd.body.title, /containers of 40/);
});

test('a shipment leaves as a despatch advice with its labels, and what is shipped in all is counted from what was received', async () => {
  const { shipment } = await done(prepare(80));
  assert.equal((await scheduler.get(`/shipments/${shipment}`)).status, 404, 'not announced yet');
  const { outgoing } = await done(planner.post(`/shipments/${shipment}/departure`));
  assert.equal((await planner.post(`/shipments/${shipment}/departure`)).status, 409, 'once');
  const page = await done(planner.get(`/shipments/${shipment}`));
  assert.equal(page.lines[0].total, 1080);
  assert.equal(page.units.length, 2);
  for (const { sscc } of page.units) assert.equal(checkDigit(sscc.slice(0, 17)), Number(sscc[17]));

  const { bytes } = await planner.get(`/outgoing/${outgoing}/bytes`);
  const reading = readInterchanges(bytes);
  assert.ok(
    reading.ok,
    JSON.stringify(reading.interchanges.map((i) => [i.findings, i.messages.map((m) => m.findings)])),
  );
  const advice = reading.interchanges[0]!.messages[0]!.value;
  assert.ok(advice?.kind === 'despatch-advice');
  assert.equal(advice.document.number, page.note);
  assert.deepEqual(
    advice.units.flatMap(({ labels }) => labels),
    page.units.map((u: any) => u.sscc),
  );
  assert.deepEqual(
    [
      advice.items[0]!.customerItem,
      advice.items[0]!.quantity?.amount,
      advice.items[0]!.cumulative,
      advice.items[0]!.order?.number,
    ],
    ['KIT-A', '80', '1080', '550001'],
  );

  // The customer sees what has left for him, and nobody else does.
  assert.equal((await done(scheduler.get(`/shipments/${shipment}`))).note, page.note);
  assert.equal((await done(scheduler.get('/shipments'))).rows.length, 1);
  assert.equal((await stranger.get(`/shipments/${shipment}`)).status, 404);
  assert.deepEqual((await done(stranger.get('/shipments'))).rows, []);
  assert.equal((await stranger.get(`/shipments/${shipment}/labels`)).status, 404);
});

test('labels are one page a container, with what is read from a fork-lift and by a scanner', async () => {
  const [shipment] = (await done(planner.get('/shipments'))).rows;
  const { bytes, headers } = await planner.get(`/shipments/${shipment.id}/labels`);
  assert.equal(headers.get('content-type'), 'application/pdf');
  const text = pdfText(bytes);
  for (const expected of ['KIT-A', 'PLANT 2', shipment.note, 'Ateliers Morvane, Sens'])
    assert.ok(text.includes(expected), expected);
  assert.equal((bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length, 2);
  assert.equal((await scheduler.get(`/shipments/${shipment.id}/labels`)).status, 200);
  const label = {
    shipFrom: '',
    shipTo: '',
    unloadingPoint: null,
    note: '7',
    item: 'KIT-A',
    description: null,
    quantity: 40,
    unit: 'PCE',
    sscc: '034567890000000019',
  };
  assert.equal(message(label), '[)>\u001E06\u001DJ034567890000000019\u001DPKIT-A\u001DQ40\u001D2K7\u001E\u0004');
});

test('the next release agrees with our count up to the note that it names, or both numbers are asked about', async () => {
  const [{ note }] = (await done(planner.get('/shipments'))).rows;
  await release(1000);
  assert.equal(await question(), null, 'on its way');
  await release(1080, note);
  assert.equal(await question(), null);
  await release(1040, note);
  const asked = await question();
  assert.deepEqual([asked.shipped, asked.received, asked.note], [1080, 1040, note]);
  await done(planner.post(`/cumulatives/${asked.id}/answer`, { take: 'theirs', reason: 'One container was damaged.' }));
  assert.equal((await planner.post(`/cumulatives/${asked.id}/answer`, { take: 'ours', reason: 'x' })).status, 409);
  const [row] = (await done(planner.get('/cumulatives'))).rows;
  assert.deepEqual([row.shipped, row.question], [1040, null]);
  // More than ever left, whatever note he names.
  await release(5000);
  assert.deepEqual([(await question()).shipped, (await question()).received], [1040, 5000]);
});

test('the same shipment is said in X12 and VDA where the partner’s page says so', async () => {
  for (const [family, directory, kind] of [
    ['x12', '004010', '856'],
    ['vda', '03', '4913'],
  ] as const) {
    assert.equal((await planner.put(`/partners/${partner}`, { ...partnerSettings, family, directory })).status, 200);
    const { shipment } = await done(prepare(40));
    const { outgoing } = await done(planner.post(`/shipments/${shipment}/departure`));
    const sent = await done(planner.get(`/outgoing/${outgoing}`));
    assert.equal(sent.kind, kind);
    const { bytes } = await planner.get(`/outgoing/${outgoing}/bytes`);
    const [interchange] = readInterchanges(bytes).interchanges;
    const value = interchange!.messages[0]!.value;
    assert.ok(interchange!.ok && value?.kind === 'despatch-advice', JSON.stringify(interchange!.findings));
    assert.equal(value.items[0]!.quantity?.amount, '40');
  }
});
