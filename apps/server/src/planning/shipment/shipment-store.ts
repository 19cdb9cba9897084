import { sql } from 'kysely';
import type { Transaction } from '../../access/doors.ts';
import { decodeKey, toPage } from '../../platform/key-page.ts';

/** How the organization ships. Policy: inside on planning.shipping. */
export const findShipping = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.shipping')
    .select(['gs1_prefix as gs1Prefix', 'ship_from as shipFrom'])
    .where('organization_id', '=', organization)
    .orderBy('said_at', 'desc')
    .orderBy('shipping_id', 'desc')
    .executeTakeFirst();

/** Lines of releases that count, the newest of each agreement line. Policies: inside on planning.release, .release_line. */
export const shippableLines = (tx: Transaction, organization: string, customer: string) =>
  tx
    .selectFrom('planning.release_line as l')
    .innerJoin('planning.release as r', (join) =>
      join.onRef('r.organization_id', '=', 'l.organization_id').onRef('r.release_id', '=', 'l.release_id'),
    )
    .distinctOn('l.line_key')
    .select([
      'l.release_id as release',
      'l.line',
      'l.line_key',
      'l.item',
      'l.description',
      'l.unit',
      'l.totals',
      'r.document',
    ])
    .select(['r.place'])
    .where('l.organization_id', '=', organization)
    .where('l.customer_id', '=', customer)
    .where('r.state', '=', 'applied')
    .orderBy('l.line_key')
    .orderBy('r.document_order', 'desc')
    .orderBy('r.applied_at', 'desc')
    .limit(500)
    .execute();

/** Promises of a customer of which not all has been put into a shipment. Policies: inside on planning.promise, .shipment_line. */
export const openPromises = (tx: Transaction, organization: string, customer: string) =>
  tx
    .selectFrom('planning.promise as p')
    .select(['p.promise_id as id', 'p.item', 'p.promised_on as on'])
    .select(sql<number>`p.promised_quantity::float8`.as('promised'))
    .select(
      sql<number>`(select coalesce(sum(l.quantity), 0) from planning.shipment_line l
        where l.organization_id = p.organization_id and l.promise_id = p.promise_id)::float8`.as('shipped'),
    )
    .where('p.organization_id', '=', organization)
    .where('p.customer_id', '=', customer)
    .where(
      sql<boolean>`p.promised_quantity > (select coalesce(sum(l.quantity), 0) from planning.shipment_line l
        where l.organization_id = p.organization_id and l.promise_id = p.promise_id)`,
    )
    .orderBy('p.promised_on')
    .orderBy('p.promise_id')
    .limit(200)
    .execute();

/** The release line that a shipment repeats, with what its release says of it. Policies: as {@link shippableLines}. */
export const findReleaseLine = (tx: Transaction, organization: string, release: string, line: number) =>
  tx
    .selectFrom('planning.release_line as l')
    .innerJoin('planning.release as r', (join) =>
      join.onRef('r.organization_id', '=', 'l.organization_id').onRef('r.release_id', '=', 'l.release_id'),
    )
    .select(['l.customer_id', 'l.line_key', 'l.item', 'l.description', 'l.unit', 'l.totals', 'r.content', 'r.place'])
    .where('l.organization_id', '=', organization)
    .where('l.release_id', '=', release)
    .where('l.line', '=', line)
    .where('r.state', '=', 'applied')
    .executeTakeFirst();

const shipments = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.shipment as s')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 's.organization_id').onRef('c.customer_id', '=', 's.customer_id'),
    )
    .select(['s.shipment_id as id', 's.note', 's.customer_id as customerId', 'c.name as customer', 's.state'])
    .select(['s.ship_to as shipTo', 's.ship_to_name as shipToName', 's.unloading_point as unloadingPoint', 's.carrier'])
    .select(['s.made_at as madeAt', 's.left_at as leftAt', 's.outgoing_id', 's.partner_id'])
    .select(
      sql<string>`(select string_agg(l.item, ', ' order by l.line) from planning.shipment_line l
        where l.organization_id = s.organization_id and l.shipment_id = s.shipment_id)`.as('items'),
    )
    .where('s.organization_id', '=', organization);

/** Shipments, newest first. Policies: inside, customer_reads on planning.shipment and .shipment_line. */
export async function listShipments(
  tx: Transaction,
  organization: string,
  filter: { readonly customer?: string | undefined; readonly after?: string | undefined; readonly limit: number },
) {
  const key = decodeKey(filter.after, 2);
  const rows = await shipments(tx, organization)
    .$if(filter.customer !== undefined, (q) => q.where('s.customer_id', '=', filter.customer!))
    .$if(key !== undefined, (q) =>
      q.where(sql<boolean>`(s.made_at, s.shipment_id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`),
    )
    .orderBy('s.made_at', 'desc')
    .orderBy('s.shipment_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.madeAt.toString(), row.id]);
}

/** Policies: as {@link listShipments}. */
export const findShipment = (tx: Transaction, organization: string, shipment: string) =>
  shipments(tx, organization).where('s.shipment_id', '=', shipment).executeTakeFirst();

/** Policy: inside, customer_reads on planning.shipment_line. */
export const linesOfShipment = (tx: Transaction, organization: string, shipment: string) =>
  tx
    .selectFrom('planning.shipment_line')
    .select(['line', 'item', 'description', 'unit', 'pack_type as packType', 'release_id', 'release_line'])
    .select([sql<number>`quantity::float8`.as('quantity'), sql<number>`per_pack::float8`.as('perPack')])
    .select(sql<number | null>`total::float8`.as('total'))
    .where('organization_id', '=', organization)
    .where('shipment_id', '=', shipment)
    .orderBy('line')
    .execute();

/** Policy: inside, customer_reads on planning.handling_unit. */
export const unitsOfShipment = (tx: Transaction, organization: string, shipment: string) =>
  tx
    .selectFrom('planning.handling_unit')
    .select(['unit', 'line', 'sscc', sql<number>`quantity::float8`.as('quantity')])
    .where('organization_id', '=', organization)
    .where('shipment_id', '=', shipment)
    .orderBy('unit')
    .execute();

/** What we count as shipped of some item to some place; the row is held. Policy: inside on planning.shipped_total. */
export const holdTotal = (
  tx: Transaction,
  organization: string,
  of: { readonly customer: string; readonly shipTo: string; readonly item: string },
) =>
  tx
    .selectFrom('planning.shipped_total')
    .select([sql<number>`total::float8`.as('total'), 'since'])
    .where('organization_id', '=', organization)
    .where('customer_id', '=', of.customer)
    .where('ship_to', '=', of.shipTo)
    .where('item', '=', of.item)
    .forUpdate()
    .executeTakeFirst();

/** Policy: inside on planning.shipped_total. */
export const setTotal = (
  tx: Transaction,
  organization: string,
  of: { readonly customer: string; readonly shipTo: string; readonly item: string },
  total: number,
  since: string | null,
) => {
  const set = { total: String(total), since: since === null ? null : Temporal.PlainDate.from(since) };
  return tx
    .insertInto('planning.shipped_total')
    .values({ organization_id: organization, customer_id: of.customer, ship_to: of.shipTo, item: of.item, ...set })
    .onConflict((c) => c.columns(['organization_id', 'customer_id', 'ship_to', 'item']).doUpdateSet(set))
    .execute();
};
