import { actAsSystem } from '../access/access.ts';
import type { Parts, Room } from '../access/room.ts';
import { applyInterchange } from './apply-interchange.ts';
import { interchangeRoutes } from './interchange-routes.ts';
import { draftForRelease } from './plan/draft-for-release.ts';
import { planRoutes } from './plan/plan-routes.ts';
import { openPlanner } from './plan/planner-pool.ts';
import { openPricing } from './plan/price-of-release.ts';
import { priceRoutes } from './plan/price-routes.ts';
import { plantRoutes } from './plant/plant-routes.ts';
import { outgoingRoutes } from './outgoing/outgoing-routes.ts';
import { sendInterchange } from './outgoing/send-interchange.ts';
import { partnerRoutes } from './partner/partner-routes.ts';
import { releaseRoutes } from './release-routes.ts';
import { shipmentRoutes } from './shipment/shipment-routes.ts';
import { tableRoutes } from './table-routes.ts';
import { watchInbox } from './watch-inbox.ts';

/** Folders through which files come and go, one folder per organization in each; without one, nothing does. */
type Folders = { readonly inbox?: string | undefined; readonly outbox?: string | undefined };

/** The planning way in: a call-off comes, a rule answers it, and a draft plan says what it does to the plant. */
export const openPlanningRoom = (parts: Parts, { inbox, outbox }: Folders = {}): Room => {
  const planner = openPlanner();
  return {
    routes: [
      interchangeRoutes,
      partnerRoutes,
      outgoingRoutes,
      shipmentRoutes,
      releaseRoutes,
      tableRoutes,
      plantRoutes,
      planRoutes(parts, planner),
      priceRoutes(openPricing(planner)),
    ],
    async start() {
      await parts.jobs.work('apply-interchange', ({ organization, interchange }) =>
        applyInterchange(actAsSystem(parts.doors, organization), interchange),
      );
      await parts.jobs.work('draft-plan', async ({ organization, release }) => {
        await draftForRelease(actAsSystem(parts.doors, organization), planner, release);
      });
      await parts.jobs.work('send-interchange', async ({ organization, outgoing }) => {
        // Without a folder it waits for whoever fetches it.
        if (outbox !== undefined) await sendInterchange(actAsSystem(parts.doors, organization), outbox, outgoing);
      });
      const stopWatching = inbox === undefined ? async () => undefined : watchInbox(parts, inbox);
      return async () => {
        await stopWatching();
        await planner.close();
      };
    },
  };
};
