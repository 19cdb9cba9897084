import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api.ts';
import type { components, paths } from '../../api.gen.ts';
import { keyOf } from '../../queries.ts';

/** What the pages of certification ask. All of it is kept under the kind `requirement`: one change makes it all stale. */

export type RequirementRow = components['schemas']['Requirement'];
export type Requirement =
  paths['/api/organizations/{organization}/requirements/{requirement}']['get']['responses'][200]['content']['application/json'];
export type Catalogue = components['schemas']['Catalogue'];
export type CatalogueImport =
  paths['/api/organizations/{organization}/catalogues/{catalogue}']['get']['responses'][200]['content']['application/json']['imports'][number];
export type Totals = components['schemas']['CoverageTotals'];
export type RequirementState = NonNullable<RequirementRow['state']>;
export type Grid =
  paths['/api/organizations/{organization}/coverage/grid']['get']['responses'][200]['content']['application/json'];
export type Preview =
  paths['/api/organizations/{organization}/catalogues/{catalogue}/import/preview']['post']['responses'][200]['content']['application/json'];

export const requirementStates: readonly RequirementState[] = ['gap', 'partial', 'covered', 'not-applicable'];

interface Filter {
  readonly catalogue?: string | undefined;
  readonly customer?: string | undefined;
  readonly state?: string | undefined;
  readonly owner?: string | undefined;
  readonly clause?: string | undefined;
  readonly find?: string | undefined;
}

const pageOf = (organization: string, filter: Filter, after: string) =>
  ask(
    api.GET('/api/organizations/{organization}/requirements', {
      params: {
        path: { organization },
        query: {
          ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
          ...(after === '' ? {} : { after }),
          limit: 200,
        },
      },
    }),
  );

export const requirementsQuery = (organization: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'requirement', 'list', filter),
    queryFn: ({ pageParam }) => pageOf(organization, filter, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** All clauses of one catalogue, some thousands at most: a tree is read as a whole. */
export const clausesQuery = (organization: string, catalogue: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'requirement', 'clauses', catalogue),
    queryFn: async () => {
      const rows: RequirementRow[] = [];
      for (let after: string | null = ''; after !== null;) {
        // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
        const page: { rows: RequirementRow[]; next: string | null } = await pageOf(organization, { catalogue }, after);
        rows.push(...page.rows);
        after = page.next;
      }
      return rows;
    },
  });

export const requirementQuery = (organization: string, requirement: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'requirement', requirement),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/requirements/{requirement}', {
          params: { path: { organization, requirement } },
        }),
      ),
  });

export const cataloguesQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'requirement', 'catalogues'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/catalogues', { params: { path: { organization } } })),
  });

export const catalogueQuery = (organization: string, catalogue: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'requirement', 'catalogue', catalogue),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/catalogues/{catalogue}', {
          params: { path: { organization, catalogue } },
        }),
      ),
  });

export const editionDifferenceQuery = (organization: string, catalogue: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'requirement', 'difference', catalogue),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/catalogues/{catalogue}/difference', {
          params: { path: { organization, catalogue } },
        }),
      ),
  });

export const coverageGridQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'requirement', 'grid'),
    queryFn: () =>
      ask(api.GET('/api/organizations/{organization}/coverage/grid', { params: { path: { organization } } })),
  });

export const coverageQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'requirement', 'coverage'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/coverage', { params: { path: { organization } } })),
  });

/** Colleagues who can own a requirement. */
export const colleaguesQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'membership', 'colleagues'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/people', { params: { path: { organization } } })),
  });

/** Every rule in force, for choosing one of them; some thousands at most. */
export const rulesInForceQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'rule', 'all'),
    queryFn: async () => {
      const rows: components['schemas']['RuleRow'][] = [];
      for (let after: string | null = ''; after !== null;) {
        // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
        const page: { rows: components['schemas']['RuleRow'][]; next: string | null } = await ask(
          api.GET('/api/organizations/{organization}/rules', {
            params: { path: { organization }, query: { limit: 200, ...(after === '' ? {} : { after }) } },
          }),
        );
        rows.push(...page.rows);
        after = page.next;
      }
      return rows;
    },
  });
