import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { id, instant } from '../platform/schemas.ts';
import { textOf } from './block.ts';
import { blockDifference, differenceOf } from './difference.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';
import {
  answersOf,
  decisionOn,
  draftBlocks,
  draftParameters,
  findProposal,
  interventionsOf,
  remarksOf,
  voicesOn,
} from './proposal-store.ts';
import { valueWriter } from './parameters.ts';
import { compareForRebase } from './rebase.ts';
import { block, parameter, presentParameters } from './rule-schemas.ts';
import { blocksOf, parametersOf } from './rule-store.ts';
import { regulations, ruleKinds } from './rule.ts';

const count = z.number().int();
const state = z.enum(['draft', 'open', 'decided', 'refused', 'withdrawn']);

export const proposalRow = z
  .object({
    id,
    number: count,
    title: z.string(),
    rule: z.object({ id, label: z.string(), title: z.string(), kind: z.enum(ruleKinds) }),
    state,
    method: z.enum(['by-owner', 'by-consent']),
    words: count,
    objections: z.object({ open: count, all: count }),
    term: instant.nullable(),
    begunAt: instant,
    overtaken: z.boolean(),
    proposedBy: z.string(),
  })
  .meta({ id: 'ProposalRow' });

export const proposalPage = z
  .object({
    id,
    number: count,
    title: z.string(),
    why: z.string(),
    rule: z.object({
      id,
      label: z.string(),
      title: z.string(),
      kind: z.enum(ruleKinds),
      version: count,
      owner: id,
      language: z.enum(['en', 'fr']),
    }),
    base: count,
    state,
    method: z.enum(['by-owner', 'by-consent']),
    regulation: z.enum(regulations),
    term: instant.nullable(),
    begunAt: instant,
    openedAt: instant.nullable(),
    proposedBy: z.object({ membership: id, name: z.string() }),
    effect: z.object({ hours: z.string(), pace: z.string(), mobility: z.string(), autonomy: z.string() }),
    /** True when the rule moved on while the proposal was written; `concerned` blocks were changed by both. */
    overtaken: z.boolean(),
    concerned: count,
    origins: z.array(
      z.object({
        intervention: id,
        number: count,
        channel: z.enum(['certification', 'voice', 'planning']),
        customer: z.string().nullable(),
        words: z.string(),
        language: z.string(),
        happenedAt: instant,
        block: id.nullable(),
        parameter: z.string().nullable(),
      }),
    ),
    draft: z.array(block.extend({ revision: count })),
    parameters: z.array(parameter.extend({ before: z.union([z.number(), z.boolean()]).nullable() })),
    difference: z.array(blockDifference),
    remarks: z.array(
      z.object({
        id,
        kind: z.enum(['argument', 'objection']),
        ground: z.enum(['hours', 'pace', 'mobility', 'autonomy', 'other']).nullable(),
        block: id.nullable(),
        textHasChanged: z.boolean(),
        words: z.string(),
        by: z.string(),
        team: z.string().nullable(),
        mine: z.boolean(),
        at: instant,
        withdrawn: z.boolean(),
        answers: z.array(z.object({ words: z.string(), by: z.string(), at: instant })),
      }),
    ),
    voices: z.object({
      consent: z.array(z.object({ name: z.string(), team: z.string().nullable(), inNameOf: z.string().nullable() })),
      mine: z.boolean(),
    }),
    decision: z
      .object({
        id,
        outcome: z.enum(['adopted', 'refused']),
        version: count.nullable(),
        method: z.string(),
        reasons: z.string(),
        by: z.string(),
        inWhoseName: z.string(),
        meaning: z.string(),
        credential: z.string(),
        at: instant,
      })
      .nullable(),
    /** What the caller may do now; the page says why not for the rest. */
    may: z.object({ write: z.boolean(), answer: z.boolean(), sign: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: 'Proposal' });

/** A proposal whole: its origin, what it changes word by word, what was said, what was decided. @refuses not-found */
export function readProposal(access: Access, proposalId: string): Promise<Result<z.output<typeof proposalPage>>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const p = await findProposal(tx, organization, proposalId);
    if (p === undefined) return refuse('not-found');
    const draft = await draftBlocks(tx, organization, proposalId);
    const base = await blocksOf(tx, organization, p.rule_id, p.base_version);
    const parametersBefore = await parametersOf(tx, organization, p.rule_id, p.base_version);
    const open = p.state === 'draft' || p.state === 'open';
    const overtaken = open && p.rule_version !== p.base_version;
    const clashes = overtaken
      ? compareForRebase(base, draft, await blocksOf(tx, organization, p.rule_id, p.rule_version)).clashes.length
      : 0;
    const texts = new Map(draft.map((b) => [b.id, textOf(b.content)]));
    const answers = await answersOf(tx, organization, proposalId);
    const decision = await decisionOn(tx, organization, proposalId);
    const voices = await voicesOn(tx, organization, proposalId);
    const isOwner = p.rule_owner_id === access.membership;
    const isAuthor = p.proposed_by === access.membership;
    const values = Object.fromEntries(
      (await draftParameters(tx, organization, proposalId)).map((one) => [one.name, one.value]),
    );
    return ok({
      id: proposalId,
      number: p.number,
      title: p.title,
      why: p.why,
      rule: {
        id: p.rule_id,
        label: p.rule_label,
        title: p.rule_title,
        kind: p.rule_kind,
        version: p.rule_version,
        owner: p.rule_owner_id,
        language: p.rule_language,
      },
      base: p.base_version,
      state: p.state,
      method: p.method,
      regulation: p.regulation,
      term: p.term,
      begunAt: p.begun_at,
      openedAt: p.opened_at,
      proposedBy: { membership: p.proposed_by, name: p.proposed_by_name },
      effect: { hours: p.effect_hours, pace: p.effect_pace, mobility: p.effect_mobility, autonomy: p.effect_autonomy },
      overtaken,
      concerned: clashes,
      origins: (await interventionsOf(tx, organization, proposalId)).map((i) => ({
        intervention: i.intervention_id,
        number: i.number,
        channel: i.channel,
        customer: i.consent === 'by-name' ? (i.customer_name ?? i.customer_label) : null,
        words: i.consent === 'none' ? '' : i.words,
        language: i.words_language,
        happenedAt: i.happened_at,
        block: i.block_id,
        parameter: i.parameter,
      })),
      draft: draft.map(({ id: blockId, content, secret, from, revision }) => ({
        id: blockId,
        content,
        secret,
        from,
        revision,
      })),
      parameters: presentParameters(p.rule_kind, values, access.language).map((one) => ({
        ...one,
        before: parametersBefore[one.name] ?? null,
      })),
      difference: differenceOf(base, draft, {
        before: valueWriter(parametersBefore, access.language),
        after: valueWriter(values, access.language),
      }),
      remarks: (await remarksOf(tx, organization, proposalId)).map((k) => ({
        id: k.remark_id,
        kind: k.kind,
        ground: k.ground,
        block: k.block_id,
        textHasChanged: k.block_text !== null && texts.get(k.block_id ?? '') !== k.block_text,
        words: k.words,
        by: k.said_by_name,
        team: k.team_name,
        mine: k.said_by === access.membership,
        at: k.said_at,
        withdrawn: k.withdrawn_at !== null,
        answers: answers
          .filter((a) => a.remark_id === k.remark_id)
          .map((a) => ({ words: a.words, by: a.said_by_name, at: a.said_at })),
      })),
      voices: {
        consent: voices.map((v) => ({ name: v.name, team: v.team_name, inNameOf: v.in_name_of })),
        mine: voices.some((v) => v.membership_id === access.membership),
      },
      decision:
        decision === undefined
          ? null
          : {
              id: decision.decision_id,
              outcome: decision.outcome,
              version: decision.version,
              method: decision.method,
              reasons: decision.reasons,
              by: decision.decided_by_name,
              inWhoseName: decision.in_whose_name,
              meaning: decision.meaning,
              credential: decision.credential,
              at: decision.decided_at,
            },
      may: {
        write: open,
        answer: p.state === 'open' && (isOwner || isAuthor),
        sign: p.state === 'open' && isOwner,
        withdraw: open && isAuthor,
      },
    });
  });
}

export type ProposalFilter = {
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly rule?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Proposals, newest first. Policy: inside on core.proposal, core.rule, core.remark, core.answer, core.proposal_intervention. */
export async function listProposals(tx: Transaction, organization: string, filter: ProposalFilter) {
  const key = decodeKey(filter.after, 2);
  const rows = await tx
    .selectFrom('core.proposal as p')
    .innerJoin('core.rule as r', (join) =>
      join.onRef('r.organization_id', '=', 'p.organization_id').onRef('r.rule_id', '=', 'p.rule_id'),
    )
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'p.organization_id').onRef('m.membership_id', '=', 'p.proposed_by'),
    )
    .select([
      'p.proposal_id',
      'p.number',
      'p.title',
      'p.state',
      'p.method',
      'p.term',
      'p.begun_at',
      'p.base_version',
      'm.name as proposed_by_name',
    ])
    .select(['r.rule_id', 'r.label', 'r.title as rule_title', 'r.kind', 'r.version as rule_version'])
    .select([
      sql<number>`(select count(distinct l.intervention_id) from core.proposal_intervention l
        where l.organization_id = p.organization_id and l.proposal_id = p.proposal_id)`.as('words'),
      sql<number>`(select count(*) from core.remark k
        where k.organization_id = p.organization_id and k.proposal_id = p.proposal_id and k.kind = 'objection')`.as(
        'objections',
      ),
      sql<number>`(select count(*) from core.remark k
        where k.organization_id = p.organization_id and k.proposal_id = p.proposal_id and k.kind = 'objection' and k.withdrawn_at is null
          and not exists (select from core.answer a where a.organization_id = k.organization_id and a.remark_id = k.remark_id))`.as(
        'open_objections',
      ),
    ])
    .where('p.organization_id', '=', organization)
    .$if(filter.state !== undefined, (q) => q.where('p.state', '=', filter.state as 'open'))
    .$if(filter.kind !== undefined, (q) => q.where('r.kind', '=', filter.kind as 'service'))
    .$if(filter.rule !== undefined, (q) => q.where('p.rule_id', '=', filter.rule!))
    .$if(key !== undefined, (q) =>
      q.where(sql<SqlBool>`(p.begun_at, p.proposal_id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`),
    )
    .orderBy('p.begun_at', 'desc')
    .orderBy('p.proposal_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.begun_at.toString(), row.proposal_id]);
}
