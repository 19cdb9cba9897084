import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask, headersFor } from '../../api.ts';
import type { components } from '../../api.gen.ts';
import { Refused, problemOf } from '../../problem.ts';
import { keyOf } from '../../queries.ts';

export type EntryRow = components['schemas']['LedgerEntry'];

/** What the pages of the ledger ask. Receipts and checkpoints are taken as the bytes that came: a proof is about bytes. */

export const entriesQuery = (
  organization: string,
  filter: { readonly kind: string | undefined; readonly customer: string | undefined },
) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'entry', 'list', filter),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/ledger', {
          params: {
            path: { organization },
            query: {
              ...(filter.kind === undefined ? {} : { kind: filter.kind }),
              ...(filter.customer === undefined ? {} : { customer: filter.customer }),
              ...(pageParam === '' ? {} : { after: pageParam }),
              limit: 100,
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** @param entry its place, or its id */
export const entryQuery = (organization: string, entry: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'entry', entry),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/ledger/entries/{entry}', {
          params: { path: { organization, entry } },
        }),
      ),
  });

/** The file of the receipt, as text. */
export const receiptQuery = (organization: string, entry: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'entry', entry, 'receipt'),
    queryFn: () => readText(organization, `entries/${encodeURIComponent(entry)}/receipt`),
  });

/** The newest checkpoint, as the note that was signed. */
export const readCheckpoint = (organization: string): Promise<string> => readText(organization, 'checkpoint');

export async function readKey(organization: string): Promise<string> {
  const { key } = await ask(
    api.GET('/api/organizations/{organization}/ledger/key', { params: { path: { organization } } }),
  );
  return key;
}

export async function readConsistency(organization: string, from: number, to: number): Promise<readonly string[]> {
  const { proof } = await ask(
    api.GET('/api/organizations/{organization}/ledger/consistency', {
      params: { path: { organization }, query: { from, to } },
    }),
  );
  return proof;
}

async function readText(organization: string, path: string): Promise<string> {
  const url = `/api/organizations/${encodeURIComponent(organization)}/ledger/${path}`;
  const response = await fetch(url, { headers: headersFor(url) }).catch((reason: unknown) => {
    if (reason instanceof TypeError) throw new Refused(problemOf(undefined, 0)); // fetch had no answer
    throw reason;
  });
  if (!response.ok) throw new Refused(problemOf(await response.json().catch(() => undefined), response.status));
  return response.text();
}
