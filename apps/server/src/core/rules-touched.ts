import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';

export type TouchedRule = {
  readonly rule_id: string;
  readonly label: string;
  readonly title: string;
  readonly version: number;
  /** Agreed with this customer alone. */
  readonly agreed: boolean;
  /** His interventions that stand behind a version of it; those without his name are not his to be shown. */
  readonly words: number;
};

/**
 * The rules that a customer has touched: agreed with him, or changed by proposals that answer his words. Policy: inside on core.rule,
 * core.intervention, core.proposal_intervention, core.proposal; index intervention_of_customer.
 */
export async function rulesTouchedBy(tx: Transaction, organization: string, customer: string): Promise<TouchedRule[]> {
  const { rows } = await sql<TouchedRule>`
    with spoken as (
      select p.rule_id, count(distinct i.intervention_id) as words
      from core.intervention i
      join core.proposal_intervention l on l.organization_id = i.organization_id and l.intervention_id = i.intervention_id
      join core.proposal p on p.organization_id = l.organization_id and p.proposal_id = l.proposal_id and p.state = 'decided'
      where i.organization_id = ${organization} and i.customer_id = ${customer} and i.consent = 'by-name'
      group by p.rule_id)
    select r.rule_id, r.label, r.title, r.version, r.customer_id is not distinct from ${customer}::uuid as agreed,
      coalesce(s.words, 0) as words
    from core.rule r left join spoken s on s.rule_id = r.rule_id
    where r.organization_id = ${organization} and r.withdrawn_at is null and r.version > 0
      and (s.rule_id is not null or r.customer_id = ${customer})
    order by r.number
    limit 1000`.execute(tx);
  return rows;
}
