import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api.ts';
import type { paths } from '../../api.gen.ts';
import { keyOf } from '../../queries.ts';

/** What the pages of core ask. The second part of each key is the kind that the live stream names. */

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Rule = Answer<'/api/organizations/{organization}/rules/{rule}'>;
export type RuleRow = Answer<'/api/organizations/{organization}/rules'>['rows'][number];
export type Proposal = Answer<'/api/organizations/{organization}/proposals/{proposal}'>;
export type ProposalRow = Answer<'/api/organizations/{organization}/proposals'>['rows'][number];
export type InterventionRow = Answer<'/api/organizations/{organization}/interventions'>['rows'][number];
export type Change =
  Answer<'/api/organizations/{organization}/rules/{rule}/versions/{version}/blocks/{block}/lineage'>['changes'][number];
export type Block = Rule['blocks'][number];

export const rulesQuery = (
  organization: string,
  filter: { kind?: string | undefined; regulation?: string | undefined; sort?: string | undefined },
) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'rule', 'list', filter),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/rules', {
          params: {
            path: { organization },
            query: {
              ...(filter.kind === undefined ? {} : { kind: filter.kind as RuleRow['kind'] }),
              ...(filter.regulation === undefined ? {} : { regulation: filter.regulation as RuleRow['regulation'] }),
              ...(filter.sort?.replace('-', '') === 'reviewOn' ? { sort: 'review' as const } : {}),
              ...(pageParam === '' ? {} : { after: pageParam }),
              limit: 100,
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const ruleQuery = (organization: string, rule: string, version: number | undefined) =>
  queryOptions({
    queryKey: keyOf(organization, 'rule', rule, version ?? 'current'),
    queryFn: () =>
      version === undefined
        ? ask(api.GET('/api/organizations/{organization}/rules/{rule}', { params: { path: { organization, rule } } }))
        : ask(
            api.GET('/api/organizations/{organization}/rules/{rule}/versions/{version}', {
              params: { path: { organization, rule, version } },
            }),
          ),
  });

export const lineageQuery = (organization: string, rule: string, version: number, of: Chosen) =>
  queryOptions({
    queryKey: keyOf(organization, 'rule', rule, 'lineage', version, of),
    queryFn: () =>
      of.kind === 'block'
        ? ask(
            api.GET('/api/organizations/{organization}/rules/{rule}/versions/{version}/blocks/{block}/lineage', {
              params: { path: { organization, rule, version, block: of.id } },
            }),
          )
        : ask(
            api.GET('/api/organizations/{organization}/rules/{rule}/versions/{version}/parameters/{name}/lineage', {
              params: { path: { organization, rule, version, name: of.id } },
            }),
          ),
  });

/** The block or parameter whose origin is shown. */
export type Chosen = { readonly kind: 'block' | 'parameter'; readonly id: string };

export const proposalQuery = (organization: string, proposal: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'proposal', proposal),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/proposals/{proposal}', {
          params: { path: { organization, proposal } },
        }),
      ),
  });

export const proposalsQuery = (
  organization: string,
  filter: { state?: string | undefined; kind?: string | undefined },
) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'proposal', 'list', filter),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/proposals', {
          params: {
            path: { organization },
            query: {
              ...(filter.state === undefined ? {} : { state: filter.state as ProposalRow['state'] }),
              ...(filter.kind === undefined ? {} : { kind: filter.kind as RuleRow['kind'] }),
              ...(pageParam === '' ? {} : { after: pageParam }),
              limit: 100,
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const interventionsQuery = (
  organization: string,
  filter: { channel?: string | undefined; state?: string | undefined },
) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'intervention', 'list', filter),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/interventions', {
          params: {
            path: { organization },
            query: {
              ...(filter.channel === undefined ? {} : { channel: filter.channel as InterventionRow['channel'] }),
              ...(filter.state === undefined ? {} : { state: filter.state as InterventionRow['state'] }),
              ...(pageParam === '' ? {} : { after: pageParam }),
              limit: 100,
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const interventionQuery = (organization: string, intervention: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'intervention', intervention),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/interventions/{intervention}', {
          params: { path: { organization, intervention } },
        }),
      ),
  });

export const customersQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'customer', 'list'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/customers', { params: { path: { organization } } })),
  });
