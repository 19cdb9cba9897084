import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../components/list-search.ts';
import { organizationRoute } from '../../shell/organization-route.tsx';

const people = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/settings',
  validateSearch: listSearch('state'),
  component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
});

const organization = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/settings/organization',
  component: lazyRouteComponent(() => import('./organization-page.tsx'), 'OrganizationPage'),
});

const keys = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/settings/keys',
  component: lazyRouteComponent(() => import('./keys-page.tsx'), 'KeysPage'),
});

const outbox = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/settings/outbox',
  component: lazyRouteComponent(() => import('./outbox-page.tsx'), 'OutboxPage'),
});

/** The pages of the room `settings`, below `/o/:organization`. */
export const settingsRoutes = [people, organization, keys, outbox] as const;
