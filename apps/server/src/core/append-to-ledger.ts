import { randomBytes } from 'node:crypto';
import { type Attachment, type JsonObject, commit, entryText } from '@coprod/ledger';
import type { Actor } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';

/** What the ledger knows of (docs/formats/receipt.md tells each body). */
export type EntryKind =
  | 'organization-founded'
  | 'intervention-received'
  | 'intervention-answered'
  | 'words-withdrawn'
  | 'proposal-opened'
  | 'proposal-withdrawn'
  | 'objection-raised'
  | 'objection-answered'
  | 'decision-taken'
  | 'rule-applied-differently'
  | 'transmission-sent'
  | 'transmission-acknowledged'
  | 'disclosure-granted'
  | 'disclosure-revoked'
  | 'requirement-received'
  | 'requirement-taken-back'
  | 'interchange-received'
  | 'interchange-quarantined'
  | 'release-applied'
  | 'offer-made'
  | 'offer-answered'
  | 'promise-made'
  | 'shipment-announced'
  | 'plan-adopted'
  | 'expectation-captured'
  | 'theme-answered'
  | 'answer-contested';

export type NewEntry = {
  readonly kind: EntryKind;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly customer: string | null;
  readonly body: JsonObject;
  /** Files that went with it, which a receipt vouches for byte for byte. */
  readonly attachments?: readonly Attachment[];
};

/**
 * Writes an entry in the business transaction itself; the sequencer gives it its place within a second. An entry that carries a
 * customer is his to see, body included: nothing of anybody else may stand in it.
 * Policy: inside, customer_writes on core.ledger_entry and core.ledger_body.
 * @returns the entry's id
 */
export async function appendToLedger(tx: Transaction, actor: Actor, entry: NewEntry): Promise<string> {
  const [id] = await appendAllToLedger(tx, actor, [entry]);
  return id!;
}

/** Writes several entries by two statements, some hundreds at most. @returns their ids, in the same order */
export async function appendAllToLedger(
  tx: Transaction,
  actor: Actor,
  entries: readonly NewEntry[],
): Promise<readonly string[]> {
  const organization = actor.organization.id;
  const written = entries.map((entry) => {
    const writtenAt = actor.now();
    const salt = randomBytes(32);
    const text = entryText({
      kind: entry.kind,
      subject: `${entry.subject.kind}/${entry.subject.id}`,
      ...(entry.customer === null ? {} : { customer: entry.customer }),
      ...(entry.attachments === undefined ? {} : { attachments: entry.attachments }),
      at: writtenAt.toString({ smallestUnit: 'millisecond' }),
      body: entry.body,
    });
    return { ...entry, id: newId(), writtenAt, salt, text };
  });
  await tx
    .insertInto('core.ledger_entry')
    .values(
      written.map((entry) => ({
        organization_id: organization,
        entry_id: entry.id,
        kind: entry.kind,
        subject_kind: entry.subject.kind,
        subject_id: entry.subject.id,
        customer_id: entry.customer,
        membership_id: actor.membership,
        written_at: entry.writtenAt,
        commitment: Buffer.from(commit(entry.text, entry.salt)),
      })),
    )
    .execute();
  await tx
    .insertInto('core.ledger_body')
    .values(
      written.map((entry) => ({
        organization_id: organization,
        entry_id: entry.id,
        customer_id: entry.customer,
        body: entry.text,
        salt: entry.salt,
      })),
    )
    .execute();
  return written.map((entry) => entry.id);
}
