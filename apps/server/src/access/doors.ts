import { type Kysely, type Transaction as KyselyTransaction, sql } from 'kysely';
import { type SignedContext, signContext } from '../platform/context-token.ts';
import type { Tables } from '../platform/tables.gen.ts';
import type { JobQueue } from './jobs.ts';
import type { Role } from './roles.ts';

/** A transaction in which row-level security holds for one caller. */
export type Transaction = KyselyTransaction<Tables>;

/** In whose name the database is asked. `system` is a job that acts for one organization. */
export type Caller = SignedContext & { readonly roles: readonly Role[] };

/** The only ways into the organization's rows. */
export type Doors = {
  /**
   * Runs `work` in one transaction under the role of the caller's side, with a signed context that only this connection can use,
   * for seconds. A refusal that `work` returns rolls everything back: nothing is half done.
   */
  transaction<T>(caller: Caller, work: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly enqueue: JobQueue['enqueue'];
  readonly now: () => Temporal.Instant;
};

/** Seconds for which a context holds: as long as the longest transaction may be. */
const contextSeconds = 60;
const databaseRole = { organization: 'coprod_staff', customer: 'coprod_customer', system: 'coprod_system' } as const;

/**
 * @param requests connects as `coprod_request`, which has no rights of its own and takes the role of a side
 * @param system connects as `coprod_system`: what a request can never become
 * @param jobs whose jobs the transactions may put in
 * @param now the clock of what is written; the demo's history is built with another
 * @param key the secret under which contexts are signed (context-token.ts)
 */
export function openDoors(
  requests: Kysely<Tables>,
  system: Kysely<Tables>,
  jobs: JobQueue,
  key: Buffer,
  now: () => Temporal.Instant = systemClock,
): Doors {
  return {
    enqueue: jobs.enqueue,
    now,
    async transaction(caller, work) {
      try {
        return await (caller.side === 'system' ? system : requests).transaction().execute(async (tx) => {
          // Asked inside the transaction: a pooler may give each transaction another backend.
          const entered = await sql<{ backend: number }>`
            select set_config('role', ${databaseRole[caller.side]}, true), pg_backend_pid() as backend`.execute(tx);
          const expires = Temporal.Now.instant().add({ seconds: contextSeconds });
          await sql`select set_config('coprod.context', ${signContext(key, caller, entered.rows[0]!.backend, expires)}, true)`.execute(
            tx,
          );
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

/** Milliseconds: what JSON, the ledger and people can hold. */
const systemClock = (): Temporal.Instant => Temporal.Now.instant().round('millisecond');

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
