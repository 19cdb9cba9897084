import { sql } from 'kysely';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendAllToLedger } from '../core/append-to-ledger.ts';
import { removeFromSearch } from '../core/search.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { findCatalogue, lockCatalogue } from './catalogue-store.ts';
import { announceCatalogue } from './import-requirements.ts';

/**
 * Takes an import back as a whole: its clauses stand no more, those that they replaced stand again. The ledger keeps both, for the
 * customer's words did come in; a clause that somebody has answered, or put into a draft, is not taken from under him.
 * @refuses not-found (catalogue, import, or taken back already), import-built-on with the clause
 */
export function takeImportBack(access: Access, catalogueId: string, importId: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    await lockCatalogue(tx, organization, catalogueId);
    const catalogue = await findCatalogue(tx, organization, catalogueId);
    if (catalogue === undefined) return refuse('not-found');
    const rows = await rowsOf(tx, organization, catalogueId, importId);
    if (rows.length === 0) return refuse('not-found');
    const used = rows.find((row) => row.used);
    if (used !== undefined) return refuse('import-built-on', { clause: used.clause });
    const ids = rows.map((row) => row.requirement_id);
    // These first, for a clause stands once.
    await tx
      .updateTable('certification.requirement')
      .set({ taken_back_at: access.now() })
      .where('organization_id', '=', organization)
      .where('requirement_id', 'in', ids)
      .execute();
    await tx
      .updateTable('certification.requirement')
      .set({ replaced_by: null })
      .where('organization_id', '=', organization)
      .where('replaced_by', 'in', ids)
      .execute();
    await tx
      .updateTable('core.intervention')
      .set({ state: 'withdrawn' })
      .where('organization_id', '=', organization)
      .where(
        'intervention_id',
        'in',
        rows.map((row) => row.intervention_id),
      )
      .execute();
    for (const row of rows) await removeFromSearch(tx, organization, row.intervention_id);
    await appendAllToLedger(
      tx,
      access,
      rows.map((row) => ({
        kind: 'requirement-taken-back',
        subject: { kind: 'requirement', id: row.requirement_id },
        customer: catalogue.customer_id,
        body: { catalogue: catalogue.name, edition: catalogue.edition, clause: row.clause },
      })),
    );
    await announceCatalogue(tx, catalogue);
    return ok(null);
  });
}

/**
 * The clauses of an import that stand or were replaced, and whether somebody has built on each: replaced it since, linked a block, put its
 * words into a draft, or begun an edition that carries it on. Policy: inside.
 */
async function rowsOf(tx: Transaction, organization: string, catalogue: string, importId: string) {
  const { rows } = await sql<{
    requirement_id: string;
    intervention_id: string;
    clause: string;
    used: boolean;
  }>`
    select q.requirement_id, q.intervention_id, q.clause,
      q.replaced_by is not null
      or exists (select from certification.answer a
        where a.organization_id = q.organization_id and a.requirement_id = q.requirement_id and a.linked_at > q.received_at)
      or exists (select from core.proposal_intervention l
        where l.organization_id = q.organization_id and l.intervention_id = q.intervention_id)
      or exists (select from certification.catalogue n
        join certification.requirement f on f.organization_id = n.organization_id and f.catalogue_id = n.catalogue_id and f.stands
        where n.organization_id = q.organization_id and n.replaces = q.catalogue_id) as used
    from certification.requirement q
    where q.organization_id = ${organization} and q.catalogue_id = ${catalogue} and q.import_id = ${importId}
      and q.taken_back_at is null
    order by q.clause_key`.execute(tx);
  return rows;
}
