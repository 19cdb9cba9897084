import { base64 } from './bytes.ts';
import { canonicalJson, readCanonicalJson } from './canonical-json.ts';
import type { Json } from './canonical-json.ts';
import { formatVerifierKey } from './keys.ts';
import type { VerifierKey } from './keys.ts';
import { leafHash } from './merkle-hash.ts';
import type { StoredEntry } from './recompute.ts';

/** The name and edition of the export format: docs/formats/export.md. */
export const EXPORT_FORMAT = 'coprod ledger v1';

/** The first line of an export. */
export function exportHeader(key: VerifierKey): string {
  return line({ format: EXPORT_FORMAT, key: formatVerifierKey(key) });
}

/**
 * The line of an entry. An erased one has no entry and no salt. The leaf follows from the commitment; it stands there so that a
 * changed commitment is noticed on its own line, and not only at the end.
 * @throws TypeError if the stored text is not canonical JSON: recompute the ledger before it is exported
 */
export function exportEntry({ index, commitment, text, salt }: StoredEntry): string {
  const opening = text !== null && salt !== null ? { entry: parse(text), salt: base64(salt) } : {};
  return line({ index, commitment: base64(commitment), leaf: base64(leafHash(commitment)), ...opening });
}

/** The last line of an export: the signed head of exactly the entries above it. */
export function exportEnd(checkpoint: string): string {
  return line({ checkpoint });
}

function parse(text: string): Json {
  const read = readCanonicalJson(text);
  if (!read.ok) throw new TypeError(`character ${read.at} of a stored entry: ${read.why}`);
  return read.value;
}

function line(value: Json): string {
  return `${canonicalJson(value)}\n`;
}
