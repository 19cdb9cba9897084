import { createRoute, notFound, redirect } from '@tanstack/react-router';
import { chosenMembership } from '../membership.ts';
import { meQuery } from '../queries.ts';
import { Frame } from './frame.tsx';
import { rootRoute } from './root-route.tsx';

/**
 * `/o/:organization`: the parent of every room's routes. Whoever is not signed in goes to the door and comes back; an
 * organization that is not his looks like one that does not exist.
 */
export const organizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/o/$organization',
  beforeLoad: async ({ context, params, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me.person === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    const here = me.memberships.filter(({ organization }) => organization.slug === params.organization);
    const chosen = chosenMembership(params.organization);
    const membership = here.find(({ membership }) => membership === chosen) ?? here[0];
    if (membership === undefined) throw notFound({ routeId: rootRoute.id });
    return { membership };
  },
  component: Frame,
});
