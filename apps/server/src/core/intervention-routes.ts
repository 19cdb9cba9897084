import { z } from 'zod';
import { routes } from '../access/routes.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, page, pageQuery, text } from '../platform/schemas.ts';
import { answerIntervention } from './answer-intervention.ts';
import { assignIntervention } from './assign-intervention.ts';
import { becameOf, findIntervention, listInterventions, ruleNamed, similarTo } from './intervention-store.ts';
import { saySomething } from './say-something.ts';

const channel = z.enum(['certification', 'voice', 'planning']);
const state = z.enum(['open', 'offered', 'answered', 'refused', 'withdrawn']);

const intervention = z
  .object({
    id,
    /** A label of the organization side: I-204. Null on a customer's side. */
    number: z.number().int().nullable(),
    channel,
    customer: z.string().nullable(),
    customerId: id.nullable(),
    words: z.string(),
    language: z.string(),
    source: z.object({ kind: z.string(), id: id.nullable() }),
    consent: z.enum(['by-name', 'without-name', 'none']),
    happenedAt: instant,
    receivedAt: instant,
    state,
    dueAt: instant.nullable(),
    /** Who is asked to answer; null on a customer's side. */
    assignee: z.object({ membership: id, name: z.string() }).nullable(),
    answer: z
      .object({ words: z.string(), language: z.string().nullable(), at: instant.nullable(), by: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'Intervention' });

const outcome = z.object({
  proposal: z.object({ id, number: z.number().int(), title: z.string(), state: z.string() }),
  rule: z.object({ id, label: z.string(), title: z.string() }),
  decision: z
    .object({ outcome: z.enum(['adopted', 'refused']), version: z.number().int().nullable(), decidedAt: instant })
    .nullable(),
});

/** What customers asked for, and what became of it. */
export const interventionRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/interventions',
    {
      summary: 'Interventions, newest first',
      allow: ['organization:*', 'customer:*'],
      query: pageQuery.extend({ channel: channel.optional(), customer: id.optional(), state: state.optional() }),
      answer: page(intervention),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const { rows, next } = await listInterventions(tx, access.organization.id, access.side, query);
        return ok({ rows: rows.map((row) => present(row, access.side)), next });
      }),
  );

  r.get(
    '/organizations/:organization/interventions/:intervention',
    {
      summary: 'One intervention, and what became of it',
      allow: ['organization:*', 'customer:*'],
      params: z.object({ intervention: id }),
      answer: intervention.extend({
        /** The rule that the words are about, where they ask to change one; the organization side only. */
        rule: z.object({ id, label: z.string(), title: z.string() }).nullable(),
        outcomes: z.array(outcome),
        similar: z.array(z.object({ id, number: z.number().int(), words: z.string(), language: z.string() })),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const row = await findIntervention(tx, organization, access.side, params.intervention);
        if (row === undefined) return refuse('not-found');
        // A customer reads his answer; drafts, labels of proposals and other voices stay inside.
        const inside = access.side === 'organization';
        const outcomes = inside ? await becameOf(tx, organization, params.intervention) : [];
        const similar =
          inside && row.words !== '' ? await similarTo(tx, organization, row.words, row.intervention_id) : [];
        return ok({
          ...present(row, access.side),
          rule: inside && row.source_kind === 'rule' ? await ruleNamed(tx, organization, row.source_id) : null,
          outcomes: outcomes.map((o) => ({
            proposal: { id: o.proposal_id, number: o.number, title: o.title, state: o.state },
            rule: { id: o.rule_id, label: o.label, title: o.rule_title },
            decision:
              o.outcome === null || o.decided_at === null
                ? null
                : { outcome: o.outcome, version: o.version, decidedAt: o.decided_at },
          })),
          similar: similar.map((s) => ({
            id: s.intervention_id,
            number: s.number,
            words: s.words,
            language: s.words_language,
          })),
        });
      }),
  );

  r.post(
    '/organizations/:organization/interventions',
    {
      summary: 'Say something to the organization, in one’s own words; under an id of one’s own it may be sent again',
      allow: ['customer:*'],
      body: z.strictObject({ id: id.optional(), channel, words: text(10_000), language: z.enum(['en', 'fr']) }),
      answer: z.object({ id }),
      status: 201,
    },
    ({ access, body }) => saySomething(access, body),
  );

  r.post(
    '/organizations/:organization/interventions/:intervention/answer',
    {
      summary: 'Answer an intervention, with reasons',
      allow: ['organization:*'],
      params: z.object({ intervention: id }),
      body: z.strictObject({ outcome: z.enum(['answered', 'refused']), words: text(5000) }),
    },
    ({ access, params, body }) => answerIntervention(access, params.intervention, body),
  );

  r.put(
    '/organizations/:organization/interventions/:intervention/assignee',
    {
      summary: 'Ask a colleague to answer; null gives it back to those whose role it is',
      allow: ['organization:quality-manager', 'organization:planner', 'organization:team-lead'],
      params: z.object({ intervention: id }),
      body: z.strictObject({ assignee: id.nullable() }),
    },
    ({ access, params, body }) => assignIntervention(access, params.intervention, body.assignee),
  );
});

type Row = NonNullable<Awaited<ReturnType<typeof findIntervention>>>;

const present = (row: Row, side: 'organization' | 'customer'): z.output<typeof intervention> => ({
  id: row.intervention_id,
  number: side === 'organization' ? row.number : null,
  channel: row.channel,
  customer: row.customer,
  customerId: row.customer_id,
  words: row.words,
  language: row.words_language,
  // A customer knows a rule by its label only.
  source: { kind: row.source_kind, id: side !== 'organization' && row.source_kind === 'rule' ? null : row.source_id },
  consent: row.consent,
  happenedAt: row.happened_at,
  receivedAt: row.received_at,
  state: row.state,
  dueAt: row.due_at,
  assignee:
    side === 'customer' || row.assigned_to === null || row.assignee_name === null
      ? null
      : { membership: row.assigned_to, name: row.assignee_name },
  answer:
    row.answer === null
      ? null
      : { words: row.answer, language: row.answer_language, at: row.answered_at, by: row.answered_by_name },
});
