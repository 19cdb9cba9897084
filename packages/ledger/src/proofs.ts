import { EMPTY_ROOT } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { foldSubtrees } from './frontier.ts';
import type { NodeId } from './frontier.ts';

/** Gives the hash of a complete subtree from where it is kept. It throws if it has none: the store is damaged. */
export type ReadNode = (node: NodeId) => Hash;

/** The nodes that `rootHash` and a frontier of this size consist of, largest first. */
export function rootNodes(size: number): readonly NodeId[] {
  return subtrees(0, size);
}

/** The root of the tree of the first `size` leaves, from stored nodes. */
export function rootHash(size: number, readNode: ReadNode): Hash {
  return size === 0 ? EMPTY_ROOT : foldSubtrees(rootNodes(size).map(readNode));
}

/** The nodes that `inclusionProof` will read: fetch them in one go, then build the proof. */
export function inclusionNodes(index: number, size: number): readonly NodeId[] {
  return inclusionRanges(index, size).flatMap(([start, end]) => subtrees(start, end));
}

/**
 * Proof that leaf `index` is in the tree of the first `size` leaves (RFC 9162, 2.1.3.1), nearest sibling first.
 * @throws RangeError unless 0 <= index < size
 */
export function inclusionProof(index: number, size: number, readNode: ReadNode): readonly Hash[] {
  return inclusionRanges(index, size).map(([start, end]) => foldSubtrees(subtrees(start, end).map(readNode)));
}

/** The nodes that `consistencyProof` will read: fetch them in one go, then build the proof. */
export function consistencyNodes(from: number, to: number): readonly NodeId[] {
  return consistencyRanges(from, to).flatMap(([start, end]) => subtrees(start, end));
}

/**
 * Proof that the tree of the first `to` leaves begins with the tree of the first `from` (RFC 9162, 2.1.4.1). Empty from 0, and for
 * equal sizes.
 * @throws RangeError unless 0 <= from <= to
 */
export function consistencyProof(from: number, to: number, readNode: ReadNode): readonly Hash[] {
  return consistencyRanges(from, to).map(([start, end]) => foldSubtrees(subtrees(start, end).map(readNode)));
}

/** Leaves from `start` up to, not including, `end`. */
type Range = readonly [start: number, end: number];

/**
 * Which leaves stand under each hash of an inclusion proof, nearest sibling first.
 * @throws RangeError unless 0 <= index < size
 */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  requireSizes(index, size);
  if (index === size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      ranges.push([middle, end]);
      end = middle;
    } else {
      ranges.push([start, middle]);
      start = middle;
    }
  }
  return ranges.toReversed();
}

function consistencyRanges(from: number, to: number): readonly Range[] {
  requireSizes(from, to);
  if (from === 0 || from === to) return [];
  const ranges: Range[] = [];
  let [start, end] = [0, to];
  while (from < end) {
    const middle = start + split(end - start);
    if (from <= middle) {
      ranges.push([middle, end]);
      end = middle;
    } else {
      ranges.push([start, middle]);
      start = middle;
    }
  }
  // The verifier knows the old root itself; he must be given the last subtree only where that is not the whole old tree.
  if (start > 0) ranges.push([start, end]);
  return ranges.toReversed();
}

function requireSizes(smaller: number, larger: number): void {
  if (!Number.isSafeInteger(smaller) || !Number.isSafeInteger(larger) || smaller < 0 || smaller > larger) {
    throw new RangeError(`no proof from ${smaller} to ${larger}`);
  }
}

/** The largest power of two smaller than `count` (k in RFC 9162, 2.1.1). Not by shifting: sizes go beyond 32 bits. */
function split(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** The complete subtrees that a range is made of, largest first. RFC 9162 only ever asks for ranges whose start fits. */
function subtrees(start: number, end: number): readonly NodeId[] {
  const nodes: NodeId[] = [];
  for (let at = start; at < end;) {
    let [level, span] = [0, 1];
    while (span * 2 <= end - at) {
      span *= 2;
      level++;
    }
    nodes.push({ level, index: at / span });
    at += span;
  }
  return nodes;
}
