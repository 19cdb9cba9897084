import { apiKeyRoutes } from './api-key-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { demoRoutes } from './demo-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { meRoutes } from './me-routes.ts';
import { memberRoutes } from './member-routes.ts';
import type { Parts, Room } from './room.ts';
import { settingsRoutes } from './settings-routes.ts';
import { teamRoutes } from './team-routes.ts';
import { welcomeRoutes } from './welcome-routes.ts';

/** Doors, people, organizations: who comes in, and as whom. */
export const openAccessRoom = (parts: Parts): Room => ({
  routes: [
    welcomeRoutes(parts),
    demoRoutes(parts),
    meRoutes(parts),
    invitationRoutes(parts),
    memberRoutes,
    teamRoutes,
    customerRoutes,
    apiKeyRoutes,
    settingsRoutes(parts),
  ],
});
