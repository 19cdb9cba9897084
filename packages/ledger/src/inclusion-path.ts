import { HASH_LENGTH, nodeHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { inclusionRanges } from './proofs.ts';
import type { InclusionClaim } from './verify-proofs.ts';

/** A node of the tree: its hash, and the leaves under it, from `from` up to, not including, `to`. */
export interface PathNode {
  readonly hash: Hash;
  readonly from: number;
  readonly to: number;
}

/** One step up: what is met, on which side it stands, and what both give. */
export interface PathStep {
  readonly side: 'left' | 'right';
  readonly sibling: PathNode;
  readonly parent: PathNode;
}

/**
 * The way from a leaf to the root as an inclusion proof tells it, step by step, to be drawn and read aloud. The last parent is the root
 * that the proof leads to; whether it is the signed one says `verifyInclusion`. Null when a proof of this length and shape cannot
 * belong to this place. Never throws.
 */
export function inclusionPath({ leaf, index, size, proof }: Omit<InclusionClaim, 'root'>): readonly PathStep[] | null {
  if (![index, size].every((count) => Number.isSafeInteger(count) && count >= 0) || index >= size) return null;
  const ranges = inclusionRanges(index, size);
  if (proof.length !== ranges.length || ![leaf, ...proof].every((hash) => hash.length === HASH_LENGTH)) return null;
  const steps: PathStep[] = [];
  let here: PathNode = { hash: leaf, from: index, to: index + 1 };
  for (const [at, [from, to]] of ranges.entries()) {
    const sibling: PathNode = { hash: proof[at]!, from, to };
    const side = from < here.from ? 'left' : 'right';
    const [left, right] = side === 'left' ? [sibling, here] : [here, sibling];
    here = { hash: nodeHash(left.hash, right.hash), from: left.from, to: right.to };
    steps.push({ side, sibling, parent: here });
  }
  return steps;
}
