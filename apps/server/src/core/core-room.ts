import type { Parts, Room } from '../access/room.ts';
import type { LedgerKeys } from './ledger-key.ts';
import { lineageRoutes } from './lineage-routes.ts';
import type { WaitingSource } from './waiting.ts';

/**
 * What the three ways in share.
 * @param waiting what waits for people in the channels, beside what waits here
 */
export const openCoreRoom = (_parts: Parts, _keys: LedgerKeys, _waiting: readonly WaitingSource[]): Room => ({
  routes: [lineageRoutes],
});
