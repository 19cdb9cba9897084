import { meRoutes } from './me-routes.ts';
import type { Parts, Room } from './room.ts';
import { welcomeRoutes } from './welcome-routes.ts';

/** Doors, people, organizations: who comes in, and as whom. */
export const openAccessRoom = (parts: Parts): Room => ({
  routes: [welcomeRoutes(parts), meRoutes(parts)],
});
