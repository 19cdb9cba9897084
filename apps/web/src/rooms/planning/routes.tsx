import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../components/list-search.ts';
import { organizationRoute } from '../../shell/organization-route.tsx';

const releases = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/releases',
  validateSearch: listSearch('outside', 'customer', 'state'),
  component: lazyRouteComponent(() => import('./releases-page.tsx'), 'ReleasesPage'),
});

const release = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/releases/$release',
  component: lazyRouteComponent(() => import('./release-page.tsx'), 'ReleasePage'),
});

const messages = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/messages',
  validateSearch: listSearch('state'),
  component: lazyRouteComponent(() => import('./messages-page.tsx'), 'MessagesPage'),
});

const message = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/messages/$message',
  component: lazyRouteComponent(() => import('./message-page.tsx'), 'MessagePage'),
});

const partners = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/partners',
  component: lazyRouteComponent(() => import('./partners-page.tsx'), 'PartnersPage'),
});

const partner = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/partners/$partner',
  component: lazyRouteComponent(() => import('./partner-page.tsx'), 'PartnerPage'),
});

const outgoing = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/outgoing/$outgoing',
  component: lazyRouteComponent(() => import('./outgoing-page.tsx'), 'OutgoingPage'),
});

const shipments = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/shipments',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('./shipments-page.tsx'), 'ShipmentsPage'),
});

const newShipment = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/shipments/new',
  component: lazyRouteComponent(() => import('./new-shipment-page.tsx'), 'NewShipmentPage'),
});

const shipment = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/shipments/$shipment',
  component: lazyRouteComponent(() => import('./shipment-page.tsx'), 'ShipmentPage'),
});

const cumulatives = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/cumulatives',
  component: lazyRouteComponent(() => import('./cumulatives-page.tsx'), 'CumulativesPage'),
});

const tables = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/tables',
  component: lazyRouteComponent(() => import('./tables-page.tsx'), 'TablesPage'),
});

const promises = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/promises',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('./promises-page.tsx'), 'PromisesPage'),
});

const promise = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/promises/$promise',
  component: lazyRouteComponent(() => import('./promise-page.tsx'), 'PromisePage'),
});

const offer = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/offers/$offer',
  component: lazyRouteComponent(() => import('./offer-page.tsx'), 'OfferPage'),
});

const plan = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/plan',
  component: lazyRouteComponent(() => import('./plan/plan-pages.tsx'), 'PlanPage'),
});

const draft = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/plan/drafts/$plan',
  component: lazyRouteComponent(() => import('./plan/plan-pages.tsx'), 'DraftPage'),
});

const comparison = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/plan/compare/$a/$b',
  component: lazyRouteComponent(() => import('./plan/compare-page.tsx'), 'ComparePage'),
});

const shiftList = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/plan/shift-list/$plan',
  validateSearch: listSearch('day', 'line'),
  component: lazyRouteComponent(() => import('./plan/shift-list-page.tsx'), 'ShiftListPage'),
});

const plant = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/plant',
  component: lazyRouteComponent(() => import('./plant/plant-page.tsx'), 'PlantPage'),
});

const plantSheet = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/plant/$sheet',
  component: lazyRouteComponent(() => import('./plant/plant-page.tsx'), 'PlantPage'),
});

const plantImport = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/plant/$sheet/import',
  component: lazyRouteComponent(() => import('./plant/import-sheet-page.tsx'), 'ImportSheetPage'),
});

/** The pages of the room `planning`, below `/o/:organization`. */
export const planningRoutes = [
  releases,
  release,
  messages,
  message,
  partners,
  plan,
  draft,
  comparison,
  shiftList,
  plant,
  plantSheet,
  plantImport,
  partner,
  outgoing,
  shipments,
  newShipment,
  shipment,
  cumulatives,
  tables,
  promises,
  promise,
  offer,
] as const;
