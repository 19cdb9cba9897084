import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { editionHolds } from './certification-store.ts';

/** SQL of catalogues. Policies: inside (organization side), customer_reads (a customer sees what he requires himself). */

const catalogues = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('certification.catalogue as k')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'k.organization_id').onRef('c.customer_id', '=', 'k.customer_id'),
    )
    .leftJoin('certification.catalogue as e', (join) =>
      join.onRef('e.organization_id', '=', 'k.organization_id').onRef('e.catalogue_id', '=', 'k.replaces'),
    )
    .leftJoin('certification.catalogue as n', (join) =>
      join.onRef('n.organization_id', '=', 'k.organization_id').onRef('n.replaces', '=', 'k.catalogue_id'),
    )
    .selectAll('k')
    .select([
      'c.name as customer',
      'e.edition as earlier_edition',
      'n.catalogue_id as later_id',
      'n.edition as later_edition',
    ])
    .select(editionHolds.as('holds'))
    .select(
      sql<number>`(select count(*) from certification.requirement q where q.organization_id = k.organization_id and q.catalogue_id = k.catalogue_id and q.stands)`.as(
        'clauses',
      ),
    )
    .where('k.organization_id', '=', organization);

export type CatalogueRow = NonNullable<Awaited<ReturnType<typeof findCatalogue>>>;

export const listCatalogues = (tx: Transaction, organization: string) =>
  catalogues(tx, organization).orderBy('c.name').orderBy('k.name').orderBy('k.made_at', 'desc').execute();

export const findCatalogue = (tx: Transaction, organization: string, catalogue: string) =>
  catalogues(tx, organization).where('k.catalogue_id', '=', catalogue).executeTakeFirst();

/** Locks a catalogue until the end of the transaction: two imports into it happen one after the other. */
export const lockCatalogue = (tx: Transaction, organization: string, catalogue: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${organization}/${catalogue}`}, 0))`.execute(tx);

/** The clauses of a catalogue as they stand, in the order of their tree. */
export const wordsOf = (tx: Transaction, organization: string, catalogue: string) =>
  tx
    .selectFrom('certification.requirement')
    .select(['requirement_id', 'clause', 'words', 'source', 'owner_id', 'not_applicable_because'])
    .where('organization_id', '=', organization)
    .where('catalogue_id', '=', catalogue)
    .where('stands', '=', true)
    .orderBy('clause_key')
    .execute();

/** What a requirement says in the place of: an earlier row of its catalogue, or the same clause of the edition before. */
export async function wordsBefore(tx: Transaction, organization: string, requirement: string) {
  const { rows } = await sql<{ words: string; edition: string; received_at: Temporal.Instant }>`
    select b.words, k.edition, b.received_at
    from certification.requirement q
    join certification.catalogue own on own.organization_id = q.organization_id and own.catalogue_id = q.catalogue_id
    join certification.requirement b on b.organization_id = q.organization_id
      and (b.replaced_by = q.requirement_id or (b.catalogue_id = own.replaces and b.clause = q.clause and b.stands))
    join certification.catalogue k on k.organization_id = b.organization_id and k.catalogue_id = b.catalogue_id
    where q.organization_id = ${organization} and q.requirement_id = ${requirement}
    order by b.received_at desc limit 1`.execute(tx);
  return rows[0];
}

/** The imports into a catalogue, newest first: who, when, how many clauses, and whether it was taken back. Policy: inside. */
export async function importsOf(tx: Transaction, organization: string, catalogue: string) {
  const { rows } = await sql<{
    import_id: string;
    at: Temporal.Instant;
    by: string | null;
    clauses: number;
    taken_back_at: Temporal.Instant | null;
  }>`
    select q.import_id, min(q.received_at) as at, min(m.name) as by, count(*) as clauses, max(q.taken_back_at) as taken_back_at
    from certification.requirement q
    join core.intervention i on i.organization_id = q.organization_id and i.intervention_id = q.intervention_id
    left join access.membership m on m.organization_id = i.organization_id and m.membership_id = i.brought_by
    where q.organization_id = ${organization} and q.catalogue_id = ${catalogue} and q.import_id is not null
    group by q.import_id order by at desc limit 50`.execute(tx);
  return rows;
}
