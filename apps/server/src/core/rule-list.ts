import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';
import type { Regulation, RuleKind } from './rule.ts';

export type RuleFilter = {
  readonly kind?: RuleKind | undefined;
  readonly regulation?: Regulation | undefined;
  readonly owner?: string | undefined;
  readonly customer?: string | undefined;
  /** `number` or `review`: the review date that ends first. */
  readonly sort: 'number' | 'review';
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Rules with a version in force, by number or by review date. Policy: inside on core.rule, access.membership, access.team, core.use_report. */
export async function listRules(tx: Transaction, organization: string, filter: RuleFilter) {
  const key = decodeKey(filter.after, 2);
  const byReview = filter.sort === 'review';
  const rows = await tx
    .selectFrom('core.rule as r')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'r.organization_id').onRef('m.membership_id', '=', 'r.owner_id'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'r.organization_id').onRef('c.customer_id', '=', 'r.customer_id'),
    )
    .leftJoin('core.rule_version as v', (join) =>
      join
        .onRef('v.organization_id', '=', 'r.organization_id')
        .onRef('v.rule_id', '=', 'r.rule_id')
        .onRef('v.version', '=', 'r.version'),
    )
    .select([
      'r.rule_id',
      'r.number',
      'r.label',
      'r.kind',
      'r.regulation',
      'r.title',
      'r.version',
      'r.review_on',
      'r.owner_id',
      'm.name as owner',
      'c.name as customer',
      'v.in_force_from',
    ])
    .select((eb) =>
      eb
        .selectFrom('core.use_report as u')
        .select(sql<number>`count(distinct coalesce(u.team_id, u.membership_id))`.as('count'))
        .whereRef('u.organization_id', '=', 'r.organization_id')
        .whereRef('u.rule_id', '=', 'r.rule_id')
        .whereRef('u.version', '=', 'r.version')
        .where('u.kind', '=', 'in-use')
        .as('in_use'),
    )
    .where('r.organization_id', '=', organization)
    .where('r.withdrawn_at', 'is', null)
    .where('r.version', '>', 0)
    .$if(filter.kind !== undefined, (q) => q.where('r.kind', '=', filter.kind!))
    .$if(filter.regulation !== undefined, (q) => q.where('r.regulation', '=', filter.regulation!))
    .$if(filter.owner !== undefined, (q) => q.where('r.owner_id', '=', filter.owner!))
    .$if(filter.customer !== undefined, (q) => q.where('r.customer_id', '=', filter.customer!))
    .$if(key !== undefined && !byReview, (q) => q.where('r.number', '>', Number(key?.[1])))
    .$if(key !== undefined && byReview, (q) =>
      q.where(
        sql<SqlBool>`(coalesce(r.review_on, 'infinity'::date), r.number) > (${key?.[0]}::date, ${Number(key?.[1])}::int)`,
      ),
    )
    .$if(byReview, (q) => q.orderBy(sql`coalesce(r.review_on, 'infinity'::date)`))
    .orderBy('r.number')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.review_on?.toString() ?? 'infinity', String(row.number)]);
}
