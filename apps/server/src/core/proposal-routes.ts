import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from '../access/access.ts';
import type { Parts } from '../access/room.ts';
import { type RouteGroup, routes } from '../access/routes.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { id, instant, page, pageQuery, plainDate, text } from '../platform/schemas.ts';
import { beginProposal } from './begin-proposal.ts';
import { blockContent } from './block.ts';
import { type Signature, decide } from './decide.ts';
import { answerRemark, giveVoice, openProposal, remark, withdrawProposal, withdrawRemark } from './deliberate.ts';
import { announce } from './live.ts';
import { listProposals, proposalPage, proposalRow, readProposal } from './proposal-page.ts';
import { linkIntervention } from './proposal-store.ts';
import { rebase } from './rebase.ts';
import { regulations, ruleKinds } from './rule.ts';

const proposalId = z.object({ proposal: id });
const method = z.enum(['by-owner', 'by-consent']);
const said = z.string().trim().max(2000);

/** What a signature asks of the signer: the password again. In a demo, where nobody has one, stepping in is enough and is recorded so. */
export const credential = z.strictObject({ password: z.string().max(200).default('') });

/**
 * Checks the re-entered credential of a signer.
 * @refuses wrong-credential; too-many-requests to who tried too often
 */
export async function sign(
  signIn: Parts['signIn'],
  access: Access,
  request: FastifyRequest,
  given: z.output<typeof credential>,
  meaning: string,
): Promise<Result<Signature>> {
  if (access.organization.demo) return ok({ credential: 'demo', meaning });
  const isPassword = await signIn.isPassword(request, access.person, given.password);
  if (!isPassword.ok) return isPassword;
  return isPassword.value ? ok({ credential: 'password', meaning }) : refuse('wrong-credential');
}

/** Proposals: written, deliberated, decided. */
export const proposalRoutes = ({ signIn }: Parts): RouteGroup =>
  routes((r) => {
    r.get(
      '/organizations/:organization/proposals',
      {
        summary: 'Proposals, newest first',
        allow: ['organization:*'],
        query: pageQuery.extend({
          state: z.enum(['draft', 'open', 'decided', 'refused', 'withdrawn']).optional(),
          kind: z.enum(ruleKinds).optional(),
          rule: id.optional(),
        }),
        answer: page(proposalRow),
      },
      ({ access, query }) =>
        access.transaction(async (tx) => {
          const { rows, next } = await listProposals(tx, access.organization.id, query);
          const present = rows.map((row) => ({
            id: row.proposal_id,
            number: row.number,
            title: row.title,
            rule: { id: row.rule_id, label: row.label, title: row.rule_title, kind: row.kind },
            state: row.state,
            method: row.method,
            words: row.words,
            objections: { open: row.open_objections, all: row.objections },
            term: row.term,
            begunAt: row.begun_at,
            overtaken: (row.state === 'draft' || row.state === 'open') && row.base_version !== row.rule_version,
            proposedBy: row.proposed_by_name,
          }));
          return ok({ rows: present, next });
        }),
    );

    r.post(
      '/organizations/:organization/proposals',
      {
        summary: 'Begin a proposal: a change to a rule, or a new rule',
        allow: ['organization:*'],
        body: z.strictObject({
          id: id.optional(),
          title: text(200),
          why: said.default(''),
          method: method.default('by-owner'),
          interventions: z.array(id).max(500).default([]),
          on: z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('rule'), rule: id, regulation: z.enum(regulations).optional() }),
            z.strictObject({
              kind: z.literal('new-rule'),
              rule: z.strictObject({
                kind: z.enum(ruleKinds),
                regulation: z.enum(regulations),
                title: text(200),
                label: text(40).nullable().default(null),
                language: z.enum(['en', 'fr']),
                customer: id.nullable().default(null),
                reviewOn: plainDate.nullable().default(null),
                blocks: z.array(blockContent).max(2000).default([]),
                parameters: z.record(z.string().max(60), z.union([z.number(), z.boolean()])).default({}),
              }),
            }),
          ]),
        }),
        answer: z.object({ proposal: id, number: z.number().int(), rule: id, label: z.string() }),
        status: 201,
      },
      ({ access, body }) => beginProposal(access, body),
    );

    r.get(
      '/organizations/:organization/proposals/:proposal',
      { summary: 'A proposal whole', allow: ['organization:*'], params: proposalId, answer: proposalPage },
      ({ access, params }) => readProposal(access, params.proposal),
    );

    r.post(
      '/organizations/:organization/proposals/:proposal/interventions',
      {
        summary: 'Say whose words the proposal answers, and at which block or parameter',
        allow: ['organization:*'],
        params: proposalId,
        body: z.strictObject({
          intervention: id,
          block: id.nullable().default(null),
          parameter: z.string().max(60).nullable().default(null),
        }),
      },
      ({ access, params, body }) =>
        access.transaction(async (tx) => {
          const organization = access.organization.id;
          const known = await tx
            .selectFrom('core.intervention as i')
            .innerJoin('core.proposal as p', (join) =>
              join.onRef('p.organization_id', '=', 'i.organization_id').on('p.proposal_id', '=', params.proposal),
            )
            .select('p.state')
            .where('i.organization_id', '=', organization)
            .where('i.intervention_id', '=', body.intervention)
            .executeTakeFirst();
          if (known === undefined) return refuse('not-found');
          if (known.state !== 'draft' && known.state !== 'open') return refuse('proposal-closed');
          await linkIntervention(tx, organization, {
            proposal: params.proposal,
            ...body,
            by: access.membership,
            at: access.now(),
          });
          await announce(tx, { organization, subject: { kind: 'proposal', id: params.proposal }, customer: null });
          return ok(null);
        }),
    );

    r.post(
      '/organizations/:organization/proposals/:proposal/open',
      {
        summary: 'Put a draft before everybody, with its effect on working conditions and its term',
        allow: ['organization:*'],
        params: proposalId,
        body: z.strictObject({
          title: text(200),
          why: said.default(''),
          method,
          term: instant.nullable().default(null),
          effect: z.strictObject({ hours: said, pace: said, mobility: said, autonomy: said }),
        }),
      },
      ({ access, params, body }) => openProposal(access, params.proposal, body),
    );

    r.post(
      '/organizations/:organization/proposals/:proposal/remarks',
      {
        summary: 'Argue, or object on a ground of working conditions',
        allow: ['organization:*'],
        params: proposalId,
        body: z.strictObject({
          kind: z.enum(['argument', 'objection']),
          ground: z.enum(['hours', 'pace', 'mobility', 'autonomy', 'other']).nullable().default(null),
          block: id.nullable().default(null),
          words: text(10_000),
        }),
        answer: z.object({ remark: id }),
        status: 201,
      },
      ({ access, params, body }) => remark(access, params.proposal, body),
    );

    r.post(
      '/organizations/:organization/remarks/:remark/answers',
      {
        summary: 'Answer an argument or an objection',
        allow: ['organization:*'],
        params: z.object({ remark: id }),
        body: z.strictObject({ words: text(10_000) }),
        status: 201,
      },
      ({ access, params, body }) => answerRemark(access, params.remark, body.words),
    );

    r.post(
      '/organizations/:organization/remarks/:remark/withdraw',
      {
        summary: 'Take an own argument or objection back',
        allow: ['organization:*'],
        params: z.object({ remark: id }),
      },
      ({ access, params }) => withdrawRemark(access, params.remark),
    );

    r.put(
      '/organizations/:organization/proposals/:proposal/voice',
      {
        summary: 'Consent to an open proposal, or take consent back',
        allow: ['organization:*'],
        params: proposalId,
        body: z.strictObject({ voice: z.enum(['consent', 'silent']) }),
      },
      ({ access, params, body }) => giveVoice(access, params.proposal, body.voice),
    );

    r.post(
      '/organizations/:organization/proposals/:proposal/rebase',
      {
        summary: 'Put a draft onto the version now in force, choosing where both changed a block',
        allow: ['organization:*'],
        params: proposalId,
        body: z.strictObject({ choices: z.record(id, z.enum(['mine', 'theirs'])).default({}) }),
        answer: z.object({ base: z.number().int() }),
      },
      ({ access, params, body }) => rebase(access, params.proposal, body.choices),
    );

    r.post(
      '/organizations/:organization/proposals/:proposal/withdraw',
      { summary: 'Withdraw an own proposal', allow: ['organization:*'], params: proposalId },
      ({ access, params }) => withdrawProposal(access, params.proposal),
    );

    r.post(
      '/organizations/:organization/proposals/:proposal/decide',
      {
        summary: 'Decide an open proposal; the owner of the rule signs with his password',
        allow: ['organization:*'],
        params: proposalId,
        body: z.strictObject({
          outcome: z.enum(['adopted', 'refused']),
          reasons: text(5000),
          meaning: text(500),
          credential,
        }),
        answer: z.object({ decision: id, rule: id, version: z.number().int().nullable() }),
        status: 201,
      },
      async ({ access, params, body, request }) => {
        const signed = await sign(signIn, access, request, body.credential, body.meaning);
        if (!signed.ok) return signed;
        return decide(access, params.proposal, {
          outcome: body.outcome,
          reasons: body.reasons,
          signature: signed.value,
        });
      },
    );
  });
