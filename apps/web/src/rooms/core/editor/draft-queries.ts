import { queryOptions } from '@tanstack/react-query';
import { api, ask, headersFor } from '../../../api.ts';
import type { components } from '../../../api.gen.ts';
import { problemOf, Refused } from '../../../problem.ts';
import { keyOf } from '../../../queries.ts';
import type { BlockContent } from './block.ts';
import type { DraftChange } from './draft-changes.ts';

export type Draft = components['schemas']['Draft'];
export type Requirement = components['schemas']['Requirement'];

export const readDraft = (organization: string, proposal: string): Promise<Draft> =>
  ask(
    api.GET('/api/organizations/{organization}/proposals/{proposal}/draft', {
      params: { path: { organization, proposal } },
    }),
  );

export const sendChanges = async (organization: string, proposal: string, changes: readonly DraftChange[]) => {
  const { revisions } = await ask(
    api.PUT('/api/organizations/{organization}/proposals/{proposal}/draft', {
      params: { path: { organization, proposal } },
      body: { changes: [...changes] },
    }),
  );
  return revisions;
};

/** Which requirements the blocks of a rule answer. */
export const answeredQuery = (organization: string, rule: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'requirement', 'answered-by', rule),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules/{rule}/requirements', {
          params: { path: { organization, rule } },
        }),
      ),
  });

/** All requirements of the house; their catalogues are a few hundred clauses long at most. */
export const requirementsQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'requirement', 'all'),
    queryFn: async () => {
      const rows: Requirement[] = [];
      let after: string | null = '';
      while (after !== null) {
        const page: { rows: Requirement[]; next: string | null } = await ask(
          api.GET('/api/organizations/{organization}/requirements', {
            params: { path: { organization }, query: { limit: 100, ...(after === '' ? {} : { after }) } },
          }),
        );
        rows.push(...page.rows);
        after = page.next;
      }
      return rows;
    },
  });

/** Keeps a picture and says under which id. @throws Refused not-a-picture, too large */
export async function keepPicture(organization: string, file: File): Promise<string> {
  const answer = await sendBytes(
    `/api/organizations/${organization}/files?name=${encodeURIComponent(file.name || 'picture')}`,
    file,
  );
  return (answer as { id: string }).id;
}

/** Reads Markdown as blocks. */
export async function readMarkdown(organization: string, file: File): Promise<readonly BlockContent[]> {
  return ((await sendBytes(`/api/organizations/${organization}/markdown`, file)) as { blocks: BlockContent[] }).blocks;
}

async function sendBytes(url: string, file: File): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headersFor(url), 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new Refused(problemOf(undefined, 0));
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new Refused(problemOf(body, response.status));
  return body;
}
