import type { Outgoing, Written } from '@coprod/edi';
import type { Actor } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { nextNumber } from '../../core/counter.ts';
import { announce } from '../../core/live.ts';
import { newId } from '../../platform/ids.ts';
import { type Addressee, type OutgoingKind, firstIdentification, insertOutgoing } from './outgoing-store.ts';

/** How we sign and whom we address, where the partner's page does not say: turned round from what he sent. */
export type Turned = { readonly own: { readonly id: string; readonly qualifier: string } | null };

/**
 * Puts an interchange into the outbox, in the transaction of what it tells: it leaves when that is durable, and never was when that
 * rolls back. Its control number counts per partner, without gap.
 * @returns its id; null where nobody knows yet how we sign to this partner
 */
export async function putOutgoing(
  tx: Transaction,
  actor: Actor,
  to: Addressee,
  what: {
    readonly kind: OutgoingKind;
    readonly test: boolean;
    readonly turned: Turned;
    readonly answers?: { readonly interchange: string; readonly message: number };
    readonly document?: string;
    readonly write: (out: Outgoing) => Written;
  },
): Promise<string | null> {
  const organization = actor.organization.id;
  const peer = await firstIdentification(tx, organization, to.partner_id);
  const own = to.own_id === null ? what.turned.own : { id: to.own_id, qualifier: to.own_qualifier };
  if (peer === undefined || own === null) return null;
  const number = await nextNumber(tx, organization, `interchange:${to.partner_id}`);
  const controlReference = String(number).padStart(digits[familyOf(what.kind)], '0');
  const now = actor.now();
  const { bytes } = what.write({
    sender: { id: own.id, qualifier: own.qualifier === '' ? null : own.qualifier, routing: null },
    recipient: { id: peer.sender, qualifier: peer.qualifier === '' ? null : peer.qualifier, routing: null },
    controlReference,
    preparedAt: now.toZonedDateTimeISO(to.time_zone).toPlainDateTime().toString().slice(0, 16),
    test: what.test,
  });
  const id = newId();
  await insertOutgoing(tx, {
    organization_id: organization,
    outgoing_id: id,
    partner_id: to.partner_id,
    customer_id: to.customer_id,
    number: number,
    control_reference: controlReference,
    kind: what.kind,
    name: `${what.kind.toLowerCase()}-${controlReference}.edi`,
    bytes: Buffer.from(bytes),
    test: what.test,
    answers: what.answers?.interchange ?? null,
    message: what.answers?.message ?? -1,
    document: what.document ?? null,
    made_at: now,
    state: 'waiting',
  });
  if (to.folder_out !== null) await actor.enqueue(tx, 'send-interchange', { organization, outgoing: id });
  await announce(tx, { organization, subject: { kind: 'outgoing', id }, customer: null });
  return id;
}

const familyOf = (kind: OutgoingKind): 'edifact' | 'x12' | 'vda' =>
  kind === '4913' ? 'vda' : kind === 'CONTRL' || kind === 'APERAK' || kind === 'DESADV' ? 'edifact' : 'x12';

/** UNB 0020 takes up to 14 characters, ISA13 has nine digits, a VDA transmission number five. */
const digits = { edifact: 8, x12: 9, vda: 5 } as const;
