import { certificationRoutes } from './rooms/certification/routes.tsx';
import { coreRoutes } from './rooms/core/routes.tsx';
import { ledgerRoutes, verifyRoute } from './rooms/ledger/routes.tsx';
import { peopleRoutes } from './rooms/people/routes.tsx';
import { planningRoutes } from './rooms/planning/routes.tsx';
import { settingsRoutes } from './rooms/settings/routes.tsx';
import { answerRoute, voiceRoutes } from './rooms/voice/routes.tsx';
import { organizationRoute } from './shell/organization-route.tsx';
import { rootRoute } from './shell/root-route.tsx';

/** All pages. A room adds its own in its `routes.tsx`; this list does not change for it. */
export const routeTree = rootRoute.addChildren([
  ...peopleRoutes,
  answerRoute,
  verifyRoute,
  organizationRoute.addChildren([
    ...coreRoutes,
    ...ledgerRoutes,
    ...certificationRoutes,
    ...voiceRoutes,
    ...planningRoutes,
    ...settingsRoutes,
  ]),
]);
