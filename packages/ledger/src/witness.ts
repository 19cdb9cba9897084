import { sameBytes } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { parseVerifierKey } from './keys.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { readHashes } from './strict-object.ts';
import { verifyConsistency } from './verify-proofs.ts';

/** What a witness compares. */
export interface Succession {
  /** The newest checkpoint that he has kept, as a note. */
  readonly kept: string;
  /** The one that he is shown now, as a note. */
  readonly next: string;
  /** The consistency proof from kept to next: base64 hashes. */
  readonly proof: readonly string[];
  /** The key of the ledger, as text, which he pinned when he first met it. */
  readonly key: string;
}

/**
 * The customer as a witness: whether the ledger that he is shown still begins with the ledger that he has seen. Keep `next` if it
 * does; keep both notes if it does not: they are signed, and they are the evidence. Never throws.
 *
 * Refusals that accuse the ledger: `rolled-back` (it is shorter than it was; ask once more, a replica may lag), `forked` (two
 * heads were signed for one size), `not-continued` (it is longer, and nothing proves that it begins with what was there).
 */
export function verifyCheckpointContinues({
  kept,
  next,
  proof,
  key,
}: Succession):
  | { readonly ok: true; readonly relation: 'same' | 'continued'; readonly checkpoint: Checkpoint }
  | Refusal {
  const verifier = parseVerifierKey(key);
  if (!verifier) return refuse('wrong-key', 'key', 'this is no Ed25519 key in the form name+id+base64');
  const before = openCheckpoint(kept, verifier);
  if (!before.ok) return { ...before, where: `kept, ${before.where}` };
  const after = openCheckpoint(next, verifier);
  if (!after.ok) return { ...after, where: `next, ${after.where}` };
  const [from, to] = [before.checkpoint, after.checkpoint];

  if (to.size < from.size) {
    return refuse('rolled-back', 'next, line 2', `the ledger had ${from.size} entries, and is shown with ${to.size}`);
  }
  if (to.size === from.size && !sameBytes(to.root, from.root)) {
    return refuse('forked', 'next, line 3', `two different heads were signed for ${to.size} entries`);
  }
  const read = readHashes(proof, 'proof');
  if (!read.ok) return read;
  if (!verifyConsistency({ from, to, proof: read.hashes })) {
    return refuse('not-continued', 'proof', `nothing proves that the first ${from.size} entries are still the same`);
  }
  return { ok: true, relation: to.size === from.size ? 'same' : 'continued', checkpoint: to };
}
