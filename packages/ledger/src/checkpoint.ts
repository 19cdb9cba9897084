import { base64, readBase64, sameBytes } from './bytes.ts';
import type { VerifierKey, Signer } from './keys.ts';
import { EMPTY_ROOT, HASH_LENGTH } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { openNote, signNote } from './note.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** The head of a ledger at one size. */
export interface Checkpoint {
  /** Which ledger: the name of its key. */
  readonly origin: string;
  /** How many entries. */
  readonly size: number;
  readonly root: Hash;
}

/** Signs a head as a C2SP tlog-checkpoint: origin, size and base64 root on a line each, in a signed note. */
export function signCheckpoint({ size, root }: Pick<Checkpoint, 'size' | 'root'>, signer: Signer): string {
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== HASH_LENGTH)
    throw new TypeError('this is no tree head');
  return signNote(`${signer.key.name}\n${size}\n${base64(root)}\n`, signer);
}

/**
 * The checkpoint in a note, if this key signed it. Stricter than the standard in two points, because our ledgers use neither: the
 * origin must be the key's name, and extension lines are refused. Never throws.
 */
export function openCheckpoint(
  note: string,
  key: VerifierKey,
): { readonly ok: true; readonly checkpoint: Checkpoint } | Refusal {
  const opened = openNote(note, key);
  if (!opened.ok) return opened;
  const [origin, sizeText = '', rootText = '', ...more] = opened.text.slice(0, -1).split('\n');
  if (origin !== key.name) return doubt(1, `the origin is not ${key.name}`);
  const size = Number(sizeText);
  if (!/^(?:0|[1-9][0-9]*)$/.test(sizeText) || !Number.isSafeInteger(size)) return doubt(2, 'the size is not a count');
  const root = readBase64(rootText);
  if (root?.length !== HASH_LENGTH) return doubt(3, 'the root is not the base64 of 32 bytes');
  if (size === 0 && !sameBytes(root, EMPTY_ROOT)) return doubt(3, 'this is not the root of an empty ledger');
  if (more.length > 0) return doubt(4, 'lines follow the root');
  return { ok: true, checkpoint: { origin, size, root } };
}

function doubt(line: number, why: string): Refusal {
  return refuse('wrong-checkpoint', `line ${line}`, why);
}
