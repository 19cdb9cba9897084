import type { Parts, Room } from '../access/room.ts';
import { disclosureRoutes } from './disclosure-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { type ForMe, forMeRoutes } from './for-me-routes.ts';
import { houseRoutes } from './house-routes.ts';
import { interventionRoutes } from './intervention-routes.ts';
import type { LedgerKeys } from './ledger-key.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { openSequencer } from './ledger-sequencer.ts';
import { lineageRoutes } from './lineage-routes.ts';
import { type LiveRelay, liveRoutes } from './live-routes.ts';
import { proposalRoutes } from './proposal-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { transmissionRoutes } from './transmission-routes.ts';

/**
 * What the three ways in share.
 * @param forMe what waits for people in the channels and what they did there, beside what stands here
 */
export function openCoreRoom(parts: Parts, keys: LedgerKeys, relay: LiveRelay, forMe: ForMe): Room {
  const sequencer = openSequencer(parts, keys);
  return {
    routes: [
      interventionRoutes,
      ruleRoutes,
      lineageRoutes(parts),
      proposalRoutes(parts),
      draftRoutes,
      houseRoutes,
      forMeRoutes(forMe),
      ledgerRoutes(parts, keys, sequencer),
      transmissionRoutes(parts, keys),
      disclosureRoutes(parts),
      fileRoutes,
      liveRoutes(relay),
    ],
    start: async () => sequencer.start(),
  };
}
