import {
  type Hash,
  type PathStep,
  type ReceiptProof,
  type Refusal,
  inclusionPath,
  leafHash,
  verifyReceipt,
} from '@coprod/ledger';

/** A proven receipt, with each hash on the way from the entry to the signed root. */
export interface Explanation {
  readonly ok: true;
  readonly proof: ReceiptProof;
  readonly leaf: Hash;
  /** From the leaf upwards; empty in a ledger of one entry. */
  readonly path: readonly PathStep[];
}

/**
 * Checks a receipt and tells how: what a page draws and reads aloud. The judgement is that of `verifyReceipt`; the path only
 * repeats it step by step.
 */
export function explainReceipt(receipt: string): Explanation | Refusal {
  const proof = verifyReceipt(receipt);
  if (!proof.ok) return proof;
  const { commitment, index, siblings, checkpoint } = proof;
  const leaf = leafHash(commitment);
  const path = inclusionPath({ leaf, index, size: checkpoint.size, proof: siblings });
  if (path === null) throw new Error('a proven receipt has a path');
  return { ok: true, proof, leaf, path };
}
