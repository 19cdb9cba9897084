import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../components/list-search.ts';
import { organizationRoute } from '../../shell/organization-route.tsx';

const requirements = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/requirements',
  validateSearch: listSearch('state', 'customer', 'owner', 'catalogue', 'clause'),
  component: lazyRouteComponent(() => import('./requirements-page.tsx'), 'RequirementsPage'),
});

const requirement = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/requirements/$requirement',
  component: lazyRouteComponent(() => import('./requirement-page.tsx'), 'RequirementPage'),
});

const catalogues = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/catalogues',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('./catalogues-page.tsx'), 'CataloguesPage'),
});

const newCatalogue = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/catalogues/new',
  /** The catalogue of which this is the next edition. */
  validateSearch: (search: Record<string, unknown>): { replaces?: string } =>
    typeof search['replaces'] === 'string' ? { replaces: search['replaces'] } : {},
  component: lazyRouteComponent(() => import('./new-catalogue-page.tsx'), 'NewCataloguePage'),
});

const catalogue = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/catalogues/$catalogue',
  validateSearch: (search: Record<string, unknown>): { tab?: string } =>
    typeof search['tab'] === 'string' ? { tab: search['tab'] } : {},
  component: lazyRouteComponent(() => import('./catalogue-page.tsx'), 'CataloguePage'),
});

const importing = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/catalogues/$catalogue/import',
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
});

const coverage = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/coverage',
  validateSearch: (search: Record<string, unknown>): { order?: 'clauses' } =>
    search['order'] === 'clauses' ? { order: 'clauses' } : {},
  component: lazyRouteComponent(() => import('./coverage-page.tsx'), 'CoveragePage'),
});

const procedures = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/procedures',
  validateSearch: listSearch('regulation'),
  component: lazyRouteComponent(() => import('./procedures-page.tsx'), 'ProceduresPage'),
});

const newProcedure = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/procedures/new',
  component: lazyRouteComponent(() => import('./new-procedure-page.tsx'), 'NewProcedurePage'),
});

/** The pages of the room `certification`, below `/o/:organization`. */
export const certificationRoutes = [
  requirements,
  requirement,
  catalogues,
  newCatalogue,
  catalogue,
  importing,
  coverage,
  procedures,
  newProcedure,
] as const;
