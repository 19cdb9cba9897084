import { EMPTY_ROOT, nodeHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';

/** The place of a complete subtree: it spans the leaves `index * 2**level` up to, not including, `(index + 1) * 2**level`. */
export interface NodeId {
  readonly level: number;
  readonly index: number;
}

/** A complete subtree with its hash. Once written, it never changes: the tree only grows. */
export interface TreeNode extends NodeId {
  readonly hash: Hash;
}

/**
 * All that is needed to append to a tree and to know its root: the hashes of the complete subtrees it is made of, largest and
 * leftmost first, one per bit that is set in `size` (a compact range).
 */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

/** The tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] };

/**
 * Appends leaves (their hashes) and gives the new frontier, and every subtree that became complete, leaves included, in the order
 * in which they did. Store `nodes`, and any proof can be read from the store.
 */
export function appendLeaves(
  frontier: Frontier,
  leafHashes: Iterable<Hash>,
): { readonly frontier: Frontier; readonly nodes: readonly TreeNode[] } {
  const hashes = [...frontier.hashes];
  const nodes: TreeNode[] = [];
  let size = frontier.size;
  for (const leaf of leafHashes) {
    let node: TreeNode = { level: 0, index: size, hash: leaf };
    nodes.push(node);
    // An odd index is a right child: its left sibling is the last hash of the frontier.
    while (node.index % 2 === 1) {
      const left = hashes.pop();
      if (!left)
        throw new RangeError(`a frontier of size ${frontier.size} has more than ${frontier.hashes.length} hashes`);
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(left, node.hash) };
      nodes.push(node);
    }
    hashes.push(node.hash);
    size++;
  }
  return { frontier: { size, hashes }, nodes };
}

/** The root of the tree (RFC 9162, 2.1.1). */
export function rootOf(frontier: Frontier): Hash {
  return frontier.size === 0 ? EMPTY_ROOT : foldSubtrees(frontier.hashes);
}

/** The hash over neighbouring complete subtrees, largest first, as RFC 9162, 2.1.1 nests them. At least one. */
export function foldSubtrees(hashes: readonly Hash[]): Hash {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}
