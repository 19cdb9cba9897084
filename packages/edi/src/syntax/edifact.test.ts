import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, sample } from '../../test/samples.ts';
import { detect, readEnvelope, readInterchanges, Reader, type Finding, type Reading, type Release } from '../index.ts';

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
const d96a = latin(sample('delfor-d96a.edi'));
const flat = d96a.replaceAll('\n', '');
const body = flat.slice(9);
const all = (reading: Reading): Finding[] => [
  ...reading.findings,
  ...reading.interchanges.flatMap((i) => [...i.findings, ...i.messages.flatMap((m) => m.findings)]),
];
const codes = (reading: Reading): string[] => all(reading).map((f) => f.code);
const read = (text: string): Reading => readInterchanges(bytesOf(text));
const meaning = (reading: Reading): unknown => reading.interchanges[0]?.messages[0]?.value;
const whole = meaning(read(flat));

const releaseOf = (reading: Reading): Release => {
  const value = reading.interchanges[0]?.messages[0]?.value;
  assert.equal(value?.kind, 'release');
  return value;
};
const description = (reading: Reading): string | null => releaseOf(reading).items[0]!.description;

/** What a quantity of the sample is read as when it is written so, and the findings. */
function amount(digits: string): readonly [string | null, string[]] {
  const reading = read(flat.replace('QTY+113:600:PCE', `QTY+113:${digits}:PCE`));
  const others = new Set<string | null>(['40', '1200', '2400', '2000']);
  return [releaseOf(reading).items[0]!.schedule.find((l) => !others.has(l.quantity))?.quantity ?? null, codes(reading)];
}

/** Reads the same release out of a deviating file, with exactly these findings. */
function deviates(text: string, expected: readonly string[]): void {
  const reading = read(text);
  assert.deepEqual(codes(reading), expected);
  assert.ok(reading.ok);
  assert.deepEqual(meaning(reading), whole);
}

test('line breaks and blanks behind segments, and none at all, make no difference', () => {
  deviates(flat, []);
  deviates(d96a, []);
  deviates(d96a.replaceAll('\n', '\r\n'), []);
  deviates(d96a.replaceAll('\n', '\r\n\r\n'), []);
  deviates(d96a.replaceAll('\n', '\n  '), ['indented-segment']);
});

test('UNA may be missing, and other separators may be announced', () => {
  deviates(body, []);
  const other = body.replaceAll(/[:+']/g, (c) => ({ ':': '|', '+': '^', "'": '~' })[c]!).replaceAll('?^', '+');
  deviates(`UNA|^.? ~${other}`, []);
  const control = body
    .replaceAll(/[:+']/g, (c) => ({ ':': '\u001F', '+': '\u001D', "'": '\u001C' })[c]!)
    .replaceAll('?\u001D', '+');
  deviates(`UNA\u001F\u001D.? \u001C${control}`, []);
});

test('other separators that nobody announces are taken from the header, and it is said', () => {
  const other = body.replaceAll(/[:+']/g, (c) => ({ ':': '|', '+': '^', "'": '~' })[c]!).replaceAll('?^', '+');
  deviates(other, ['service-characters-inferred']);
  deviates(`UNA:+.? '${other}`, ['una-contradicted']);
});

test('a UNA whose blank was cut, and one with a repetition character of an older syntax, are read', () => {
  deviates(`UNA:+.?'${body}`, ['una-short']);
  deviates(`UNA:+.?*'${body}`, ['una-repetition']);
});

test('data that are wrapped inside segments are read as if they were not, with their lines', () => {
  for (const width of [15, 80, 128])
    deviates(flat.slice(0, 9) + body.replace(new RegExp(`(.{${width}})`, 'g'), '$1\r\n'), ['wrapped']);
  const damaged = body.replace('UNT+46+1', 'UNT+47+1').replace(/(.{80})/g, '$1\n');
  const finding = all(read(damaged)).find((f) => f.code === 'segment-count-wrong');
  const at = damaged.indexOf('UNT+47+1') >= 0 ? damaged.indexOf('UNT+47+1') : -1;
  assert.ok(finding && finding.place.line > 10);
  if (at >= 0) assert.equal(finding.place.byte, at + 4);
});

test('a byte order mark, NUL padding, an end-of-file character and blanks around the data are passed over', () => {
  deviates(`\u00EF\u00BB\u00BF${flat}`, ['byte-order-mark']);
  deviates(`\r\n  ${flat}\u001A`, ['leading-blanks']);
  deviates(`${flat}${'\0'.repeat(200)}`, []);
});

test('rubbish behind the end is named, and what stands before it counts', () => {
  deviates(`${flat}\nEND OF FILE`, ['trailing-rubbish']);
});

test('lower-case tags, an unknown syntax identifier and version are read with a finding', () => {
  const lower = flat.replace(/'(LIN|QTY|DTM)\+/g, (tag) => tag.toLowerCase());
  const reading = read(lower);
  assert.ok(reading.ok && codes(reading).includes('lower-case-tag'), codes(reading).join());
  assert.deepEqual(meaning(reading), whole);
  deviates(flat.replace('UNOC:3', 'IATB:1'), ['syntax-identifier-unknown']);
  deviates(flat.replace('UNOC:3', 'UNOC:9'), ['syntax-version-unknown']);
});

test('the characters of UNOA are watched, those of UNOC and UNOW decoded', () => {
  const umlaut = flat.replace('BUSE DE LAVE-GLACE', 'DÜSE für Wäsche');
  assert.equal(description(read(umlaut)), 'DÜSE für Wäsche');
  const a = read(umlaut.replace('UNOC', 'UNOA'));
  assert.equal(description(a), 'DÜSE für Wäsche');
  assert.deepEqual(codes(a), ['character-outside-set']);
  const utf8 = new TextEncoder().encode(umlaut);
  assert.equal(description(readInterchanges(utf8)), 'DÜSE für Wäsche');
  assert.deepEqual(codes(readInterchanges(utf8)), ['charset-mislabelled']);
  assert.deepEqual(codes(readInterchanges(new TextEncoder().encode(umlaut.replace('UNOC:3', 'UNOW:4')))), []);
  const cyrillic = Uint8Array.from(flat.replace('UNOC', 'UNOE').replace('BUSE', '\u00B2\u00E2\u00E3\u00DB'), (c) =>
    c.charCodeAt(0),
  );
  assert.equal(description(readInterchanges(cyrillic)), 'Втул DE LAVE-GLACE');
});

test('in syntax 4 the repetition character works, a blank one means none, and the date may have a century', () => {
  const four = body.replace('UNOC:3', 'UNOC:4').replace('261124:0615', '20261124:0615');
  assert.ok(read(`UNA:+.? '${four}`).ok);
  const repeated = read(`UNA:+.?*'${four.replace('+5Q0-955-453-B:IN', '+5Q0-955-453-B:IN*LP-2210:SA')}`);
  assert.deepEqual(
    codes(repeated).filter((c) => c !== 'element-unexpected'),
    [],
  );
  assert.equal(repeated.interchanges[0]?.preparedAt?.kind, 'instant');
});

test('wrong counts and references are refused with what was found and what would be right', () => {
  const cases = [
    ['UNT+46+1', 'UNT+47+1', 'segment-count-wrong', '47', '46'],
    ['UNT+46+1', 'UNT+46+2', 'message-reference-differs', '2', '1'],
    ['UNZ+1+', 'UNZ+2+', 'interchange-count-wrong', '2', '1'],
    ['UNZ+1+00004711', 'UNZ+1+4711', 'control-reference-differs', '4711', '00004711'],
  ] as const;
  for (const [from, to, code, found, expected] of cases) {
    const reading = read(d96a.replace(from, to));
    const finding = all(reading).find((f) => f.code === code);
    assert.deepEqual([reading.ok, finding?.found, finding?.expected], [false, found, expected], to);
    assert.ok(finding);
    assert.equal(
      finding?.place.byte,
      d96a.replace(from, to).indexOf(to) + (code.endsWith('differs') ? to.lastIndexOf('+') + 1 : 4),
    );
    assert.equal(d96a.slice(0, finding.place.byte).split('\n').length, finding.place.line);
  }
});

test('groups are counted, and their references checked', () => {
  const grouped = body
    .replace('UNH+1+', "UNG+DELFOR+A+B+261124:0615+77+UN+D:96A'UNH+1+")
    .replace("'UNZ+1+", "'UNE+1+77'UNZ+1+");
  const reading = read(grouped);
  assert.ok(reading.ok, codes(reading).join());
  assert.equal(reading.interchanges[0]?.messages[0]?.group, '77');
  assert.ok(codes(read(grouped.replace('UNE+1+77', 'UNE+2+77'))).includes('group-count-wrong'));
  assert.ok(codes(read(grouped.replace('UNE+1+77', 'UNE+1+78'))).includes('group-reference-differs'));
  assert.ok(codes(read(grouped.replace("UNE+1+77'", ''))).includes('group-trailer-missing'));
});

test('several interchanges and messages in one file are told apart; a repeated reference is named', () => {
  const two = read(flat + body.replaceAll('00004711', '00004712'));
  assert.deepEqual(
    two.interchanges.map((i) => [i.controlReference, i.ok]),
    [
      ['00004711', true],
      ['00004712', true],
    ],
  );
  assert.deepEqual(codes(read(flat + body)), ['control-reference-repeated']);
  const message = body.slice(body.indexOf('UNH'), body.indexOf('UNZ'));
  const both = read(body.replace('UNZ+1', `${message.replace('UNH+1', 'UNH+2').replace('UNT+46+1', 'UNT+46+2')}UNZ+2`));
  assert.deepEqual(
    both.interchanges[0]?.messages.map((m) => [m.reference, m.ok]),
    [
      ['1', true],
      ['2', true],
    ],
  );
});

test('a header that stands twice is passed over; one without trailer ends the interchange before it', () => {
  const header = body.slice(0, body.indexOf('UNH'));
  deviates(header + body, ['header-repeated']);
  const open = read(body.slice(0, body.indexOf('UNZ')) + body.replaceAll('00004711', '00004712'));
  assert.deepEqual(
    open.interchanges.map((i) => i.ok),
    [false, true],
  );
  assert.ok(codes(open).includes('trailer-missing'));
});

test('a stray short segment before the trailer and an empty segment are findings, not refusals', () => {
  const stray = read(flat.replace('UNT+46+1', "ABC'UNT+47+1"));
  assert.ok(stray.ok && codes(stray).includes('segment-unknown'), codes(stray).join());
  const empty = read(flat.replace("SCC+4++M'", "SCC'"));
  assert.ok(empty.ok && codes(empty).includes('segment-empty'));
});

test('a private segment that begins with U or is called END belongs to the message', () => {
  const own = read(flat.replace('UNT+46+1', "END+1'UZZ+2'UNT+48+1"));
  assert.ok(own.ok);
  assert.deepEqual(codes(own), ['segment-unknown', 'segment-unknown']);
});

test('numbers: both decimal marks, signs at either end; grouped digits are not guessed', () => {
  assert.deepEqual(amount('600.50'), ['600.5', []]);
  assert.deepEqual(amount('0600'), ['600', []]);
  assert.deepEqual(amount('600,5'), ['600.5', ['decimal-mark-differs']]);
  assert.deepEqual(amount('123456789012345678901234567890'), ['123456789012345678901234567890', []]);
  assert.deepEqual(amount('?+600'), ['600', ['quantity-decorated']]);
  assert.deepEqual(amount('600-'), ['-600', ['quantity-decorated', 'quantity-negative']]);
  for (const grouped of ['1.234,5', '1,234.5', '1 234', '1.234.567']) {
    const text = grouped.replace('+', '?+');
    assert.deepEqual(
      amount(text)[1].filter((c) => c.startsWith('quantity')),
      ['quantity-ambiguous'],
      grouped,
    );
  }
  for (const wrong of ['1E309', 'ABC', '0x10', '--5']) assert.ok(amount(wrong)[1].includes('quantity-wrong'), wrong);
});

test('an envelope is read alone, cheaply, or refused with the place', () => {
  const envelope = readEnvelope(bytesOf(flat));
  assert.ok(envelope.ok);
  assert.deepEqual(
    [envelope.value.sender.id, envelope.value.recipient.id, envelope.value.controlReference, envelope.value.test],
    ['VALMONT', 'LECTRA', '00004711', false],
  );
  const refused = readEnvelope(bytesOf('Part;Week;Quantity\n'));
  assert.ok(!refused.ok && refused.finding.code === 'unknown-format' && refused.finding.place.byte === 0);
  const incomplete = readEnvelope(bytesOf(flat.replace('+LECTRA:ZZ+', '++')));
  assert.ok(!incomplete.ok && incomplete.finding.code === 'party-missing' && incomplete.finding.place.element === 3);
  assert.ok(!readEnvelope(new Uint8Array(0)).ok);
  assert.equal(detect(bytesOf(`  ${flat}`)), 'edifact');
});

test('limits: a segment without end, too many segments, items and lines are refused with the place', () => {
  const endless = readInterchanges(bytesOf(`${flat.slice(0, 200)}${'A'.repeat(100_000)}`));
  assert.ok(codes(endless).includes('segment-too-long'));
  const few = (limits: object): string[] => codes(readInterchanges(bytesOf(flat), { limits }));
  assert.ok(few({ segmentsPerMessage: 20 }).includes('message-too-long'));
  assert.ok(few({ itemsPerMessage: 1 }).includes('limit-exceeded'));
  assert.ok(few({ scheduleLinesPerMessage: 3 }).includes('limit-exceeded'));
  assert.ok(few({ messagesPerFile: 0 }).includes('too-many-messages'));
  assert.ok(few({ interchangesPerFile: 0 }).includes('too-many-interchanges'));
});

test('a stream hands on each message when it is whole, and the verdict on the envelope at its end', () => {
  const reader = new Reader();
  // The first bytes are held back until enough is there to tell wrapped data.
  const texts = ['00000001', '00000002', '00000003'].map((n) => flat.replaceAll('00004711', n));
  const cut = texts[0]!.length * 3 - 20;
  const bytes = bytesOf(texts.join(''));
  const early = reader.push(bytes.slice(0, cut));
  const kinds = ['interchange', 'message', 'end'];
  assert.deepEqual(
    early.map((e) => e.kind),
    kinds,
  );
  assert.deepEqual(
    [...reader.push(bytes.slice(cut)), ...reader.end()].map((e) => e.kind),
    [...kinds, ...kinds],
  );
  assert.deepEqual(reader.end(), []);
});

test('a file that an editor saved in two bytes a character is refused by its name', () => {
  const wide = (mark: string): Uint8Array => bytesOf(mark + Array.from(flat, (char) => `${char}\0`).join(''));
  for (const mark of ['\u00FF\u00FE', ''])
    assert.deepEqual(codes(readInterchanges(wide(mark))), ['two-byte-text'], JSON.stringify(mark));
});
