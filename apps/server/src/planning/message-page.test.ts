import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aDelfor } from './a-delfor.ts';
import { messagePage } from './message-page.ts';

const bytes = aDelfor({
  reference: '4711',
  document: '4711',
  day: '2026-11-24',
  items: [
    { item: 'KIT-A', received: 17_280, lines: [{ on: '2026-11-30', quantity: 680 }] },
    { item: 'BR-204', received: null, lines: [{ on: '2026-W50', quantity: 640, status: 2 }] },
  ],
});

test('each segment stands beside what it means', () => {
  const { segments } = messagePage(bytes, 'en');
  const said = segments.flatMap(({ tag, meaning }) => (meaning === null ? [] : [[tag, meaning]]));
  assert.deepEqual(said, [
    ['UNB', { kind: 'interchange', sender: 'NORVIK', recipient: 'MORVANE', reference: '4711' }],
    ['UNH', { kind: 'message', document: '4711', day: '2026-11-24' }],
    ['LIN', { kind: 'item', item: 'KIT-A', order: '550001', action: null }],
    ['QTY', { kind: 'cumulative', of: 'received', quantity: '17280', since: '2026-01-01' }],
    ['QTY', { kind: 'call-off', firmness: 'firm', quantity: '680', total: null, when: '2026-11-30' }],
    ['LIN', { kind: 'item', item: 'BR-204', order: '550002', action: null }],
    ['QTY', { kind: 'call-off', firmness: 'production', quantity: '640', total: null, when: '2026-W50' }],
  ]);
  const depths = segments.filter(({ tag }) => tag === 'LIN' || tag === 'UNH').map(({ depth }) => depth);
  assert.ok(depths[0] === 0 && depths[1]! > 0 && depths[1] === depths[2]);
});

test('a finding stands at its segment, with service advice and leading blanks in front of the header', () => {
  const broken = bytes.toString('latin1').replace(/UNT\+\d+/, 'UNT+99');
  for (const head of ['', "UNA:+.? '", "UNA:+.? '\r\n", '  \r\n'])
    assert.deepEqual(
      messagePage(Buffer.from(head + broken, 'latin1'), 'en')
        .segments.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'))
        .map(({ tag }) => tag),
      ['UNT'],
      JSON.stringify(head),
    );
});

test('in every sample the segments are the file’s own bytes in their places, and nothing but blanks is left out', () => {
  const folder = join(import.meta.dirname, '../../../../packages/edi/samples');
  let meanings = 0;
  const names = readdirSync(folder).filter((name) => /\.(edi|x12|vda|txt)$/.test(name));
  for (const name of names) {
    const file = readFileSync(join(folder, name));
    const text = file.toString('latin1');
    const { segments, cut } = messagePage(file, 'fr');
    let at = 0;
    for (const segment of segments) {
      assert.equal(text.slice(segment.byte, segment.byte + segment.text.length), segment.text, name);
      assert.match(text.slice(at, segment.byte), /^\s*(UNA.{6}\s*)?$/, name);
      at = segment.byte + segment.text.length;
      if (segment.meaning !== null) meanings++;
    }
    if (!cut) assert.equal(text.slice(at).trim(), '', name);
  }
  assert.ok(names.length > 5 && meanings > names.length);
  console.log(`${names.length} samples, ${meanings} segments with a meaning`);
});
