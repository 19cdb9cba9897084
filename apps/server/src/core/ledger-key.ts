import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { type Signer, makeSigner } from '@coprod/ledger';
import { type Actor, actAsSystem } from '../access/access.ts';
import type { Doors, Transaction } from '../access/doors.ts';
import type { Founded } from '../access/found-organization.ts';
import { appendToLedger } from './append-to-ledger.ts';

/**
 * The Ed25519 key with which an organization signs its checkpoints and documents. It rests sealed (AES-256-GCM) under a key derived
 * from the secret that only the owner can read: whoever gets at this table through the program signs nothing.
 */
export type LedgerKeys = {
  /** Makes the key of a new organization and writes entry 0, in the founding's transaction. */
  begin(tx: Transaction, founded: Founded, actor: Actor): Promise<void>;
  /** Policy: inside on core.ledger_key, granted to coprod_system alone. */
  signerOf(tx: Transaction, organization: string): Promise<Signer>;
};

/** @param secret of the installation; @param host names the keys: `host/slug` is the origin of the organization's checkpoints */
export function openLedgerKeys(secret: Uint8Array, host: string): LedgerKeys {
  const sealing = createHash('sha256').update('coprod ledger key').update(secret).digest();
  return {
    async begin(tx, founded, actor) {
      const seed = randomBytes(32);
      const signer = makeSigner(`${host}/${founded.slug}`, seed);
      await tx
        .insertInto('core.ledger_key')
        .values({
          organization_id: founded.organization,
          key_name: signer.key.name,
          public_key: Buffer.from(signer.key.publicKey),
          sealed_private_key: seal(sealing, seed),
        })
        .execute();
      await appendToLedger(tx, actor, {
        kind: 'organization-founded',
        subject: { kind: 'organization', id: founded.organization },
        customer: null,
        body: { slug: founded.slug, key: Buffer.from(signer.key.publicKey).toString('base64') },
      });
    },
    async signerOf(tx, organization) {
      const key = await tx
        .selectFrom('core.ledger_key')
        .select(['key_name', 'sealed_private_key'])
        .where('organization_id', '=', organization)
        .orderBy('made_at', 'desc')
        .executeTakeFirstOrThrow();
      return makeSigner(key.key_name, unseal(sealing, key.sealed_private_key));
    },
  };
}

/** What founding an organization adds on the side of core; see {@link Parts.founding}. */
export const beginLedger =
  (keys: LedgerKeys, doors: Doors) =>
  (tx: Transaction, founded: Founded): Promise<void> =>
    keys.begin(tx, founded, actAsSystem(doors, founded.organization));

function seal(key: Buffer, seed: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(seed), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

function unseal(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(44));
  return Buffer.concat([decipher.update(sealed.subarray(12, 44)), decipher.final()]);
}
