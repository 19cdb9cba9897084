import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { openIntervention } from '../core/intervention.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import { clauseKey } from './clause-order.ts';

export type CatalogueFacts = {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly language: Language;
  readonly customer: { readonly id: string; readonly name: string };
};

/**
 * Takes one clause in: it is an act of the customer that reaches into the organization, so it is an intervention in his words, and the
 * ledger has both. Changed words replace the earlier row, which stays; links, owner and judgement go over to the new one.
 */
export async function receiveRequirement(
  tx: Transaction,
  access: Access,
  catalogue: CatalogueFacts,
  row: { readonly clause: string; readonly words: string; readonly source: string },
  replaces: { readonly requirement_id: string; readonly owner_id: string | null } | null,
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
      replaces: replaces?.requirement_id ?? null,
    },
  });
  if (replaces !== null) {
    // First, for a clause stands once among those in force.
    await tx
      .updateTable('certification.requirement')
      .set({ replaced_by: requirement })
      .where('organization_id', '=', organization)
      .where('requirement_id', '=', replaces.requirement_id)
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
      owner_id: replaces?.owner_id ?? null,
    })
    .execute();
  if (replaces !== null) {
    // What answered the earlier words answers the new ones in part at most, until somebody has looked.
    const links = await tx
      .selectFrom('certification.answer')
      .select(['block_id', 'rule_id', 'linked_by'])
      .where('organization_id', '=', organization)
      .where('requirement_id', '=', replaces.requirement_id)
      .execute();
    if (links.length > 0) {
      await tx
        .insertInto('certification.answer')
        .values(
          links.map((link) => ({
            organization_id: organization,
            requirement_id: requirement,
            ...link,
            partly: true,
            linked_at: access.now(),
          })),
        )
        .execute();
    }
  }
  return requirement;
}
