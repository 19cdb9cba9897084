import { sql } from 'kysely';
import type { Transaction } from '../../access/doors.ts';
import { dayNumber } from '../demand-curve.ts';
import type { Asked, Promised } from '../plant/asked.ts';
import { type LineTotals, referenceOf } from '../release-store.ts';

/** A line of which nothing has been heard for so long asks for nothing any more; and the history of years need not be read. */
const forgottenDays = 270;

/**
 * What customers ask now: of each agreement line its newest applied release, as agreed where something was agreed.
 * Policies: inside on planning.release, planning.release_line, planning.reply, access.customer.
 * @param before only what was asked before this release
 */
export async function askedNow(
  tx: Transaction,
  organization: string,
  now: Temporal.Instant,
  before?: { readonly release: string; readonly order: string; readonly customer: string },
): Promise<readonly (Asked & { readonly unit: string | null })[]> {
  const rows = await tx
    .selectFrom('planning.release_line as l')
    .innerJoin('planning.release as r', (join) =>
      join.onRef('r.organization_id', '=', 'l.organization_id').onRef('r.release_id', '=', 'l.release_id'),
    )
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'l.organization_id').onRef('c.customer_id', '=', 'l.customer_id'),
    )
    .leftJoin('planning.reply as y', (join) =>
      join
        .onRef('y.organization_id', '=', 'l.organization_id')
        .onRef('y.release_id', '=', 'l.release_id')
        .onRef('y.line', '=', 'l.line')
        .on('y.state', '=', 'taken'),
    )
    .distinctOn(['l.customer_id', 'r.thread', 'l.line_key'])
    .select([
      'c.name as customer',
      'l.item',
      'l.unit',
      'l.curve',
      'l.weeks',
      'l.totals',
      'r.document_day',
      'y.lines as promised',
    ])
    .where('l.organization_id', '=', organization)
    .where('r.state', '=', 'applied')
    .where('r.applied_at', '>', now.subtract({ hours: 24 * forgottenDays }))
    .$if(before !== undefined, (q) =>
      q
        .where('r.customer_id', '=', before!.customer)
        .where('r.release_id', '<>', before!.release)
        .where('r.document_order', '<=', before!.order),
    )
    .orderBy('l.customer_id')
    .orderBy('r.thread')
    .orderBy('l.line_key')
    .orderBy('r.document_order', 'desc')
    .orderBy('r.applied_at', 'desc')
    .execute();
  return rows.map((row) => {
    const { received, shipped } = row.totals as LineTotals;
    return {
      customer: row.customer,
      item: row.item,
      unit: row.unit,
      curve: referenceOf(row),
      documentDay: dayNumber(row.document_day),
      inTransit: shipped === null || received === null ? 0 : Math.max(0, shipped - received),
    };
  });
}

/** The promises that stand, from a day on. Policy: inside on planning.promise. */
export async function promisesThatStand(
  tx: Transaction,
  organization: string,
  from: Temporal.PlainDate,
): Promise<readonly (Promised & { readonly id: string; readonly byPlan: boolean; readonly quantity: number })[]> {
  const rows = await tx
    .selectFrom('planning.promise as p')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'p.organization_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .select(['p.promise_id', 'c.name as customer', 'p.item', 'p.asked_on', 'p.promised_on', 'p.promised_quantity'])
    .select(sql<boolean>`p.plan_id is not null`.as('by_plan'))
    .where('p.organization_id', '=', organization)
    .where('p.ended_at', 'is', null)
    .where((eb) => eb.or([eb('p.promised_on', '>=', from), eb('p.asked_on', '>=', from)]))
    .orderBy('p.made_at')
    .execute();
  return rows.map((row) => ({
    id: row.promise_id,
    customer: row.customer,
    item: row.item,
    // What was agreed with the customer is from then on what he asks.
    askedOn: (row.by_plan ? row.asked_on : row.promised_on).toString(),
    promisedOn: row.promised_on.toString(),
    byPlan: row.by_plan,
    quantity: Number(row.promised_quantity),
  }));
}
