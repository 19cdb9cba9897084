import { z } from 'zod';
import { routes } from '../access/routes.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, page, pageQuery, plainDate, text } from '../platform/schemas.ts';
import { blockDifference, differenceOf } from './difference.ts';
import { listRules } from './rule-list.ts';
import { handOverRule } from './hand-over-rule.ts';
import { actsOf, readRule, versionsOf } from './rule-page.ts';
import { parameterDefinitions, valueWriter } from './parameters.ts';
import { parameter, presentParameters, rulePage, ruleRow, versionRow } from './rule-schemas.ts';
import { blocksOf, findRule, parametersOf } from './rule-store.ts';
import { regulations, ruleKinds } from './rule.ts';
import { reportUse, takeBackReading, useOf } from './use-report.ts';

const version = z.coerce.number().int().min(1);
const ruleId = z.object({ rule: id });

/** The rules of the house, their versions, and what those who apply them say. */
export const ruleRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/rules',
    {
      summary: 'Rules in force',
      allow: ['organization:*'],
      query: pageQuery.extend({
        kind: z.enum(ruleKinds).optional(),
        regulation: z.enum(regulations).optional(),
        owner: id.optional(),
        customer: id.optional(),
        sort: z.enum(['number', 'review']).default('number'),
      }),
      answer: page(ruleRow),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const { rows, next } = await listRules(tx, access.organization.id, query);
        const present = rows.map((row) => ({
          id: row.rule_id,
          number: row.number,
          label: row.label,
          kind: row.kind,
          regulation: row.regulation,
          title: row.title,
          version: row.version,
          owner: row.owner,
          ownerId: row.owner_id,
          customer: row.customer,
          inUse: row.in_use ?? 0,
          reviewOn: row.review_on,
          inForceFrom: row.in_force_from,
        }));
        return ok({ rows: present, next });
      }),
  );

  r.get(
    '/organizations/:organization/parameters/:kind',
    {
      summary: 'The parameters by which rules of a kind can act, with unit and bounds',
      allow: ['organization:*'],
      params: z.object({ kind: z.enum(ruleKinds) }),
      answer: z.object({ rows: z.array(parameter.omit({ value: true })) }),
    },
    async ({ access, params }) => {
      const none = Object.fromEntries(Object.keys(parameterDefinitions[params.kind]).map((name) => [name, 0]));
      return ok({ rows: presentParameters(params.kind, none, access.language) });
    },
  );

  r.get(
    '/organizations/:organization/rules/:rule',
    { summary: 'A rule, in the version in force', allow: ['organization:*'], params: ruleId, answer: rulePage },
    ({ access, params }) => readRule(access, params.rule, undefined),
  );

  r.get(
    '/organizations/:organization/rules/:rule/versions',
    {
      summary: 'The versions of a rule with their decisions',
      allow: ['organization:*'],
      params: ruleId,
      answer: z.object({ rows: z.array(versionRow) }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => ok({ rows: await versionsOf(tx, access.organization.id, params.rule) })),
  );

  r.get(
    '/organizations/:organization/rules/:rule/versions/:version',
    {
      summary: 'A rule, in one of its versions',
      allow: ['organization:*'],
      params: ruleId.extend({ version }),
      answer: rulePage,
    },
    ({ access, params }) => readRule(access, params.rule, params.version),
  );

  r.get(
    '/organizations/:organization/rules/:rule/versions/:version/difference/:with',
    {
      summary: 'The difference of two versions, by words',
      allow: ['organization:*'],
      params: ruleId.extend({ version, with: version }),
      answer: z.object({
        blocks: z.array(blockDifference),
        parameters: z.array(
          z.object({
            name: z.string(),
            before: z.union([z.number(), z.boolean()]).nullable(),
            after: z.union([z.number(), z.boolean()]).nullable(),
          }),
        ),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const [before, after] = [
          await blocksOf(tx, organization, params.rule, params.version),
          await blocksOf(tx, organization, params.rule, params.with),
        ];
        const [was, is] = [
          await parametersOf(tx, organization, params.rule, params.version),
          await parametersOf(tx, organization, params.rule, params.with),
        ];
        if (before.length + after.length === 0) return refuse('not-found');
        const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
        return ok({
          blocks: differenceOf(before, after, {
            before: valueWriter(was, access.language),
            after: valueWriter(is, access.language),
          }),
          parameters: names.map((name) => ({ name, before: was[name] ?? null, after: is[name] ?? null })),
        });
      }),
  );

  r.get(
    '/organizations/:organization/rules/:rule/use',
    {
      summary: 'Who works by the version in force, who applies it differently and why',
      allow: ['organization:*'],
      params: ruleId,
      answer: z.object({
        rows: z.array(
          z.object({
            kind: z.enum(['in-use', 'differently', 'read']),
            team: z.string().nullable(),
            because: z.string(),
            block: id.nullable(),
            at: instant,
          }),
        ),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const rule = await findRule(tx, access.organization.id, params.rule);
        if (rule === undefined) return refuse('not-found');
        const rows = await useOf(tx, access.organization.id, params.rule, rule.version);
        // By team, never by person: nobody is ranked.
        return ok({
          rows: rows.map((row) => ({
            kind: row.kind,
            team: row.team,
            because: row.because,
            block: row.block_id,
            at: row.said_at,
          })),
        });
      }),
  );

  r.post(
    '/organizations/:organization/rules/:rule/use',
    {
      summary: 'Say that one works by the rule, applies it differently, or has read it',
      allow: ['organization:*'],
      params: ruleId,
      body: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('in-use') }),
        z.strictObject({ kind: z.literal('read') }),
        z.strictObject({ kind: z.literal('differently'), because: text(5000), block: id.nullable().default(null) }),
      ]),
    },
    ({ access, params, body }) => reportUse(access, params.rule, body),
  );

  r.delete(
    '/organizations/:organization/rules/:rule/use/read',
    { summary: 'Take back that one has read the version in force', allow: ['organization:*'], params: ruleId },
    ({ access, params }) => takeBackReading(access, params.rule),
  );

  r.get(
    '/organizations/:organization/rules/:rule/acts',
    {
      summary: 'Where the rule acted, with the version used',
      allow: ['organization:*'],
      params: ruleId,
      answer: z.object({
        rows: z.array(
          z.object({
            id,
            kind: z.string(),
            subject: z.object({ kind: z.string(), id }),
            at: instant,
            version: z.number().int(),
            parameters: z.record(z.string(), z.union([z.number(), z.boolean()])),
          }),
        ),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const rows = await actsOf(tx, access.organization.id, params.rule, 200);
        return ok({
          rows: rows.map((row) => ({
            id: row.act_id,
            kind: row.kind,
            subject: { kind: row.subject_kind, id: row.subject_id },
            at: row.acted_at,
            version: row.version,
            parameters: row.parameters,
          })),
        });
      }),
  );

  r.put(
    '/organizations/:organization/rules/:rule/owner',
    {
      summary: 'Hand the rule over, or set when it is reviewed',
      allow: ['organization:*'],
      params: ruleId,
      body: z.strictObject({ owner: id.optional(), reviewOn: plainDate.nullable().optional() }),
    },
    ({ access, params, body }) => handOverRule(access, params.rule, body),
  );
});
