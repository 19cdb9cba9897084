import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../components/list-search.ts';
import { organizationRoute } from '../../shell/organization-route.tsx';
import { ruleSearch } from './rule-search.ts';
import { transmissionRoutes } from './transmission-routes.tsx';

/** Which tab of a page is open. */
const tabSearch = (search: Record<string, unknown>): { tab?: string } =>
  typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};

const home = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/',
  validateSearch: listSearch('show'),
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
});

const rules = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/rules',
  validateSearch: listSearch('kind', 'regulation'),
  component: lazyRouteComponent(() => import('./rules-page.tsx'), 'RulesPage'),
});

const newRule = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/rules/new',
  component: lazyRouteComponent(() => import('./new-rule-page.tsx'), 'NewRulePage'),
});

const rule = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/rules/$rule',
  validateSearch: ruleSearch,
  component: lazyRouteComponent(() => import('./rule-page.tsx'), 'RulePage'),
});

const ruleVersion = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/rules/$rule/v/$version',
  validateSearch: ruleSearch,
  component: lazyRouteComponent(() => import('./rule-page.tsx'), 'RuleVersionPage'),
});

const proposals = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/proposals',
  validateSearch: listSearch('state', 'kind'),
  component: lazyRouteComponent(() => import('./proposals-page.tsx'), 'ProposalsPage'),
});

const proposal = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/proposals/$proposal',
  component: lazyRouteComponent(() => import('./proposal-page.tsx'), 'ProposalPage'),
});

const proposalEdit = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/proposals/$proposal/edit',
  validateSearch: (search: Record<string, unknown>): { block?: string } =>
    typeof search['block'] === 'string' ? { block: search['block'] } : {},
  component: lazyRouteComponent(() => import('./editor/editor-page.tsx'), 'EditorPage'),
});

const interventions = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/interventions',
  validateSearch: listSearch('channel', 'state'),
  component: lazyRouteComponent(() => import('./interventions-page.tsx'), 'InterventionsPage'),
});

const intervention = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/interventions/$intervention',
  component: lazyRouteComponent(() => import('./intervention-page.tsx'), 'InterventionPage'),
});

const customers = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/customers',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('./customers-page.tsx'), 'CustomersPage'),
});

const customer = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/customers/$customer',
  validateSearch: tabSearch,
  component: lazyRouteComponent(() => import('./customer-page.tsx'), 'CustomerPage'),
});

/** The pages of the room `core`, below `/o/:organization`. */
export const coreRoutes = [
  home,
  rules,
  newRule,
  rule,
  ruleVersion,
  proposals,
  proposal,
  proposalEdit,
  interventions,
  intervention,
  customers,
  customer,
  ...transmissionRoutes,
] as const;
