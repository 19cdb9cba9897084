import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendAllToLedger } from '../core/append-to-ledger.ts';
import { openInterventions } from '../core/intervention.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import { clauseKey } from './clause-order.ts';

/** The clause as it stood until now: in this catalogue, or in the edition that this one replaces. */
export type EarlierWords = {
  readonly requirement_id: string;
  readonly words: string;
  readonly owner_id: string | null;
  readonly not_applicable_because: string | null;
  readonly inThisEdition: boolean;
};

export type CatalogueFacts = {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly language: Language;
  readonly customer: { readonly id: string; readonly name: string };
};

/** A clause as it comes in, and as it stood until now. */
export type ReceivedClause = {
  readonly clause: string;
  readonly words: string;
  readonly source: string;
  readonly earlier: EarlierWords | null;
};

/** Clauses that are written by one statement. */
const together = 250;

/**
 * Takes clauses in: each is an act of the customer that reaches into the organization, so it is an intervention in his words, and the
 * ledger has both. Words of this catalogue that changed replace the earlier row, which stays; those of an earlier edition are left as they
 * are. The owner goes over to the new row. So do links and judgement where the words are the same; where they changed, links answer in
 * part at most until somebody has looked, and the judgement is made anew.
 * @param importId by which an import can be taken back as a whole; null for a clause that was typed
 * @returns the ids of the requirements, in the same order
 */
export async function receiveRequirements(
  tx: Transaction,
  access: Access,
  catalogue: CatalogueFacts,
  clauses: readonly ReceivedClause[],
  importId: string | null,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let from = 0; from < clauses.length; from += together)
    ids.push(...(await receiveSome(tx, access, catalogue, clauses.slice(from, from + together), importId)));
  return ids;
}

async function receiveSome(
  tx: Transaction,
  access: Access,
  catalogue: CatalogueFacts,
  clauses: readonly ReceivedClause[],
  importId: string | null,
): Promise<readonly string[]> {
  const organization = access.organization.id;
  const now = access.now();
  const rows = clauses.map((row) => ({ ...row, id: newId(), same: row.earlier?.words === row.words }));
  const interventions = await openInterventions(
    tx,
    access,
    rows.map((row) => ({
      channel: 'certification',
      customer: catalogue.customer.id,
      customerLabel: catalogue.customer.name,
      words: row.words,
      wordsLanguage: catalogue.language,
      source: { kind: 'requirement', id: row.id },
      consent: 'by-name',
      happenedAt: now,
      broughtBy: access.membership,
      dueAt: null,
    })),
  );
  const entries = await appendAllToLedger(
    tx,
    access,
    rows.map((row, place) => ({
      kind: 'requirement-received',
      subject: { kind: 'requirement', id: row.id },
      customer: catalogue.customer.id,
      body: {
        catalogue: catalogue.name,
        edition: catalogue.edition,
        clause: row.clause,
        words: row.words,
        source: row.source,
        intervention: interventions[place]!.id,
        replaces: row.earlier?.requirement_id ?? null,
      },
    })),
  );
  // First, for a clause stands once among those in force.
  for (const row of rows.filter(({ earlier }) => earlier?.inThisEdition)) {
    await tx
      .updateTable('certification.requirement')
      .set({ replaced_by: row.id })
      .where('organization_id', '=', organization)
      .where('requirement_id', '=', row.earlier!.requirement_id)
      .execute();
  }
  await tx
    .insertInto('certification.requirement')
    .values(
      rows.map((row, place) => ({
        organization_id: organization,
        requirement_id: row.id,
        catalogue_id: catalogue.id,
        customer_id: catalogue.customer.id,
        clause: row.clause,
        clause_key: clauseKey(row.clause),
        words: row.words,
        source: row.source,
        intervention_id: interventions[place]!.id,
        entry_id: entries[place]!,
        received_at: now,
        import_id: importId,
        owner_id: row.earlier?.owner_id ?? null,
        not_applicable_because: row.same ? (row.earlier?.not_applicable_because ?? null) : null,
      })),
    )
    .execute();
  await takeLinksOver(tx, organization, rows, now);
  return rows.map((row) => row.id);
}

/** A link that was taken over is as old as its clause: a younger one says that somebody has worked with it. */
async function takeLinksOver(
  tx: Transaction,
  organization: string,
  rows: readonly (ReceivedClause & { readonly id: string; readonly same: boolean })[],
  now: Temporal.Instant,
): Promise<void> {
  const after = new Map(
    rows.flatMap((row) => (row.earlier === null ? [] : [[row.earlier.requirement_id, row] as const])),
  );
  if (after.size === 0) return;
  const links = await tx
    .selectFrom('certification.answer')
    .select(['requirement_id', 'block_id', 'rule_id', 'linked_by', 'partly'])
    .where('organization_id', '=', organization)
    .where('requirement_id', 'in', [...after.keys()])
    .execute();
  if (links.length === 0) return;
  await tx
    .insertInto('certification.answer')
    .values(
      links.map(({ requirement_id, partly, ...link }) => {
        const row = after.get(requirement_id)!;
        return {
          organization_id: organization,
          requirement_id: row.id,
          ...link,
          partly: partly || !row.same,
          linked_at: now,
        };
      }),
    )
    .execute();
}
