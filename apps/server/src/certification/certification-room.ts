import type { Parts, Room } from '../access/room.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { coverageRoutes } from './coverage-routes.ts';
import { markdownRoutes } from './markdown-routes.ts';
import { requirementRoutes } from './requirement-routes.ts';

/** The way in by certification: what customers require, and the procedures that answer it. */
export const openCertificationRoom = (_parts: Parts): Room => ({
  routes: [catalogueRoutes, requirementRoutes, coverageRoutes, markdownRoutes],
});
