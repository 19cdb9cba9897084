import type { Delivery, Problem } from '@coprod/planner';
import type { Access } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { appendAllToLedger } from '../../core/append-to-ledger.ts';
import { announce } from '../../core/live.ts';
import { newId } from '../../platform/ids.ts';
import { arrivesOn, askedOn, termFor } from '../plant/asked.ts';
import { plantRows } from '../plant/plant-store.ts';
import { insertPromises } from '../reply-store.ts';
import { askedNow, promisesThatStand } from './asked-store.ts';

/** Rows and ledger entries written at a time. */
const atOnce = 200;

/**
 * The dates of an adopted plan become promises, for what is firm or may be made: each that is new or moved is written, each whose demand
 * is gone or moved is ended. What a customer agreed to in an offer stands as agreed, and no plan changes it.
 * @returns how many promises are new
 */
export async function promisesFollow(
  tx: Transaction,
  access: Access,
  plan: {
    readonly id: string;
    /** Prices do not matter here. */
    readonly problem: Problem;
    readonly deliveries: readonly Omit<Delivery, 'costCents'>[];
  },
): Promise<number> {
  const organization = access.organization.id;
  const { timeZone } = plan.problem;
  const today = access.now().toZonedDateTimeISO(timeZone).toPlainDate();
  const terms = await plantRows(tx, organization, 'customers');
  const standing = await promisesThatStand(tx, organization, today);
  const keyOf = (customer: string, item: string, on: string): string => JSON.stringify([customer, item, on]);
  const joint = new Set(
    standing.filter(({ byPlan }) => !byPlan).map((one) => keyOf(one.customer, one.item, one.promisedOn)),
  );
  const demands = new Map((plan.problem.demands ?? []).map((demand) => [demand.id, demand]));
  const wanted = new Map(
    plan.deliveries.flatMap((delivery) => {
      const demand = demands.get(delivery.demand);
      if (demand === undefined || delivery.complete === null) return [];
      if (demand.firmness !== 'firm' && demand.firmness !== 'production') return [];
      const on = askedOn(demand.id);
      const key = keyOf(demand.customer, demand.item, on);
      if (joint.has(key)) return [];
      const leaves = later(delivery.complete, delivery.latestDispatch);
      const arrives = arrivesOn(Temporal.Instant.from(leaves), termFor(terms, demand.customer), timeZone).toString();
      // What is in time arrives when it was asked for, whatever the truck's own timetable says.
      const promisedOn = leaves === delivery.latestDispatch && on >= today.toString() ? on : arrives;
      return [[key, { demand, askedOn: on, promisedOn }] as const];
    }),
  );
  const kept = new Set<string>();
  const ended = standing
    .filter(({ byPlan }) => byPlan)
    .filter((one) => {
      const key = keyOf(one.customer, one.item, one.askedOn);
      const now = wanted.get(key);
      const same = now?.promisedOn === one.promisedOn && now.demand.pieces === one.quantity;
      if (same) kept.add(key);
      return !same;
    });
  await endPromises(
    tx,
    organization,
    ended.map(({ id }) => id),
    access.now(),
  );

  const customers = await idsOf(tx, organization);
  const units = new Map(
    (await askedNow(tx, organization, access.now())).map((line) => [`${line.customer}\n${line.item}`, line.unit]),
  );
  const rows = [...wanted].flatMap(([key, { demand, askedOn: on, promisedOn }]) => {
    const customer = customers.get(demand.customer);
    if (kept.has(key) || customer === undefined) return [];
    return [
      {
        organization_id: organization,
        promise_id: newId(),
        customer_id: customer,
        plan_id: plan.id,
        item: demand.item,
        unit: units.get(`${demand.customer}\n${demand.item}`) ?? null,
        asked_on: Temporal.PlainDate.from(on),
        asked_quantity: String(demand.pieces),
        promised_on: Temporal.PlainDate.from(promisedOn),
        promised_quantity: String(demand.pieces),
        made_at: access.now(),
      },
    ];
  });
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    await insertPromises(tx, some);
    await appendAllToLedger(
      tx,
      access,
      some.map((row) => ({
        kind: 'promise-made',
        subject: { kind: 'promise', id: row.promise_id },
        customer: row.customer_id,
        body: { item: row.item, on: row.promised_on.toString(), quantity: row.promised_quantity },
      })),
    );
  }
  for (const customer of new Set(rows.map((row) => row.customer_id)))
    await announce(tx, { organization, subject: { kind: 'promise', id: plan.id }, customer });
  return rows.length;
}

const later = (a: string, b: string): string => (Temporal.Instant.compare(a, b) > 0 ? a : b);

/** Policy: inside on planning.promise. */
async function endPromises(
  tx: Transaction,
  organization: string,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('planning.promise')
    .set({ ended_at: at })
    .where('organization_id', '=', organization)
    .where('promise_id', 'in', ids)
    .execute();
}

/** Policy: inside on access.customer. */
async function idsOf(tx: Transaction, organization: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('access.customer')
    .select(['customer_id', 'name'])
    .where('organization_id', '=', organization)
    .execute();
  return new Map(rows.map((row) => [row.name, row.customer_id]));
}
