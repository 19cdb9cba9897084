import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatVerifierKey, makeSigner, sha256, utf8 } from '@coprod/ledger';
import { issueDocument, present } from '@coprod/disclosure';
import { aFile, aSigner, aTestLedger } from './a-test-ledger.ts';
import { type FileFound, type Trust, verifyDropped } from './verify-dropped.ts';
import { wrongPlaceOf } from './wrong-place.ts';

const key = formatVerifierKey(aSigner.key);
const ledger = aTestLedger(12);
const receipt = ledger.receipt(5);
const nobody: Trust = { given: [], kept: [] };
const keeping: Trust = { given: [], kept: [{ organization: 'ostrelle', key, note: ledger.note(9) }] };
const file = (name: string, content: string | Uint8Array) =>
  new File([new Uint8Array(typeof content === 'string' ? utf8(content) : content)], name);
const only = async (one: File, trust = nobody): Promise<FileFound> => {
  const [found] = (await verifyDropped([one], trust)).files;
  assert.ok(found);
  return found;
};
const verdictOf = (found: FileFound) =>
  'proof' in found ? (found.proof.ok ? 'proven' : found.proof.code) : found.kind;

describe('Files that are dropped', () => {
  test('a receipt proves itself, and tells whether its key is the one that is kept', async () => {
    const unknown = await only(file('receipt.json', receipt));
    assert.deepEqual(
      [verdictOf(unknown), unknown.kind === 'receipt' && unknown.signed?.standing],
      ['proven', 'unknown'],
    );
    const kept = await only(file('receipt.json', receipt), keeping);
    assert.deepEqual(kept.kind === 'receipt' && kept.signed, { key, standing: 'kept' });
    const given = await only(file('receipt.json', receipt), { given: [key], kept: [] });
    assert.deepEqual(given.kind === 'receipt' && given.signed?.standing, 'given');
  });

  test('a whole ledger in the same name under another key is not believed by who keeps the right one', async () => {
    const forger = makeSigner(aSigner.key.name, sha256(utf8('forger')));
    const forged = file('receipt.json', aTestLedger(12, { by: forger }).receipt(5));
    assert.equal(verdictOf(await only(forged)), 'proven');
    assert.equal(verdictOf(await only(forged, keeping)), 'untrusted-key');
  });

  test('any flipped byte of a receipt is found, and its place holds it', async () => {
    const bytes = utf8(receipt);
    let inside = 0;
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 1 : byte));
      const found = await only(file('receipt.json', flipped), keeping);
      // Damage to the very names by which a receipt is known makes it another file, for which nothing vouches.
      if (found.kind !== 'receipt') {
        assert.ok(found.kind === 'file' && found.by === null, `byte ${at}`);
        continue;
      }
      assert.ok(!found.proof.ok, `byte ${at}`);
      const place = wrongPlaceOf(found.proof.where, flipped);
      if (place.kind === 'fields') {
        assert.ok(
          place.fields.some(({ from, to }) => from <= at && at < to),
          `byte ${at} is not in ${found.proof.where}`,
        );
        inside++;
      }
    }
    console.log(`    ${bytes.length} flipped bytes, all found; ${inside} of them inside the named fields`);
  });

  test('a broken line of an export is named, and one that forgets what was kept is a fork', async () => {
    const whole = ledger.export();
    assert.equal(verdictOf(await only(file('ledger.jsonl', whole), keeping)), 'proven');
    const lines = whole.split('\n').map((line, at) => (at === 4 ? line.replace('"one"', '"two"') : line));
    const broken = await only(file('ledger.jsonl', lines.join('\n')));
    assert.ok(broken.kind === 'ledger' && !broken.proof.ok);
    assert.deepEqual(wrongPlaceOf(broken.proof.where, null), { kind: 'line', line: 5, field: 'entry 3, text or salt' });
    const other = file('ledger.jsonl', aTestLedger(12, { story: 'two', from: 3 }).export());
    assert.equal(verdictOf(await only(other)), 'proven');
    assert.equal(verdictOf(await only(other, keeping)), 'forked');
  });

  test('a document is read with the key that is kept, or that a receipt beside it brings', async () => {
    const facts = {
      organization: 'Ostrelle',
      rule: 'P-07',
      title: 'Drum cleaning',
      version: 6,
      decidedAt: '2026-10-02T08:15:00Z',
    };
    let salts = 0;
    const blocks = ['b1', 'b2'].map((id) => ({ id, kind: 'paragraph', content: `Block ${id}` }));
    const random = (length: number) => sha256(utf8(`salt ${salts++}`)).slice(0, length);
    const issued = issueDocument({ facts, blocks }, { signer: aSigner, random });
    const document = file('procedure.sd-jwt', present(issued, ['b1']));
    assert.equal(verdictOf(await only(document)), 'untrusted-key');
    assert.equal(verdictOf(await only(document, keeping)), 'proven');
    const { files } = await verifyDropped([document, file('receipt.json', receipt)], nobody);
    assert.deepEqual(files.map(verdictOf), ['proven', 'proven']);
    const keyFile = await verifyDropped([document, file('key.txt', `${key}\n`)], nobody);
    assert.deepEqual(keyFile.files.map(verdictOf), ['proven', 'key']);
  });

  test('another file is proven by the receipt that vouches for its bytes', async () => {
    const { files } = await verifyDropped(
      [file('renamed.txt', aFile), file('other.txt', 'other'), file('r.json', receipt)],
      nobody,
    );
    const byOf = (found?: FileFound) => (found?.kind === 'file' ? found.by : undefined);
    assert.deepEqual([byOf(files[0]), byOf(files[1])], [{ receipt: 'r.json', as: 'rule.txt' }, null]);
  });

  test('two checkpoints of one size that differ accuse whoever signed both; honest ones of other sizes do not', async () => {
    const forged = aTestLedger(12, { story: 'two', from: 3 });
    const notes = [file('kept.txt', ledger.note(9)), file('shown.txt', forged.note(9)), file('key.txt', key)];
    const { files, contradictions } = await verifyDropped(notes, nobody);
    assert.deepEqual(files.map(verdictOf), ['proven', 'proven', 'key']);
    assert.deepEqual(contradictions, [{ size: 9, origin: aSigner.key.name, between: ['kept.txt', 'shown.txt'] }]);
    const withKept = await verifyDropped([file('shown.txt', forged.note(9))], keeping);
    assert.deepEqual(withKept.contradictions[0]?.between, ['ostrelle', 'shown.txt']);
    const honest = await verifyDropped(
      [7, 8, 9].map((size) => file(`${size}`, ledger.note(size))),
      keeping,
    );
    assert.deepEqual(honest.contradictions, []);
  });

  test('a checkpoint whose key is not at hand is not proven, and says so', async () => {
    assert.equal(verdictOf(await only(file('kept.txt', ledger.note()))), 'untrusted-key');
    assert.equal(
      verdictOf(await only(file('kept.txt', ledger.note().replace('12', '13')), keeping)),
      'wrong-signature',
    );
  });
});
