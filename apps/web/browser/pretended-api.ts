import type { BrowserContext } from 'playwright-core';

/** Answers of a server that is not there: by path, or by method and path. */
export type Pretended = Readonly<Record<string, unknown>>;

const camille = {
  membership: '0192a000-0000-7000-8000-000000000001',
  name: 'Camille',
  side: 'organization',
  customer: null,
  roles: ['quality-manager'],
  organization: {
    slug: 'ostrelle',
    name: 'Chimie Ostrelle',
    language: 'fr',
    timeZone: 'Europe/Paris',
    waysIn: ['certification', 'voice', 'planning'],
    demo: true,
  },
};

const waiting = (kind: string, due: string | null) => ({
  act: 'decide',
  subject: { kind, id: '1' },
  label: '',
  title: '',
  words: null,
  channel: null,
  reason: '',
  due,
  since: '2026-11-20T12:00:00Z',
});

/** Somebody signed in as the demo's quality manager, with a few things waiting. */
export const signedIn: Pretended = {
  '/api/me': {
    person: { id: '0192a000-0000-7000-8000-0000000000ff', name: 'Camille', email: 'camille@ostrelle.example' },
    memberships: [
      camille,
      {
        ...camille,
        membership: '0192a000-0000-7000-8000-000000000002',
        side: 'customer',
        customer: 'Norvik Automobiles',
        roles: ['approver'],
        organization: { ...camille.organization, slug: 'morvane', name: 'Ateliers Morvane' },
      },
    ],
  },
  '/api/organizations/ostrelle/waiting': {
    now: '2026-11-24T13:00:00Z',
    lines: [
      waiting('transmission', '2026-11-12T12:00:00Z'),
      waiting('proposal', '2026-11-26T17:00:00Z'),
      waiting('proposal', null),
    ],
  },
  '/api/organizations/ostrelle/notices': {
    rows: [
      {
        id: 'n-1',
        at: new Date(Date.now() - 600_000).toISOString(),
        text: 'Tarvel Pharma a accusé réception de PR-QUA-07 v6.',
        subject: { kind: 'transmission', id: '1' },
        seen: false,
      },
    ],
    next: null,
    unseen: 1,
  },
  '/api/organizations/ostrelle/demo/people': {
    rows: [
      {
        membership: camille.membership,
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

/** Puts answers between the pages of a browser and the network; what nobody pretended is not there, and who was not pretended is nobody. */
export async function pretend(context: BrowserContext, answers: Pretended): Promise<void> {
  await context.route('**/api/**', async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('/live'))
      return route.fulfill({ contentType: 'text/event-stream', body: 'retry: 60000\n\n' });
    const answer = answers[`${request.method()} ${pathname}`] ?? answers[pathname];
    if (answer !== undefined) return route.fulfill({ json: answer });
    if (pathname === '/api/me') return route.fulfill({ json: { person: null, memberships: [] } });
    return route.fulfill({ status: 404, contentType: 'application/problem+json', json: notFound });
  });
}

const notFound = {
  type: '/problems/not-found',
  title: 'There is nothing here that you may see.',
  status: 404,
  code: 'not-found',
  whatToDo: 'Check the address, or ask whoever sent it to you.',
};
