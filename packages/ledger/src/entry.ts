import { sha256 } from '#primitives';
import { base64, concatBytes, utf8 } from './bytes.ts';
import { canonicalJson, readCanonicalJson } from './canonical-json.ts';
import type { Json, JsonObject } from './canonical-json.ts';
import type { Hash } from './merkle-hash.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { isCount, isInstant, isName, isObject, readFields, readHash } from './strict-object.ts';

/** What the ledger keeps of one act. */
export interface Entry {
  /** What happened, such as `decision-taken` or `transmission-sent`. */
  readonly kind: string;
  /** The id of what it happened to. */
  readonly subject: string;
  /** The customer who may hold a receipt of it. */
  readonly customer?: string;
  /** When: an instant in UTC, such as `2026-11-24T13:45:00.123Z`. */
  readonly at: string;
  /** The files that went with it, byte for byte. */
  readonly attachments?: readonly Attachment[];
  readonly body: JsonObject;
}

/** A file that an entry vouches for. */
export interface Attachment {
  readonly name: string;
  /** Length in bytes. */
  readonly size: number;
  /** Base64 of the SHA-256 of exactly the bytes that were handed over. */
  readonly sha256: string;
}

/** Bytes of a salt: as long as the hash, so that an erased body cannot be found by trying. */
export const SALT_LENGTH = 32;

// Names the purpose inside the hash, so that no commitment can ever be taken for another hash of the same bytes.
const DOMAIN = utf8('coprod entry v1\n');

/** The canonical text of an entry: what is kept, and what is committed to. @throws TypeError if it is not a well-formed entry */
export function entryText(entry: Entry): string {
  const text = canonicalJson(entry);
  const read = readCanonicalJson(text);
  const checked = read.ok ? readEntry(read.value) : refuse('not-canonical', `character ${read.at}`, read.why);
  if (!checked.ok) throw new TypeError(`${checked.where}: ${checked.why}`);
  return text;
}

/**
 * The commitment that stands in the ledger for an entry: SHA-256("coprod entry v1\n" || salt || canonical text in UTF-8). The salt
 * is 32 random bytes of its own for each entry; with text and salt erased, the commitment says nothing, and every proof holds.
 * @throws TypeError on a salt of another length
 */
export function commit(text: string, salt: Uint8Array): Hash {
  if (salt.length !== SALT_LENGTH) throw new TypeError(`a salt has ${SALT_LENGTH} bytes`);
  return sha256(concatBytes(DOMAIN, salt, utf8(text)));
}

/** What an entry says of a file. */
export function describeFile(name: string, bytes: Uint8Array): Attachment {
  return { name, size: bytes.length, sha256: base64(sha256(bytes)) };
}

/** An entry from what a file says, or the refusal that names the field. */
export function readEntry(
  value: Json | undefined,
  where = 'entry',
): { readonly ok: true; readonly entry: Entry } | Refusal {
  const read = readFields(value, where, ['kind', 'subject', 'at', 'body'], ['customer', 'attachments']);
  if (!read.ok) return read;
  const { kind, subject, customer, at, attachments, body } = read.fields;
  const text = 'a text is needed, not empty';
  if (!isName(kind)) return refuse('wrong-field', `${where}.kind`, text);
  if (!isName(subject)) return refuse('wrong-field', `${where}.subject`, text);
  if (customer !== undefined && !isName(customer)) return refuse('wrong-field', `${where}.customer`, text);
  if (!isInstant(at)) return refuse('wrong-field', `${where}.at`, 'an instant in UTC is needed: 2026-11-24T13:45:00Z');
  if (!isObject(body)) return refuse('wrong-field', `${where}.body`, 'an object is needed');
  const files = attachments === undefined ? null : readAttachments(attachments, `${where}.attachments`);
  if (files?.ok === false) return files;
  const optional = { ...(customer !== undefined && { customer }), ...(files && { attachments: files.attachments }) };
  return { ok: true, entry: { kind, subject, at, body, ...optional } };
}

function readAttachments(
  value: Json,
  where: string,
): { readonly ok: true; readonly attachments: readonly Attachment[] } | Refusal {
  if (!Array.isArray(value) || value.length === 0) return refuse('wrong-field', where, 'a list is needed, not empty');
  const attachments: Attachment[] = [];
  for (const element of value as readonly Json[]) {
    const here = `${where}[${attachments.length}]`;
    const read = readFields(element, here, ['name', 'size', 'sha256']);
    if (!read.ok) return read;
    const { name, size, sha256: hash } = read.fields;
    if (!isName(name)) return refuse('wrong-field', `${here}.name`, 'a text is needed, not empty');
    if (!isCount(size)) return refuse('wrong-field', `${here}.size`, 'a count of bytes is needed');
    if (typeof hash !== 'string' || !readHash(hash)) {
      return refuse('wrong-field', `${here}.sha256`, 'the base64 of 32 bytes is needed');
    }
    attachments.push({ name, size, sha256: hash });
  }
  return { ok: true, attachments };
}
