import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../components/list-search.ts';
import { organizationRoute } from '../../shell/organization-route.tsx';
import { rootRoute } from '../../shell/root-route.tsx';

const capture = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/capture',
  component: lazyRouteComponent(() => import('./capture-page.tsx'), 'CapturePage'),
});

const team = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/team',
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'TeamPage'),
});

const toSend = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/to-send',
  component: lazyRouteComponent(() => import('./to-send-page.tsx'), 'ToSendPage'),
});

const expectations = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/expectations',
  validateSearch: listSearch('team', 'joined', 'consent'),
  component: lazyRouteComponent(() => import('./expectations-page.tsx'), 'ExpectationsPage'),
});

const expectation = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/expectations/$expectation',
  component: lazyRouteComponent(() => import('./expectation-page.tsx'), 'ExpectationPage'),
});

const themes = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/themes',
  validateSearch: listSearch('state'),
  component: lazyRouteComponent(() => import('./themes-page.tsx'), 'ThemesPage'),
});

const theme = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/themes/$theme',
  component: lazyRouteComponent(() => import('./theme-page.tsx'), 'ThemePage'),
});

const said = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/said',
  component: lazyRouteComponent(() => import('./said-page.tsx'), 'SaidPage'),
});

const saidAnswer = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/said/$answer',
  component: lazyRouteComponent(() => import('./said-answer-page.tsx'), 'SaidAnswerPage'),
});

/** The pages of the room `voice`, below `/o/:organization`. */
export const voiceRoutes = [capture, team, toSend, expectations, expectation, themes, theme, said, saidAnswer] as const;

/** The one page of whoever was cited and has no account. */
export const answerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/answer/$token',
  component: lazyRouteComponent(() => import('./answer-page.tsx'), 'AnswerPage'),
});
