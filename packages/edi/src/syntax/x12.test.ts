import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, sample } from '../../test/samples.ts';
import { readInterchanges, type Reading } from '../index.ts';

const text = new TextDecoder('latin1').decode(sample('830-4010.x12')).replaceAll('\n', '');
const codes = (reading: Reading): string[] =>
  [
    ...reading.findings,
    ...reading.interchanges.flatMap((i) => [...i.findings, ...i.messages.flatMap((m) => m.findings)]),
  ].map((f) => f.code);
const meaning = (reading: Reading): unknown => reading.interchanges[0]?.messages[0]?.value;
const whole = meaning(readInterchanges(bytesOf(text)));

test('LF, CR LF and other bytes end segments as well as a tilde', () => {
  for (const terminator of ['\n', '\r\n', '\u001C', '~\r\n', "'"]) {
    const reading = readInterchanges(bytesOf(text.replaceAll('~', terminator)));
    assert.ok(reading.ok, JSON.stringify(terminator));
    assert.deepEqual(meaning(reading), whole, JSON.stringify(terminator));
  }
});

test('an ISA whose blanks were cut is read by its separators, and says so', () => {
  const reading = readInterchanges(bytesOf(text.replace(/ {2,}/g, '')));
  assert.ok(reading.ok);
  assert.deepEqual(codes(reading), ['header-not-padded']);
  assert.deepEqual(meaning(reading), whole);
});

test('data that are wrapped at 80 characters, ISA included, are read as if they were not', () => {
  const reading = readInterchanges(bytesOf(text.replace(/(.{80})/g, '$1\r\n')));
  assert.ok(reading.ok, JSON.stringify(reading.interchanges[0]?.findings));
  assert.deepEqual(codes(reading), ['wrapped']);
  assert.deepEqual(meaning(reading), whole);
});

test('segments that are wrapped at 80 characters, each begun on a line of its own, are read as if they were not', () => {
  const long = text.replace('PID*F****VALVE HOUSING', `PID*F****${'VALVE HOUSING '.repeat(9).trim()}`);
  const wrapped = long.replaceAll('~', '~\n').replace(/^(?!ISA)(.{80})(?=.)/gm, '$1\n');
  assert.match(wrapped, /^ISA.{103}\n/);
  const reading = readInterchanges(bytesOf(wrapped));
  assert.deepEqual(codes(reading), ['wrapped']);
  assert.deepEqual(meaning(reading), meaning(readInterchanges(bytesOf(long))));
});

test('a file whose last segment nothing closes is read when its trailer is whole, and only then', () => {
  const open = text.trimEnd().replace(/~$/, '');
  const reading = readInterchanges(bytesOf(open));
  assert.ok(reading.ok);
  assert.deepEqual(codes(reading), ['terminator-missing']);
  assert.deepEqual([reading.interchanges[0]?.to, meaning(reading)], [open.length, whole]);
  const cut = readInterchanges(bytesOf(open.slice(0, -1)));
  assert.deepEqual(codes(cut), ['terminator-missing', 'control-reference-differs']);
});

test('a byte order mark and blanks before ISA are skipped', () => {
  const reading = readInterchanges(bytesOf(`\u00EF\u00BB\u00BF \r\n${text}\u001A`));
  assert.deepEqual(codes(reading), ['byte-order-mark', 'leading-blanks']);
  assert.deepEqual(meaning(reading), whole);
});

test('U in ISA11 of 5010 and a caret in that of 4010 are no repetition separators', () => {
  assert.ok(readInterchanges(bytesOf(text.replace('*U*00401*', '*U*00501*'))).ok);
  assert.ok(readInterchanges(bytesOf(text.replace('*U*00401*', '*^*00401*'))).ok);
  const repeated = readInterchanges(
    bytesOf(text.replace('*U*00401*', '*^*00501*').replace('PID*F****VALVE HOUSING', 'REF*ZZ*A^B')),
  );
  assert.ok(repeated.ok);
});

test('wrong counts and control numbers are refused with what was found and what would be right', () => {
  const cases = [
    ['SE*30*', 'SE*31*', 'segment-count-wrong', '31', '30'],
    ['SE*30*0001', 'SE*30*0002', 'message-reference-differs', '0002', '0001'],
    ['GE*1*812', 'GE*2*812', 'group-count-wrong', '2', '1'],
    ['GE*1*812', 'GE*1*813', 'group-reference-differs', '813', '812'],
    ['IEA*1*', 'IEA*2*', 'interchange-count-wrong', '2', '1'],
    ['IEA*1*000000812', 'IEA*1*000000813', 'control-reference-differs', '000000813', '000000812'],
  ] as const;
  for (const [from, to, code, found, expected] of cases) {
    const reading = readInterchanges(bytesOf(text.replace(from, to)));
    assert.equal(reading.ok, false, to);
    const all = [...reading.interchanges[0]!.findings, ...reading.interchanges[0]!.messages[0]!.findings];
    const finding = all.find((f) => f.code === code);
    assert.deepEqual([finding?.found, finding?.expected], [found, expected], to);
  }
});

test('TA1 stands beside the groups and is a message of its own', () => {
  const [ta1, ack] = readInterchanges(sample('997-and-ta1.x12')).interchanges[0]!.messages;
  assert.equal(ta1?.type, 'TA1');
  assert.ok(ta1?.value?.kind === 'acknowledgement' && ta1.value.verdict === 'accepted');
  assert.ok(ack?.value?.kind === 'acknowledgement' && ack.value.verdict === 'rejected');
  assert.equal(ack.value.messages[0]?.errors[1]?.found, 'ZZ');
});

test('EDIFACT and X12 interchanges may stand in one file', () => {
  const both = new Uint8Array([
    ...bytesOf(text),
    ...sample('delfor-d97a.edi'),
    ...bytesOf(text.replaceAll('000000812', '000000813')),
  ]);
  const reading = readInterchanges(both);
  assert.ok(reading.ok);
  assert.deepEqual(
    reading.interchanges.map((i) => i.family),
    ['x12', 'edifact', 'x12'],
  );
});

test('transaction sets without a group are read, and it is said once', () => {
  const bare = text.replace(/GS\*[^~]*~/, '').replace(/GE\*[^~]*~/, '');
  for (const groups of ['0', '1']) {
    const reading = readInterchanges(bytesOf(bare.replace('IEA*1*', `IEA*${groups}*`)));
    assert.ok(reading.ok, groups);
    assert.deepEqual(codes(reading), ['group-missing']);
    assert.deepEqual(meaning(reading), whole);
  }
});
