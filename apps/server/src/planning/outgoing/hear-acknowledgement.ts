import type { Acknowledgement, Interchange } from '@coprod/edi';
import type { SystemAccess } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { announce } from '../../core/live.ts';
import { findAnswered } from './outgoing-store.ts';

/**
 * Marks what we sent by what its recipient says of it: acknowledged, or refused and why. A refusal stays, whatever comes after: who
 * sends again sends under a new number.
 */
export async function hearAcknowledgements(
  tx: Transaction,
  system: SystemAccess,
  partner: string,
  heard: { readonly interchange: string; readonly read: Interchange },
): Promise<void> {
  const organization = system.organization.id;
  for (const { value } of heard.read.messages) {
    if (value?.kind !== 'acknowledgement') continue;
    const about = aboutWhich(value);
    const ours = about === null ? undefined : await findAnswered(tx, organization, partner, about);
    if (ours === undefined || ours.verdict === 'rejected') continue;
    const verdict = verdictOf(value);
    if (verdict === 'received' && ours.verdict !== null) continue;
    await tx
      .updateTable('planning.outgoing')
      .set({
        verdict,
        verdict_words: wordsOf(value),
        verdict_by: heard.interchange,
        verdict_at: system.now(),
      })
      .where('organization_id', '=', organization)
      .where('outgoing_id', '=', ours.outgoing_id)
      .execute();
    await announce(tx, { organization, subject: { kind: 'outgoing', id: ours.outgoing_id }, customer: null });
  }
}

/** CONTRL and TA1 name our interchange, 997 and 999 our group, which bears the same number; APERAK and 824 our document. */
function aboutWhich({
  interchange,
  group,
  document,
}: Acknowledgement): { readonly number: number } | { readonly document: string } | null {
  const reference = interchange?.reference ?? group?.reference;
  if (reference !== undefined && /^\d{1,14}$/.test(reference.trim())) return { number: Number(reference) };
  return document === null ? null : { document };
}

function verdictOf({ verdict }: Acknowledgement): 'received' | 'accepted' | 'rejected' {
  switch (verdict) {
    case 'accepted':
    case 'accepted-with-errors':
      return 'accepted';
    case 'rejected':
    case 'partly-accepted':
      return 'rejected';
    case 'received':
    case 'unknown':
      return 'received';
  }
}

/** Codes and places as they were sent: what we say on the telephone. */
function wordsOf({ errors, messages, remarks }: Acknowledgement): string | null {
  const each = [...errors, ...messages.flatMap((m) => m.errors)].map(({ code, segment, tag, element, found }) =>
    [code, tag, segment, element, found].filter((part) => part !== null && part !== '').join(' '),
  );
  const words = [...remarks, ...each].join('\n').slice(0, 2000);
  return words === '' ? null : words;
}
