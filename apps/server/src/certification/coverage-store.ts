import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { type RequirementState, editionHolds } from './certification-store.ts';

/** SQL of coverage: how far blocks in force answer what customers require. Policy of all: inside. */

/**
 * All requirements `q` of the catalogues `k`, each with its state: what `stateOf` says of one, for all of them at once, by one pass over the
 * answers.
 */
const judged = (organization: string): RawBuilder<unknown> => sql`
    certification.requirement q
    join certification.catalogue k on k.organization_id = q.organization_id and k.catalogue_id = q.catalogue_id
    left join (
      select a.requirement_id, bool_or(not a.partly) as whole
      from certification.answer a
      join core.rule r on r.organization_id = a.organization_id and r.rule_id = a.rule_id and r.withdrawn_at is null
      join core.block_version b on b.organization_id = a.organization_id and b.rule_id = a.rule_id and b.version = r.version and b.block_id = a.block_id
      where a.organization_id = ${organization}
      group by a.requirement_id) s on s.requirement_id = q.requirement_id,
    lateral (select case
      when q.not_applicable_because is not null then 'not-applicable'
      when s.whole then 'covered'
      when not s.whole then 'partial'
      else 'gap' end as state) j`;

/** Totals by state of each catalogue whose edition holds, or of one; and since when its oldest clause in that state stands. */
export async function coverageTotals(tx: Transaction, organization: string, catalogue?: string) {
  const { rows } = await sql<{
    catalogue_id: string;
    state: RequirementState;
    count: number;
    since: Temporal.Instant;
  }>`
    select q.catalogue_id, j.state, count(*) as count, min(q.received_at) as since
    from ${judged(organization)}
    where q.organization_id = ${organization} and q.stands
      and ${catalogue === undefined ? editionHolds : sql<boolean>`q.catalogue_id = ${catalogue}`}
    group by 1, 2`.execute(tx);
  return rows;
}

export type CoverageCell = {
  readonly requirement_id: string;
  readonly customer_id: string;
  readonly clause: string;
  readonly state: RequirementState;
};

/** Every clause of every edition that holds, in the order of clauses: one statement, whatever the number of customers. */
export async function coverageCells(tx: Transaction, organization: string): Promise<readonly CoverageCell[]> {
  const { rows } = await sql<CoverageCell>`
    select q.requirement_id, q.customer_id, q.clause, j.state
    from ${judged(organization)}
    where q.organization_id = ${organization} and q.stands and ${editionHolds}
    order by q.clause_key, q.clause`.execute(tx);
  return rows;
}
