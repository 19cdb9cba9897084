import { base64 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Entry } from './entry.ts';
import { formatVerifierKey } from './keys.ts';
import type { VerifierKey } from './keys.ts';
import type { Hash } from './merkle-hash.ts';

/** The name and edition of the receipt format: docs/formats/receipt.md. */
export const RECEIPT_FORMAT = 'coprod receipt v1';

/** What a receipt is made of. */
export interface ReceiptParts {
  /** Null once the entry has been erased: the receipt then proves that something stood there, and not what. */
  readonly opening: { readonly entry: Entry; readonly salt: Uint8Array } | null;
  readonly commitment: Hash;
  readonly index: number;
  /** Inclusion proof of the leaf in the tree of the checkpoint. */
  readonly proof: readonly Hash[];
  /** The signed note, as `signCheckpoint` wrote it. */
  readonly checkpoint: string;
  readonly key: VerifierKey;
}

/** The text of a receipt, to be saved as it is: canonical JSON, without a line end after it. */
export function writeReceipt({ opening, commitment, index, proof, checkpoint, key }: ReceiptParts): string {
  return canonicalJson({
    format: RECEIPT_FORMAT,
    index,
    commitment: base64(commitment),
    ...(opening && { entry: opening.entry, salt: base64(opening.salt) }),
    proof: proof.map(base64),
    checkpoint,
    key: formatVerifierKey(key),
  });
}
