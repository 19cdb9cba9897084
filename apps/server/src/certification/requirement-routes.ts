import { z } from 'zod';
import { routes } from '../access/routes.ts';
import { type BlockContent, textOf } from '../core/block.ts';
import { wordsBetween } from '../core/difference.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, language, page, pageQuery, text } from '../platform/schemas.ts';
import { wordsBefore } from './catalogue-store.ts';
import { answeredBy, answersTo, documentsAnswering, findRequirement, listRequirements } from './certification-store.ts';
import { judgeRequirements, linkRequirement, unlinkRequirement, writeProcedure } from './link-requirement.ts';
import { manager, presentRequirement, readers, requirement, requirementState } from './requirement-schemas.ts';

const requirementId = z.object({ requirement: id });
const judgement = {
  notApplicableBecause: text(2000).nullable().optional(),
  owner: id.nullable().optional(),
};

/** What customers require, and which blocks answer it. */
export const requirementRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/requirements',
    {
      summary: 'Requirements in the order of their clauses; a customer reads his own',
      allow: [...readers],
      query: pageQuery.extend({
        catalogue: id.optional(),
        customer: id.optional(),
        state: requirementState.optional(),
        owner: id.optional(),
        clause: text(60).optional(),
        find: text(200).optional(),
      }),
      answer: page(requirement),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const { rows, next } = await listRequirements(tx, access.organization.id, access.side, query);
        return ok({ rows: rows.map((row) => presentRequirement(row, access.side)), next });
      }),
  );

  r.put(
    '/organizations/:organization/requirements',
    {
      summary: 'Say of several requirements that they do not apply because, or who owns them',
      allow: [...manager],
      body: z.strictObject({ requirements: z.array(id).min(1).max(1000), ...judgement }),
    },
    ({ access, body }) => judgeRequirements(access, body.requirements, body),
  );

  r.get(
    '/organizations/:organization/requirements/:requirement',
    {
      summary: 'One requirement: its words before, the blocks that answer it, the documents in the customer’s hands',
      allow: [...readers],
      params: requirementId,
      answer: requirement.extend({
        intervention: id,
        replacedBy: id.nullable(),
        takenBackAt: instant.nullable(),
        before: z
          .object({
            edition: z.string(),
            receivedAt: instant,
            words: z.array(z.object({ how: z.enum(['same', 'inserted', 'deleted']), text: z.string() })),
          })
          .nullable(),
        answers: z.array(
          z.object({
            rule: z.object({ id, label: z.string(), title: z.string(), version: z.number().int() }),
            block: id,
            text: z.string(),
            inForce: z.boolean(),
            partly: z.boolean(),
          }),
        ),
        received: z.array(
          z.object({
            id,
            number: z.number().int(),
            title: z.string(),
            version: z.number().int().nullable(),
            sentAt: instant,
            acknowledgedAt: instant.nullable(),
          }),
        ),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const row = await findRequirement(tx, organization, access.side, params.requirement);
        if (row === undefined) return refuse('not-found');
        const before = await wordsBefore(tx, organization, params.requirement);
        const answers = access.side === 'customer' ? [] : await answersTo(tx, organization, params.requirement);
        const received = await documentsAnswering(tx, organization, params.requirement);
        return ok({
          ...presentRequirement(row, access.side),
          intervention: row.intervention_id,
          replacedBy: row.replaced_by,
          takenBackAt: row.taken_back_at,
          before:
            before === undefined || before.words === row.words
              ? null
              : {
                  edition: before.edition,
                  receivedAt: before.received_at,
                  words: wordsBetween(before.words, row.words),
                },
          answers: answers.map((a) => ({
            rule: { id: a.rule_id, label: a.label, title: a.title, version: a.version },
            block: a.block_id,
            text: a.content === null ? '' : textOf(a.content as BlockContent).slice(0, 400),
            inForce: a.content !== null,
            partly: a.partly,
          })),
          received: received.map((d) => ({
            id: d.transmission_id,
            number: d.number,
            title: d.title,
            version: d.version,
            sentAt: d.transmitted_at,
            acknowledgedAt: d.acknowledged_at,
          })),
        });
      }),
  );

  r.put(
    '/organizations/:organization/requirements/:requirement',
    {
      summary: 'Say that a requirement does not apply because, or who owns it',
      allow: [...manager],
      params: requirementId,
      body: z.strictObject(judgement),
    },
    ({ access, params, body }) => judgeRequirements(access, [params.requirement], body),
  );

  r.put(
    '/organizations/:organization/requirements/:requirement/blocks/:block',
    {
      summary: 'Say that a block answers a requirement, whole or in part',
      allow: ['organization:*'],
      params: z.object({ requirement: id, block: id }),
      body: z.strictObject({ rule: id, proposal: id.nullable().default(null), partly: z.boolean().default(false) }),
    },
    ({ access, params, body }) => linkRequirement(access, params.requirement, { ...body, block: params.block }),
  );

  r.delete(
    '/organizations/:organization/requirements/:requirement/blocks/:block',
    {
      summary: 'Take back that a block answers a requirement',
      allow: ['organization:*'],
      params: z.object({ requirement: id, block: id }),
    },
    ({ access, params }) => unlinkRequirement(access, params.requirement, params.block),
  );

  r.post(
    '/organizations/:organization/procedures',
    {
      summary: 'Write the procedure: begin one from requirements',
      allow: ['organization:*'],
      body: z.strictObject({
        title: text(200),
        label: text(40).nullable().default(null),
        language,
        requirements: z.array(id).min(1).max(200),
      }),
      answer: z.object({ proposal: id, number: z.number().int(), rule: id, label: z.string() }),
      status: 201,
    },
    ({ access, body }) => writeProcedure(access, body),
  );

  r.get(
    '/organizations/:organization/rules/:rule/requirements',
    {
      summary: 'The requirements that the blocks of a rule answer',
      allow: ['organization:*'],
      params: z.object({ rule: id }),
      answer: z.object({
        rows: z.array(
          z.object({ block: id, partly: z.boolean(), requirement: id, clause: z.string(), customer: z.string() }),
        ),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) =>
        ok({
          rows: (await answeredBy(tx, access.organization.id, params.rule)).map((row) => ({
            block: row.block_id,
            partly: row.partly,
            requirement: row.requirement_id,
            clause: row.clause,
            customer: row.customer,
          })),
        }),
      ),
  );
});
