import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { aLedger, aSigner, bytesOf, itemOf } from '../test/a-ledger.ts';
import { concatBytes, readUtf8, utf8 } from './bytes.ts';
import { canonicalJson, readCanonicalJson } from './canonical-json.ts';
import type { JsonObject } from './canonical-json.ts';
import { signCheckpoint } from './checkpoint.ts';
import { commit, describeFile, entryText, readEntry } from './entry.ts';
import type { Entry } from './entry.ts';
import { formatVerifierKey, makeSigner } from './keys.ts';
import { leafHash } from './merkle-hash.ts';
import { inclusionProof, rootHash } from './proofs.ts';
import { writeReceipt } from './receipt.ts';
import type { ReceiptParts } from './receipt.ts';
import { isObject } from './strict-object.ts';
import { verifyReceipt } from './verify-receipt.ts';

const LONG = process.env['COPROD_LONG'] !== undefined;
const SIZE = 2_000;
const ledger = aLedger(SIZE);
const ourKey = formatVerifierKey(aSigner.key);

test('a customer checks, with nothing but the file, that his entry is in the ledger', () => {
  const proof = verifyReceipt(utf8(ledger.receipt(1_234)), { trustedKeys: [ourKey] });
  assert.ok(proof.ok);
  assert.equal(proof.index, 1_234);
  assert.equal(proof.trusted, true);
  assert.equal(proof.checkpoint.size, SIZE);
  assert.equal(canonicalJson(proof.entry), ledger.entries[1_234]?.text);
});

test('a receipt of any entry at any later size holds, and says whether its key is trusted', () => {
  const places = fc
    .integer({ min: 1, max: SIZE })
    .chain((size) => fc.tuple(fc.nat({ max: size - 1 }), fc.constant(size)));
  fc.assert(
    fc.property(places, ([index, size]) => {
      const proof = verifyReceipt(ledger.receipt(index, size));
      assert.ok(proof.ok);
      assert.deepEqual([proof.index, proof.checkpoint.size, proof.trusted], [index, size, false]);
    }),
  );
  const stranger = formatVerifierKey(makeSigner(aSigner.key.name, bytesOf('stranger')).key);
  const refused = verifyReceipt(ledger.receipt(0), { trustedKeys: [stranger] });
  assert.equal(!refused.ok && refused.code, 'untrusted-key');
});

test('an erased entry leaves a receipt that proves its place and says nothing of it', () => {
  const text = writeReceipt({ ...partsOf(7), opening: null });
  assert.ok(!text.includes('Prévenez') && !text.includes('salt') && !text.includes('valmont'));
  const proof = verifyReceipt(text);
  assert.ok(proof.ok);
  assert.equal(proof.entry, null);
});

test('the files of a transmission are checked byte for byte, under whatever name they are kept', () => {
  const [pdf, json] = [utf8('%PDF a procedure'), utf8('{"a":"procedure"}')];
  const parts = oneEntry({
    kind: 'transmission-sent',
    subject: 'transmission-1',
    at: '2026-11-24T13:45:00.123Z',
    attachments: [describeFile('procedure.pdf', pdf), describeFile('procedure.json', json)],
    body: {},
  });
  const receipt = writeReceipt(parts);
  const proof = verifyReceipt(receipt, { files: [json, pdf] });
  assert.deepEqual(proof.ok && proof.files, ['procedure.json', 'procedure.pdf']);
  for (let at = 0; at < pdf.length; at++) {
    const refused = verifyReceipt(receipt, { files: [json, pdf.with(at, (pdf[at] ?? 0) ^ 1)] });
    assert.deepEqual(!refused.ok && [refused.code, refused.where], ['file-differs', 'files[1]']);
  }
  const erased = verifyReceipt(writeReceipt({ ...parts, opening: null }), { files: [pdf] });
  assert.equal(!erased.ok && erased.code, 'file-differs');
});

test('every byte of a receipt counts: flipped, it is found and located', () => {
  // Whole: some 3,000,000 bytes, minutes. Otherwise the receipts of some entries, erased ones among them, each to the last byte.
  const step = LONG ? 1 : 199;
  let [flipped, found, located] = [0, 0, 0];
  for (let index = 0; index < SIZE; index += step) {
    const bytes = utf8(index % 5 === 0 ? writeReceipt({ ...partsOf(index), opening: null }) : ledger.receipt(index));
    const fields = fieldRanges(bytes);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.with(at, itemOf(bytes, at) ^ (1 + ((at * 7 + index) % 255)));
      const proof = verifyReceipt(damaged);
      flipped++;
      if (!proof.ok) found++;
      if (!proof.ok && names(proof.where, at, fields, damaged)) located++;
    }
  }
  console.log(`receipt bytes flipped: ${flipped}, found: ${found}, located: ${located}`);
  assert.deepEqual([found, located], [flipped, flipped]);
});

test('a receipt cut short, or with something after it, is refused', () => {
  const bytes = utf8(ledger.receipt(3));
  for (let length = 0; length < bytes.length; length++)
    assert.equal(verifyReceipt(bytes.subarray(0, length)).ok, false);
  for (const tail of ['\n', ' ', '{}', '\u0000']) assert.equal(verifyReceipt(concatBytes(bytes, utf8(tail))).ok, false);
  assert.equal(verifyReceipt(concatBytes(Uint8Array.of(0xef, 0xbb, 0xbf), bytes)).ok, false);
});

test('a field too many, too few or of another kind is refused by its name', () => {
  const receipt = receiptOf(ledger.receipt(3));
  for (const name of Object.keys(receipt)) {
    const { [name]: _, ...less } = receipt;
    const refused = verifyReceipt(canonicalJson(less));
    assert.ok(!refused.ok && refused.where.includes(name), name);
    for (const other of [null, 1.5, '', [], {}, [1], 'AAAA', true]) {
      const changed = verifyReceipt(canonicalJson({ ...receipt, [name]: other }));
      assert.ok(!changed.ok && changed.where.includes(name), `${name} ${JSON.stringify(other)}`);
    }
  }
  const more = verifyReceipt(canonicalJson({ ...receipt, more: 1 }));
  assert.deepEqual(!more.ok && [more.code, more.where], ['wrong-field', 'more']);
});

test('what is no entry is not written, and not read', () => {
  const good: Entry = { kind: 'k', subject: 's', at: '2026-02-28T00:00:00Z', body: {} };
  assert.equal(entryText(good), '{"at":"2026-02-28T00:00:00Z","body":{},"kind":"k","subject":"s"}');
  // oxlint-disable-next-line typescript/no-explicit-any -- what the types would refuse, and nothing else at run time would
  const wrong: any[] = [
    { ...good, kind: '' },
    { ...good, customer: '' },
    { ...good, at: '2026-02-30T00:00:00Z' },
    { ...good, at: '2026-02-28T00:00:00+01:00' },
    { ...good, at: '2026-02-28' },
    { ...good, at: '2026-02-28T25:00:00Z' },
    { ...good, attachments: [] },
    { ...good, attachments: [{ name: 'a', size: -1, sha256: 'AAAA' }] },
    { ...good, attachments: [{ ...describeFile('a', new Uint8Array(3)), sha256: 'AAAA' }] },
    { ...good, more: 1 },
    { ...good, body: { at: new Date(0) } },
    { ...good, body: [] },
  ];
  for (const entry of wrong) assert.throws(() => entryText(entry), TypeError, JSON.stringify(entry));
  assert.throws(() => commit('{}', new Uint8Array(16)), TypeError);
});

test('a second signature is refused: nobody would notice it changed', () => {
  const parts = partsOf(3);
  const witness = makeSigner('witness.example', bytesOf('witness'));
  const line =
    signCheckpoint({ size: 1, root: bytesOf('x') }, witness)
      .split('\n')
      .at(-2) ?? '';
  const refused = verifyReceipt(writeReceipt({ ...parts, checkpoint: `${parts.checkpoint}${line}\n` }));
  assert.deepEqual(!refused.ok && [refused.code, refused.where], ['wrong-note', 'checkpoint, signatures']);
});

test('hostile files are refused, never thrown at', () => {
  const receipt = utf8(ledger.receipt(5));
  const cut = fc.tuple(fc.nat({ max: receipt.length }), fc.nat({ max: receipt.length }));
  const spliced = fc
    .tuple(cut, fc.uint8Array({ maxLength: 20 }))
    .map(([[from, to], junk]) =>
      concatBytes(receipt.subarray(0, Math.min(from, to)), junk, receipt.subarray(Math.max(from, to))),
    );
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), spliced, fc.json().map(utf8)), (bytes) => {
      const same = readUtf8(bytes) === readUtf8(receipt);
      assert.equal(verifyReceipt(bytes).ok, same);
    }),
    { numRuns: 2_000 },
  );
});

function partsOf(index: number): ReceiptParts {
  const stored = itemOf(ledger.entries, index);
  const entry = readEntry(receiptOf(ledger.receipt(index))['entry']);
  assert.ok(stored.salt && entry.ok);
  return {
    opening: { entry: entry.entry, salt: stored.salt },
    commitment: stored.commitment,
    index,
    proof: inclusionProof(index, SIZE, ledger.readNode),
    checkpoint: signCheckpoint({ size: SIZE, root: rootHash(SIZE, ledger.readNode) }, aSigner),
    key: aSigner.key,
  };
}

function receiptOf(text: string): JsonObject {
  const read = readCanonicalJson(text);
  assert.ok(read.ok && isObject(read.value));
  return read.value;
}

function oneEntry(entry: Entry): ReceiptParts {
  const salt = bytesOf('one entry');
  const commitment = commit(entryText(entry), salt);
  const checkpoint = signCheckpoint({ size: 1, root: leafHash(commitment) }, aSigner);
  return { opening: { entry, salt }, commitment, index: 0, proof: [], checkpoint, key: aSigner.key };
}

interface Field {
  readonly name: string;
  readonly start: number;
}

/** Where each top-level field begins; each ends where the next begins. */
function fieldRanges(bytes: Uint8Array): readonly Field[] {
  const receipt = receiptOf(readUtf8(bytes) ?? '');
  let start = 0;
  return Object.entries(receipt).map(([name, value]) => {
    const field = { name, start };
    start += utf8(canonicalJson({ [name]: value })).length - 1;
    return field;
  });
}

/**
 * Whether a refusal leads to the flipped byte: it names the field of that byte (by what its name has become, if the name was hit),
 * or a byte of the same field or the next one (a string that lost its end ends in the next field).
 */
function names(where: string, at: number, fields: readonly Field[], damaged: Uint8Array): boolean {
  const own = Math.max(
    0,
    fields.findLastIndex(({ start }) => start <= at),
  );
  const [, byte] = /^byte (\d+)$/.exec(where) ?? [];
  if (byte !== undefined) return Math.abs(fields.findLastIndex(({ start }) => start <= Number(byte)) - own) <= 1;
  const { name, start } = itemOf(fields, own);
  return where.includes(name) || readUtf8(damaged.subarray(start))?.includes(`${JSON.stringify(where)}:`) === true;
}
