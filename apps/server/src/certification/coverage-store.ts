import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { type RequirementState, editionHolds, stateOf } from './certification-store.ts';

/** SQL of coverage: how far blocks in force answer what customers require. Policy of all: inside. */

/** Totals by state of each catalogue whose edition holds, and since when its oldest clause in that state stands. */
export async function coverageTotals(tx: Transaction, organization: string, catalogue?: string) {
  const { rows } = await sql<{
    catalogue_id: string;
    state: RequirementState;
    count: number;
    since: Temporal.Instant;
  }>`
    select q.catalogue_id, ${stateOf} as state, count(*) as count, min(q.received_at) as since
    from certification.requirement q
    join certification.catalogue k on k.organization_id = q.organization_id and k.catalogue_id = q.catalogue_id
    where q.organization_id = ${organization} and q.replaced_by is null
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
    select q.requirement_id, q.customer_id, q.clause, ${stateOf} as state
    from certification.requirement q
    join certification.catalogue k on k.organization_id = q.organization_id and k.catalogue_id = q.catalogue_id
    where q.organization_id = ${organization} and q.replaced_by is null and ${editionHolds}
    order by q.clause_key, q.clause`.execute(tx);
  return rows;
}
