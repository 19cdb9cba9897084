import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../components/list-search.ts';
import { organizationRoute } from '../../shell/organization-route.tsx';

const transmissions = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/transmissions',
  validateSearch: listSearch('customer', 'state', 'rule'),
  component: lazyRouteComponent(() => import('./transmissions-page.tsx'), 'TransmissionsPage'),
});

const transmission = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/transmissions/$transmission',
  component: lazyRouteComponent(() => import('./transmission-page.tsx'), 'TransmissionPage'),
});

/** `to`: the chosen customers, by their ids with commas between them; `as`: the one whose document is shown. */
const composerSearch = (search: Record<string, unknown>): { to?: string; as?: string } => ({
  ...(typeof search['to'] === 'string' && search['to'] !== '' ? { to: search['to'] } : {}),
  ...(typeof search['as'] === 'string' && search['as'] !== '' ? { as: search['as'] } : {}),
});

const composer = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/rules/$rule/transmit',
  validateSearch: composerSearch,
  component: lazyRouteComponent(() => import('./composer-page.tsx'), 'ComposerPage'),
});

const disclosures = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/disclosures',
  validateSearch: listSearch('customer', 'conflict'),
  component: lazyRouteComponent(() => import('./disclosures-page.tsx'), 'DisclosuresPage'),
});

const disclosure = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/disclosures/$disclosure',
  component: lazyRouteComponent(() => import('./disclosure-page.tsx'), 'DisclosurePage'),
});

/** The pages of what is handed over and what is granted; part of the room `core`. */
export const transmissionRoutes = [transmissions, transmission, composer, disclosures, disclosure] as const;
