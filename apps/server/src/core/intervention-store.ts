import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';

/** SQL of interventions. Policies: inside (organization side), customer_reads (a customer sees his own). */

export type InterventionFilter = {
  readonly channel?: string | undefined;
  readonly customer?: string | undefined;
  readonly state?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Newest first. Words that may not be cited are left out on the organization side; the customer reads his own. */
export async function listInterventions(
  tx: Transaction,
  organization: string,
  side: 'organization' | 'customer',
  filter: InterventionFilter,
) {
  const key = decodeKey(filter.after, 2);
  const rows = await interventions(tx, organization, side)
    .$if(filter.channel !== undefined, (q) => q.where('i.channel', '=', filter.channel as 'voice'))
    .$if(filter.customer !== undefined, (q) =>
      q
        .where('i.customer_id', '=', filter.customer!)
        .$if(side === 'organization', (own) => own.where('i.consent', '=', 'by-name')),
    )
    .$if(filter.state !== undefined, (q) => q.where('i.state', '=', filter.state as 'open'))
    .$if(key !== undefined, (q) =>
      q.where(sql<SqlBool>`(i.received_at, i.intervention_id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`),
    )
    .orderBy('i.received_at', 'desc')
    .orderBy('i.intervention_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.received_at.toString(), row.intervention_id]);
}

export const findIntervention = (
  tx: Transaction,
  organization: string,
  side: 'organization' | 'customer',
  intervention: string,
) => interventions(tx, organization, side).where('i.intervention_id', '=', intervention).executeTakeFirst();

const interventions = (tx: Transaction, organization: string, side: 'organization' | 'customer') => {
  // What may be cited is decided here, so that no page can forget it; the customer reads his own words whole.
  const own = side === 'customer';
  const words = own ? sql<string>`i.words` : sql<string>`case when i.consent = 'none' then '' else i.words end`;
  const label = own
    ? sql<string | null>`i.customer_label`
    : sql<string | null>`case when i.consent = 'by-name' then coalesce(c.name, i.customer_label) end`;
  const customer = own
    ? sql<string | null>`i.customer_id`
    : sql<string | null>`case when i.consent = 'by-name' then i.customer_id end`;
  return tx
    .selectFrom('core.intervention as i')
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .leftJoin('access.membership as w', (join) =>
      join.onRef('w.organization_id', '=', 'i.organization_id').onRef('w.membership_id', '=', 'i.answered_by'),
    )
    .leftJoin('access.membership as g', (join) =>
      join.onRef('g.organization_id', '=', 'i.organization_id').onRef('g.membership_id', '=', 'i.assigned_to'),
    )
    .select([
      'i.intervention_id',
      'i.number',
      'i.channel',
      'i.assigned_to',
      'g.name as assignee_name',
      'i.words_language',
      'i.source_kind',
      'i.source_id',
      'i.consent',
      'i.happened_at',
      'i.received_at',
      'i.state',
      'i.due_at',
      'i.answer',
      'i.answer_language',
      'i.answered_at',
      'w.name as answered_by_name',
    ])
    .select([words.as('words'), label.as('customer'), customer.as('customer_id')])
    .where('i.organization_id', '=', organization);
};

/** What became of an intervention: the proposals that answer it, their decisions and the versions that came of them. */
export const becameOf = (tx: Transaction, organization: string, intervention: string) =>
  tx
    .selectFrom('core.proposal_intervention as l')
    .innerJoin('core.proposal as p', (join) =>
      join.onRef('p.organization_id', '=', 'l.organization_id').onRef('p.proposal_id', '=', 'l.proposal_id'),
    )
    .innerJoin('core.rule as r', (join) =>
      join.onRef('r.organization_id', '=', 'p.organization_id').onRef('r.rule_id', '=', 'p.rule_id'),
    )
    .leftJoin('core.decision as d', (join) =>
      join.onRef('d.organization_id', '=', 'p.organization_id').onRef('d.proposal_id', '=', 'p.proposal_id'),
    )
    .distinctOn('p.proposal_id')
    .select([
      'p.proposal_id',
      'p.number',
      'p.title',
      'p.state',
      'r.rule_id',
      'r.label',
      'r.title as rule_title',
      'd.version',
      'd.outcome',
      'd.decided_at',
    ])
    .where('l.organization_id', '=', organization)
    .where('l.intervention_id', '=', intervention)
    .execute();

/** Other interventions whose words are alike: by the words they share, most shared first. Policy: inside. */
export async function similarTo(tx: Transaction, organization: string, words: string, not: string) {
  const { rows } = await sql<{ intervention_id: string; number: number; words: string; words_language: string }>`
    select i.intervention_id, i.number, i.words, i.words_language
    from core.search(${words
      .split(/\s+/)
      .toSorted((a, b) => b.length - a.length)
      .slice(0, 2)
      .join(' ')}, 8) s
    join core.intervention i on i.organization_id = ${organization} and i.intervention_id = s.subject_id and i.consent <> 'none'
    where s.subject_kind = 'intervention' and i.intervention_id <> ${not}::uuid
    limit 5`.execute(tx);
  return rows;
}

/** How a rule is called. Policy: inside on core.rule. */
export const ruleNamed = async (tx: Transaction, organization: string, rule: string | null) =>
  rule === null
    ? null
    : ((await tx
        .selectFrom('core.rule')
        .select(['rule_id as id', 'label', 'title'])
        .where('organization_id', '=', organization)
        .where('rule_id', '=', rule)
        .executeTakeFirst()) ?? null);
