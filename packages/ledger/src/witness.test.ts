import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { aLedger, aSigner, bytesOf } from '../test/a-ledger.ts';
import type { ALedger } from '../test/a-ledger.ts';
import { base64 } from './bytes.ts';
import { formatVerifierKey, makeSigner } from './keys.ts';
import { consistencyProof } from './proofs.ts';
import { recomputeLedger } from './recompute.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { verifyCheckpointContinues } from './witness.ts';

const key = formatVerifierKey(aSigner.key);
const LARGEST = 64;
const honest = aLedger(LARGEST);

test('an honest ledger continues, from any size to any later one, and from itself', () => {
  for (let to = 0; to <= LARGEST; to++) {
    for (let from = 0; from <= to; from++) {
      const verdict = verifyCheckpointContinues({
        kept: honest.checkpoint(from),
        next: honest.checkpoint(to),
        proof: proofOf(honest, from, to),
        key,
      });
      assert.equal(verdict.ok && verdict.relation, from === to ? 'same' : 'continued');
    }
  }
});

test('an administrator with the key truncates, forks, rolls back 1,000 times: the kept checkpoint proves each', () => {
  const proven = { 'rolled-back': 0, forked: 0, 'not-continued': 0 };
  const acts = fc.tuple(fc.integer({ min: 1, max: LARGEST }), fc.nat(), fc.nat(), fc.nat({ max: 999 }));
  for (const [keptSize, at, size, story] of fc.sample(acts, { numRuns: 1_000, seed: 82 })) {
    // He rewrites history from an entry that the customer has seen, and signs a head of any size, shorter, equal or longer.
    const changed = at % keptSize;
    const nextSize = size % 3 === 0 ? changed : size % 3 === 1 ? keptSize : keptSize + 1 + (size % 20);
    const rewritten = aLedger(nextSize, { story: `other ${story}`, from: changed });
    const kept = honest.checkpoint(keptSize);
    const next = rewritten.checkpoint();
    // The best proofs that he has: of his new ledger, of the old one, and none.
    const offers = [proofOf(rewritten, Math.min(keptSize, nextSize), nextSize), proofOf(honest, 1, keptSize), []];
    const verdicts = offers.map((proof) => verifyCheckpointContinues({ kept, next, proof, key }));
    const code = nextSize < keptSize ? 'rolled-back' : nextSize === keptSize ? 'forked' : 'not-continued';
    for (const verdict of verdicts) assert.equal(verdict.ok ? 'accepted' : verdict.code, code);
    // And for whoever must be convinced: all that he now stores does not give the head that he signed then.
    const opened = openCheckpoint(kept, aSigner.key);
    assert.ok(opened.ok);
    assert.equal(recomputeLedger(rewritten.entries.slice(0, keptSize), opened.checkpoint).ok, false);
    proven[code]++;
  }
  console.log(`administrator with the key: ${JSON.stringify(proven)}; 1,000 acts, all proven`);
  assert.equal(
    Object.values(proven).reduce((sum, count) => sum + count, 0),
    1_000,
  );
  assert.ok(Object.values(proven).every((count) => count > 100));
});

test('what is not signed by the pinned key accuses nobody: it is refused as such', () => {
  const stranger = makeSigner(aSigner.key.name, bytesOf('stranger'));
  const kept = honest.checkpoint(3);
  const next = signCheckpoint({ size: 2, root: bytesOf('x') }, stranger);
  const refused = verifyCheckpointContinues({ kept, next, proof: [], key });
  assert.deepEqual(!refused.ok && [refused.code, refused.where], ['wrong-signature', 'next, signatures']);
  const other = verifyCheckpointContinues({ kept, next, proof: [], key: formatVerifierKey(stranger.key) });
  assert.deepEqual(!other.ok && [other.code, other.where], ['wrong-signature', 'kept, signatures']);
  assert.equal(verifyCheckpointContinues({ kept, next, proof: [], key: 'no key' }).ok, false);
  const malformed = verifyCheckpointContinues({ kept, next: honest.checkpoint(9), proof: ['AAAA'], key });
  assert.deepEqual(!malformed.ok && [malformed.code, malformed.where], ['wrong-field', 'proof[0]']);
});

function proofOf(ledger: ALedger, from: number, to: number): readonly string[] {
  return consistencyProof(from, to, ledger.readNode).map(base64);
}
