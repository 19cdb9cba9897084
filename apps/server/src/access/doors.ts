import { createHmac } from 'node:crypto';
import { type Kysely, type Transaction as KyselyTransaction, sql } from 'kysely';
import type { Tables } from '../platform/tables.gen.ts';
import type { Role } from './roles.ts';

/** A transaction in which row-level security holds for one caller. */
export type Transaction = KyselyTransaction<Tables>;

/** In whose name the database is asked. `system` is a job that acts for one organization. */
export type Caller = {
  readonly side: 'organization' | 'customer' | 'system';
  readonly organization: string;
  readonly customer: string | null;
  readonly person: string | null;
  readonly membership: string | null;
  readonly roles: readonly Role[];
};

/** The only ways into the organization's rows. */
export type Doors = {
  /**
   * Runs `work` in one transaction under the role of the caller's side, with a signed context that only this connection can use,
   * for seconds. A refusal that `work` returns rolls everything back: nothing is half done.
   */
  transaction<T>(caller: Caller, work: (tx: Transaction) => Promise<T>): Promise<T>;
};

const contextSeconds = 60;
const databaseRole = { organization: 'coprod_staff', customer: 'coprod_customer', system: 'coprod_system' } as const;

/**
 * @param database connects as `coprod_request`, which has no rights of its own
 * @param key the secret under which contexts are signed, at most 64 bytes; the roles cannot read it
 */
export function openDoors(database: Kysely<Tables>, key: Uint8Array): Doors {
  const sign = (caller: Caller, backend: number): string => {
    const expires = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000) + contextSeconds;
    const body = [
      caller.organization,
      caller.customer ?? '',
      caller.side,
      caller.person ?? '',
      caller.membership ?? '',
      caller.roles.join(','),
      expires,
      backend,
    ].join('|');
    return `${body}|${createHmac('sha256', key).update(body).digest('hex')}`;
  };

  return {
    async transaction(caller, work) {
      try {
        return await database.transaction().execute(async (tx) => {
          // Asked inside the transaction: a pooler may give each transaction another backend.
          const entered = await sql<{ backend: number }>`
            select set_config('role', ${databaseRole[caller.side]}, true), pg_backend_pid() as backend`.execute(tx);
          await sql`select set_config('coprod.context', ${sign(caller, entered.rows[0]!.backend)}, true)`.execute(tx);
          const outcome = await work(tx);
          if (isRefused(outcome)) throw new RolledBack(outcome);
          return outcome;
        });
      } catch (thrown) {
        if (thrown instanceof RolledBack) return thrown.outcome as never;
        throw thrown;
      }
    },
  };
}

/** Carries a refusal out of the transaction that it rolls back. */
class RolledBack extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super('refused');
    this.outcome = outcome;
  }
}

const isRefused = (outcome: unknown): boolean =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;
