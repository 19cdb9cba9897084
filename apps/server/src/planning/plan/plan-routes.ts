import type { Explanation } from '@coprod/planner';
import { z } from 'zod';
import type { Parts } from '../../access/room.ts';
import { type RouteGroup, routes } from '../../access/routes.ts';
import { credential, sign } from '../../core/proposal-routes.ts';
import { ok, refuse } from '../../platform/result.ts';
import { id, page, pageQuery, text } from '../../platform/schemas.ts';
import { adoptPlan, discardPlan } from './adopt-plan.ts';
import { comparePlans } from './compare-plans.ts';
import { keepByHand, planAnew } from './make-draft.ts';
import { listPlans, planInForce } from './plan-store.ts';
import type { Planner } from './planner-pool.ts';
import {
  asPins,
  asPlan,
  costs,
  movedLot,
  pin,
  planDocument,
  planRow,
  presentPlan,
  readPriced,
  readWhole,
  violation,
  wholePlan,
} from './present-plan.ts';
import { shiftList } from './shift-list.ts';
import { tryLots } from './try-lots.ts';

/** Who reads plans; prices are added by row-level security for the planner and the administrator. */
const readers = ['organization:*'] as const;
const planner = ['organization:planner'] as const;
const planId = z.object({ plan: id });
const both = <T extends z.ZodType>(of: T) => z.object({ a: of, b: of });
const lot = z.object({
  id: z.string(),
  line: z.string(),
  item: z.string(),
  pieces: z.number().int(),
  start: z.string(),
  end: z.string(),
});

/** Plans: made, moved, compared, adopted. */
export const planRoutes = ({ signIn }: Parts, engine: Planner): RouteGroup =>
  routes((r) => {
    r.get(
      '/organizations/:organization/plans',
      {
        summary: 'Plans, newest first',
        allow: readers,
        query: pageQuery.extend({ state: planRow.shape.state.optional(), release: id.optional() }),
        answer: page(planRow),
      },
      ({ access, query }) =>
        access.transaction(async (tx) => {
          const { rows, next } = await listPlans(tx, access.organization.id, query);
          return ok({ rows: rows.map(presentPlan), next });
        }),
    );

    r.get(
      '/organizations/:organization/plans/in-force',
      { summary: 'The plan in force, whole', allow: readers, answer: wholePlan },
      ({ access }) =>
        access.transaction(async (tx) => {
          const row = await planInForce(tx, access.organization.id);
          return row === undefined ? refuse('not-found') : readWhole(tx, access, row.plan_id);
        }),
    );

    r.get(
      '/organizations/:organization/plans/:plan',
      {
        summary: 'One plan, whole: what it was made for, its lots, what it costs and whom it makes late',
        allow: readers,
        params: planId,
        answer: wholePlan,
      },
      ({ access, params }) => access.transaction((tx) => readWhole(tx, access, params.plan)),
    );

    r.post(
      '/organizations/:organization/plans',
      {
        summary: 'Make a draft: plan anew, or keep a plan as somebody moved it',
        allow: planner,
        body: z.union([z.strictObject({ base: id, plan: planDocument }), z.strictObject({})]),
        bodyLimit: 16 * 1024 * 1024,
        answer: z.object({ plan: id }),
        status: 201,
      },
      ({ access, body }) =>
        'base' in body ? keepByHand(access, body.base, asPlan(body.plan)) : planAnew(access, engine),
    );

    r.post(
      '/organizations/:organization/plans/:plan/try',
      {
        summary: 'What it would cost and break if lots stood elsewhere; nothing is kept',
        allow: planner,
        params: planId,
        body: z.strictObject({
          lots: z.array(movedLot).max(500).default([]),
          pins: z.array(pin).max(20_000).nullable().default(null),
          settle: z.enum(['as-is', 'repair']),
        }),
        answer: z.object({
          plan: planDocument,
          costs,
          difference: costs,
          violations: z.array(violation),
          deliveries: wholePlan.shape.deliveries,
          lateBefore: z.number().int(),
          lateNow: z.number().int(),
        }),
      },
      ({ access, params, body }) =>
        tryLots(access, engine, params.plan, { ...body, pins: body.pins === null ? null : asPins(body.pins) }),
    );

    r.post(
      '/organizations/:organization/plans/:plan/adopt',
      {
        summary: 'Adopt a draft: it comes into force and the promises follow; the planner signs with his password',
        allow: planner,
        params: planId,
        body: z.strictObject({ meaning: text(500), credential }),
        answer: z.object({ promises: z.number().int() }),
      },
      async ({ access, params, body, request }) => {
        const signed = await sign(signIn, access, request, body.credential, body.meaning);
        return signed.ok ? adoptPlan(access, params.plan, signed.value) : signed;
      },
    );

    r.delete(
      '/organizations/:organization/plans/:plan',
      { summary: 'Discard a draft', allow: planner, params: planId },
      ({ access, params }) => discardPlan(access, params.plan),
    );

    r.get(
      '/organizations/:organization/plans/:plan/compare/:with',
      {
        summary: 'Two plans side by side: costs, lots moved, added and removed, promises moved',
        allow: readers,
        params: planId.extend({ with: id }),
        answer: z.object({
          costs: both(costs).nullable(),
          late: both(z.number().int()),
          overtimeMinutes: both(z.number().int()),
          moved: z.array(both(lot)),
          added: z.array(lot),
          removed: z.array(lot),
          lots: z.number().int(),
          promises: z.array(
            z.object({
              demand: z.string(),
              customer: z.string(),
              item: z.string(),
              a: z.string().nullable(),
              b: z.string().nullable(),
            }),
          ),
        }),
      },
      ({ access, params }) => comparePlans(access, params.plan, params.with),
    );

    r.get(
      '/organizations/:organization/plans/:plan/explain/:demand',
      {
        summary: 'Why a demand is late: each cause is taken away alone and the plant planned again',
        allow: planner,
        params: planId.extend({ demand: z.string().max(600) }),
        answer: z.object({
          late: z.boolean(),
          curedBySearch: z.boolean(),
          named: z.record(z.string(), z.unknown()).nullable(),
          causes: z.array(z.record(z.string(), z.unknown())),
        }),
      },
      async ({ access, params }) => {
        const found = await access.transaction((tx) => readPriced(tx, access, params.plan));
        if (!found.ok) return found;
        const { problem, plan } = found.value;
        const told: Explanation | null = await engine.ask({
          kind: 'explain',
          problem,
          last: plan,
          demand: params.demand,
          effort: { seed: 1, steps: 15_000 },
        });
        if (told === null) return ok({ late: false, curedBySearch: false, named: null, causes: [] });
        return ok({
          late: true,
          curedBySearch: told.curedBySearch,
          named: told.named === null ? null : { ...told.named },
          causes: told.causes.map((cause) => ({ ...cause })),
        });
      },
    );

    r.get(
      '/organizations/:organization/plans/:plan/shift-list',
      {
        summary: 'What is made on a day, shift by shift: for the floor, without prices and customers',
        allow: readers,
        params: planId,
        /** Today, where no day is said. */
        query: z.object({ line: z.string().max(200).optional(), day: z.iso.date().optional() }),
        answer: z.object({
          day: z.iso.date(),
          number: z.number().int(),
          rows: z.array(
            z.object({
              line: z.string(),
              shift: z.string().nullable(),
              setupStart: z.string(),
              start: z.string(),
              end: z.string(),
              item: z.string(),
              pieces: z.number().int(),
              containers: z.number().int(),
              heads: z.number().int(),
              tool: z.string().nullable(),
            }),
          ),
        }),
      },
      ({ access, params, query }) => access.transaction((tx) => shiftList(tx, access, params.plan, query)),
    );
  });
