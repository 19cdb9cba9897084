import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';

// The DER frame of a bare Ed25519 key (RFC 8410): these bytes, then the 32 bytes of the key.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** SHA-256 (FIPS 180-4). The one-shot call: 1.0 µs for a tree node here, against 1.2 µs through createHash. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = hash('sha256', bytes, 'buffer');
  // A plain view: a Buffer differs from it in comparisons and in JSON, and the browser's digest is none.
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.length);
}

/** The 32-byte public key of a 32-byte Ed25519 seed (RFC 8032, 5.1.5). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return new Uint8Array(spki.subarray(SPKI.length));
}

/** The 64-byte Ed25519 signature of a message (RFC 8032, 5.1.6). */
export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKey(seed)));
}

/** Whether a signature is right (RFC 8032, 5.1.7). False, never a throw, whatever the bytes. */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
}

function privateKey(seed: Uint8Array) {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}
