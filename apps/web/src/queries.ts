import { QueryClient, queryOptions } from '@tanstack/react-query';
import { api, ask } from './api.ts';
import type { components } from './api.gen.ts';
import { Refused } from './problem.ts';

export type Me = components['schemas']['Me'];
export type Membership = components['schemas']['Membership'];

/**
 * Answers stay for half a minute, and longer while the live stream says that nothing changed. A refusal is final: only a
 * missing network is tried again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      retry: (failures, reason) => reason instanceof Refused && reason.problem.code === 'unreachable' && failures < 3,
      refetchOnWindowFocus: 'always',
    },
    mutations: { retry: false },
  },
});

/**
 * The key of what is shown about one kind of subject. The live stream makes everything stale whose key begins with the
 * organization and the kind that changed: `keyOf('ostrelle', 'rule', id)`.
 */
export function keyOf(organization: string, kind: string, ...rest: readonly unknown[]): readonly unknown[] {
  return [organization, kind, ...rest];
}

const meKept = 'coprod.me';

/**
 * Who I am stays on the device, so that a page opens without network and what is captured is kept under the right name. What I may
 * see is asked of the server each time.
 */
function keepMe(me: Me): Me {
  if (me.person === null) forgetMe();
  else localStorage.setItem(meKept, JSON.stringify(me));
  return me;
}

function keptMe(reason: unknown): Me {
  const kept = localStorage.getItem(meKept);
  if (!(reason instanceof Refused) || reason.problem.code !== 'unreachable' || kept === null) throw reason;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `keepMe` alone
  return JSON.parse(kept) as Me;
}

/** After signing out this device knows nobody. */
export function forgetMe(): void {
  localStorage.removeItem(meKept);
}

/** Who is signed in, and where he belongs; nobody is no refusal. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => ask(api.GET('/api/me')).then(keepMe, keptMe),
  networkMode: 'always',
  retry: false,
  staleTime: 5 * 60_000,
});

/** What waits for me, by term. */
export const waitingQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'waiting'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/waiting', { params: { path: { organization } } })),
  });
