import { z } from 'zod';
import { routes } from '../access/routes.ts';
import { beginProposal } from '../core/begin-proposal.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, page, pageQuery, text } from '../platform/schemas.ts';
import { answerOffer } from './answer-offer.ts';
import { askRuleChange } from './ask-rule-change.ts';
import { amount, promiseAnswer, releaseLine, releaseRow, releaseState, replyAnswer } from './planning-schemas.ts';
import { presentLine, presentPromise, presentRelease, presentReply } from './present.ts';
import { curvesOf, findRelease, linesOf, listReleases } from './release-store.ts';
import { findPromise, findReply, listPromises, listReplies } from './reply-store.ts';
import { replyToIntervention } from './reply-to-intervention.ts';

/** Releases against the ones before, and how what went beyond a rule was answered. */
export const releaseRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/releases',
    {
      summary: 'Releases, newest first',
      allow: ['organization:*', 'customer:*'],
      query: pageQuery.extend({
        customer: id.optional(),
        outside: z.stringbool().optional(),
        state: releaseState.optional(),
      }),
      answer: page(releaseRow),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const { rows, next } = await listReleases(tx, access.organization.id, query);
        return ok({ rows: rows.map((row) => presentRelease(row, access.side)), next });
      }),
  );

  r.get(
    '/organizations/:organization/releases/:release',
    {
      summary:
        'One release against the one before: per item and week what was asked and what is asked, and what the rules say',
      allow: ['organization:*', 'customer:*'],
      params: z.object({ release: id }),
      answer: releaseRow.extend({ lines: z.array(releaseLine), replies: z.array(replyAnswer) }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const release = await findRelease(tx, organization, params.release);
        if (release === undefined) return refuse('not-found');
        const before = release.replaces === null ? undefined : await curvesOf(tx, organization, release.replaces);
        const lines = await linesOf(tx, organization, params.release);
        const replies = await listReplies(tx, organization, { release: params.release, limit: 200 });
        return ok({
          ...presentRelease(release, access.side),
          lines: lines.map((line) => presentLine(line, before?.get(line.line_key), access.side)),
          replies: replies.rows.map((row) => presentReply(row, access.side)),
        });
      }),
  );

  r.post(
    '/organizations/:organization/interventions/:intervention/reply',
    {
      summary: 'Answer a call-off beyond the rule: accept, refuse, or offer another quantity or date',
      allow: ['organization:planner'],
      params: z.object({ intervention: id }),
      body: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.enum(['accept', 'refuse']), words: text(5000) }),
        z.strictObject({ kind: z.literal('offer'), words: text(5000), lines: z.array(amount).min(1).max(50) }),
      ]),
      answer: z.object({ reply: id }),
      status: 201,
    },
    ({ access, params, body }) =>
      replyToIntervention(access, params.intervention, {
        kind: body.kind,
        words: body.words,
        lines: body.kind === 'offer' ? body.lines : [],
      }),
  );

  r.post(
    '/organizations/:organization/interventions/:intervention/rule-change',
    {
      summary: 'Begin a proposal on the rule that a call-off went beyond, answering the customer’s words',
      allow: ['organization:planner'],
      params: z.object({ intervention: id }),
      body: z.strictObject({ rule: id, title: text(200), why: z.string().trim().max(5000).default('') }),
      answer: z.object({ proposal: id, number: z.number().int(), rule: id, label: z.string() }),
      status: 201,
    },
    ({ access, params, body }) =>
      beginProposal(access, {
        title: body.title,
        why: body.why,
        method: 'by-owner',
        on: { kind: 'rule', rule: body.rule },
        interventions: [params.intervention],
      }),
  );

  r.post(
    '/organizations/:organization/interventions/:intervention/rule-wish',
    {
      summary: 'Ask that the rule be changed by which a call-off went beyond or was answered, in one’s own words',
      allow: ['customer:scheduler', 'customer:approver'],
      params: z.object({ intervention: id }),
      body: z.strictObject({ words: text(5000), language: z.enum(['en', 'fr']) }),
      answer: z.object({ intervention: id }),
      status: 201,
    },
    ({ access, params, body }) => askRuleChange(access, params.intervention, body),
  );

  r.get(
    '/organizations/:organization/offers',
    {
      summary: 'Answers to call-offs, newest first',
      allow: ['organization:*', 'customer:*'],
      query: pageQuery.extend({
        intervention: id.optional(),
        state: z.enum(['given', 'offered', 'taken', 'rejected']).optional(),
      }),
      answer: page(replyAnswer),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const { rows, next } = await listReplies(tx, access.organization.id, query);
        return ok({ rows: rows.map((row) => presentReply(row, access.side)), next });
      }),
  );

  r.get(
    '/organizations/:organization/offers/:offer',
    {
      summary: 'One answer to a call-off, with the rule it cites',
      allow: ['organization:*', 'customer:*'],
      params: z.object({ offer: id }),
      answer: replyAnswer,
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const row = await findReply(tx, access.organization.id, params.offer);
        return row === undefined ? refuse('not-found') : ok(presentReply(row, access.side));
      }),
  );

  r.post(
    '/organizations/:organization/offers/:offer/answer',
    {
      summary: 'Take an offer, or reject it with words',
      allow: ['customer:scheduler', 'customer:approver'],
      params: z.object({ offer: id }),
      body: z.discriminatedUnion('outcome', [
        z.strictObject({ outcome: z.literal('taken'), words: z.string().trim().max(5000).default('') }),
        z.strictObject({ outcome: z.literal('rejected'), words: text(5000) }),
      ]),
    },
    ({ access, params, body }) => answerOffer(access, params.offer, body),
  );

  r.get(
    '/organizations/:organization/promises',
    {
      summary: 'Promises, newest first',
      allow: ['organization:*', 'customer:*'],
      query: pageQuery.extend({ customer: id.optional() }),
      answer: page(promiseAnswer),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const { rows, next } = await listPromises(tx, access.organization.id, query);
        return ok({ rows: rows.map((row) => presentPromise(row, access.side)), next });
      }),
  );

  r.get(
    '/organizations/:organization/promises/:promise',
    {
      summary: 'One promise: asked, promised, and why',
      allow: ['organization:*', 'customer:*'],
      params: z.object({ promise: id }),
      answer: promiseAnswer,
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const row = await findPromise(tx, access.organization.id, params.promise);
        return row === undefined ? refuse('not-found') : ok(presentPromise(row, access.side));
      }),
  );
});
