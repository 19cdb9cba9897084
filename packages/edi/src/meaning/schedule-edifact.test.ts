import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, sample } from '../../test/samples.ts';
import { readInterchanges, whens, type Release } from '../index.ts';

function releaseOf(name: string): Release {
  const value = readInterchanges(sample(name)).interchanges[0]?.messages[0]?.value;
  assert.equal(value?.kind, 'release');
  return value;
}

const lines = (release: Release, item = 0): string[] =>
  release.items[item]!.schedule.map((l) => `${l.kind} ${l.quantity} ${l.when ? whens.text(l.when) : '-'}`);

test('a DELFOR D.96A gives what a planner reads on the paper: who, what, how much, how firm, when', () => {
  const release = releaseOf('delfor-d96a.edi');
  assert.equal(release.document.number, 'LAB20261124');
  assert.equal(release.document.function, 'replace');
  assert.equal(release.customer?.name, 'VALMONT AUTOMOBILES');
  const item = release.items[0]!;
  assert.equal(item.customerItem, '5Q0-955-453-B');
  assert.equal(item.supplierItem, 'LP-2210');
  assert.equal(item.engineeringLevel, 'C');
  assert.equal(item.shipTo?.id, 'VSB');
  assert.equal(item.unloadingPoint, 'K12');
  assert.deepEqual(item.order, { number: '5500012345', line: '10' });
  assert.deepEqual(lines(release), [
    'backlog 40 -',
    'firm 600 2026-11-26',
    'firm 1200 2026-W49',
    'forecast 2400 2027-01',
    'forecast 2000 2027-02-01/2027-02-28',
  ]);
});

test('the received total says since when it counts, and the last receipt names its delivery note', () => {
  const item = releaseOf('delfor-d96a.edi').items[0]!;
  const [total] = item.cumulatives;
  assert.equal(total?.kind, 'received');
  assert.equal(total?.quantity.amount, '12400');
  assert.equal(total?.since && whens.text(total.since), '2026-01-01');
  const [receipt] = item.receipts;
  assert.equal(receipt?.note, '88123');
  assert.equal(receipt?.noteDate && whens.text(receipt.noteDate), '2026-11-18');
});

test('a DELFOR D.97A puts the status before the quantities, and a weekly quantity belongs to its week', () => {
  const release = releaseOf('delfor-d97a.edi');
  assert.deepEqual(lines(release), [
    'immediate 120 -',
    'firm 2400 2026-11-24T06:00',
    'firm 2400 2026-11-25T14:00',
    'firm 12000 2026-W49',
    'forecast 11500 2026-W50',
    'forecast 48000 2027-01',
  ]);
  assert.equal(release.items[0]!.schedule[4]!.cumulative, '153420', 'amount and cumulative of one week are one line');
});

test('a DELFOR in the German usage tells production and material go-ahead from forecast', () => {
  const release = releaseOf('delfor-d04a-vda4984.edi');
  assert.deepEqual(
    release.items[0]!.schedule.map((l) => l.kind),
    ['backlog', 'firm', 'firm', 'production', 'material', 'forecast'],
  );
  assert.equal(release.items[0]!.shipTo?.name, 'Kestrel Fahrzeugbau, Werk Süd');
});

const delfor = (body: string): { release: Release; codes: string[]; ok: boolean } => {
  const segments = body.trim().split(/\s*\n\s*/);
  const text = `UNB+UNOC:3+A+B+261124:0600+1'UNH+1+DELFOR:D:97A:UN'BGM+241+1+5'DTM+137:20261124:102'NAD+BY+C'GIS+37'NAD+ST+P'${segments.join('')}UNT+${segments.length + 7}+1'UNZ+1+1'`;
  const message = readInterchanges(bytesOf(text)).interchanges[0]!.messages[0]!;
  assert.ok(message.value?.kind === 'release');
  return { release: message.value, codes: message.findings.map((f) => f.code), ok: message.ok };
};

test('a date in another form than announced is read by its length; zeros are no date; words are refused', () => {
  const line = (dtm: string): readonly [string | undefined, string[], boolean] => {
    const { release, codes, ok } = delfor(`LIN+1++A:IN'\nSCC+1'\nQTY+113:5'\nDTM+2:${dtm}'`);
    return [lines(release)[0], codes, ok];
  };
  assert.deepEqual(line('202611300600:102'), ['firm 5 2026-11-30T06:00', ['date-format-differs'], true]);
  assert.deepEqual(line('20261130:203'), ['firm 5 2026-11-30', ['date-format-differs'], true]);
  assert.deepEqual(line('00000000:102'), ['firm 5 -', ['date-special', 'line-without-date'], true]);
  assert.deepEqual(line('20261332:102'), ['firm 5 -', ['date-wrong', 'line-without-date'], false]);
});

test('a wrong date beside the schedule is left out and does not refuse the message', () => {
  const { ok, codes } = delfor("LIN+1++A:IN'\nRFF+ON:5'\nDTM+171:2026:102'\nSCC+1'\nQTY+113:5'\nDTM+2:20261130:102'");
  assert.deepEqual([ok, codes], [true, ['date-ignored']]);
});

test('first and last delivery are the ends of a period, in either order: 64 is the first, 63 the last', () => {
  const first = "DTM+64:20261130:102'";
  const last = "DTM+63:20261204:102'";
  for (const dates of [`${first}\n${last}`, `${last}\n${first}`])
    assert.deepEqual(lines(delfor(`LIN+1++A:IN'\nSCC+1'\nQTY+113:5'\n${dates}`).release), [
      'firm 5 2026-11-30/2026-12-04',
    ]);
  assert.equal(delfor(`LIN+1++A:IN'\nSCC+1'\nQTY+113:5'\nDTM+64:20261204:102'\nDTM+63:20261130:102'`).ok, false);
});

test('an article number of nobody is how the customer calls the item, and it is said', () => {
  const ean = delfor("LIN+1++4012345678901:EN'\nSCC+1'\nQTY+113:5'\nDTM+2:20261130:102'");
  assert.deepEqual([ean.release.items[0]!.customerItem, ean.codes], ['4012345678901', ['item-number-untagged']]);
  const none = delfor("LIN+1'\nSCC+1'\nQTY+113:5'\nDTM+2:20261130:102'");
  assert.ok(!none.ok && none.codes.includes('item-without-number'));
});

test('what has no place in the type is kept beside it, and unknown codes conclude nothing', () => {
  const { release, codes } = delfor("LIN+1++A:IN'\nALI+FR'\nQTY+999:7'\nSCC+77'\nQTY+113:5'\nDTM+2:20261130:102'");
  assert.deepEqual(
    release.items[0]!.rest.map((r) => r.tag),
    ['ALI', 'QTY'],
  );
  assert.deepEqual([lines(release), codes], [['unstated 5 2026-11-30'], ['code-unknown', 'code-unknown']]);
});

test('a change message says of each item whether it was added, deleted, changed or left as it was', () => {
  const segments = [
    'UNB+UNOC:3+A:ZZ+B:ZZ+261124:0615+1',
    'UNH+1+DELFOR:D:96A:UN',
    'BGM+241+4712+4',
    'DTM+137:20261124:102',
    'UNS+D',
    'NAD+CN+P2::92',
    'LIN+1+1+A:IN',
    'LIN+2+2+B:IN',
    'LIN+3+3+C:IN',
    'LIN+4+4+D:IN',
    'LIN+5++E:IN',
    'UNS+S',
    'UNT+12+1',
    'UNZ+1+1',
  ];
  const value = readInterchanges(bytesOf(segments.map((s) => `${s}'`).join(''))).interchanges[0]?.messages[0]?.value;
  assert.equal(value?.kind, 'release');
  assert.equal(value.document.function, 'change');
  assert.deepEqual(
    value.items.map((item) => item.action),
    ['added', 'deleted', 'changed', 'unchanged', null],
  );
});

const message = (release: string, body: string): Uint8Array => {
  const segments = body.trim().split(/\s*\n\s*/);
  return bytesOf(
    `UNB+UNOC:3+A+B+261124:0600+1'UNH+1+${release}:UN'${segments.map((s) => `${s}'`).join('')}UNT+${segments.length + 2}+1'UNZ+1+1'`,
  );
};
const firstMessage = (bytes: Uint8Array) => readInterchanges(bytes).interchanges[0]!.messages[0]!;

test('quantities of a call-off whose sequences stand inside the item stay those of the item', () => {
  const { value, ok } = firstMessage(
    message(
      'DELJIT:D:96A',
      'BGM+242+J1+9\nDTM+137:20261124:102\nNAD+BY+A::92\nNAD+CN+W2::92\nLIN+1++7X0:IN\nSEQ++1\nQTY+1:240:PCE\nDTM+2:20261130:102\nGIR+1+C-1:AAN\nSEQ++2\nQTY+1:120:PCE\nDTM+2:20261207:102',
    ),
  );
  assert.ok(ok && value?.kind === 'call-off');
  assert.deepEqual(
    value.items.map((i) => i.schedule.map((l) => `${l.kind} ${l.quantity} ${l.when && whens.text(l.when)}`)),
    [['firm 240 2026-11-30', 'firm 120 2026-12-07']],
  );
});

test('a quantity outside of any item forbids to apply the message', () => {
  const { ok, findings } = firstMessage(
    message('DELFOR:D:97A', 'BGM+241+1+5\nDTM+137:20261124:102\nGIS+37\nNAD+ST+W2::92\nQTY+113:600:PCE\nLIN+1++A:IN'),
  );
  const finding = findings.find((f) => f.code === 'quantity-outside-item');
  assert.equal(ok, false);
  assert.deepEqual([finding?.found, finding?.place.segmentInMessage], ['600', 6]);
});

test('what is in transit, the validity of the plan and a description begun too early are read', () => {
  const { value } = firstMessage(
    message(
      'DELFOR:D:04A',
      'BGM+241+1+5\nDTM+137:20261124:102\nDTM+157:20261123:102\nDTM+36:20270523:102\nNAD+BY+A::92\nGEI+3\nNAD+ST+W2::92\nLIN+++7X0:IN\nIMD+++::SEAT FRAME::ENG\nQTY+57:256:PCE\nSCC+1\nQTY+113:64:PCE\nDTM+10:202611260800:203',
    ),
  );
  assert.ok(value?.kind === 'release');
  const { from, to } = value.horizon;
  assert.deepEqual([from && whens.text(from), to && whens.text(to)], ['2026-11-23', '2027-05-23']);
  const item = value.items[0]!;
  assert.equal(item.description, 'SEAT FRAME');
  assert.deepEqual(
    item.cumulatives.map((c) => [c.kind, c.quantity.amount]),
    [['in-transit', '256']],
  );
});
