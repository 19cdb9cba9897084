import type { QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../../queries.ts';
import { rootRoute } from '../../shell/root-route.tsx';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `next` leads back to a page of ours only: a link from outside cannot send people elsewhere. */
const ownPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

/** The signed-in person, or the way to the door and back. */
async function whoever(context: { queryClient: QueryClient }, next: string) {
  const me = await context.queryClient.ensureQueryData(meQuery);
  if (me.person === null) throw redirect({ to: '/sign-in', search: { next } });
  return { person: me.person, memberships: me.memberships };
}

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { memberships } = await whoever(context, '/');
    const organizations = new Set(memberships.map(({ organization }) => organization.slug));
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
  beforeLoad: ({ context }) => whoever(context, '/account'),
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
});

/** The door, the first run, invitations and one's own account: what stands outside every organization. */
export const peopleRoutes = [start, signIn, resetPassword, welcome, invitation, account] as const;
