import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';

/** Something changed: told to those who may see it once the transaction has committed. Ids only, never content. */
export type Change = {
  readonly organization: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Told to this customer's side as well; null: to the organization side only. */
  readonly customer: string | null;
};

/** The channel of PostgreSQL's LISTEN and NOTIFY on which changes travel between processes. */
export const liveChannel = 'coprod_live';

/** Announces a change. It leaves with the commit, and not at all with a rollback. */
export async function announce(tx: Transaction, change: Change): Promise<void> {
  await sql`select pg_notify(${liveChannel}, ${JSON.stringify(change)})`.execute(tx);
}
