import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Refused } from '../../problem.ts';
import { meQuery } from '../../queries.ts';
import { rootRoute } from '../../shell/root-route.tsx';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `next` leads back to a page of ours only: a link from outside cannot send people elsewhere. */
const ownPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

const toSignIn = (next: string) => (reason: unknown) => {
  if (reason instanceof Refused && reason.problem.status === 401) throw redirect({ to: '/sign-in', search: { next } });
  throw reason;
};

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery).catch(toSignIn('/'));
    const organizations = new Set(me.memberships.map(({ organization }) => organization.slug));
    const [only] = organizations;
    if (organizations.size === 1 && only !== undefined)
      throw redirect({ to: '/o/$organization', params: { organization: only }, replace: true });
  },
  component: lazyRouteComponent(() => import('./choose-page.tsx'), 'ChoosePage'),
});

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; left?: true } => {
    const next = ownPath(search['next']);
    return { ...(next === undefined ? {} : { next }), ...(search['left'] === true ? { left: true } : {}) };
  },
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  validateSearch: (search: Record<string, unknown>): { token?: string } => {
    const token = text(search['token']);
    return token === undefined ? {} : { token };
  },
  component: lazyRouteComponent(() => import('./reset-password-page.tsx'), 'ResetPasswordPage'),
});

const welcome = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  validateSearch: (search: Record<string, unknown>): { token: string } => ({ token: text(search['token']) ?? '' }),
  component: lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage'),
});

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitations/$token',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
});

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  beforeLoad: async ({ context }) => {
    await context.queryClient.ensureQueryData(meQuery).catch(toSignIn('/account'));
  },
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
});

/** The door, the first run, invitations and one's own account: what stands outside every organization. */
export const peopleRoutes = [start, signIn, resetPassword, welcome, invitation, account] as const;
