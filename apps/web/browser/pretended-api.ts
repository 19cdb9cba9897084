import type { BrowserContext } from 'playwright-core';

/** Answers of a server that is not there: by path, or by method and path. */
export type Pretended = Readonly<Record<string, unknown>>;

const camille = {
  id: '0192a000-0000-7000-8000-000000000001',
  name: 'Camille',
  side: 'organization',
  customer: null,
  roles: ['quality-manager'],
  team: null,
  organization: {
    id: '0192a000-0000-7000-8000-0000000000aa',
    slug: 'ostrelle',
    name: 'Chimie Ostrelle',
    language: 'fr',
    timeZone: 'Europe/Paris',
    waysIn: ['certification', 'voice', 'planning'],
    demo: true,
  },
};

/** Somebody signed in as the demo's quality manager, with a few things waiting. */
export const signedIn: Pretended = {
  '/api/me': {
    person: { id: '0192a000-0000-7000-8000-0000000000ff', name: 'Camille', email: 'camille@ostrelle.example' },
    memberships: [
      camille,
      {
        ...camille,
        id: '0192a000-0000-7000-8000-000000000002',
        side: 'customer',
        customer: { id: 'c-1', name: 'Norvik Automobiles' },
        roles: ['approver'],
        organization: { ...camille.organization, slug: 'morvane', name: 'Ateliers Morvane' },
      },
    ],
  },
  '/api/organizations/ostrelle/waiting': {
    counts: {
      home: { count: 7, late: true },
      proposals: { count: 2, late: false },
      transmissions: { count: 1, late: true },
    },
  },
  '/api/organizations/ostrelle/notices': {
    rows: [
      {
        id: 'n-1',
        at: new Date(Date.now() - 600_000).toISOString(),
        text: 'Tarvel Pharma a accusé réception de PR-QUA-07 v6.',
        path: '/transmissions/1',
        seen: false,
      },
    ],
    next: null,
    unseen: 1,
  },
  '/api/organizations/ostrelle/demo/people': {
    rows: [
      {
        membership: camille.id,
        name: 'Camille',
        customer: null,
        side: 'organization',
        roles: ['quality-manager'],
        organization: 'Chimie Ostrelle',
      },
      {
        membership: 'm-2',
        name: 'Charlie',
        customer: 'Norvik Automobiles',
        side: 'customer',
        roles: ['scheduler'],
        organization: 'Ateliers Morvane',
      },
    ],
  },
};

/** Puts answers between the pages of a browser and the network; what nobody pretended is refused as not signed in. */
export async function pretend(context: BrowserContext, answers: Pretended): Promise<void> {
  await context.route('**/api/**', async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('/live'))
      return route.fulfill({ contentType: 'text/event-stream', body: 'retry: 60000\n\n' });
    const answer = answers[`${request.method()} ${pathname}`] ?? answers[pathname];
    if (answer !== undefined) return route.fulfill({ json: answer });
    return route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      json: {
        type: '/problems/not-signed-in',
        title: 'You are not signed in.',
        status: 401,
        code: 'not-signed-in',
        whatToDo: 'Sign in.',
      },
    });
  });
}
