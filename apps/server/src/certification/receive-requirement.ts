import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { openIntervention } from '../core/intervention.ts';
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

/**
 * Takes one clause in: it is an act of the customer that reaches into the organization, so it is an intervention in his words, and the
 * ledger has both. Words of this catalogue that changed replace the earlier row, which stays; those of an earlier edition are left as they
 * are. The owner goes over to the new row. So do links and judgement where the words are the same; where they changed, links answer in
 * part at most until somebody has looked, and the judgement is made anew.
 */
export async function receiveRequirement(
  tx: Transaction,
  access: Access,
  catalogue: CatalogueFacts,
  row: { readonly clause: string; readonly words: string; readonly source: string },
  earlier: EarlierWords | null,
): Promise<string> {
  const organization = access.organization.id;
  const requirement = newId();
  const intervention = await openIntervention(tx, access, {
    channel: 'certification',
    customer: catalogue.customer.id,
    customerLabel: catalogue.customer.name,
    words: row.words,
    wordsLanguage: catalogue.language,
    source: { kind: 'requirement', id: requirement },
    consent: 'by-name',
    happenedAt: access.now(),
    broughtBy: access.membership,
    dueAt: null,
  });
  const entry = await appendToLedger(tx, access, {
    kind: 'requirement-received',
    subject: { kind: 'requirement', id: requirement },
    customer: catalogue.customer.id,
    body: {
      catalogue: catalogue.name,
      edition: catalogue.edition,
      clause: row.clause,
      words: row.words,
      source: row.source,
      intervention: intervention.id,
      replaces: earlier?.requirement_id ?? null,
    },
  });
  const same = earlier?.words === row.words;
  if (earlier?.inThisEdition) {
    // First, for a clause stands once among those in force.
    await tx
      .updateTable('certification.requirement')
      .set({ replaced_by: requirement })
      .where('organization_id', '=', organization)
      .where('requirement_id', '=', earlier.requirement_id)
      .execute();
  }
  await tx
    .insertInto('certification.requirement')
    .values({
      organization_id: organization,
      requirement_id: requirement,
      catalogue_id: catalogue.id,
      customer_id: catalogue.customer.id,
      clause: row.clause,
      clause_key: clauseKey(row.clause),
      words: row.words,
      source: row.source,
      intervention_id: intervention.id,
      entry_id: entry,
      received_at: access.now(),
      owner_id: earlier?.owner_id ?? null,
      not_applicable_because: same ? earlier.not_applicable_because : null,
    })
    .execute();
  if (earlier !== null) {
    const links = await tx
      .selectFrom('certification.answer')
      .select(['block_id', 'rule_id', 'linked_by', 'partly'])
      .where('organization_id', '=', organization)
      .where('requirement_id', '=', earlier.requirement_id)
      .execute();
    if (links.length > 0) {
      await tx
        .insertInto('certification.answer')
        .values(
          links.map((link) => ({
            organization_id: organization,
            requirement_id: requirement,
            ...link,
            partly: link.partly || !same,
            linked_at: access.now(),
          })),
        )
        .execute();
    }
  }
  return requirement;
}
