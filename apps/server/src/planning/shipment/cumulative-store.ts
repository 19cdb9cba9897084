import { sql } from 'kysely';
import type { Transaction } from '../../access/doors.ts';

/** What is counted as shipped, with the open question of each, those with one first. Policies: inside on planning.shipped_total, .total_question. */
export async function listCumulatives(tx: Transaction, organization: string) {
  const rows = await tx
    .selectFrom('planning.shipped_total as s')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 's.organization_id').onRef('c.customer_id', '=', 's.customer_id'),
    )
    .leftJoin('planning.total_question as q', (join) =>
      join
        .onRef('q.organization_id', '=', 's.organization_id')
        .onRef('q.customer_id', '=', 's.customer_id')
        .onRef('q.ship_to', '=', 's.ship_to')
        .onRef('q.item', '=', 's.item')
        .on('q.answered_at', 'is', null),
    )
    .select(['s.customer_id', 'c.name', 's.item', 's.ship_to', 's.since'])
    .select(sql<number>`s.total::float8`.as('total'))
    .select(['q.question_id', 'q.note', 'q.release_id', 'q.asked_at'])
    .select([
      sql<number | null>`q.shipped::float8`.as('shipped'),
      sql<number | null>`q.received::float8`.as('received'),
    ])
    .where('s.organization_id', '=', organization)
    .orderBy('q.asked_at')
    .orderBy('c.name')
    .orderBy('s.item')
    .orderBy('s.ship_to')
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    customerId: row.customer_id,
    customer: row.name,
    item: row.item,
    shipTo: row.ship_to,
    shipped: row.total,
    since: row.since,
    question:
      row.question_id === null
        ? null
        : {
            id: row.question_id,
            note: row.note,
            shipped: row.shipped!,
            received: row.received!,
            release: row.release_id!,
            askedAt: row.asked_at!,
          },
  }));
}
