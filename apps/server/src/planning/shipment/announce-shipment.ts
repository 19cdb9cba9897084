import { type Release, readEnvelope } from '@coprod/edi';
import type { Access } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { appendToLedger } from '../../core/append-to-ledger.ts';
import { announce } from '../../core/live.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { findAddressee } from '../outgoing/outgoing-store.ts';
import { putOutgoing } from '../outgoing/put-outgoing.ts';
import type { LineTotals } from '../release-store.ts';
import { type LeavingLine, despatchMessage } from './despatch-advice.ts';
import {
  findReleaseLine,
  findShipment,
  holdTotal,
  linesOfShipment,
  setTotal,
  unitsOfShipment,
} from './shipment-store.ts';

/**
 * The lorry leaves: what is shipped in all is counted on, and the despatch advice is put into the outbox in the same transaction.
 * Counting begins at what the customer says he has received, where nothing has been shipped through here yet.
 * @refuses not-found, already-answered (it has left)
 */
export function announceShipment(
  access: Access,
  shipment: string,
): Promise<Result<{ readonly outgoing: string | null }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const held = await tx
      .selectFrom('planning.shipment')
      .select('state')
      .where('organization_id', '=', organization)
      .where('shipment_id', '=', shipment)
      .forUpdate()
      .executeTakeFirst();
    const found = await findShipment(tx, organization, shipment);
    if (held === undefined || found === undefined) return refuse('not-found');
    if (held.state !== 'prepared') return refuse('already-answered');
    const lines: LeavingLine[] = [];
    for (const row of await linesOfShipment(tx, organization, shipment)) {
      const asked = (await findReleaseLine(tx, organization, row.release_id, row.release_line))!;
      const totals = asked.totals as LineTotals;
      const of = { customer: found.customerId, shipTo: found.shipTo, item: row.item };
      const before = await holdTotal(tx, organization, of);
      const total = (before?.total ?? totals.received ?? 0) + row.quantity;
      await setTotal(
        tx,
        organization,
        of,
        total,
        before === undefined ? totals.since : (before.since?.toString() ?? null),
      );
      await tx
        .updateTable('planning.shipment_line')
        .set({ total: String(total) })
        .where('organization_id', '=', organization)
        .where('shipment_id', '=', shipment)
        .where('line', '=', row.line)
        .execute();
      lines.push({ ...row, total, release: asked.content as Release, lineKey: asked.line_key });
    }
    const leftAt = access.now();
    const local = leftAt.toZonedDateTimeISO(access.organization.timeZone).toPlainDateTime().toString().slice(0, 16);
    const units = await unitsOfShipment(tx, organization, shipment);
    const leaving = { ...found, leftAt: local, timeZone: access.organization.timeZone, lines, units };
    const to = found.partner_id === null ? undefined : await findAddressee(tx, organization, found.partner_id);
    const outgoing =
      to === undefined
        ? null
        : await putOutgoing(tx, access, to, {
            ...despatchMessage(leaving, to),
            test: to.mode === 'test',
            turned: { own: await lastRecipient(tx, organization, to.partner_id) },
            document: found.note,
          });
    await tx
      .updateTable('planning.shipment')
      .set({ state: 'announced', left_at: leftAt, outgoing_id: outgoing })
      .where('organization_id', '=', organization)
      .where('shipment_id', '=', shipment)
      .execute();
    await appendToLedger(tx, access, {
      kind: 'shipment-announced',
      subject: { kind: 'shipment', id: shipment },
      customer: found.customerId,
      body: {
        note: found.note,
        lines: lines.map(({ item, quantity, total }) => ({ item, quantity, total })),
      },
    });
    await announce(tx, { organization, subject: { kind: 'shipment', id: shipment }, customer: found.customerId });
    return ok({ outgoing });
  });
}

/** How he addresses us. Policies: inside on planning.interchange, planning.file. */
async function lastRecipient(tx: Transaction, organization: string, partner: string) {
  const last = await tx
    .selectFrom('planning.interchange as i')
    .innerJoin('planning.file as f', (join) =>
      join.onRef('f.organization_id', '=', 'i.organization_id').onRef('f.file_id', '=', 'i.file_id'),
    )
    .select(['f.bytes', 'i.from_byte', 'i.to_byte'])
    .where('i.organization_id', '=', organization)
    .where('i.partner_id', '=', partner)
    .where('i.state', 'in', ['received', 'applied', 'test'])
    .orderBy('i.received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return null;
  const envelope = readEnvelope(last.bytes.subarray(last.from_byte, last.to_byte));
  if (!envelope.ok) return null;
  const { id, qualifier } = envelope.value.recipient;
  return { id, qualifier: qualifier ?? '' };
}
