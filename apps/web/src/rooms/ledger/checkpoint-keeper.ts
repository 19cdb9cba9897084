import { type RefusalCode, openCheckpoint, parseVerifierKey, verifyCheckpointContinues } from '@coprod/ledger';

/** The newest checkpoint of one ledger that was proven to continue all those before it, and the key that it was first met with. */
export interface Kept {
  /** As text; pinned at the first meeting, and never taken from the ledger again. */
  readonly key: string;
  /** The signed note. */
  readonly note: string;
  readonly size: number;
  /** When this ledger was first met here, and when it last proved to continue; instants. */
  readonly since: string;
  readonly provenAt: string;
}

/** What can be held against a ledger. The first three are named by docs/formats/checkpoint.md. */
export type Finding = 'rolled-back' | 'forked' | 'not-continued' | 'other-key' | 'unreadable';

/** What was found, with all that proves it. */
export interface Accusation {
  readonly finding: Finding;
  /** Null when the very first checkpoint could not be read. */
  readonly kept: string | null;
  readonly shown: string;
  readonly key: string;
  readonly at: string;
}

export type Verdict =
  | { readonly kind: 'first' | 'same'; readonly kept: Kept }
  /** `added` entries since, and the hashes of the proof that nothing before them changed. */
  | { readonly kind: 'grown'; readonly kept: Kept; readonly added: number; readonly proof: readonly string[] }
  | { readonly kind: 'accused'; readonly accusation: Accusation };

/** What the ledger shows now. */
export interface Shown {
  readonly note: string;
  /** Read only where nothing is kept yet. */
  readonly key: string;
}

/** Asks the ledger for its consistency proof (RFC 9162, 2.1.4) as base64 hashes; null when it gives none. */
export type Demand = (from: number, to: number) => Promise<readonly string[] | null>;

/**
 * Compares what the ledger shows with what was kept of it, as the witness of docs/formats/checkpoint.md does: a larger ledger must
 * prove that it begins with the smaller one. What was kept is given up only for what was proven to continue it.
 * @throws what `demand` throws: without an answer nobody is accused
 */
export async function judge(kept: Kept | null, shown: Shown, demand: Demand, now: string): Promise<Verdict> {
  const key = kept?.key ?? shown.key;
  const accuse = (finding: Finding): Verdict => ({
    kind: 'accused',
    accusation: { finding, kept: kept?.note ?? null, shown: shown.note, key, at: now },
  });
  const verifier = parseVerifierKey(key);
  if (verifier === null) return accuse('unreadable');
  const opened = openCheckpoint(shown.note, verifier);
  if (!opened.ok) return accuse(findingOf(opened.code));
  const { size } = opened.checkpoint;
  if (kept === null) return { kind: 'first', kept: { key, note: shown.note, size, since: now, provenAt: now } };

  const proof = size > kept.size ? await demand(kept.size, size) : [];
  if (proof === null) return accuse('not-continued');
  const continues = verifyCheckpointContinues({ kept: kept.note, next: shown.note, proof, key });
  if (!continues.ok) return accuse(findingOf(continues.code));
  if (continues.relation === 'same') return { kind: 'same', kept: { ...kept, provenAt: now } };
  return {
    kind: 'grown',
    kept: { ...kept, note: shown.note, size, provenAt: now },
    added: size - kept.size,
    proof,
  };
}

/**
 * What a saved file says, to be judged in the place of what is kept here.
 * @param key the pinned key, or the ledger's own where nothing is kept
 */
export function readSaved(note: string, key: string, now: string): Kept | null {
  const verifier = parseVerifierKey(key);
  const opened = verifier === null ? null : openCheckpoint(note, verifier);
  return opened?.ok === true ? { key, note, size: opened.checkpoint.size, since: now, provenAt: now } : null;
}

function findingOf(code: RefusalCode): Finding {
  switch (code) {
    case 'rolled-back':
    case 'forked':
    case 'not-continued':
      return code;
    case 'wrong-signature':
      return 'other-key';
    case 'wrong-field': // hashes of a proof that are none
      return 'not-continued';
    default:
      return 'unreadable';
  }
}
