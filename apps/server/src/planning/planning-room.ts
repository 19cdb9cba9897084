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
import { releaseRoutes } from './release-routes.ts';
import { watchInbox } from './watch-inbox.ts';

/**
 * The planning way in: a call-off comes, a rule answers it, and a draft plan says what it does to the plant.
 * @param inbox a folder to watch, one folder per organization in it; nothing is watched without
 */
export const openPlanningRoom = (parts: Parts, inbox?: string): Room => {
  const planner = openPlanner();
  return {
    routes: [interchangeRoutes, releaseRoutes, plantRoutes, planRoutes(parts, planner), priceRoutes(openPricing(planner))],
    async start() {
      await parts.jobs.work('apply-interchange', ({ organization, interchange }) =>
        applyInterchange(actAsSystem(parts.doors, organization), interchange),
      );
      await parts.jobs.work('draft-plan', async ({ organization, release }) => {
        await draftForRelease(actAsSystem(parts.doors, organization), planner, release);
      });
      const stopWatching = inbox === undefined ? async () => undefined : await watchInbox(parts, inbox);
      return async () => {
        await stopWatching();
        await planner.close();
      };
    },
  };
};
