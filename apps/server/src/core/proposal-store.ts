import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { json } from '../platform/values.ts';
import type { Block, BlockContent } from './block.ts';
import type { ParameterValue } from './parameters.ts';

/** SQL of proposals, their drafts and what is said about them. Policy of all: inside. */

export type ProposalRow = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

export const findProposal = (tx: Transaction, organization: string, proposal: string) =>
  tx
    .selectFrom('core.proposal as p')
    .innerJoin('core.rule as r', (join) =>
      join.onRef('r.organization_id', '=', 'p.organization_id').onRef('r.rule_id', '=', 'p.rule_id'),
    )
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'p.organization_id').onRef('m.membership_id', '=', 'p.proposed_by'),
    )
    .selectAll('p')
    .select([
      'r.label as rule_label',
      'r.title as rule_title',
      'r.kind as rule_kind',
      'r.version as rule_version',
      'r.owner_id as rule_owner_id',
      'r.customer_id as rule_customer_id',
      'r.language as rule_language',
      'm.name as proposed_by_name',
    ])
    .where('p.organization_id', '=', organization)
    .where('p.proposal_id', '=', proposal)
    .executeTakeFirst();

/** Locks the proposal until the end of the transaction. */
export const lockProposal = (tx: Transaction, organization: string, proposal: string) =>
  tx
    .selectFrom('core.proposal')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('proposal_id', '=', proposal)
    .forUpdate()
    .executeTakeFirst();

export type DraftBlock = Block & {
  readonly rank: string;
  readonly revision: number;
  readonly changedBy: { readonly membership: string; readonly name: string };
  readonly changedAt: Temporal.Instant;
};

/** The draft in its order, without removed blocks. */
export async function draftBlocks(tx: Transaction, organization: string, proposal: string): Promise<DraftBlock[]> {
  const rows = await tx
    .selectFrom('core.draft_block as b')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'b.organization_id').onRef('m.membership_id', '=', 'b.changed_by'),
    )
    .selectAll('b')
    .select('m.name as changed_by_name')
    .where('b.organization_id', '=', organization)
    .where('b.proposal_id', '=', proposal)
    .where('b.removed', '=', false)
    .orderBy('b.rank')
    .orderBy('b.block_id')
    .execute();
  return rows.map((row) => ({
    id: row.block_id,
    content: row.content as BlockContent,
    secret: row.secret,
    from: row.from_block_id,
    rank: row.rank,
    revision: row.revision,
    changedBy: { membership: row.changed_by, name: row.changed_by_name },
    changedAt: row.changed_at,
  }));
}

/** Where each block of a draft stands, removed ones too: what follows a removed block keeps its place. */
export const draftRanks = (tx: Transaction, organization: string, proposal: string) =>
  tx
    .selectFrom('core.draft_block')
    .select(['block_id as id', 'rank'])
    .where('organization_id', '=', organization)
    .where('proposal_id', '=', proposal)
    .orderBy('rank')
    .orderBy('block_id')
    .execute();

export const lockDraftBlock = (tx: Transaction, organization: string, proposal: string, block: string) =>
  tx
    .selectFrom('core.draft_block as b')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'b.organization_id').onRef('m.membership_id', '=', 'b.changed_by'),
    )
    .selectAll('b')
    .select('m.name as changed_by_name')
    .where('b.organization_id', '=', organization)
    .where('b.proposal_id', '=', proposal)
    .where('b.block_id', '=', block)
    .forUpdate('b')
    .executeTakeFirst();

export const insertDraftBlocks = (
  tx: Transaction,
  organization: string,
  proposal: string,
  by: string,
  blocks: readonly (Block & { readonly rank: string })[],
) =>
  tx
    .insertInto('core.draft_block')
    .values(
      blocks.map((block) => ({
        organization_id: organization,
        proposal_id: proposal,
        block_id: block.id,
        rank: block.rank,
        kind: block.content.kind,
        content: json(block.content),
        secret: block.secret,
        from_block_id: block.from,
        changed_by: by,
      })),
    )
    .execute();

/** Writes a block anew: content, place, secrecy or removal; its revision rises by one. */
export const updateDraftBlock = async (
  tx: Transaction,
  organization: string,
  proposal: string,
  by: string,
  block: { readonly id: string } & Partial<Pick<DraftBlock, 'content' | 'secret' | 'rank'>> & {
      readonly removed?: boolean;
    },
): Promise<number> =>
  (
    await tx
      .updateTable('core.draft_block')
      .set({
        ...(block.content === undefined ? {} : { content: json(block.content), kind: block.content.kind }),
        ...(block.secret === undefined ? {} : { secret: block.secret }),
        ...(block.rank === undefined ? {} : { rank: block.rank }),
        ...(block.removed === undefined ? {} : { removed: block.removed }),
        revision: sql`revision + 1`,
        changed_by: by,
        changed_at: sql`now()`,
      })
      .where('organization_id', '=', organization)
      .where('proposal_id', '=', proposal)
      .where('block_id', '=', block.id)
      .returning('revision')
      .executeTakeFirstOrThrow()
  ).revision;

export type DraftParameter = { readonly name: string; readonly value: ParameterValue; readonly revision: number };

export async function draftParameters(
  tx: Transaction,
  organization: string,
  proposal: string,
): Promise<DraftParameter[]> {
  const rows = await tx
    .selectFrom('core.draft_parameter')
    .select(['name', 'value', 'revision'])
    .where('organization_id', '=', organization)
    .where('proposal_id', '=', proposal)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ name: row.name, value: row.value as ParameterValue, revision: row.revision }));
}

export const setDraftParameter = (
  tx: Transaction,
  organization: string,
  proposal: string,
  by: string,
  name: string,
  value: ParameterValue,
) =>
  tx
    .insertInto('core.draft_parameter')
    .values({ organization_id: organization, proposal_id: proposal, name, value: json(value), changed_by: by })
    .onConflict((c) =>
      c.columns(['organization_id', 'proposal_id', 'name']).doUpdateSet({
        value: json(value),
        revision: sql`core.draft_parameter.revision + 1`,
        changed_by: by,
        changed_at: sql`now()`,
      }),
    )
    .execute();

export const linkIntervention = (
  tx: Transaction,
  organization: string,
  link: {
    readonly proposal: string;
    readonly intervention: string;
    readonly block: string | null;
    readonly parameter: string | null;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
) =>
  tx
    .insertInto('core.proposal_intervention')
    .values({
      organization_id: organization,
      proposal_id: link.proposal,
      intervention_id: link.intervention,
      block_id: link.block,
      parameter: link.parameter,
      linked_by: link.by,
      linked_at: link.at,
    })
    .onConflict((c) => c.doNothing())
    .execute();

/** The customers' words that a proposal answers, with the block or parameter where it was said which. */
export const interventionsOf = (tx: Transaction, organization: string, proposal: string) =>
  tx
    .selectFrom('core.proposal_intervention as l')
    .innerJoin('core.intervention as i', (join) =>
      join.onRef('i.organization_id', '=', 'l.organization_id').onRef('i.intervention_id', '=', 'l.intervention_id'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .select([
      'i.intervention_id',
      'i.number',
      'i.channel',
      'i.customer_id',
      'c.name as customer_name',
      'i.customer_label',
      'i.words',
      'i.words_language',
      'i.consent',
      'i.happened_at',
      'i.state',
      'l.block_id',
      'l.parameter',
    ])
    .where('l.organization_id', '=', organization)
    .where('l.proposal_id', '=', proposal)
    .orderBy('i.happened_at')
    .execute();

export const remarksOf = (tx: Transaction, organization: string, proposal: string) =>
  tx
    .selectFrom('core.remark as k')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'k.organization_id').onRef('m.membership_id', '=', 'k.said_by'),
    )
    .leftJoin('access.team as t', (join) =>
      join.onRef('t.organization_id', '=', 'm.organization_id').onRef('t.team_id', '=', 'm.team_id'),
    )
    .selectAll('k')
    .select(['m.name as said_by_name', 't.name as team_name'])
    .where('k.organization_id', '=', organization)
    .where('k.proposal_id', '=', proposal)
    .orderBy('k.said_at')
    .execute();

export const answersOf = (tx: Transaction, organization: string, proposal: string) =>
  tx
    .selectFrom('core.answer as a')
    .innerJoin('core.remark as k', (join) =>
      join.onRef('k.organization_id', '=', 'a.organization_id').onRef('k.remark_id', '=', 'a.remark_id'),
    )
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'a.organization_id').onRef('m.membership_id', '=', 'a.said_by'),
    )
    .selectAll('a')
    .select('m.name as said_by_name')
    .where('a.organization_id', '=', organization)
    .where('k.proposal_id', '=', proposal)
    .orderBy('a.said_at')
    .execute();

/** Objections that nobody has answered and that their authors have not withdrawn: while there is one, nothing is decided. */
export async function countOpenObjections(tx: Transaction, organization: string, proposal: string): Promise<number> {
  const { count } = await tx
    .selectFrom('core.remark as k')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('k.organization_id', '=', organization)
    .where('k.proposal_id', '=', proposal)
    .where('k.kind', '=', 'objection')
    .where('k.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('core.answer as a')
            .select(sql`1`.as('one'))
            .whereRef('a.organization_id', '=', 'k.organization_id')
            .whereRef('a.remark_id', '=', 'k.remark_id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return count;
}

export const voicesOn = (tx: Transaction, organization: string, proposal: string) =>
  tx
    .selectFrom('core.voice_on_proposal as v')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'v.organization_id').onRef('m.membership_id', '=', 'v.membership_id'),
    )
    .leftJoin('access.team as t', (join) =>
      join.onRef('t.organization_id', '=', 'm.organization_id').onRef('t.team_id', '=', 'm.team_id'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'v.organization_id').onRef('c.customer_id', '=', 'v.in_name_of'),
    )
    .select(['v.membership_id', 'm.name', 't.name as team_name', 'v.given_at', 'c.name as in_name_of'])
    .where('v.organization_id', '=', organization)
    .where('v.proposal_id', '=', proposal)
    .orderBy('v.given_at')
    .execute();

export const decisionOn = (tx: Transaction, organization: string, proposal: string) =>
  tx
    .selectFrom('core.decision as d')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'd.organization_id').onRef('m.membership_id', '=', 'd.decided_by'),
    )
    .selectAll('d')
    .select('m.name as decided_by_name')
    .where('d.organization_id', '=', organization)
    .where('d.proposal_id', '=', proposal)
    .executeTakeFirst();
