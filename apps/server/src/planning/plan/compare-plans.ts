import type { Costs, PlanLot } from '@coprod/planner';
import type { Access } from '../../access/access.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { type Outcome, type PinnedPlan, costsOf, factsOf, findPlan } from './plan-store.ts';

type Lot = Pick<PlanLot, 'id' | 'line' | 'item' | 'pieces' | 'start' | 'end'>;

export type Comparison = {
  /** Null to who may not see prices. */
  readonly costs: { readonly a: Costs; readonly b: Costs } | null;
  readonly late: { readonly a: number; readonly b: number };
  readonly overtimeMinutes: { readonly a: number; readonly b: number };
  readonly moved: readonly { readonly a: Lot; readonly b: Lot }[];
  readonly added: readonly Lot[];
  readonly removed: readonly Lot[];
  /** Lots that both hold, or could. */
  readonly lots: number;
  readonly promises: readonly {
    readonly demand: string;
    readonly customer: string;
    readonly item: string;
    readonly a: string | null;
    readonly b: string | null;
  }[];
};

/**
 * Two plans side by side, from the moment on at which the later one begins: what came before cannot be changed by either. A lot counts as
 * moved that stands on another line, another day, or with other pieces.
 * @refuses not-found
 */
export function comparePlans(access: Access, a: string, b: string): Promise<Result<Comparison>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const [one, other] = [await findPlan(tx, organization, a), await findPlan(tx, organization, b)];
    if (one === undefined || other === undefined) return refuse('not-found');
    const [of, to] = [
      await factsOf(tx, organization, one.fingerprint),
      await factsOf(tx, organization, other.fingerprint),
    ];
    const from = Temporal.Instant.compare(of.start, to.start) > 0 ? of.start : to.start;
    const [price, otherPrice] = [await costsOf(tx, organization, a), await costsOf(tx, organization, b)];
    const [plan, otherPlan] = [one.plan as PinnedPlan, other.plan as PinnedPlan];
    const outcomes = [one.outcome as Outcome, other.outcome as Outcome] as const;
    const day = (at: string): string =>
      Temporal.Instant.from(at).toZonedDateTimeISO(to.timeZone).toPlainDate().toString();
    const minutes = (plan_: PinnedPlan): number =>
      plan_.overtime.filter(({ date }) => date >= day(from)).reduce((sum, entry) => sum + entry.minutes, 0);
    return ok({
      costs: price === undefined || otherPrice === undefined ? null : { a: price.costs, b: otherPrice.costs },
      late: { a: one.late, b: other.late },
      overtimeMinutes: { a: minutes(plan), b: minutes(otherPlan) },
      ...lotsBetween(plan.lots, otherPlan.lots, from, day),
      promises: promisesBetween(outcomes[0], outcomes[1], day),
    });
  });
}

function lotsBetween(
  a: readonly PlanLot[],
  b: readonly PlanLot[],
  from: string,
  day: (at: string) => string,
): Pick<Comparison, 'moved' | 'added' | 'removed' | 'lots'> {
  const ahead = (lots: readonly PlanLot[]): ReadonlyMap<string, PlanLot> =>
    new Map(lots.filter(({ end }) => Temporal.Instant.compare(end, from) > 0).map((lot) => [lot.id, lot]));
  const [before, after] = [ahead(a), ahead(b)];
  const begun = (lot: PlanLot): boolean => Temporal.Instant.compare(lot.start, from) <= 0;
  const moved = [...before.values()].flatMap((lot) => {
    const now = after.get(lot.id);
    if (now === undefined || (begun(lot) && now.line === lot.line)) return [];
    const same = now.line === lot.line && now.pieces === lot.pieces && day(now.start) === day(lot.start);
    return same ? [] : [{ a: bare(lot), b: bare(now) }];
  });
  return {
    moved,
    added: [...after.values()].filter(({ id }) => !before.has(id)).map(bare),
    removed: [...before.values()].filter(({ id }) => !after.has(id)).map(bare),
    lots: before.size,
  };
}

const bare = ({ id, line, item, pieces, start, end }: PlanLot): Lot => ({ id, line, item, pieces, start, end });

/** Demands that both plans know and serve on different days; late or never counts as a day of its own. */
function promisesBetween(a: Outcome, b: Outcome, day: (at: string) => string): Comparison['promises'] {
  const before = new Map(a.deliveries.map((delivery) => [delivery.demand, delivery]));
  return b.deliveries.flatMap((delivery) => {
    const old = before.get(delivery.demand);
    const [was, is] = [old?.complete ?? null, delivery.complete];
    if (old === undefined || was === is || (was !== null && is !== null && day(was) === day(is))) return [];
    return [{ demand: delivery.demand, customer: delivery.customer, item: delivery.item, a: was, b: is }];
  });
}
