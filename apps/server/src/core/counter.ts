import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';

/**
 * The next running number of an organization: `intervention` (I-204), `proposal` (P-118), `rule`, or
 * `transmission:<customer>` (T-88, counted per customer so that no customer learns of others). No gap survives: the row is locked
 * until the transaction ends. Policy: inside, customer_counts on core.counter.
 */
export const nextNumber = (tx: Transaction, organization: string, name: string): Promise<number> =>
  nextNumbers(tx, organization, name, 1);

/** Takes `count` running numbers in a row. @returns the first of them */
export async function nextNumbers(tx: Transaction, organization: string, name: string, count: number): Promise<number> {
  const { value } = await tx
    .insertInto('core.counter')
    .values({ organization_id: organization, name, value: count })
    .onConflict((c) =>
      c.columns(['organization_id', 'name']).doUpdateSet({ value: sql`core.counter.value + ${count}::int` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value - count + 1;
}
