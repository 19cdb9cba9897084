import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { aLedger, bytesOf, itemOf } from '../test/a-ledger.ts';
import { appendLeaves, EMPTY_FRONTIER, rootOf } from './frontier.ts';
import type { TreeNode } from './frontier.ts';
import { EMPTY_ROOT, leafHash, nodeHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { consistencyNodes, consistencyProof, inclusionNodes, inclusionProof, rootHash, rootNodes } from './proofs.ts';
import type { ReadNode } from './proofs.ts';
import { verifyConsistency, verifyInclusion } from './verify-proofs.ts';
import type { ConsistencyClaim, InclusionClaim } from './verify-proofs.ts';

const LARGEST = 300;
const ledger = aLedger(LARGEST);
const { readNode } = ledger;
const leaves = ledger.entries.map(({ commitment }) => leafHash(commitment));
const leaf = (index: number) => itemOf(leaves, index);

const sized = fc.integer({ min: 1, max: LARGEST });
const indexed = sized.chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));

test('the roots are those of the well-known test tree of Certificate Transparency', () => {
  const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const known = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  const hashes = data.map((hex) => leafHash(Buffer.from(hex, 'hex')));
  const roots = known.map((_, at) => hexOf(rootOf(appendLeaves(EMPTY_FRONTIER, hashes.slice(0, at + 1)).frontier)));
  assert.deepEqual(roots, known);
  assert.equal(hexOf(EMPTY_ROOT), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('the proofs of the seven-leaf tree are those of RFC 9162, 2.1.5', () => {
  const [a, b, c, d, e, f, j] = [leaf(0), leaf(1), leaf(2), leaf(3), leaf(4), leaf(5), leaf(6)];
  const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
  assert.deepEqual(inclusionProof(0, 7, readNode), [b, h, l]);
  assert.deepEqual(inclusionProof(3, 7, readNode), [c, g, l]);
  assert.deepEqual(inclusionProof(4, 7, readNode), [f, j, k]);
  assert.deepEqual(inclusionProof(6, 7, readNode), [i, k]);
  assert.deepEqual(consistencyProof(3, 7, readNode), [c, d, g, l]);
  assert.deepEqual(consistencyProof(4, 7, readNode), [l]);
  assert.deepEqual(consistencyProof(6, 7, readNode), [i, j, k]);
});

test('any tree has the root that the definition of RFC 9162, 2.1.1 gives', () => {
  for (let size = 0; size <= LARGEST; size++) {
    const expected = definition(leaves.slice(0, size));
    assert.deepEqual(rootHash(size, readNode), expected);
    assert.deepEqual(rootOf(appendLeaves(EMPTY_FRONTIER, leaves.slice(0, size)).frontier), expected);
  }
});

test('appending in any batches gives the same frontier and the same nodes, each once', () => {
  const whole = appendLeaves(EMPTY_FRONTIER, leaves);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 })), (batches) => {
      let frontier = EMPTY_FRONTIER;
      const nodes: TreeNode[] = [];
      for (const batch of [...batches, LARGEST]) {
        const appended = appendLeaves(frontier, leaves.slice(frontier.size, frontier.size + batch));
        frontier = appended.frontier;
        nodes.push(...appended.nodes);
      }
      assert.deepEqual(frontier, whole.frontier);
      assert.deepEqual(nodes, whole.nodes);
      assert.deepEqual(
        frontier.hashes,
        rootNodes(frontier.size).map((node) => readNode(node)),
      );
    }),
  );
});

test('for any size and any place, the proof holds, and reads the nodes that it announces', () => {
  fc.assert(
    fc.property(indexed, ([index, size]) => {
      const { proof, read } = recording((node) => inclusionProof(index, size, node));
      assert.deepEqual(read, inclusionNodes(index, size));
      assert.ok(verifyInclusion(inclusionClaim(index, size, proof)));
    }),
    { numRuns: 2_000 },
  );
});

test('for any two sizes, the consistency proof holds, and reads the nodes that it announces', () => {
  fc.assert(
    fc.property(indexed, ([from, to]) => {
      const { proof, read } = recording((node) => consistencyProof(from, to, node));
      assert.deepEqual(read, consistencyNodes(from, to));
      assert.ok(verifyConsistency(consistencyClaim(from, to, proof)));
      assert.ok(verifyConsistency(consistencyClaim(to, to, [])));
    }),
    { numRuns: 2_000 },
  );
});

test('of 20,000 forged proofs none is accepted, and none makes the verifier throw', () => {
  let [tried, accepted] = [0, 0];
  const count = (held: boolean) => {
    tried++;
    if (held) accepted++;
  };
  const forger = fc.tuple(indexed, fc.nat(), fc.nat({ max: 7 }), fc.uint8Array({ maxLength: 40 }));
  for (const [[index, size], at, kind, junk] of fc.sample(forger, { numRuns: 10_000, seed: 9162 })) {
    count(verifyInclusion(forgeInclusion(index, size, at, kind, junk)));
    // A proof between equal sizes has no parts to forge; index + 1 <= size, so that some pairs are equal, and some are not.
    count(verifyConsistency(forgeConsistency(Math.max(1, index), size, at, kind, junk)));
  }
  console.log(`forged proofs: ${tried} tried, ${accepted} accepted`);
  assert.equal(tried, 20_000);
  assert.equal(accepted, 0);
});

test('a proof for one place holds for no other place of the same tree', () => {
  for (let size = 1; size <= 40; size++) {
    for (let index = 0; index < size; index++) {
      const claim = inclusionClaim(index, size, inclusionProof(index, size, readNode));
      const holds = Array.from({ length: size + 3 }, (_, other) => verifyInclusion({ ...claim, index: other }));
      assert.deepEqual(
        holds.flatMap((held, other) => (held ? [other] : [])),
        [index],
      );
    }
  }
});

test('sizes beyond 32 bits are handled, sizes that numbers cannot hold are refused', () => {
  const size = 2 ** 52 + 1;
  const root = nodeHash(bytesOf('left'), bytesOf('leaf'));
  const claim = { leaf: bytesOf('leaf'), index: size - 1, size, root, proof: [bytesOf('left')] };
  assert.ok(verifyInclusion(claim));
  assert.ok(!verifyInclusion({ ...claim, index: claim.index - 1 }));
  assert.ok(
    verifyConsistency({ from: { size: 2 ** 52, root: bytesOf('left') }, to: { size, root }, proof: [bytesOf('leaf')] }),
  );
  assert.deepEqual(inclusionNodes(size - 1, size), [{ level: 52, index: 0 }]);
  for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY]) {
    assert.ok(!verifyInclusion({ ...claim, index: wrong }));
    assert.ok(!verifyInclusion({ ...claim, size: wrong }));
    assert.throws(() => inclusionProof(0, wrong, readNode), RangeError);
    assert.throws(() => consistencyProof(wrong, 2 ** 52, readNode), RangeError);
  }
});

function forgeInclusion(index: number, size: number, at: number, kind: number, junk: Uint8Array): InclusionClaim {
  const proof = inclusionProof(index, size, readNode);
  const claim = inclusionClaim(index, size, proof);
  switch (kind) {
    case 0:
      return { ...claim, leaf: flipped(claim.leaf, at) };
    case 1:
      return { ...claim, root: flipped(claim.root, at) };
    case 2:
      return { ...claim, index: at % LARGEST === index ? index + 1 : at % LARGEST };
    default:
      return { ...claim, proof: forgeList(proof, at, kind, junk) };
  }
}

function forgeConsistency(from: number, to: number, at: number, kind: number, junk: Uint8Array): ConsistencyClaim {
  const proof = consistencyProof(from, to, readNode);
  const claim = consistencyClaim(from, to, proof);
  switch (kind) {
    case 0:
      return { ...claim, from: { ...claim.from, root: flipped(claim.from.root, at) } };
    case 1:
      return { ...claim, to: { ...claim.to, root: flipped(claim.to.root, at) } };
    case 2:
      return from === to
        ? { ...claim, from: { ...claim.from, size: from + 1 } }
        : { from: claim.to, to: claim.from, proof: claim.proof };
    default:
      return { ...claim, proof: forgeList(proof, at, kind, junk) };
  }
}

/** A list that differs from a right proof: a changed bit, one less, one more, another order, foreign bytes. */
function forgeList(proof: readonly Hash[], at: number, kind: number, junk: Uint8Array): readonly Hash[] {
  const position = at % Math.max(1, proof.length);
  if (proof.length === 0 || kind === 5) return proof.toSpliced(position, 0, bytesOf(`more ${at}`));
  if (kind === 3) return proof.with(position, flipped(itemOf(proof, position), at));
  if (kind === 4) return proof.toSpliced(position, 1);
  if (kind === 6 && proof.length > 1) return proof.toReversed();
  return proof.with(position, junk);
}

function inclusionClaim(index: number, size: number, proof: readonly Hash[]): InclusionClaim {
  return { leaf: itemOf(leaves, index), index, size, root: rootHash(size, readNode), proof };
}

function consistencyClaim(from: number, to: number, proof: readonly Hash[]): ConsistencyClaim {
  return {
    from: { size: from, root: rootHash(from, readNode) },
    to: { size: to, root: rootHash(to, readNode) },
    proof,
  };
}

function recording(prove: (node: ReadNode) => readonly Hash[]) {
  const read: unknown[] = [];
  const proof = prove((node) => {
    read.push(node);
    return readNode(node);
  });
  return { proof, read };
}

/** RFC 9162, 2.1.1 word for word. */
function definition(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1) return itemOf(hashes, 0);
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(definition(hashes.slice(0, k)), definition(hashes.slice(k)));
}

function flipped(bytes: Hash, at: number): Hash {
  return bytes.map((byte, position) => (position === at % bytes.length ? byte ^ (1 << (at % 8)) : byte));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
