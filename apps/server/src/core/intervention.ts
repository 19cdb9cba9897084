import type { Actor } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { nextNumber } from './counter.ts';
import { announce } from './live.ts';
import { indexForSearch } from './search.ts';

export type Channel = 'certification' | 'voice' | 'planning';
export type Consent = 'by-name' | 'without-name' | 'none';

/** An act of a customer that reaches into the organization, as a channel brings it in. */
export type NewIntervention = {
  /** Made by the sender, so that he can send again; made here where he gave none. */
  readonly id?: string | undefined;
  readonly channel: Channel;
  /** Null where the customer has no account here and is only named. */
  readonly customer: string | null;
  readonly customerLabel: string;
  /** The customer's own words, verbatim; for a message its part in words. */
  readonly words: string;
  readonly wordsLanguage: Language;
  /** Where the words come from: a release, a requirement, an expectation, a letter. */
  readonly source: { readonly kind: string; readonly id: string | null };
  readonly consent: Consent;
  readonly happenedAt: Temporal.Instant;
  readonly broughtBy: string | null;
  readonly dueAt: Temporal.Instant | null;
};

/** Takes an intervention in: row, ledger entry, search, live. */
export async function openIntervention(
  tx: Transaction,
  actor: Actor,
  intervention: NewIntervention,
): Promise<{ readonly id: string; readonly number: number }> {
  const organization = actor.organization.id;
  const interventionId = intervention.id ?? newId();
  const number = await nextNumber(tx, organization, 'intervention');
  const receivedAt = actor.now();
  await tx
    .insertInto('core.intervention')
    .values({
      organization_id: organization,
      intervention_id: interventionId,
      number,
      channel: intervention.channel,
      customer_id: intervention.customer,
      customer_label: intervention.customerLabel,
      words: intervention.words,
      words_language: intervention.wordsLanguage,
      source_kind: intervention.source.kind,
      source_id: intervention.source.id,
      consent: intervention.consent,
      happened_at: intervention.happenedAt,
      received_at: receivedAt,
      brought_by: intervention.broughtBy,
      due_at: intervention.dueAt,
    })
    .execute();
  await appendToLedger(tx, actor, {
    kind: 'intervention-received',
    subject: { kind: 'intervention', id: interventionId },
    customer: intervention.customer,
    body: {
      channel: intervention.channel,
      words: intervention.words,
      language: intervention.wordsLanguage,
      source: intervention.source,
      consent: intervention.consent,
      happenedAt: intervention.happenedAt.toString(),
      receivedAt: receivedAt.toString(),
    },
  });
  await indexIntervention(tx, actor, { ...intervention, id: interventionId, number });
  await announce(tx, {
    organization,
    subject: { kind: 'intervention', id: interventionId },
    customer: intervention.customer,
  });
  return { id: interventionId, number };
}

/** Words that may not be cited are found by nobody but the customer himself. */
async function indexIntervention(
  tx: Transaction,
  actor: Actor,
  intervention: NewIntervention & { readonly id: string; readonly number: number },
): Promise<void> {
  const document = { kind: 'intervention', id: intervention.id, body: intervention.words };
  const named = intervention.consent === 'by-name' ? intervention.customerLabel : '';
  if (intervention.consent !== 'none') {
    await indexForSearch(tx, actor, {
      ...document,
      audience: 'organization',
      label: `I-${intervention.number}`,
      title: named,
    });
  }
  if (intervention.customer !== null) {
    await indexForSearch(tx, actor, {
      ...document,
      audience: `customer:${intervention.customer}`,
      label: '',
      title: intervention.customerLabel,
    });
  }
}
