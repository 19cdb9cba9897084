import { z } from 'zod';
import type { Access } from '../access/access.ts';
import { bytes, routes } from '../access/routes.ts';
import { type BlockContent, textOf } from '../core/block.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, page, pageQuery, text } from '../platform/schemas.ts';
import {
  answeredBy,
  answersTo,
  coverageTotals,
  findCatalogue,
  findRequirement,
  listCatalogues,
  listRequirements,
  lockCatalogue,
  wordsOf,
} from './certification-store.ts';
import { beginCatalogue } from './begin-catalogue.ts';
import { clauseDepth } from './clause-order.ts';
import { catalogueFacts, confirmImport, previewImport } from './import-requirements.ts';
import { judgeRequirement, linkRequirement, unlinkRequirement, writeProcedure } from './link-requirement.ts';
import { receiveRequirement } from './receive-requirement.ts';
import { requirementsCsv } from './requirements-csv.ts';

const state = z.enum(['covered', 'partial', 'gap', 'not-applicable']);
const everybody = ['organization:*', 'customer:approver', 'customer:auditor', 'customer:reader'] as const;
const manager = ['organization:quality-manager'] as const;
const language = z.enum(['en', 'fr']);

const catalogue = z
  .object({
    id,
    name: z.string(),
    edition: z.string(),
    language,
    source: z.string(),
    customer: z.object({ id, name: z.string() }),
    clauses: z.number().int(),
    madeAt: instant,
  })
  .meta({ id: 'Catalogue' });

const requirement = z
  .object({
    id,
    catalogue: z.object({ id, name: z.string(), edition: z.string() }),
    customer: z.object({ id, name: z.string() }),
    clause: z.string(),
    depth: z.number().int(),
    words: z.string(),
    language,
    source: z.string(),
    receivedAt: instant,
    /** Null on a customer's side: what answers him is what was transmitted to him. */
    state: state.nullable(),
    owner: z.string().nullable(),
    notApplicableBecause: z.string().nullable(),
  })
  .meta({ id: 'Requirement' });

const fate = z.object({
  line: z.number().int(),
  clause: z.string(),
  words: z.string(),
  source: z.string(),
  fate: z.enum(['new', 'same', 'changed', 'refused']),
  reason: z.enum(['no-clause', 'no-text', 'clause-too-long', 'text-too-long', 'twice']).nullable(),
  before: z.string().nullable(),
});

const totals = z.object({ covered: z.number(), partial: z.number(), gap: z.number(), 'not-applicable': z.number() });

/** What customers require, and which blocks answer it. */
export const requirementRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/catalogues',
    { summary: 'Catalogues of requirements', allow: [...everybody], answer: z.object({ rows: z.array(catalogue) }) },
    ({ access }) =>
      access.transaction(async (tx) =>
        ok({
          rows: (await listCatalogues(tx, access.organization.id)).map((row) => ({
            id: row.catalogue_id,
            name: row.name,
            edition: row.edition,
            language: row.language,
            source: row.source,
            customer: { id: row.customer_id, name: row.customer },
            clauses: row.clauses,
            madeAt: row.made_at,
          })),
        }),
      ),
  );

  r.post(
    '/organizations/:organization/catalogues',
    {
      summary: 'Begin a catalogue: one customer, a name, an edition',
      allow: [...manager],
      body: z.strictObject({
        customer: id,
        name: text(200),
        edition: text(100),
        language,
        source: z.string().trim().max(500).default(''),
      }),
      answer: z.object({ id }),
      status: 201,
    },
    ({ access, body }) => beginCatalogue(access, body),
  );

  r.post(
    '/organizations/:organization/catalogues/:catalogue/requirements',
    {
      summary: 'Take in one clause, typed',
      allow: [...manager],
      params: z.object({ catalogue: id }),
      body: z.strictObject({ clause: text(60), words: text(10_000), source: z.string().trim().max(500).default('') }),
      answer: z.object({ id }),
      status: 201,
    },
    ({ access, params, body }) =>
      access.transaction(async (tx) => {
        await lockCatalogue(tx, access.organization.id, params.catalogue);
        const row = await findCatalogue(tx, access.organization.id, params.catalogue);
        if (row === undefined) return refuse('not-found');
        const known = await wordsOf(tx, access.organization.id, params.catalogue);
        if (known.some((k) => k.clause === body.clause)) return refuse('clause-there-already', { clause: body.clause });
        return ok({ id: await receiveRequirement(tx, access, catalogueFacts(row), body, null) });
      }),
  );

  r.post(
    '/organizations/:organization/catalogues/:catalogue/import/preview',
    {
      summary: 'What an import would do, row by row; writes nothing',
      allow: [...manager],
      params: z.object({ catalogue: id }),
      body: bytes(),
      bodyLimit: 10 * 1_048_576,
      answer: z.object({ rows: z.array(fate), seal: z.string() }),
    },
    ({ access, params, body }) => previewImport(access, params.catalogue, body),
  );

  r.post(
    '/organizations/:organization/catalogues/:catalogue/import',
    {
      summary: 'Write what was previewed',
      allow: [...manager],
      params: z.object({ catalogue: id }),
      query: z.object({ seal: z.string().regex(/^[0-9a-f]{64}$/) }),
      body: bytes(),
      bodyLimit: 10 * 1_048_576,
      answer: z.object({ received: z.number().int(), changed: z.number().int() }),
      status: 201,
    },
    ({ access, params, query, body }) => confirmImport(access, params.catalogue, body, query.seal),
  );

  r.get(
    '/organizations/:organization/catalogues/:catalogue/requirements.csv',
    { summary: 'A catalogue as CSV', allow: [...everybody], params: z.object({ catalogue: id }) },
    async ({ access, params, reply }) => {
      const rows = await access.transaction(async (tx) => {
        const { rows: all } = await listRequirements(tx, access.organization.id, access.side, {
          catalogue: params.catalogue,
          limit: 10_000,
        });
        return all;
      });
      if (rows.length === 0) return refuse('not-found');
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="requirements.csv"')
        .send(requirementsCsv(rows.map((row) => ({ ...row, state: row.state ?? '' }))));
    },
  );

  r.get(
    '/organizations/:organization/requirements',
    {
      summary: 'Requirements in the order of their clauses; a customer reads his own',
      allow: [...everybody],
      query: pageQuery.extend({
        catalogue: id.optional(),
        customer: id.optional(),
        state: state.optional(),
        owner: id.optional(),
      }),
      answer: page(requirement),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const { rows, next } = await listRequirements(tx, access.organization.id, access.side, query);
        return ok({ rows: rows.map((row) => present(row, access.side)), next });
      }),
  );

  r.get(
    '/organizations/:organization/requirements/:requirement',
    {
      summary: 'One requirement, and the blocks that answer it',
      allow: [...everybody],
      params: z.object({ requirement: id }),
      answer: requirement.extend({
        intervention: id,
        replacedBy: id.nullable(),
        answers: z.array(
          z.object({
            rule: z.object({ id, label: z.string(), title: z.string(), version: z.number().int() }),
            block: id,
            text: z.string(),
            inForce: z.boolean(),
            partly: z.boolean(),
          }),
        ),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const row = await findRequirement(tx, organization, access.side, params.requirement);
        if (row === undefined) return refuse('not-found');
        const answers = access.side === 'customer' ? [] : await answersTo(tx, organization, params.requirement);
        return ok({
          ...present(row, access.side),
          intervention: row.intervention_id,
          replacedBy: row.replaced_by,
          answers: answers.map((a) => ({
            rule: { id: a.rule_id, label: a.label, title: a.title, version: a.version },
            block: a.block_id,
            text: a.content === null ? '' : textOf(a.content as BlockContent).slice(0, 400),
            inForce: a.content !== null,
            partly: a.partly,
          })),
        });
      }),
  );

  r.put(
    '/organizations/:organization/requirements/:requirement',
    {
      summary: 'Say that a requirement does not apply because, or who owns it',
      allow: [...manager],
      params: z.object({ requirement: id }),
      body: z.strictObject({ notApplicableBecause: text(2000).nullable().optional(), owner: id.nullable().optional() }),
    },
    ({ access, params, body }) => judgeRequirement(access, params.requirement, body),
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

  r.get(
    '/organizations/:organization/coverage',
    {
      summary: 'Totals of every catalogue: covered, partial, gaps, not applicable',
      allow: ['organization:*'],
      answer: z.object({
        rows: z.array(catalogue.pick({ id: true, name: true, edition: true, customer: true }).extend({ totals })),
      }),
    },
    ({ access }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const counts = await coverageTotals(tx, organization);
        const rows = (await listCatalogues(tx, organization)).map((row) => {
          const of = (s: z.output<typeof state>): number =>
            counts.find((c) => c.catalogue_id === row.catalogue_id && c.state === s)?.count ?? 0;
          return {
            id: row.catalogue_id,
            name: row.name,
            edition: row.edition,
            customer: { id: row.customer_id, name: row.customer },
            totals: {
              covered: of('covered'),
              partial: of('partial'),
              gap: of('gap'),
              'not-applicable': of('not-applicable'),
            },
          };
        });
        return ok({ rows });
      }),
  );
});

const present = (
  row: NonNullable<Awaited<ReturnType<typeof findRequirement>>>,
  side: Access['side'],
): z.output<typeof requirement> => ({
  id: row.requirement_id,
  catalogue: { id: row.catalogue_id, name: row.catalogue, edition: row.edition },
  customer: { id: row.customer_id, name: row.customer },
  clause: row.clause,
  depth: clauseDepth(row.clause),
  words: row.words,
  language: row.language,
  source: row.source,
  receivedAt: row.received_at,
  state: side === 'organization' ? row.state : null,
  owner: row.owner,
  notApplicableBecause: side === 'organization' ? row.not_applicable_because : null,
});
