import { demoRoutes } from './demo-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { meRoutes } from './me-routes.ts';
import type { Parts, Room } from './room.ts';
import { welcomeRoutes } from './welcome-routes.ts';

/** Doors, people, organizations: who comes in, and as whom. */
export const openAccessRoom = (parts: Parts): Room => ({
  routes: [welcomeRoutes(parts), demoRoutes(parts), invitationRoutes(parts), meRoutes(parts)],
});
