import { actAsSystem } from '../access/access.ts';
import type { Parts, Room } from '../access/room.ts';
import { applyInterchange } from './apply-interchange.ts';
import { interchangeRoutes } from './interchange-routes.ts';
import { outgoingRoutes } from './outgoing/outgoing-routes.ts';
import { sendInterchange } from './outgoing/send-interchange.ts';
import { partnerRoutes } from './partner/partner-routes.ts';
import { releaseRoutes } from './release-routes.ts';
import { shipmentRoutes } from './shipment/shipment-routes.ts';
import { watchInbox } from './watch-inbox.ts';

/** Folders through which files come and go, one folder per organization in each; without one, nothing does. */
type Folders = { readonly inbox?: string | undefined; readonly outbox?: string | undefined };

/** The planning way in: a call-off comes, and a rule answers it. */
export const openPlanningRoom = (parts: Parts, { inbox, outbox }: Folders = {}): Room => ({
  routes: [interchangeRoutes, partnerRoutes, outgoingRoutes, shipmentRoutes, releaseRoutes],
  async start() {
    await parts.jobs.work('apply-interchange', ({ organization, interchange }) =>
      applyInterchange(actAsSystem(parts.doors, organization), interchange),
    );
    await parts.jobs.work('send-interchange', async ({ organization, outgoing }) => {
      // Without a folder it waits for whoever fetches it.
      if (outbox !== undefined) await sendInterchange(actAsSystem(parts.doors, organization), outbox, outgoing);
    });
    return inbox === undefined ? async () => undefined : watchInbox(parts, inbox);
  },
});
