import { signCheckpoint } from '@coprod/ledger';
import { actAsSystem } from '../access/access.ts';
import { openLedgerKeys } from '../core/ledger-key.ts';
import { readContextKey } from '../platform/context-token.ts';
import type { House } from './a-house.ts';

/**
 * An administrator who has got at the key of his house's ledger, and signs whatever head he likes.
 * @returns signs a root of 32 bytes for a size, as a note
 */
export async function aForger(house: House): Promise<(size: number, root: Uint8Array) => string> {
  const system = actAsSystem(house.server.parts.doors, house.organization);
  const keys = openLedgerKeys(await readContextKey(house.database.owner), 'localhost');
  const signer = await system.transaction((tx) => keys.signerOf(tx, house.organization));
  return (size, root) => signCheckpoint({ size, root }, signer);
}
