import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { aLedger, aSigner, bytesOf } from '../test/a-ledger.ts';
import { readUtf8, utf8 } from './bytes.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { formatVerifierKey, makeSigner } from './keys.ts';
import { EMPTY_ROOT } from './merkle-hash.ts';
import { openNote, parseNote, signNote } from './note.ts';

const { key } = aSigner;

test('a checkpoint is origin, size and root, then one signature line', () => {
  const note = signCheckpoint({ size: 7, root: bytesOf('root') }, aSigner);
  const lines = note.split('\n');
  assert.deepEqual(lines.slice(0, 4), [
    'coprod.example/acme',
    '7',
    Buffer.from(bytesOf('root')).toString('base64'),
    '',
  ]);
  const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(lines[4] ?? '') ?? [];
  assert.equal(name, key.name);
  const signature = Buffer.from(encoded ?? '', 'base64');
  assert.equal(signature.length, 68);
  assert.equal(signature.subarray(0, 4).toString('hex'), formatVerifierKey(key).split('+')[1]);
  assert.deepEqual(lines.slice(5), ['']);
  assert.deepEqual(openCheckpoint(note, key), {
    ok: true,
    checkpoint: { origin: key.name, size: 7, root: bytesOf('root') },
  });
});

test('every byte of the checkpoints of a 2,000-entry ledger counts', () => {
  const ledger = aLedger(2_000);
  const step = process.env['COPROD_LONG'] ? 1 : 50;
  let [flipped, found] = [0, 0];
  for (let size = 0; size <= 2_000; size += step) {
    const bytes = utf8(ledger.checkpoint(size));
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ (1 + ((at + size) % 255));
      const note = readUtf8(damaged);
      const opened = note === null ? null : openCheckpoint(note, key);
      flipped++;
      if (opened === null || (!opened.ok && located(opened.where, at, bytes))) found++;
    }
  }
  console.log(`checkpoint bytes flipped: ${flipped}, found and located: ${found}`);
  assert.equal(found, flipped);
});

test('a checkpoint by another key, or for another ledger, is refused', () => {
  const note = signCheckpoint({ size: 3, root: bytesOf('root') }, aSigner);
  const sameName = makeSigner(key.name, bytesOf('another secret'));
  const otherName = makeSigner('coprod.example/other', bytesOf('the secret of the tests'));
  for (const other of [sameName, otherName]) {
    const opened = openCheckpoint(note, other.key);
    assert.equal(!opened.ok && opened.code, 'wrong-signature');
  }
  const foreign = openCheckpoint(signNote(`coprod.example/other\n3\n${rootText}\n`, aSigner), key);
  assert.equal(!foreign.ok && foreign.code, 'wrong-checkpoint');
});

test('what a ledger never signs is no checkpoint, even with a right signature', () => {
  const wrong = [
    '',
    '0',
    '3\nAAAA',
    `03\n${rootText}`,
    `-1\n${rootText}`,
    `1e3\n${rootText}`,
    `9007199254740992\n${rootText}`,
  ];
  const alsoWrong = [
    `0\n${rootText}`,
    `3\n${rootText}\nan extension`,
    `3\n${rootText}\n`,
    `3 \n${rootText}`,
    `\n3\n${rootText}`,
  ];
  for (const rest of [...wrong, ...alsoWrong]) {
    const opened = openCheckpoint(signNote(`${key.name}\n${rest}\n`, aSigner), key);
    assert.equal(!opened.ok && opened.code, 'wrong-checkpoint', rest);
  }
  assert.throws(() => signCheckpoint({ size: 1.5, root: EMPTY_ROOT }, aSigner), TypeError);
  assert.throws(() => signCheckpoint({ size: 1, root: new Uint8Array(31) }, aSigner), TypeError);
});

test('signatures of witnesses stand beside ours; a wrong one in our name refuses the note', () => {
  const text = 'a text\n\nwith an empty line\n';
  const note = signNote(text, aSigner);
  const witness = makeSigner('witness.example', bytesOf('witness'));
  const both = note + (signNote(text, witness).split('\n').at(-2) ?? '') + '\n';
  assert.deepEqual(openNote(both, key), { ok: true, text });
  assert.deepEqual(openNote(both, witness.key), { ok: true, text });
  const stray = note + (signNote('other\n', aSigner).split('\n').at(-2) ?? '') + '\n';
  assert.equal(openNote(stray, key).ok, false);
  for (const hopeless of ['\n', '', 'no end', 'tab\there\n', 'half \ud800\n'])
    assert.throws(() => signNote(hopeless, aSigner));
});

test('hostile notes are refused, never thrown at', () => {
  const pieces = fc.constantFrom(
    'a',
    '\n',
    '\n\n',
    '\u2014 ',
    key.name,
    ' ',
    'AAAAAAAA',
    rootText,
    '7',
    '\r',
    '\u0000',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      assert.equal(openCheckpoint(parts.join(''), key).ok, false);
    }),
    { numRuns: 2_000 },
  );
  assert.equal(parseNote(`${'x'.repeat(1_000_000)}\n`).ok, false);
  assert.equal(parseNote(`text\n\n${`\u2014 ${key.name} AAAAAAAA\n`.repeat(101)}`).ok, false);
});

const rootText = Buffer.from(bytesOf('root')).toString('base64');

/** A change in the signed text is seen by the signature, one in the signature line by that line. */
function located(where: string, at: number, bytes: Uint8Array): boolean {
  const inSignature = at > bytes.lastIndexOf(0x0a, bytes.length - 2);
  return where === 'note' || where === 'text or signature' || (inSignature && where.startsWith('signature'));
}
