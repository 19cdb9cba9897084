import { sql } from 'kysely';
import type pg from 'pg';
import { type JobResult, PgBoss, fromKysely } from 'pg-boss';
import type { Transaction } from './doors.ts';

/** The jobs of the house and what each carries: ids only, since the role that writes jobs is one a request may take. */
export type Jobs = {
  'decision-taken': { readonly organization: string; readonly decision: string };
  'send-mail': { readonly organization: string; readonly mail: string };
  'apply-interchange': { readonly organization: string; readonly interchange: string };
  'draft-plan': { readonly organization: string; readonly release: string };
  'send-interchange': { readonly organization: string; readonly outgoing: string };
};
type JobName = keyof Jobs;
const jobNames = [
  'decision-taken',
  'send-mail',
  'apply-interchange',
  'draft-plan',
  'send-interchange',
] as const satisfies readonly JobName[];

/** The queue: pg-boss on the schema `jobs`. A job survives the death of its worker and is tried again within half a minute. */
export type JobQueue = {
  /** Puts a job into the caller's transaction: it is there when that commits, and never was when it rolls back. */
  enqueue<N extends JobName>(tx: Transaction, name: N, data: Jobs[N]): Promise<void>;
  /** Takes the jobs of one name, one at a time. What throws is tried again, later and later, ten times. */
  work<N extends JobName>(name: N, worker: (data: Jobs[N]) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

/**
 * How long the job of a process that was killed waits until another takes it up: without a sign of life for so long, it is looked
 * for as often. The queue's own default is a quarter of an hour.
 */
const secondsToNotice = 10;

/** Twenty are fetched at once and settled each by itself; the interval is for an empty queue, or each would wait half a second. */
const eager = {
  pollingIntervalSeconds: 0.5,
  batchSize: 20,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;

async function settle(id: string, work: () => Promise<void>): Promise<JobResult> {
  try {
    await work();
    return { id, status: 'completed' };
  } catch (thrown) {
    // Kept with the job, which is tried again.
    return { id, status: 'failed', output: { message: thrown instanceof Error ? thrown.message : String(thrown) } };
  }
}

/** @param connection as `coprod_jobs` */
export async function openJobs(connection: pg.PoolConfig): Promise<JobQueue> {
  const { types: _own, ...plain } = connection;
  const boss = new PgBoss({
    ...(plain as ConstructorParameters<typeof PgBoss>[0] & object),
    schema: 'jobs',
    createSchema: false,
    max: 3,
    superviseIntervalSeconds: secondsToNotice,
    monitorIntervalSeconds: secondsToNotice,
  });
  // pg-boss reports a lost connection here and tries again; what a worker throws is kept with its job. Whatever its types say, it
  // hands over a plain object, which emitWarning would throw at.
  boss.on('error', ({ message }) => process.emitWarning(`jobs: ${message}`));
  await boss.start();
  // A worker that has been killed is missed after that, and its job tried again: it need not wait for its expiry.
  const queue = { retryLimit: 10, retryDelay: 1, retryBackoff: true, heartbeatSeconds: secondsToNotice };
  for (const name of jobNames) {
    await boss.createQueue(name, queue);
    await boss.updateQueue(name, queue);
  }
  return {
    async enqueue(tx, name, data) {
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(tx);
      await sql`select set_config('role', 'coprod_jobs', true)`.execute(tx);
      await boss.send(name, data, { db: fromKysely(tx) });
      await sql`select set_config('role', ${rows[0]!.role}, true)`.execute(tx);
    },
    async work(name, worker) {
      await boss.work<Jobs[typeof name], readonly JobResult[]>(name, eager, async (jobs) => {
        const results: JobResult[] = [];
        for (const { id, data } of jobs) results.push(await settle(id, () => worker(data)));
        return results;
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}
