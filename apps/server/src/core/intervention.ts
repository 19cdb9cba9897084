import type { Actor } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import { appendAllToLedger } from './append-to-ledger.ts';
import { nextNumbers } from './counter.ts';
import { announce } from './live.ts';
import { type SearchDocument, indexAllForSearch } from './search.ts';

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
  const [opened] = await openInterventions(tx, actor, [intervention]);
  return opened!;
}

/** Of interventions that come together so many are announced one by one: a list is stale after the first. */
const mostAnnounced = 20;

/** Takes several interventions in, some hundreds at most, by as many statements as one takes. @returns them in the same order */
export async function openInterventions(
  tx: Transaction,
  actor: Actor,
  interventions: readonly NewIntervention[],
): Promise<readonly { readonly id: string; readonly number: number }[]> {
  const organization = actor.organization.id;
  const first = await nextNumbers(tx, organization, 'intervention', interventions.length);
  const receivedAt = actor.now();
  const opened = interventions.map((one, place) => ({ ...one, id: one.id ?? newId(), number: first + place }));
  await tx
    .insertInto('core.intervention')
    .values(
      opened.map((one) => ({
        organization_id: organization,
        intervention_id: one.id,
        number: one.number,
        channel: one.channel,
        customer_id: one.customer,
        customer_label: one.customerLabel,
        words: one.words,
        words_language: one.wordsLanguage,
        source_kind: one.source.kind,
        source_id: one.source.id,
        consent: one.consent,
        happened_at: one.happenedAt,
        received_at: receivedAt,
        brought_by: one.broughtBy,
        due_at: one.dueAt,
      })),
    )
    .execute();
  await appendAllToLedger(
    tx,
    actor,
    opened.map((one) => ({
      kind: 'intervention-received',
      subject: { kind: 'intervention', id: one.id },
      customer: one.customer,
      body: {
        channel: one.channel,
        words: one.words,
        language: one.wordsLanguage,
        source: one.source,
        consent: one.consent,
        happenedAt: one.happenedAt.toString(),
        receivedAt: receivedAt.toString(),
      },
    })),
  );
  await indexAllForSearch(tx, actor, opened.flatMap(documentsOf));
  for (const { id, customer } of opened.slice(0, mostAnnounced))
    await announce(tx, { organization, subject: { kind: 'intervention', id }, customer });
  return opened.map(({ id, number }) => ({ id, number }));
}

/** Words that may not be cited are found by nobody but the customer himself. */
function documentsOf(
  one: NewIntervention & { readonly id: string; readonly number: number },
): readonly SearchDocument[] {
  const document = { kind: 'intervention', id: one.id, body: one.words };
  const named = one.consent === 'by-name' ? one.customerLabel : '';
  return [
    ...(one.consent === 'none'
      ? []
      : [{ ...document, audience: 'organization' as const, label: `I-${one.number}`, title: named }]),
    ...(one.customer === null
      ? []
      : [{ ...document, audience: `customer:${one.customer}` as const, label: '', title: one.customerLabel }]),
  ];
}
