import {
  base64url,
  canonicalJson,
  isName,
  readBase64url,
  readCanonicalJson,
  readFields,
  readUtf8,
  sha256,
  utf8,
} from '@coprod/ledger';
import type { Json } from '@coprod/ledger';
import { holdsReservedName, isBlockId } from './document.ts';
import type { Block } from './document.ts';

/** Bytes of a salt: the 128 bits that RFC 9901, 9.3 recommends. Without it, a withheld text could be found by trying. */
export const SALT_LENGTH = 16;

/**
 * The disclosure of a block (RFC 9901, 4.2.1): base64url of `[salt, id, { content, kind }]`, in canonical JSON.
 * @throws TypeError on an id or content that an SD-JWT cannot carry
 */
export function writeDisclosure({ id, kind, content }: Block, salt: Uint8Array): string {
  if (salt.length !== SALT_LENGTH) throw new TypeError(`a salt has ${SALT_LENGTH} bytes`);
  if (!isBlockId(id)) throw new TypeError('the id of a block is a text, not empty, and neither "_sd" nor "..."');
  if (!isName(kind)) throw new TypeError(`block ${id} has no kind`);
  const text = canonicalJson([base64url(salt), id, { kind, content }]);
  if (holdsReservedName(content)) throw new TypeError(`block ${id} holds a name that is reserved in an SD-JWT`);
  return base64url(utf8(text));
}

/** The digest by which a document vouches for a disclosure (RFC 9901, 4.2.3): over its base64url text, as it travels. */
export function digestOf(disclosure: string): string {
  return base64url(sha256(utf8(disclosure)));
}

/** The block of a disclosure, or null unless it is one that `writeDisclosure` could have written. */
export function readDisclosure(disclosure: string): Block | null {
  const bytes = readBase64url(disclosure);
  const text = bytes && readUtf8(bytes);
  if (text === null) return null;
  const read = readCanonicalJson(text);
  if (!read.ok || !Array.isArray(read.value)) return null;
  const [salt, id, value, ...more] = read.value as readonly Json[];
  const body = readFields(value, '', ['kind', 'content']);
  if (more.length > 0 || !isSalt(salt) || !isBlockId(id) || !body.ok) return null;
  const { kind, content } = body.fields;
  if (!isName(kind) || content === undefined || holdsReservedName(content)) return null;
  return { id, kind, content };
}

function isSalt(value: Json | undefined): boolean {
  return typeof value === 'string' && readBase64url(value)?.length === SALT_LENGTH;
}
