import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, sample } from '../../test/samples.ts';
import { detect, profile, readInterchanges, whens, type Finding, type Reading, type Release } from '../index.ts';

const text = new TextDecoder('latin1').decode(sample('vda4905.vda'));
const records = text.match(/.{128}/g)!;
const all = (reading: Reading): Finding[] => [
  ...reading.findings,
  ...reading.interchanges.flatMap((i) => [...i.findings, ...i.messages.flatMap((m) => m.findings)]),
];
/** What is wrong; that no guide confirms the special dates is said of each file that uses them. */
const wrong = (reading: Reading): Finding[] => all(reading).filter((f) => f.code !== 'code-unconfirmed');
function releaseOf(reading: Reading): Release {
  const value = reading.interchanges[0]?.messages[0]?.value;
  assert.equal(value?.kind, 'release');
  return value;
}
const lines = (release: Release, item = 0): string[] =>
  release.items[item]!.schedule.map((l) => `${l.kind} ${l.quantity} ${l.when ? whens.text(l.when) : '-'}`);

test('records one behind the other and records one a line, blanks cut, say the same', () => {
  const whole = releaseOf(readInterchanges(bytesOf(text)));
  assert.deepEqual(releaseOf(readInterchanges(sample('vda4905-lines.vda'))), whole);
  assert.deepEqual(releaseOf(readInterchanges(bytesOf(records.join('\n')))), whole);
  assert.deepEqual(releaseOf(readInterchanges(bytesOf(`${records.join('\r\n')}\r\n\u001A`))), whole);
});

test('a call-off date of 333333 is backlog, 444444 immediate, and behind 555555 come months and weeks', () => {
  assert.deepEqual(lines(releaseOf(readInterchanges(bytesOf(text)))), [
    'backlog 300 -',
    'immediate 120 -',
    'production 1200 2026-11-25',
    'production 1200 2026-11-26',
    'production 6000 2026-W49',
    'material 6000 2026-W50',
    'forecast 24000 2027-01',
    'forecast 18000 2027-W06/2027-W09',
  ]);
});

test('an item without requirement says stop, and a weekly interval makes a day its week', () => {
  const release = releaseOf(readInterchanges(bytesOf(text)));
  assert.deepEqual(lines(release, 1), ['unstated 500 2026-W49', 'unstated 500 2026-W50']);
  assert.deepEqual(lines(release, 2), ['stop 0 -']);
});

test('the received total counts from the reset date of the head record, missing totals are not there', () => {
  const { cumulatives } = releaseOf(readInterchanges(bytesOf(text))).items[0]!;
  assert.deepEqual(
    cumulatives.map((c) => [c.kind, c.quantity.amount, c.since && whens.text(c.since)]),
    [
      ['received', '88000', '2026-01-01'],
      ['received-before-reset', '412000', null],
    ],
  );
  const blank = `${records[2]!.slice(0, 37)}${' '.repeat(10)}${records[2]!.slice(47)}`;
  const reading = readInterchanges(bytesOf(text.replace(records[2]!, blank)));
  assert.deepEqual(
    releaseOf(reading).items[0]!.cumulatives.map((c) => c.kind),
    ['received-before-reset'],
  );
});

test('a special date without a known meaning is named and not read as a date', () => {
  const reading = readInterchanges(bytesOf(text.replace('444444', '666666')));
  assert.deepEqual(
    wrong(reading).map((f) => [f.code, f.found, f.place.element]),
    [['date-special', '666666', 63]],
  );
  assert.equal(releaseOf(reading).items[0]!.schedule.length, 7);
});

test('a special date that only usage explains is marked as such, until the customer’s profile says what it means', () => {
  const marked = (reading: Reading): unknown[] =>
    all(reading)
      .filter((f) => f.code === 'code-unconfirmed')
      .map((f) => [f.found, f.expected, f.severity]);
  assert.deepEqual(marked(readInterchanges(bytesOf(text))), [
    ['333333', 'backlog', 'note'],
    ['444444', 'immediate', 'note'],
    ['555555', 'periods', 'note'],
    ['222222', 'stop', 'note'],
  ]);
  const confirmed = profile({
    name: 'kestrel',
    tables: { vdaDates: { '222222': 'stop', '333333': 'backlog', '444444': 'immediate', '555555': 'periods' } },
  });
  assert.deepEqual(marked(readInterchanges(bytesOf(text), { profile: confirmed })), []);
});

test('a profile may say what a special date means', () => {
  const own = profile({ name: 'kestrel', tables: { vdaDates: { '666666': 'firm' } } });
  const reading = readInterchanges(bytesOf(text.replace('444444', '666666')), { profile: own });
  assert.equal(lines(releaseOf(reading))[1], 'firm 120 -');
});

test('a sender without implied decimals is recognised by half pieces, and it is said', () => {
  const reading = readInterchanges(
    bytesOf(text.replace('000001200000', '000000001200').replace('00090411', '00090412')),
  );
  assert.equal(releaseOf(reading).items[0]!.receipts[0]?.quantity.amount, '1200');
  assert.deepEqual(
    wrong(reading).map((f) => f.code),
    ['implied-decimals-dropped'],
  );
});

test('wrong record counts and a missing trailer are refused with the place', () => {
  const trailer = records.at(-1)!;
  const differs = readInterchanges(bytesOf(text.replace(trailer, trailer.replace('0000003', '0000004'))));
  const [finding] = all(differs).filter((f) => f.severity === 'error');
  assert.deepEqual(
    [finding?.code, finding?.found, finding?.expected, differs.ok],
    ['record-count-wrong', '512: 0000004', '512: 3', false],
  );
  const cut = readInterchanges(bytesOf(records.slice(0, -1).join('')));
  assert.ok(all(cut).some((f) => f.code === 'trailer-missing'));
  assert.equal(cut.ok, false);
});

test('an unknown version is read with the known layout, and it is said; an unknown record is passed over', () => {
  assert.deepEqual(
    wrong(readInterchanges(bytesOf(text.replace('51102', '51109')))).map((f) => f.code),
    ['record-version-unknown'],
  );
  const other = readInterchanges(bytesOf([...records.slice(0, 3), '5420'.padEnd(128), ...records.slice(3)].join('')));
  assert.ok(all(other).some((f) => f.code === 'record-unknown' || f.code === 'trailer-missing'));
});

test('VDA is told from the other families by its content', () => {
  assert.equal(detect(bytesOf(text)), 'vda');
  assert.equal(detect(sample('830-4010.x12')), 'x12');
  assert.equal(detect(sample('delfor-d96a.edi')), 'edifact');
  assert.equal(detect(bytesOf('Part;Week;Quantity')), null);
});

test('zeros end the list; a quantity among them is named, and call-offs behind them are not lost', () => {
  const call =
    records[2]!.slice(0, 47) +
    '261125000001200' +
    '000000000000000' +
    '261127000000700' +
    '000000000000050' +
    '0'.repeat(15);
  const reading = readInterchanges(
    bytesOf(text.replace(records[2]!, call.padEnd(128)).replace(records[3]!, '51401'.padEnd(128))),
  );
  assert.deepEqual(lines(releaseOf(reading)), [
    'production 1200 2026-11-25',
    'production 700 2026-11-27',
    'unstated 50 -',
  ]);
  assert.ok(all(reading).some((f) => f.code === 'date-special' && f.place.element === 93));
  const nothing = records[2]!.slice(0, 47) + '0'.repeat(75);
  const ended = readInterchanges(
    bytesOf(text.replace(records[2]!, nothing.padEnd(128)).replace(records[3]!, '51401'.padEnd(128))),
  );
  assert.deepEqual(lines(releaseOf(ended)), ['stop 0 -']);
});
