import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { aLedger } from '../test/a-ledger.ts';
import { inclusionPath } from './inclusion-path.ts';
import { leafHash, nodeHash } from './merkle-hash.ts';
import { inclusionProof, rootHash } from './proofs.ts';
import { verifyInclusion } from './verify-proofs.ts';

const LARGEST = 200;
const { entries, readNode } = aLedger(LARGEST);
const leaves = entries.map(({ commitment }) => leafHash(commitment));

test('the path of every leaf leads step by step to the root, and each step says which entries it covers', () => {
  let steps = 0;
  for (const size of [1, 2, 3, 7, 64, 65, LARGEST]) {
    for (let index = 0; index < size; index++) {
      const path = inclusionPath({ leaf: leaves[index]!, index, size, proof: inclusionProof(index, size, readNode) });
      assert.ok(path);
      steps += path.length;
      const root = path.at(-1)?.parent ?? { hash: leaves[index]!, from: 0, to: 1 };
      assert.deepEqual([root.hash, root.from, root.to], [rootHash(size, readNode), 0, size]);
      for (const { side, sibling, parent } of path) {
        assert.equal(side === 'left' ? sibling.from : sibling.to, side === 'left' ? parent.from : parent.to);
      }
    }
  }
  console.log(`    ${steps} steps`);
});

test('the seventh of seven leaves meets one neighbour of two entries and one of four (RFC 9162, 2.1.5)', () => {
  const path = inclusionPath({ leaf: leaves[6]!, index: 6, size: 7, proof: inclusionProof(6, 7, readNode) })!;
  assert.deepEqual(
    path.map(({ side, sibling: { from, to } }) => [side, from, to]),
    [
      ['left', 4, 6],
      ['left', 0, 4],
    ],
  );
  assert.deepEqual(path[0]!.parent.hash, nodeHash(path[0]!.sibling.hash, leaves[6]!));
});

test('it agrees with the verifier on any proof, right or wrong', () => {
  const size = fc.integer({ min: 1, max: LARGEST });
  let wrong = 0;
  fc.assert(
    fc.property(size, fc.nat(), fc.nat(), fc.integer({ min: -1, max: 1 }), (of, at, flip, longer) => {
      const index = at % of;
      const right = inclusionProof(index, of, readNode);
      const cut = longer < 0 ? right.slice(0, -1) : longer > 0 ? [...right, leaves[0]!] : right;
      const proof = cut.map((hash, place) => (flip % 3 === place ? hash.map((byte) => byte ^ 1) : hash));
      const claim = { leaf: leaves[index]!, index, size: of, proof };
      const path = inclusionPath(claim);
      const leadsTo = path === null ? null : (path.at(-1)?.parent.hash ?? claim.leaf);
      const root = rootHash(of, readNode);
      const holds = verifyInclusion({ ...claim, root });
      if (!holds) wrong++;
      assert.equal(leadsTo !== null && Buffer.from(leadsTo).equals(root), holds);
    }),
    { numRuns: 500 },
  );
  assert.ok(wrong > 100);
});

test('a place that cannot be is no path', () => {
  for (const [index, size] of [
    [1, 1],
    [-1, 3],
    [0.5, 3],
    [0, Number.NaN],
  ] as const)
    assert.equal(inclusionPath({ leaf: leaves[0]!, index, size, proof: [] }), null);
});
