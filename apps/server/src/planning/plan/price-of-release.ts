import { createHash } from 'node:crypto';
import {
  type CustomerChange,
  type Demand,
  type Offer,
  type Problem,
  evaluate,
  withChanges,
  withPrevious,
} from '@coprod/planner';
import type { Access } from '../../access/access.ts';
import type { JudgedWeek } from '../apply-release.ts';
import { dayOf } from '../demand-curve.ts';
import { arrivesOn, askedOn, demandsOf, termFor } from '../plant/asked.ts';
import { lastOf } from '../plant/carry-over.ts';
import { type PlantRow, plantRows } from '../plant/plant-store.ts';
import { linesOf } from '../release-store.ts';
import type { Amount } from '../reply-store.ts';
import { askedNow } from './asked-store.ts';
import { planForRelease, pricedProblem } from './plan-store.ts';
import type { Planner } from './planner-pool.ts';

export type CounterOffer = {
  /** Stands for exactly these amounts. */
  readonly id: string;
  readonly kind: Offer['kind'];
  /** By the call-offs that wait for an answer, with the whole of what each would get. */
  readonly answers: readonly {
    readonly intervention: string;
    readonly item: string;
    readonly lines: readonly Amount[];
  }[];
  /** Cents less than the change as asked. */
  readonly savesCents: number;
};

export type ReleasePrice = {
  readonly plan: string;
  readonly cents: number;
  readonly overtimeMinutes: number;
  readonly extraShifts: number;
  /** Promises to other customers that get late, or later. */
  readonly othersLater: number;
  readonly offers: readonly CounterOffer[];
};

const priceEffort = { seed: 1, steps: 20_000 };
const offerEffort = { seed: 1, steps: 12_000 };
/** Prices of this many drafts are kept: the same draft has the same price. */
const keptPrices = 100;

/** What a release costs the plant, and what could be offered instead; both by the problem of its draft, so that they do not change. */
export type Pricing = {
  /** @returns null where the release has no draft: no plant, no plan in force, or it asks for nothing new */
  priceOf(access: Access, release: string): Promise<ReleasePrice | null>;
};

export function openPricing(planner: Planner): Pricing {
  const known = new Map<
    string,
    Promise<Omit<ReleasePrice, 'offers'> & { readonly found: Found; readonly raw: readonly Priced[] }>
  >();
  return {
    async priceOf(access, release) {
      const found = await access.transaction((tx) => readFound(tx, access, release));
      if (found === null) return null;
      const key = `${access.organization.id} ${found.plan}`;
      let price = known.get(key);
      if (price === undefined) {
        price = calculate(planner, found);
        known.set(key, price);
        price.catch(() => known.delete(key));
        if (known.size > keptPrices) known.delete(known.keys().next().value!);
      }
      const { raw, found: _found, ...rest } = await price;
      // Which call-offs wait is asked each time: somebody may have answered one meanwhile.
      return { ...rest, offers: raw.flatMap((one) => asAnswers(one, found) ?? []).slice(0, 3) };
    },
  };
}

type Open = { readonly intervention: string; readonly item: string; readonly weeks: readonly JudgedWeek[] };
type Found = {
  readonly plan: string;
  readonly problem: Problem;
  readonly change: CustomerChange;
  readonly before: readonly Demand[];
  readonly open: readonly Open[];
  readonly terms: readonly PlantRow[];
};
type Priced = { readonly offer: Offer; readonly savesCents: number };

/** Policies: those of the tables read; prices by planner_or_administrator. */
async function readFound(
  tx: Parameters<typeof planForRelease>[0],
  access: Access,
  release: string,
): Promise<Found | null> {
  const organization = access.organization.id;
  const plan = await planForRelease(tx, organization, release);
  if (plan === undefined || plan.base === null) return null;
  const problem = await pricedProblem(tx, organization, plan.fingerprint);
  if (problem === undefined) return null;
  const asked = await tx
    .selectFrom('planning.release as r')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'r.organization_id').onRef('c.customer_id', '=', 'r.customer_id'),
    )
    .select(['r.document_order', 'r.customer_id', 'c.name'])
    .where('r.organization_id', '=', organization)
    .where('r.release_id', '=', release)
    .executeTakeFirstOrThrow();
  const earlier = await askedNow(tx, organization, access.now(), {
    release,
    order: asked.document_order,
    customer: asked.customer_id,
  });
  const terms = await plantRows(tx, organization, 'customers');
  const counts = new Map(
    (await plantRows(tx, organization, 'items')).map(({ cells }) => [cells['item'], cells['stockAt']]),
  );
  const span = {
    start: Temporal.Instant.from(problem.start),
    end: Temporal.Instant.from(problem.end),
    timeZone: problem.timeZone,
  };
  const { demands } = demandsOf(
    earlier,
    [],
    terms,
    (item) => {
      const at = counts.get(item);
      return typeof at === 'string' ? Temporal.Instant.from(at) : undefined;
    },
    span,
  );
  const known = new Set(problem.items.map(({ id }) => id));
  const now = (problem.demands ?? []).filter(({ customer }) => customer === asked.name);
  const lines = await linesOf(tx, organization, release);
  return {
    plan: plan.plan_id,
    problem,
    change: { customer: asked.name, demands: now },
    // Days that only the new release reaches are no change of his: nobody had asked for them before.
    before: [...demands.filter(({ item }) => known.has(item)), ...beyond(now, demands)],
    open: lines.flatMap((line) =>
      line.intervention_id !== null && line.intervention_state === 'open'
        ? [{ intervention: line.intervention_id, item: line.item, weeks: line.weeks as readonly JudgedWeek[] }]
        : [],
    ),
    terms,
  };
}

/** What is asked for days after the last one that was asked before, item by item. */
function beyond(now: readonly Demand[], before: readonly Demand[]): readonly Demand[] {
  const last = new Map<string, string>();
  for (const { item, id } of before) if ((last.get(item) ?? '') < askedOn(id)) last.set(item, askedOn(id));
  return now.filter(({ item, id }) => last.has(item) && askedOn(id) > last.get(item)!);
}

async function calculate(planner: Planner, found: Found) {
  const { problem, change, before } = found;
  const last = lastOf(problem)!;
  const without = withChanges(problem, [{ customer: change.customer, demands: before }]);
  const price = await planner.ask({ kind: 'price', problem: without, last, changes: [change], effort: priceEffort });
  const offers = await planner.ask({ kind: 'counter-offer', problem: without, last, change, effort: offerEffort });
  const costOf = (demands: readonly Demand[], plan: Offer['planned']['plan']): number =>
    evaluate(withPrevious(withChanges(without, [{ ...change, demands }]), last), plan).costs.total;
  const asAsked = costOf(change.demands, price.after.plan);
  return {
    plan: found.plan,
    cents: price.cents,
    overtimeMinutes: price.overtimeMinutes,
    extraShifts: price.extraShifts,
    othersLater: price.othersLater.length,
    found,
    raw: offers.map((offer) => ({ offer, savesCents: asAsked - costOf(offer.demands, offer.planned.plan) })),
  };
}

/** An offer as the answers to the call-offs that wait: the whole quantity of the weeks that went beyond the rule, by day of arrival. */
function asAnswers({ offer, savesCents }: Priced, { change, open, terms, problem }: Found): CounterOffer[] | null {
  const asked = new Map(change.demands.map((demand) => [demand.id, demand]));
  const origin = (id: string): string => (asked.has(id) ? id : id.replace(/ rest$/, ''));
  const answers = open.flatMap(({ intervention, item, weeks }) => {
    const outside = weeks.filter(({ verdict }) => verdict?.kind === 'outside');
    const within = (id: string): boolean => {
      const on = askedOn(id);
      return outside.some(({ from, to }) => on >= dayOf(from).toString() && on <= dayOf(to).toString());
    };
    const mine = offer.demands.filter((demand) => demand.item === item && within(origin(demand.id)));
    const wanted = [...asked.values()].filter((demand) => demand.item === item && within(demand.id));
    const lines = new Map<string, number>();
    for (const demand of mine) {
      const original = asked.get(demand.id);
      const same = original?.latestDispatch === demand.latestDispatch;
      const on = same
        ? askedOn(demand.id)
        : arrivesOn(
            Temporal.Instant.from(demand.latestDispatch),
            termFor(terms, change.customer),
            problem.timeZone,
          ).toString();
      lines.set(on, (lines.get(on) ?? 0) + demand.pieces);
    }
    const amounts = [...lines].map(([on, quantity]) => ({ on, quantity })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
    const unchanged =
      wanted.length === amounts.length && wanted.every((demand) => lines.get(askedOn(demand.id)) === demand.pieces);
    return unchanged || amounts.length === 0 ? [] : [{ intervention, item, lines: amounts }];
  });
  if (answers.length === 0) return null;
  const id = createHash('sha256').update(JSON.stringify(answers)).digest('hex').slice(0, 24);
  return [{ id, kind: offer.kind, answers, savesCents }];
}
