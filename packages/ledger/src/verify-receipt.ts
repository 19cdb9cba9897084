import { sha256 } from '#primitives';
import { base64, readUtf8, sameBytes, utf8 } from './bytes.ts';
import { canonicalJson, readCanonicalJson } from './canonical-json.ts';
import type { Json, JsonObject } from './canonical-json.ts';
import { openCheckpoint } from './checkpoint.ts';
import { commit, readEntry } from './entry.ts';
import type { Entry } from './entry.ts';
import { formatVerifierKey, parseVerifierKey } from './keys.ts';
import type { VerifierKey } from './keys.ts';
import { leafHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { parseNote } from './note.ts';
import { RECEIPT_FORMAT } from './receipt.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { isCount, readFields, readHash, readHashes } from './strict-object.ts';
import { verifyInclusion } from './verify-proofs.ts';

/** What the reader of a receipt holds beside it. */
export interface ReceiptContext {
  /** Keys that he trusts, as texts. If given, any other is refused; if not, the receipt speaks with its own key: see `trusted`. */
  readonly trustedKeys?: readonly string[];
  /** Files that he was handed: each must be, byte for byte, one that the entry vouches for. */
  readonly files?: readonly Uint8Array[];
}

/** What a receipt proves. */
export interface ReceiptProof {
  readonly ok: true;
  /** Null in a receipt whose entry has been erased. */
  readonly entry: Entry | null;
  readonly index: number;
  readonly commitment: Hash;
  /** What is met on the way from the commitment to the head, nearest first: see `inclusionPath`. */
  readonly siblings: readonly Hash[];
  /** The head in which the entry was found, and its note: what a customer keeps as a witness. */
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: Hash; readonly note: string };
  /** The key, as text. */
  readonly key: string;
  /** Whether the key was among `trustedKeys`. If not, compare it with the one that you were given by another way. */
  readonly trusted: boolean;
  /** The names under which the entry vouches for `files`, in their order. */
  readonly files: readonly string[];
}

/**
 * Checks a receipt, offline: entry against commitment, commitment against the signed head, files against the entry. Every byte
 * counts: the text must be canonical JSON with the known fields only, so that none can be changed unseen. Never throws.
 */
export function verifyReceipt(receipt: Uint8Array | string, context: ReceiptContext = {}): ReceiptProof | Refusal {
  const bytes = typeof receipt === 'string' ? utf8(receipt) : receipt;
  const text = readUtf8(bytes);
  if (text === null) return refuse('not-utf8', `byte ${firstWrongByte(bytes)}`, 'the file is not UTF-8');
  const read = readCanonicalJson(text);
  if (!read.ok) return refuse('not-canonical', `byte ${utf8(text.slice(0, read.at)).length}`, read.why);
  const parts = readParts(read.value);
  if (!parts.ok) return parts;

  const trusted = context.trustedKeys?.includes(formatVerifierKey(parts.key)) ?? false;
  if (context.trustedKeys && !trusted) return refuse('untrusted-key', 'key', 'this key is not one that you trust');
  return prove(parts, trusted, context.files ?? []);
}

interface Parts {
  readonly ok: true;
  readonly index: number;
  readonly commitment: Hash;
  readonly opening: { readonly entry: Entry; readonly salt: Uint8Array } | null;
  readonly proof: readonly Hash[];
  readonly note: string;
  readonly key: VerifierKey;
}

const REQUIRED = ['format', 'index', 'commitment', 'proof', 'checkpoint', 'key'];

function readParts(value: Json): Parts | Refusal {
  const read = readFields(value, '', REQUIRED, ['entry', 'salt']);
  if (!read.ok) return read;
  const { format, index, checkpoint: note, key: keyText } = read.fields;
  if (format !== RECEIPT_FORMAT) return refuse('wrong-format', 'format', `this is no "${RECEIPT_FORMAT}"`);
  if (!isCount(index)) return refuse('wrong-field', 'index', 'a count is needed');
  const commitment = readHash(read.fields['commitment']);
  if (!commitment) return refuse('wrong-field', 'commitment', 'the base64 of 32 bytes is needed');
  const opened = readOpening(read.fields);
  if (!opened.ok) return opened;
  const proof = readHashes(read.fields['proof'], 'proof');
  if (!proof.ok) return proof;
  if (typeof note !== 'string') return refuse('wrong-field', 'checkpoint', 'a signed note is needed');
  const key = typeof keyText === 'string' ? parseVerifierKey(keyText) : null;
  if (!key) return refuse('wrong-key', 'key', 'this is no Ed25519 key in the form name+id+base64');
  return { ok: true, index, commitment, opening: opened.opening, proof: proof.hashes, note, key };
}

function readOpening(fields: JsonObject): { readonly ok: true; readonly opening: Parts['opening'] } | Refusal {
  const { entry, salt: saltText } = fields;
  if (entry === undefined && saltText === undefined) return { ok: true, opening: null };
  const read = readEntry(entry);
  if (!read.ok) return read;
  const salt = readHash(saltText);
  if (!salt) return refuse('wrong-field', 'salt', 'the base64 of 32 bytes is needed');
  return { ok: true, opening: { entry: read.entry, salt } };
}

/**
 * The chain, checked so that a single changed link is named: with a right signature, a wrong entry leaves the proof right, a wrong
 * place or proof leaves the entry right, and a wrong commitment spoils both.
 */
function prove(parts: Parts, trusted: boolean, files: readonly Uint8Array[]): ReceiptProof | Refusal {
  const { opening, commitment, index, proof, note, key } = parts;
  const opened = openCheckpoint(note, key);
  if (!opened.ok) return { ...opened, where: `checkpoint, ${opened.where}` };
  const parsed = parseNote(note);
  if (parsed.ok && parsed.signatures.length > 1) {
    return refuse(
      'wrong-note',
      'checkpoint, signatures',
      'a receipt carries one signature: nobody has checked the others',
    );
  }
  const { checkpoint } = opened;
  const entryFits = !opening || sameBytes(commit(canonicalJson(opening.entry), opening.salt), commitment);
  const placeFits = verifyInclusion({
    leaf: leafHash(commitment),
    index,
    proof,
    size: checkpoint.size,
    root: checkpoint.root,
  });
  if (!placeFits) {
    return entryFits && opening
      ? refuse('proof-differs', 'index, proof', 'the entry does not stand at this place of the signed ledger')
      : refuse(
          'commitment-differs',
          'commitment, index, proof',
          'the commitment does not stand at this place of the signed ledger',
        );
  }
  if (!entryFits) return refuse('entry-differs', 'entry, salt', 'the entry is not the one that stands in the ledger');

  const names = matchFiles(opening?.entry ?? null, files);
  if (!names.ok) return names;
  return {
    ok: true,
    entry: opening?.entry ?? null,
    index,
    commitment,
    siblings: proof,
    checkpoint: { ...checkpoint, note },
    key: formatVerifierKey(key),
    trusted,
    files: names.names,
  };
}

function matchFiles(
  entry: Entry | null,
  files: readonly Uint8Array[],
): { readonly ok: true; readonly names: readonly string[] } | Refusal {
  const names: string[] = [];
  for (const [at, bytes] of files.entries()) {
    if (!entry)
      return refuse('file-differs', `files[${at}]`, 'the entry has been erased, and with it what it said of files');
    const hash = base64(sha256(bytes));
    const attachment = entry.attachments?.find(
      (candidate) => candidate.sha256 === hash && candidate.size === bytes.length,
    );
    if (!attachment)
      return refuse('file-differs', `files[${at}]`, 'these are not the bytes that the entry vouches for');
    names.push(attachment.name);
  }
  return { ok: true, names };
}

/** Where bytes stop being UTF-8: up to there, reading with replacement and writing again gives the same bytes. */
function firstWrongByte(bytes: Uint8Array): number {
  const again = utf8(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  return at < 0 ? bytes.length : at;
}
