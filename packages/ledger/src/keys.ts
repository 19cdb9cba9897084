import { ed25519PublicKey, ed25519Sign, ed25519Verify, sha256 } from '#primitives';
import { base64, concatBytes, readBase64, utf8 } from './bytes.ts';

/** Signature type of Ed25519 in a signed note (C2SP signed-note). */
const ED25519 = 0x01;

/** The public half of a key: what a customer pins. */
export interface VerifierKey {
  /** Who signs: an address without scheme, such as `coprod.example.com/acme`. It is the origin of the ledger's checkpoints. */
  readonly name: string;
  /** The first 4 bytes of SHA-256(name || 0x0A || 0x01 || public key). */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Whoever can sign: a ledger, an issuer of documents. */
export interface Signer {
  readonly key: VerifierKey;
  /** The Ed25519 signature, 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/**
 * A signer from its name and 32 secret bytes (a seed of RFC 8032), which the caller draws and keeps.
 * @throws TypeError on a seed of another length, or a name that is empty or holds blanks, control characters or a plus
 */
export function makeSigner(name: string, seed: Uint8Array): Signer {
  if (!isKeyName(name)) throw new TypeError('a key name is not empty and has no blanks, control characters or plus');
  if (seed.length !== 32) throw new TypeError('a seed has 32 bytes');
  const secret = Uint8Array.from(seed);
  const publicKey = ed25519PublicKey(secret);
  return { key: { name, id: keyId(name, publicKey), publicKey }, sign: (message) => ed25519Sign(secret, message) };
}

/** The text of a key: `name+id in hexadecimal+base64(0x01 || public key)`, as the tools of the Go checksum database write it. */
export function formatVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${keyIdText(id)}+${base64(concatBytes(Uint8Array.of(ED25519), publicKey))}`;
}

/** The key of a text, or null at the first doubt: its id is not that of its name and bytes, or no sound point is encoded. */
export function parseVerifierKey(text: string): VerifierKey | null {
  // Base64 holds plus signs itself; a name does not.
  const [, name, encoded] = /^([^+]*)\+[0-9a-f]{8}\+([A-Za-z0-9+/]*={0,2})$/.exec(text) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return null;
  const bytes = readBase64(encoded);
  if (bytes?.length !== 33 || bytes[0] !== ED25519) return null;
  const publicKey = bytes.subarray(1);
  const key: VerifierKey = { name, id: keyId(name, publicKey), publicKey };
  return formatVerifierKey(key) === text && !isWeak(publicKey) ? key : null;
}

/** Whether the holder of the key signed the message. Never throws. */
export function verifySignature(key: VerifierKey, message: Uint8Array, signature: Uint8Array): boolean {
  return ed25519Verify(key.publicKey, message, signature);
}

/** A key id as eight hexadecimal digits. */
export function keyIdText(id: Uint8Array): string {
  return hex(id);
}

/** Whether a text can name a key (C2SP signed-note). */
export function isKeyName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  return name.isWellFormed() && /^[^\s+\u0000-\u001f\u007f\u0085]+$/u.test(name);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function keyId(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, 4);
}

/**
 * The y coordinates of the points of small order, in hexadecimal, without the sign bit. Under such a key one signature fits many
 * messages; Node's verifier would take it, the browser's would not, and a receipt must not depend on where it is read.
 */
const SMALL_ORDER = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
]);

function isWeak(publicKey: Uint8Array): boolean {
  const y = hex(publicKey.map((byte, at) => (at === 31 ? byte & 0x7f : byte)));
  // From p = 2^255 - 19 on, y has a second, smaller spelling (RFC 8032, 5.1.3 refuses the larger).
  return /^(?:ed|ee|ef|f.)(?:ff){30}7f$/.test(y) || SMALL_ORDER.has(y);
}
