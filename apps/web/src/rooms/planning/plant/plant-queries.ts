import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api.ts';
import { keyOf } from '../../../queries.ts';
import type { SheetName } from './sheets.ts';

export const plantQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'plant', 'overview'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/plant', { params: { path: { organization } } })),
  });

export const sheetQuery = (organization: string, sheet: SheetName) =>
  queryOptions({
    queryKey: keyOf(organization, 'plant', sheet),
    queryFn: () =>
      ask(api.GET('/api/organizations/{organization}/plant/{sheet}', { params: { path: { organization, sheet } } })),
  });

export const priceQuery = (organization: string, release: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'release', release, 'price'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/releases/{release}/price', {
          params: { path: { organization, release } },
        }),
      ),
    staleTime: 60_000,
  });

export const draftOfReleaseQuery = (organization: string, release: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'plan', 'of-release', release),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/plans', {
          params: { path: { organization }, query: { release, limit: 1 } },
        }),
      ),
  });
