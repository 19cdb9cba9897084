import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../components/list-search.ts';
import { organizationRoute } from '../../shell/organization-route.tsx';
import { rootRoute } from '../../shell/root-route.tsx';

const ledger = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/ledger',
  validateSearch: listSearch('kind', 'customer'),
  component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
});

const entry = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/ledger/$entry',
  component: lazyRouteComponent(() => import('./entry-page.tsx'), 'EntryPage'),
});

/** Outside every organization, and open to whoever has no account: who holds a receipt can check it, and needs nobody for it. */
export const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  component: lazyRouteComponent(() => import('./verify-page.tsx'), 'VerifyPage'),
});

/** The ledger and its entries, on both sides; a customer's side calls it his proof. */
export const ledgerRoutes = [ledger, entry] as const;
