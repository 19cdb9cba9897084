import { sha256 } from '#primitives';

/** A SHA-256 value: 32 bytes. */
export type Hash = Uint8Array;

/** Length of every hash here, in bytes. */
export const HASH_LENGTH = 32;

/** The root of the tree without leaves (RFC 9162, 2.1.1): SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0));

// One buffer for all tree nodes: hashing is synchronous, so nobody else can be in it. Saves an allocation per node.
const nodeInput = new Uint8Array(1 + 2 * HASH_LENGTH);
nodeInput[0] = 0x01;

/** The hash of a leaf (RFC 9162, 2.1.1): SHA-256(0x00 || data). In a ledger, data is the 32-byte commitment of an entry. */
export function leafHash(data: Uint8Array): Hash {
  const input = new Uint8Array(1 + data.length);
  input.set(data, 1);
  return sha256(input);
}

/** The hash of an inner node (RFC 9162, 2.1.1): SHA-256(0x01 || left || right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_LENGTH);
  return sha256(nodeInput);
}
