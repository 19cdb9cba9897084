import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { verifyFiles } from '../verify-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'coprod-verify-'));
after(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string | Buffer): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** The first fenced example of a format's page: what somebody who never saw our code would try. */
function example(page: string): string {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/formats', page), 'utf8');
  return /## An example[\s\S]*?```[a-z]*\n([\s\S]*?)```/.exec(text)![1]!;
}

const receiptText = example('receipt.md').trimEnd();
const receipt = write('receipt.json', receiptText);
const key = /"key":"([^"]+)"/.exec(receiptText)![1]!;

test('the receipt of the documentation is proven, and so is the file that it vouches for', async () => {
  const attached = write('rule.txt', 'Call before you come.\n');
  const [first, second] = await verifyFiles([receipt, attached], { keys: [key] });
  assert.ok(first?.kind === 'receipt' && first.proof.ok);
  assert.ok(second?.kind === 'file');
  assert.equal(second.by, receipt);
});

test('a receipt with one letter changed, another key, or another file is not proven', async () => {
  const changed = write('changed.json', receiptText.replace('rule-1', 'rule-2'));
  const [first] = await verifyFiles([changed], { keys: [] });
  assert.ok(first?.kind === 'receipt' && !first.proof.ok && first.proof.code === 'entry-differs');
  const [second] = await verifyFiles([receipt], { keys: [key.replace('acme', 'acmé')] });
  assert.ok(second?.kind === 'receipt' && !second.proof.ok);
  const [, third] = await verifyFiles([receipt, write('other.txt', 'Call after you came.\n')], { keys: [] });
  assert.ok(third?.kind === 'file' && third.by === undefined);
});

test('a handed-over document is checked with the key of the organization, and without it nothing is proven', async () => {
  const document = write('procedure.sd-jwt', example('presentation.md'));
  const [withKey] = await verifyFiles([document], { keys: [key] });
  assert.ok(withKey?.kind === 'document' && withKey.proof.ok);
  assert.deepEqual(
    withKey.proof.blocks.map(({ state }) => state),
    ['open', 'withheld'],
  );
  const [without] = await verifyFiles([document], { keys: [] });
  assert.ok(without?.kind === 'document' && !without.proof.ok);
});
