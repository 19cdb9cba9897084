import { actAsSystem } from '../access/access.ts';
import type { Parts, Room } from '../access/room.ts';
import { applyInterchange } from './apply-interchange.ts';
import { interchangeRoutes } from './interchange-routes.ts';
import { releaseRoutes } from './release-routes.ts';
import { tableRoutes } from './table-routes.ts';
import { watchInbox } from './watch-inbox.ts';

/**
 * The planning way in: a call-off comes, and a rule answers it.
 * @param inbox a folder to watch, one folder per organization in it; nothing is watched without
 */
export const openPlanningRoom = (parts: Parts, inbox?: string): Room => ({
  routes: [interchangeRoutes, releaseRoutes, tableRoutes],
  async start() {
    await parts.jobs.work('apply-interchange', ({ organization, interchange }) =>
      applyInterchange(actAsSystem(parts.doors, organization), interchange),
    );
    return inbox === undefined ? async () => undefined : watchInbox(parts, inbox);
  },
});
