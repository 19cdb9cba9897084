import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  acknowledge,
  readInterchanges,
  write4905,
  write4913,
  write4915,
  write830,
  write856,
  write862,
  write997,
  write999,
  writeAperak,
  writeContrl,
  writeDelfor,
  writeDeljit,
  writeDesadv,
  writeTa1,
  type Acknowledgement,
  type Meaning,
  type Outgoing,
  type Written,
} from '../src/index.ts';
import { callOff, despatch, release } from './arbitraries.ts';
import { despatchEssence, placeless, scheduleEssence } from './essence.ts';
import { sample, sampleNames } from './samples.ts';

/** Generated cases over all messages and families: 3,000 in the short mode, 100,000 when COPROD_LONG=1. */
const RUNS = process.env['COPROD_LONG'] === '1' ? 10_000 : 240;
let cases = 0;

const out: Outgoing = {
  sender: { id: 'KESTREL', qualifier: 'ZZ', routing: null },
  recipient: { id: 'MURNAU', qualifier: 'ZZ', routing: null },
  controlReference: '00812',
  preparedAt: '2026-11-24T06:15',
};

function readBack(written: Written): Meaning {
  const reading = readInterchanges(written.bytes);
  const findings = [
    ...reading.findings,
    ...reading.interchanges.flatMap((i) => [...i.findings, ...i.messages.flatMap((m) => m.findings)]),
  ];
  assert.ok(reading.ok, JSON.stringify(findings.filter((f) => f.severity === 'error')));
  const value = reading.interchanges[0]?.messages[0]?.value;
  assert.ok(value);
  return value;
}

type Kind = Meaning['kind'];
type Of<K extends Kind> = Extract<Meaning, { kind: K }>;

const is = <K extends Kind>(value: Meaning, kind: K): value is Of<K> => value.kind === kind;

function readAs<K extends Kind>(kind: K, written: Written): Of<K> {
  const value = readBack(written);
  assert.ok(is(value, kind), `${value.kind} instead of ${kind}`);
  return value;
}

/** What was written says what was meant, and writing what was read gives the same again. */
function roundTrip<K extends Kind>(
  kind: K,
  values: fc.Arbitrary<Of<K>>,
  write: (value: Of<K>) => Written,
  essence: (value: Of<K>) => unknown,
): void {
  fc.assert(
    fc.property(values, (value) => {
      cases++;
      const written = write(value);
      assert.deepEqual(written.lost, []);
      const read = readAs(kind, written);
      assert.deepEqual(essence(read), essence(value));
      assert.deepEqual(placeless(readBack(write(read))), placeless(read));
    }),
    { numRuns: RUNS },
  );
}

for (const directory of ['96A', '97A', '04A'] as const)
  test(`a release written as DELFOR D.${directory} is read as it was meant`, () =>
    roundTrip('release', release('edifact'), (r) => writeDelfor(r, directory, out), scheduleEssence));

test('a call-off written as DELJIT is read as it was meant', () =>
  roundTrip('call-off', callOff('edifact'), (c) => writeDeljit(c, '96A', out), scheduleEssence));

test('a release written as 830 and a call-off written as 862 are read as they were meant', () => {
  roundTrip('release', release('x12'), (r) => write830(r, out), scheduleEssence);
  roundTrip('call-off', callOff('x12'), (c) => write862(c, out), scheduleEssence);
});

const numbered = (number: string | null): Outgoing => ({ ...out, controlReference: number ?? '1' });

test('a release written as VDA 4905 and a call-off written as 4915 are read as they were meant', () => {
  roundTrip('release', release('vda'), (r) => write4905(r, numbered(r.document.number)), scheduleEssence);
  roundTrip('call-off', callOff('vda'), (c) => write4915(c, numbered(c.document.number)), scheduleEssence);
});

test('a despatch advice written as DESADV, 856 or 4913 is read as it was meant', () => {
  roundTrip('despatch-advice', despatch('edifact'), (d) => writeDesadv(d, '96A', out), despatchEssence);
  roundTrip('despatch-advice', despatch('x12'), (d) => write856(d, out), despatchEssence);
  roundTrip('despatch-advice', despatch('vda'), (d) => write4913(d, out), despatchEssence);
});

test('the answer to a sound interchange accepts it, and is read back as such', () => {
  for (const name of sampleNames('d')) {
    const ack = acknowledge(readInterchanges(sample(name)).interchanges[0]!);
    const read = readAs('acknowledgement', writeContrl(ack, out));
    assert.equal(read.verdict, 'accepted', name);
    assert.deepEqual(read.interchange, ack.interchange);
    assert.deepEqual(
      read.messages.map((m) => [m.reference, m.type, m.verdict]),
      ack.messages.map((m) => [m.reference, m.type, m.verdict]),
    );
  }
  for (const write of [write997, write999]) {
    const ack = acknowledge(readInterchanges(sample('830-4010.x12')).interchanges[0]!);
    const read = readAs('acknowledgement', write(ack, out));
    assert.deepEqual([read.verdict, read.group?.reference, read.messages[0]?.verdict], ['accepted', '812', 'accepted']);
  }
});

test('the answer to a wrong count names segment and code, and is read back with them', () => {
  const text = new TextDecoder('latin1').decode(sample('delfor-d97a.edi')).replace('UNT+39+', 'UNT+38+');
  const ack = acknowledge(readInterchanges(Uint8Array.from(text, (c) => c.charCodeAt(0))).interchanges[0]!);
  const read = readAs('acknowledgement', writeContrl(ack, out));
  assert.equal(read.messages[0]?.verdict, 'rejected');
  assert.deepEqual(
    read.messages[0]?.errors.map((e) => [e.code, e.segment, e.element]),
    [['29', 39, 1]],
  );
  const x12 = new TextDecoder('latin1')
    .decode(sample('830-4010.x12'))
    .replace('FST*2400*C*D*20261124', 'FST*2400*C*D*20261324');
  const rejected = acknowledge(readInterchanges(Uint8Array.from(x12, (c) => c.charCodeAt(0))).interchanges[0]!);
  const answer = readAs('acknowledgement', write997(rejected, out));
  assert.equal(answer.verdict, 'rejected');
  assert.deepEqual(
    answer.messages[0]?.errors.filter((e) => e.element !== null).map((e) => [e.tag, e.element, e.code, e.found]),
    [['FST', 4, '8', '20261324']],
  );
});

test('a TA1 answers the envelope, and an APERAK the document', () => {
  const ack = acknowledge(readInterchanges(sample('830-4010.x12')).interchanges[0]!);
  const ta1 = readAs('acknowledgement', writeTa1(ack, { date: '261124', time: '0615' }, out));
  assert.deepEqual([ta1.verdict, ta1.interchange?.reference], ['accepted', '000000812']);
  const refused: Acknowledgement = {
    ...ack,
    level: 'application',
    document: '88140',
    verdict: 'rejected',
    messages: [],
    errors: [{ code: '201', segment: null, tag: null, element: null, component: null, found: 'order is closed' }],
  };
  const aperak = readAs('acknowledgement', writeAperak(refused, 'A-1', out));
  assert.deepEqual(
    [aperak.verdict, aperak.document, aperak.errors[0]?.found],
    ['rejected', '88140', 'order is closed'],
  );
});

/** Writes a value in the family that it came from. */
function writeAgain(value: Meaning, type: string): Written | null {
  if (value.kind === 'release')
    return type === 'DELFOR'
      ? writeDelfor(value, '97A', out)
      : type === '830'
        ? write830(value, out)
        : write4905(value, out);
  if (value.kind === 'call-off')
    return type === 'DELJIT'
      ? writeDeljit(value, '96A', out)
      : type === '862'
        ? write862(value, out)
        : write4915(value, out);
  if (value.kind === 'despatch-advice')
    return type === 'DESADV'
      ? writeDesadv(value, '96A', out)
      : type === '856'
        ? write856(value, out)
        : write4913(value, out);
  return null;
}

const quantities = (value: Meaning): unknown =>
  'items' in value && (value.kind === 'release' || value.kind === 'call-off')
    ? value.items.map((item) => item.schedule.map((l) => [l.quantity, l.cumulative, l.when]))
    : null;

test('what was read from a sample can be written again and means the same', () => {
  for (const name of sampleNames()) {
    const message = readInterchanges(sample(name)).interchanges[0]!.messages[0]!;
    const written = message.value && writeAgain(message.value, message.type);
    // An item over several delivery points becomes an item a point: said in `lost`, and not the same again.
    if (!written || written.lost.some((path) => path.endsWith('summary'))) continue;
    const once = readBack(written);
    assert.deepEqual(placeless(readBack(writeAgain(once, message.type)!)), placeless(once), name);
    if (!written.lost.some((path) => path.includes('schedule')))
      assert.deepEqual(quantities(once), quantities(message.value), name);
  }
  console.log(`edi, written and read back: ${cases} generated cases`);
});
