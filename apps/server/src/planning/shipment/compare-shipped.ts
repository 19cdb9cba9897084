import { sql } from 'kysely';
import type { SystemAccess } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { announce } from '../../core/live.ts';
import { newId } from '../../platform/ids.ts';
import type { LineTotals } from '../release-store.ts';
import { holdTotal, setTotal } from './shipment-store.ts';

/** Both numbers of one item, up to the same delivery note where he names one of ours. */
export type TotalsCompared =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly shipped: number; readonly received: number; readonly note: string | null };

/**
 * Compares what we count as shipped with what the customer counts as received. His last note tells which shipments his total holds;
 * what left after it is on its way. Without a note of ours, only more received than shipped is a contradiction.
 */
export function compareShipped(
  totals: Pick<LineTotals, 'received' | 'receipts'>,
  shipped: { readonly total: number; readonly atNote: ReadonlyMap<string, number> },
): TotalsCompared {
  const { received } = totals;
  if (received === null) return { kind: 'agrees' };
  const named = totals.receipts.findLast(({ note }) => note !== null && shipped.atNote.has(note))?.note ?? null;
  const ours = named === null ? shipped.total : shipped.atNote.get(named)!;
  // Thousandths are the finest that any of the families sends.
  const agrees = named === null ? received - ours < 0.0005 : Math.abs(received - ours) < 0.0005;
  return agrees ? { kind: 'agrees' } : { kind: 'differs', shipped: ours, received, note: named };
}

/** Asks where a release and our shipments cannot both be true. A new count of the customer's is taken over, not asked about. */
export async function askAboutTotals(
  tx: Transaction,
  system: SystemAccess,
  of: { readonly customer: string; readonly release: string },
  lines: readonly { readonly key: string; readonly item: string; readonly totals: LineTotals }[],
): Promise<void> {
  const organization = system.organization.id;
  for (const { key, item, totals } of lines) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by keyOf
    const [shipTo] = JSON.parse(key) as [string, string, string];
    const place = { customer: of.customer, shipTo, item };
    const held = await holdTotal(tx, organization, place);
    if (held === undefined || totals.received === null) continue;
    const atNote = await totalsAtNotes(tx, organization, place);
    if (totals.since !== null && held.since !== null && totals.since !== held.since.toString()) {
      await beginAgain(tx, organization, place, held.total, totals, atNote);
      continue;
    }
    const compared = compareShipped(totals, { total: held.total, atNote });
    if (compared.kind === 'agrees') continue;
    const question = newId();
    await tx
      .insertInto('planning.total_question')
      .values({
        organization_id: organization,
        question_id: question,
        customer_id: of.customer,
        ship_to: shipTo,
        item,
        release_id: of.release,
        note: compared.note,
        shipped: String(compared.shipped),
        received: String(compared.received),
        asked_at: system.now(),
      })
      .onConflict((c) => c.doNothing())
      .execute();
    await announce(tx, { organization, subject: { kind: 'cumulative', id: question }, customer: null });
  }
}

/** The count begins anew: what he has received since, and what is on its way. */
async function beginAgain(
  tx: Transaction,
  organization: string,
  place: Parameters<typeof holdTotal>[2],
  total: number,
  totals: LineTotals,
  atNote: ReadonlyMap<string, number>,
): Promise<void> {
  const named = totals.receipts.findLast(({ note }) => note !== null && atNote.has(note))?.note;
  const onItsWay = named === undefined || named === null ? 0 : total - atNote.get(named)!;
  await setTotal(tx, organization, place, (totals.received ?? 0) + onItsWay, totals.since);
}

/** What was shipped in all up to each of our notes. Policies: inside on planning.shipment, .shipment_line. */
async function totalsAtNotes(
  tx: Transaction,
  organization: string,
  place: { readonly customer: string; readonly shipTo: string; readonly item: string },
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('planning.shipment as s')
    .innerJoin('planning.shipment_line as l', (join) =>
      join.onRef('l.organization_id', '=', 's.organization_id').onRef('l.shipment_id', '=', 's.shipment_id'),
    )
    .select(['s.note', sql<number | null>`l.total::float8`.as('total')])
    .where('s.organization_id', '=', organization)
    .where('s.customer_id', '=', place.customer)
    .where('s.ship_to', '=', place.shipTo)
    .where('l.item', '=', place.item)
    .where('s.state', '=', 'announced')
    .orderBy('s.left_at', 'desc')
    .limit(200)
    .execute();
  return new Map(rows.flatMap(({ note, total }) => (total === null ? [] : [[note, total] as const])));
}
