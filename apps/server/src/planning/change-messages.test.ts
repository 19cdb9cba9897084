import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { actAsSystem } from '../access/access.ts';
import { type Answer, type House, type Someone, aHouse } from '../testing/a-house.ts';
import { aDelfor } from './a-delfor.ts';
import { applyInterchange } from './apply-interchange.ts';

/** Messages that do not simply replace what was asked: net changes, items taken out, cancellations. */
describe('A message that changes an earlier one', () => {
  let house: House;
  let planner: Someone;
  before(async () => {
    house = await aHouse({ name: 'Ateliers Morvane' });
    planner = await house.addPerson('Sacha', ['planner']);
    const norvik = await house.addCustomer('Norvik');
    for (const sender of ['NORVIK', 'NORVIKUS'])
      await planner.post('/partners', { customer: norvik, sender, qualifier: 'ZZ' });
  });
  after(() => house.close());

  const applied = async (bytes: Buffer): Promise<Answer['body']> => {
    const { status, body } = await planner.call('POST', '/interchanges', bytes);
    assert.equal(status, 202, JSON.stringify(body));
    const [{ interchange }] = body.interchanges;
    await applyInterchange(actAsSystem(house.server.parts.doors, house.organization), interchange);
    const page = await planner.get(`/interchanges/${interchange}`);
    return (await planner.get(`/releases/${page.body.releases[0].id}`)).body;
  };
  const weeksOf = (release: Answer['body'], item: string): readonly unknown[] =>
    release.lines
      .find((line: { item: string }) => line.item === item)
      .weeks.map((week: { was: number | null; asked: number }) => [week.was, week.asked]);

  /** X12 830 with dated amounts of one part. `form` A: whole schedule, D: net change. */
  const an830 = (number: number, form: 'A' | 'D', amounts: readonly (readonly [string, number])[], part = 'KIT-A') => {
    const day = `202611${10 + number}`;
    const control = String(number).padStart(9, '0');
    const set = [
      'ST*830*0001',
      `BFR*${form === 'A' ? '05' : '04'}**R${number}*DL*${form}*${day}*20270101*${day}`,
      'N1*ST**92*P9',
      `LIN**BP*${part}`,
      'UIT*EA',
      ...amounts.map(([on, quantity]) => `FST*${quantity}*C*D*${on}`),
      'CTT*1',
    ];
    const segments = [
      `ISA*00*          *00*          *ZZ*NORVIKUS       *ZZ*MORVANE        *${day.slice(2)}*0615*U*00401*${control}*0*P*>`,
      `GS*PS*NORVIKUS*MORVANE*${day}*0615*${number}*X*004010`,
      ...set,
      `SE*${set.length + 1}*0001`,
      `GE*1*${number}`,
      `IEA*1*${control}`,
    ];
    return Buffer.from(segments.map((s) => `${s}~\n`).join(''));
  };

  test('a net change is added to what was asked, and may take away', async () => {
    await applied(
      an830(1, 'A', [
        ['20261124', 320],
        ['20261201', 400],
        ['20261208', 420],
      ]),
    );
    const change = await applied(
      an830(2, 'D', [
        ['20261201', -40],
        ['20261215', 60],
      ]),
    );
    assert.equal(change.state, 'applied');
    assert.deepEqual(weeksOf(change, 'KIT-A').slice(0, 6), [
      [0, 0],
      [0, 0],
      [320, 320],
      [400, 360],
      [420, 420],
      [0, 60],
    ]);
    const again = await applied(an830(3, 'D', [['20261201', 40]]));
    const week = again.lines[0].weeks.find((w: { from: string }) => w.from === '2026-11-30');
    assert.deepEqual([week.was, week.asked], [360, 400]);
  });

  test('a net change to something that never came is kept with its reason, and not applied', async () => {
    const lost = await applied(an830(5, 'D', [['20261201', 40]], 'KIT-Z'));
    assert.deepEqual([lost.state, lost.lines.length], ['without-base', 0]);
  });

  /** A DELFOR of two items with the BGM function and the action of the second item put in. */
  const delfor = (document: string, bgm: number, action: string): Buffer => {
    const bytes = aDelfor({
      reference: document,
      document,
      day: `2026-11-${document}`,
      place: 'CHANGE',
      items: ['KIT-A', 'BR-204'].map((item) => ({ item, received: 100, lines: [{ on: '2026-12-01', quantity: 320 }] })),
    });
    const text = bytes.toString('latin1').replace(`+${document}+5'`, `+${document}+${bgm}'`);
    return Buffer.from(text.replace('LIN+2++', `LIN+2+${action}+`), 'latin1');
  };

  test('an item that is deleted is asked for no more, and one left as it was stays as it was', async () => {
    await applied(delfor('20', 9, ''));
    const change = await applied(delfor('21', 4, '2'));
    assert.deepEqual(
      change.lines.map((line: { item: string; drift: string }) => [line.item, line.drift]),
      [
        ['KIT-A', 'same'],
        ['BR-204', 'less'],
      ],
    );
    const week = change.lines[1].weeks.find((w: { from: string }) => w.from === '2026-11-30');
    assert.deepEqual([week.was, week.asked], [320, 0]);
  });

  test('a cancellation changes nothing by itself: it waits for the planner, in words', async () => {
    const cancelled = await applied(delfor('22', 1, ''));
    assert.deepEqual([cancelled.state, cancelled.lines.length], ['cancellation', 0]);
    const { body } = await planner.get('/waiting');
    assert.match(JSON.stringify(body), /The delivery schedule 22 is cancelled\./);
    const next = await applied(delfor('23', 5, ''));
    assert.equal(next.replaces.document, '21');
  });
});
