import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api.ts';
import { keyOf } from '../../queries.ts';

const at = (organization: string) => ({ params: { path: { organization } } });

/** Members page by page, by name. */
export const membersQuery = (organization: string, find: string | undefined, state: 'present' | 'ended') =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'members', find, state),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/members', {
          params: {
            path: { organization },
            query: {
              state,
              ...(find === undefined ? {} : { find }),
              ...(pageParam === null ? {} : { after: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const invitationsQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'invitations'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/invitations', at(organization))),
  });

export const teamsQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'teams'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/teams', at(organization))),
  });

export const customersQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'customers', 'names'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/customers', at(organization))),
  });

export const keysQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'api-keys'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/api-keys', at(organization))),
  });

/** Mail page by page, newest first. */
export const outboxQuery = (organization: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'outbox'),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/outbox', {
          params: { path: { organization }, query: pageParam === null ? {} : { after: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
