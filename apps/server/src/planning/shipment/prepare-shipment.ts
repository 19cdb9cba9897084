import type { Release } from '@coprod/edi';
import type { Access } from '../../access/access.ts';
import { nextNumber, nextNumbers } from '../../core/counter.ts';
import { announce } from '../../core/live.ts';
import { newId } from '../../platform/ids.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { keyOf } from '../apply-release.ts';
import type { LineTotals } from '../release-store.ts';
import { findReleaseLine, findShipping } from './shipment-store.ts';
import { sscc } from './sscc.ts';

export type WantedShipment = {
  readonly customer: string;
  readonly carrier: string | null;
  readonly lines: readonly {
    readonly release: string;
    readonly line: number;
    readonly promise: string | null;
    readonly quantity: number;
    /** Pieces in a container; as the release says, without. */
    readonly perPack: number | null;
    readonly packType: string | null;
  }[];
};

/** More labels than these are printed for another shipment. */
const mostUnits = 500;

/**
 * Prepares a shipment: whole containers of what releases ask, to one place, each container with its own code. Nothing is told to
 * anybody until it leaves.
 * @refuses not-found (customer, release line), shipping-not-set, not-whole-containers, container-unknown, two-places, too-many-units
 */
export function prepareShipment(
  access: Access,
  wanted: WantedShipment,
): Promise<Result<{ readonly shipment: string }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const shipping = await findShipping(tx, organization);
    if (shipping === undefined) return refuse('shipping-not-set');
    const lines = [];
    for (const line of wanted.lines) {
      const found = await findReleaseLine(tx, organization, line.release, line.line);
      if (found === undefined || found.customer_id !== wanted.customer) return refuse('not-found');
      const perPack = line.perPack ?? (found.totals as LineTotals).container;
      if (perPack === null) return refuse('container-unknown', { item: found.item });
      if (line.quantity % perPack !== 0) return refuse('not-whole-containers', { item: found.item, quantity: perPack });
      const item = (found.content as Release).items.find((one) => keyOf(one) === found.line_key);
      lines.push({ ...line, found, item, perPack, units: line.quantity / perPack });
    }
    const places = new Set(lines.map(({ item }) => item?.shipTo?.id ?? ''));
    if (places.size > 1) return refuse('two-places');
    const units = lines.reduce((sum, line) => sum + line.units, 0);
    if (units > mostUnits) return refuse('too-many-units', { most: mostUnits });

    const id = newId();
    const note = String(await nextNumber(tx, organization, 'delivery-note')).padStart(8, '0');
    const partner = await tx
      .selectFrom('planning.partner')
      .select('partner_id')
      .where('organization_id', '=', organization)
      .where('customer_id', '=', wanted.customer)
      .orderBy('added_at')
      .orderBy('partner_id')
      .executeTakeFirst();
    const first = lines[0]!;
    await tx
      .insertInto('planning.shipment')
      .values({
        organization_id: organization,
        shipment_id: id,
        customer_id: wanted.customer,
        partner_id: partner?.partner_id ?? null,
        note,
        ship_to: first.item?.shipTo?.id ?? '',
        ship_to_name: first.item?.shipTo?.name ?? first.found.place ?? '',
        unloading_point: first.item?.unloadingPoint ?? null,
        carrier: wanted.carrier,
        state: 'prepared',
        made_at: access.now(),
        made_by: access.membership,
      })
      .execute();
    const key = { organization_id: organization, shipment_id: id, customer_id: wanted.customer };
    await tx
      .insertInto('planning.shipment_line')
      .values(
        lines.map(({ found, ...line }, index) => ({
          ...key,
          line: index,
          release_id: line.release,
          release_line: line.line,
          promise_id: line.promise,
          item: found.item,
          description: found.description,
          unit: found.unit,
          quantity: String(line.quantity),
          per_pack: String(line.perPack),
          pack_type: line.packType,
        })),
      )
      .execute();
    // Written in one go, so that the labels of a shipment follow one another, as VDA 715 wants them.
    const serial = await nextNumbers(tx, organization, `sscc:${shipping.gs1Prefix}`, units);
    const held = lines.flatMap(({ units: count, perPack }, line) =>
      Array.from({ length: count }, () => ({ line, perPack })),
    );
    await tx
      .insertInto('planning.handling_unit')
      .values(
        held.map(({ line, perPack }, unit) => ({
          ...key,
          unit,
          line,
          sscc: sscc(shipping.gs1Prefix, serial + unit),
          quantity: String(perPack),
        })),
      )
      .execute();
    await announce(tx, { organization, subject: { kind: 'shipment', id }, customer: null });
    return ok({ shipment: id });
  });
}
