import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { utf8, verifyCheckpointContinues, verifyExport, verifyReceipt } from './index.ts';
import { itemOf } from '../test/a-ledger.ts';
import { workedExample } from '../test/worked-example.ts';

const example = workedExample();
const [receiptPage, checkpointPage, exportPage] = await Promise.all(
  ['receipt', 'checkpoint', 'export'].map((name) =>
    readFile(new URL(`../../../docs/formats/${name}.md`, import.meta.url), 'utf8'),
  ),
);

test('the page on receipts shows what the code writes, step by step, and it proves', () => {
  const { receipt, text, salt, commitment, leaves, inner, root } = example;
  assert.equal(block(receiptPage), `${receipt}\n`);
  for (const step of [text, salt, commitment, itemOf(leaves, 1), inner, root])
    assert.ok(receiptPage?.includes(`\`${step}\``), step);
  const proof = verifyReceipt(block(receiptPage).trimEnd(), { trustedKeys: [example.key], files: [example.file] });
  assert.deepEqual(proof.ok && proof.files, ['rule.txt']);
});

test('the page on checkpoints shows two heads and the proof that one continues the other', () => {
  for (const note of [example.head, example.older]) assert.ok(checkpointPage?.includes(indented(note)));
  assert.ok(checkpointPage?.includes(indented(`${example.key}\n`)));
  assert.ok(checkpointPage?.includes(indented(example.continuation.map((hash) => `${hash}\n`).join(''))));
  const { older: kept, head: next, continuation: proof, key } = example;
  assert.equal(verifyCheckpointContinues({ kept, next, proof, key }).ok, true);
});

test('the page on exports shows what the code writes, and it proves', () => {
  assert.equal(block(exportPage), example.exported);
  const proof = verifyExport(utf8(block(exportPage)), { kept: example.older });
  assert.deepEqual(proof.ok && [proof.checkpoint.size, proof.erased], [3, 1]);
});

test('a verifier that follows the page on receipts, and knows none of our code, comes to the same end', () => {
  const receipt: unknown = JSON.parse(block(receiptPage));
  assert.ok(isReceipt(receipt));

  const [name, id, encoded] = receipt.key.split('+', 2).concat(receipt.key.split('+').slice(2).join('+'));
  const publicKey = Buffer.from(encoded ?? '', 'base64').subarray(1);
  assert.equal(sha256(`${name}\n`, [1], publicKey).toString('hex', 0, 4), id);

  const [head = '', tail = ''] = receipt.checkpoint.split('\n\n');
  const signature = Buffer.from(tail.trim().split(' ')[2] ?? '', 'base64').subarray(4);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  assert.ok(verify(null, Buffer.from(`${head}\n`), createPublicKey({ key: jwk, format: 'jwk' }), signature));

  // The names of this entry are plain ASCII and already sorted: JSON.stringify is its canonical form.
  const commitment = sha256('coprod entry v1\n', Buffer.from(receipt.salt, 'base64'), JSON.stringify(receipt.entry));
  assert.equal(commitment.toString('base64'), receipt.commitment);
  const [first = '', second = ''] = receipt.proof;
  const node = sha256([1], Buffer.from(first, 'base64'), sha256([0], commitment));
  const root = sha256([1], node, Buffer.from(second, 'base64'));
  assert.equal(root.toString('base64'), head.split('\n')[2]);
});

function sha256(...parts: readonly (string | readonly number[] | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(typeof part === 'string' ? part : Buffer.from(part));
  return hash.digest();
}

interface ReceiptOnPage {
  readonly key: string;
  readonly checkpoint: string;
  readonly salt: string;
  readonly entry: object;
  readonly commitment: string;
  readonly proof: readonly string[];
}

function isReceipt(value: unknown): value is ReceiptOnPage {
  return typeof value === 'object' && value !== null && 'key' in value && 'entry' in value;
}

/** The one code block of a page. */
function block(page: string | undefined): string {
  return /```json\n(.*?)```/s.exec(page ?? '')?.[1] ?? '';
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
