import { sql } from 'kysely';
import { z } from 'zod';
import { routes } from '../../access/routes.ts';
import { announce } from '../../core/live.ts';
import { newId } from '../../platform/ids.ts';
import { ok, refuse } from '../../platform/result.ts';
import { id, instant, page, pageQuery, plainDate, text } from '../../platform/schemas.ts';
import { findOutgoing } from '../outgoing/outgoing-store.ts';
import type { LineTotals } from '../release-store.ts';
import { announceShipment } from './announce-shipment.ts';
import { listCumulatives } from './cumulative-store.ts';
import { labelPdf } from './label-pdf.ts';
import { prepareShipment } from './prepare-shipment.ts';
import {
  findShipment,
  findShipping,
  linesOfShipment,
  listShipments,
  openPromises,
  shippableLines,
  unitsOfShipment,
} from './shipment-store.ts';

const readers = [
  'organization:planner',
  'organization:team-lead',
  'customer:scheduler',
  'customer:approver',
  'customer:reader',
] as const;
const quantity = z.number().positive().max(1e9);

const shipping = z.strictObject({ gs1Prefix: z.string().regex(/^\d{7,12}$/), shipFrom: text(200) });

const shipmentRow = z
  .object({
    id,
    note: z.string(),
    customer: z.string(),
    customerId: id,
    shipTo: z.string(),
    shipToName: z.string(),
    items: z.string(),
    state: z.enum(['prepared', 'announced']),
    madeAt: instant,
    leftAt: instant.nullable(),
  })
  .meta({ id: 'Shipment' });

const shipmentAnswer = shipmentRow
  .extend({
    unloadingPoint: z.string().nullable(),
    carrier: z.string().nullable(),
    lines: z.array(
      z.object({
        line: z.number().int(),
        item: z.string(),
        description: z.string().nullable(),
        unit: z.string().nullable(),
        quantity: z.number(),
        perPack: z.number(),
        packType: z.string().nullable(),
        /** Shipped in all of this item to this place, this shipment included; null until it has left. */
        total: z.number().nullable(),
      }),
    ),
    units: z.array(
      z.object({ unit: z.number().int(), line: z.number().int(), sscc: z.string(), quantity: z.number() }),
    ),
    /** The despatch advice, where one was written; the organization side only. */
    advice: z
      .object({
        id,
        kind: z.string(),
        reference: z.string(),
        state: z.enum(['waiting', 'sent']),
        verdict: z.enum(['received', 'accepted', 'rejected']).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ShipmentPage' });

/** What leaves for customers, and what both sides count. */
export const shipmentRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/shipping',
    {
      summary: 'How the organization ships: its GS1 company prefix and the place that goods leave',
      allow: ['organization:planner', 'organization:administrator'],
      answer: z.object({ shipping: shipping.nullable() }),
    },
    ({ access }) =>
      access.transaction(async (tx) => ok({ shipping: (await findShipping(tx, access.organization.id)) ?? null })),
  );

  r.put(
    '/organizations/:organization/shipping',
    {
      summary: 'Say how the organization ships',
      allow: ['organization:planner', 'organization:administrator'],
      body: shipping,
    },
    ({ access, body }) =>
      access.transaction(async (tx) => {
        await tx
          .insertInto('planning.shipping')
          .values({
            organization_id: access.organization.id,
            shipping_id: newId(),
            gs1_prefix: body.gs1Prefix,
            ship_from: body.shipFrom,
            said_at: access.now(),
          })
          .execute();
        return ok(null);
      }),
  );

  r.get(
    '/organizations/:organization/shippable',
    {
      summary: 'What can be shipped to a customer: the lines of his releases that count, and what was promised of them',
      allow: ['organization:planner'],
      query: z.object({ customer: id }),
      answer: z.object({
        lines: z.array(
          z
            .object({
              release: id,
              line: z.number().int(),
              item: z.string(),
              description: z.string().nullable(),
              unit: z.string().nullable(),
              document: z.string(),
              place: z.string().nullable(),
              container: z.number().nullable(),
              /** Asked up to the day of the release, less what the customer had received. */
              open: z.number(),
            })
            .meta({ id: 'ShippableLine' }),
        ),
        promises: z.array(z.object({ id, item: z.string(), on: plainDate, promised: z.number(), shipped: z.number() })),
      }),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const lines = await shippableLines(tx, organization, query.customer);
        return ok({
          lines: lines.map(({ totals, line_key: _key, ...line }) => {
            const { container, askedToDate, received } = totals as LineTotals;
            return { ...line, container, open: Math.max(0, askedToDate - (received ?? 0)) };
          }),
          promises: await openPromises(tx, organization, query.customer),
        });
      }),
  );

  r.get(
    '/organizations/:organization/shipments',
    {
      summary: 'Shipments, newest first; a customer sees what has left for him',
      allow: readers,
      query: pageQuery.extend({ customer: id.optional() }),
      answer: page(shipmentRow),
    },
    ({ access, query }) => access.transaction(async (tx) => ok(await listShipments(tx, access.organization.id, query))),
  );

  r.post(
    '/organizations/:organization/shipments',
    {
      summary: 'Prepare a shipment: whole containers of what releases ask, each with its own label',
      allow: ['organization:planner'],
      body: z.strictObject({
        customer: id,
        carrier: text(35).nullable().default(null),
        lines: z
          .array(
            z.strictObject({
              release: id,
              line: z.number().int().min(0),
              promise: id.nullable().default(null),
              quantity,
              perPack: quantity.nullable().default(null),
              packType: text(20).nullable().default(null),
            }),
          )
          .min(1)
          .max(50),
      }),
      answer: z.object({ shipment: id }),
      status: 201,
    },
    ({ access, body }) => prepareShipment(access, body),
  );

  r.get(
    '/organizations/:organization/shipments/:shipment',
    {
      summary: 'One shipment: its lines, containers and labels, and its despatch advice',
      allow: readers,
      params: z.object({ shipment: id }),
      answer: shipmentAnswer,
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const found = await findShipment(tx, organization, params.shipment);
        if (found === undefined) return refuse('not-found');
        const advice =
          access.side === 'customer' || found.outgoing_id === null
            ? undefined
            : await findOutgoing(tx, organization, found.outgoing_id);
        return ok({
          ...found,
          lines: await linesOfShipment(tx, organization, params.shipment),
          units: await unitsOfShipment(tx, organization, params.shipment),
          advice: advice ?? null,
        });
      }),
  );

  r.post(
    '/organizations/:organization/shipments/:shipment/departure',
    {
      summary: 'It leaves: counted on, and announced by DESADV, 856 or 4913 as the partner’s page says',
      allow: ['organization:planner'],
      params: z.object({ shipment: id }),
      answer: z.object({ outgoing: id.nullable() }),
    },
    ({ access, params }) => announceShipment(access, params.shipment),
  );

  r.get(
    '/organizations/:organization/shipments/:shipment/labels',
    {
      summary: 'Its labels as PDF, one Global Transport Label a page',
      allow: readers,
      params: z.object({ shipment: id }),
    },
    async ({ access, params, reply }) => {
      const found = await access.transaction(async (tx) => {
        const organization = access.organization.id;
        const shipment = await findShipment(tx, organization, params.shipment);
        return shipment === undefined
          ? undefined
          : {
              shipment,
              // How we ship is ours to know; the customer's copy names the organization.
              shipFrom: access.side === 'customer' ? undefined : (await findShipping(tx, organization))?.shipFrom,
              lines: await linesOfShipment(tx, organization, params.shipment),
              units: await unitsOfShipment(tx, organization, params.shipment),
            };
      });
      if (found === undefined) return refuse('not-found');
      const { shipment, lines, units } = found;
      const labels = units.map((unit) => {
        const line = lines.find((one) => one.line === unit.line)!;
        return {
          shipFrom: found.shipFrom ?? access.organization.name,
          shipTo: shipment.shipToName === '' ? shipment.customer : shipment.shipToName,
          unloadingPoint: shipment.unloadingPoint,
          note: shipment.note,
          item: line.item,
          description: line.description,
          quantity: unit.quantity,
          unit: line.unit,
          sscc: unit.sscc,
        };
      });
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="labels-${shipment.note}.pdf"`)
        .send(await labelPdf(labels, access.language, access.now()));
    },
  );

  r.get(
    '/organizations/:organization/cumulatives',
    {
      summary:
        'What is counted per item and place: shipped by us, received by the customer, and the open question between them',
      allow: ['organization:planner'],
      answer: z.object({
        rows: z.array(
          z
            .object({
              customerId: id,
              customer: z.string(),
              item: z.string(),
              shipTo: z.string(),
              shipped: z.number(),
              since: plainDate.nullable(),
              question: z
                .object({
                  id,
                  note: z.string().nullable(),
                  shipped: z.number(),
                  received: z.number(),
                  release: id,
                  askedAt: instant,
                })
                .nullable(),
            })
            .meta({ id: 'CumulativeRow' }),
        ),
      }),
    },
    ({ access }) => access.transaction(async (tx) => ok({ rows: await listCumulatives(tx, access.organization.id) })),
  );

  r.post(
    '/organizations/:organization/cumulatives/:question/answer',
    {
      summary:
        'Answer the question of a difference: take over what the customer counts, or keep our count, with the reason',
      allow: ['organization:planner'],
      params: z.object({ question: id }),
      body: z.strictObject({ take: z.enum(['theirs', 'ours']), reason: text(2000) }),
    },
    ({ access, params, body }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const asked = await tx
          .selectFrom('planning.total_question')
          .selectAll()
          .where('organization_id', '=', organization)
          .where('question_id', '=', params.question)
          .forUpdate()
          .executeTakeFirst();
        if (asked === undefined) return refuse('not-found');
        if (asked.answered_at !== null) return refuse('already-answered');
        await tx
          .updateTable('planning.total_question')
          .set({ answered_at: access.now(), answered_by: access.membership, reason: body.reason })
          .where('organization_id', '=', organization)
          .where('question_id', '=', params.question)
          .execute();
        // What is on its way stays on its way: the count moves by the difference, whatever has left since.
        if (body.take === 'theirs')
          await tx
            .updateTable('planning.shipped_total')
            .set({ total: sql`total + ${asked.received}::numeric - ${asked.shipped}::numeric` })
            .where('organization_id', '=', organization)
            .where('customer_id', '=', asked.customer_id)
            .where('ship_to', '=', asked.ship_to)
            .where('item', '=', asked.item)
            .execute();
        await announce(tx, { organization, subject: { kind: 'cumulative', id: params.question }, customer: null });
        return ok(null);
      }),
  );
});
