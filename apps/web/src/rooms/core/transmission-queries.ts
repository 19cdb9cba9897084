import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api.ts';
import type { components } from '../../api.gen.ts';
import { keyOf } from '../../queries.ts';
import type { State } from '../../components/state.ts';

/** What the pages of transmissions and grants ask. */

export type TransmissionRow = components['schemas']['TransmissionRow'];
export type Transmission = components['schemas']['Transmission'];
export type VisibleDocument = components['schemas']['VisibleDocument'];
export type Change = NonNullable<Transmission['since']>['changes'][number];

export interface TransmissionFilter {
  readonly customer?: string | undefined;
  readonly rule?: string | undefined;
  readonly state?: string | undefined;
}

export const transmissionsQuery = (organization: string, { customer, rule, state }: TransmissionFilter) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'transmission', 'list', { customer, rule, state }),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/transmissions', {
          params: {
            path: { organization },
            query: {
              ...(customer === undefined ? {} : { customer }),
              ...(rule === undefined ? {} : { rule }),
              ...(state === undefined ? {} : { state: state as 'waiting' | 'acknowledged' | 'superseded' }),
              ...(pageParam === '' ? {} : { after: pageParam }),
              limit: 100,
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const transmissionQuery = (organization: string, transmission: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'transmission', transmission),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/transmissions/{transmission}', {
          params: { path: { organization, transmission } },
        }),
      ),
  });

/** Under the kind `disclosure`: a grant that comes or goes changes what can leave. */
export const composerQuery = (organization: string, rule: string, version: number) =>
  queryOptions({
    queryKey: keyOf(organization, 'disclosure', 'composer', rule, version),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules/{rule}/composer', {
          params: { path: { organization, rule } },
        }),
      ),
  });

/** Grants of the whole organization: few, so the list comes whole. */
export const grantsQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'disclosure', 'list'),
    queryFn: () =>
      ask(api.GET('/api/organizations/{organization}/disclosures', { params: { path: { organization } } })),
  });

/** The entry that vouches for a transmission; asked again until it has its place in the ledger. */
export const entryQuery = (organization: string, entry: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'entry', entry, 'signature'),
    queryFn: async () => {
      const { index, size, body } = await ask(
        api.GET('/api/organizations/{organization}/ledger/entries/{entry}', {
          params: { path: { organization, entry } },
        }),
      );
      return { index: index !== null && index < size ? index : null, size, signed: signatureIn(body) };
    },
    refetchInterval: ({ state }) => (state.data?.index === null ? 1500 : false),
  });

/** Who signed and with which meaning, where the body of the entry was not erased. */
function signatureIn(entry: unknown): { readonly name: string; readonly meaning: string } | null {
  const body = typeof entry === 'object' && entry !== null && 'body' in entry ? entry.body : null;
  const signed = typeof body === 'object' && body !== null && 'signed' in body ? body.signed : null;
  if (typeof signed !== 'object' || signed === null || !('name' in signed) || !('meaning' in signed)) return null;
  return { name: String(signed.name), meaning: String(signed.meaning) };
}

/** Where a transmission stands today. */
export function stateOf(
  row: Pick<TransmissionRow, 'acknowledgedAt' | 'seenAt' | 'superseded' | 'dueOn'>,
  today: Temporal.PlainDate = Temporal.Now.plainDateISO(),
): Extract<State, 'acknowledged' | 'superseded' | 'pastTerm' | 'seen' | 'sent'> {
  if (row.superseded) return 'superseded';
  if (row.acknowledgedAt !== null) return 'acknowledged';
  if (row.dueOn !== null && Temporal.PlainDate.compare(row.dueOn, today) < 0) return 'pastTerm';
  return row.seenAt === null ? 'sent' : 'seen';
}
