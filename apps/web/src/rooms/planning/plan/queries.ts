import type { Pin, Plan as PlanOfEngine, Problem } from '@coprod/planner';
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../api.gen.ts';
import { api, ask } from '../../../api.ts';
import { Refused } from '../../../problem.ts';
import { keyOf } from '../../../queries.ts';

type Schemas = components['schemas'];
export type PlanRow = Schemas['Plan'];

/** A plan with all that belongs to it, its problem and lots in the types of the engine. */
export interface WholePlan extends Omit<Schemas['WholePlan'], 'problem' | 'plan'> {
  readonly problem: Problem;
  readonly plan: PlanOfEngine;
  readonly pins: readonly Pin[];
}

const asWhole = ({ problem, plan: { pins, ...plan }, ...rest }: Schemas['WholePlan']): WholePlan => ({
  ...rest,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the engine and validated by the server
  problem: problem as unknown as Problem,
  plan,
  pins: pins ?? [],
});

export const planQuery = (organization: string, plan: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'plan', plan),
    queryFn: () =>
      ask(api.GET('/api/organizations/{organization}/plans/{plan}', { params: { path: { organization, plan } } })).then(
        asWhole,
      ),
    structuralSharing: false,
  });

/** The plan in force; null where there is none yet. */
export const planInForceQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'plan', 'in-force'),
    queryFn: () =>
      ask(api.GET('/api/organizations/{organization}/plans/in-force', { params: { path: { organization } } })).then(
        asWhole,
        (reason: unknown) => {
          if (reason instanceof Refused && reason.problem.status === 404) return null;
          throw reason;
        },
      ),
    structuralSharing: false,
  });

/** The drafts that wait, newest first. */
export const draftsQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'plan', 'drafts'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/plans', {
          params: { path: { organization }, query: { state: 'draft', limit: 50 } },
        }),
      ),
  });

/** The plans made for one release. */
export const plansOfReleaseQuery = (organization: string, release: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'plan', 'release', release),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/plans', {
          params: { path: { organization }, query: { release, limit: 10 } },
        }),
      ),
  });

export const comparisonQuery = (organization: string, a: string, b: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'plan', 'compare', a, b),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/plans/{plan}/compare/{with}', {
          params: { path: { organization, plan: a, with: b } },
        }),
      ),
  });

const shiftList = (organization: string, plan: string, day: string, line: string | undefined) =>
  ask(
    api.GET('/api/organizations/{organization}/plans/{plan}/shift-list', {
      params: { path: { organization, plan }, query: { day, ...(line === undefined ? {} : { line }) } },
    }),
  );

/** One lot as the floor reads it. */
export type ShiftRow = Awaited<ReturnType<typeof shiftList>>['rows'][number];

export const shiftListQuery = (organization: string, plan: string, day: string, line: string | undefined) =>
  queryOptions({
    queryKey: keyOf(organization, 'plan', plan, 'shift-list', day, line),
    queryFn: () => shiftList(organization, plan, day, line),
  });
