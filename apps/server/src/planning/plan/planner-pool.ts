import { Worker } from 'node:worker_threads';
import type { CustomerChange, Explanation, Offer, Plan, Planned, PriceOfChange, Problem } from '@coprod/planner';

/** How much a task may try: moves, and seconds beyond which the best so far is given. */
export type Effort = { readonly seed: number; readonly steps: number; readonly seconds?: number };

export type Task =
  | { readonly kind: 'plan'; readonly problem: Problem; readonly effort: Effort }
  | { readonly kind: 'replan'; readonly problem: Problem; readonly last: Plan; readonly effort: Effort }
  | {
      readonly kind: 'price';
      readonly problem: Problem;
      readonly last: Plan;
      readonly changes: readonly CustomerChange[];
      readonly effort: Effort;
    }
  | {
      readonly kind: 'counter-offer';
      readonly problem: Problem;
      readonly last: Plan;
      readonly change: CustomerChange;
      readonly effort: Effort;
    }
  | {
      readonly kind: 'explain';
      readonly problem: Problem;
      readonly last: Plan;
      readonly demand: string;
      readonly effort: Effort;
    };

type Answers = {
  readonly plan: Planned;
  readonly replan: Planned;
  readonly price: PriceOfChange;
  readonly 'counter-offer': Offer[];
  readonly explain: Explanation | null;
};

export type ToThread = { readonly id: number; readonly task: Task };
export type FromThread = { readonly id: number; readonly value?: unknown; readonly failure?: string };

/** The planning engine in threads of its own, so that no request waits for a plan that is not its own. */
export type Planner = {
  /** Tasks wait their turn; one that runs longer than a minute is ended and throws. */
  ask<T extends Task>(task: T): Promise<Answers[T['kind']]>;
  close(): Promise<void>;
};

type Waiting = {
  readonly id: number;
  readonly task: Task;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: Error) => void;
};
type Thread = { readonly worker: Worker; busy: Waiting | null; timer: NodeJS.Timeout | null };

const longestTask = 60_000;

/** @param threads at most; they begin with the first tasks and stay, since a thread takes a tenth of a second to begin */
export function openPlanner(threads = 2): Planner {
  const pool: Thread[] = [];
  const queue: Waiting[] = [];
  let last = 0;
  let closed = false;

  const free = (thread: Thread): void => {
    if (thread.timer !== null) clearTimeout(thread.timer);
    [thread.busy, thread.timer] = [null, null];
    thread.worker.unref();
  };
  const lose = (thread: Thread, why: Error): void => {
    const { busy } = thread;
    free(thread);
    if (pool.includes(thread)) pool.splice(pool.indexOf(thread), 1);
    busy?.reject(why);
    if (!closed) next();
  };
  const begin = (): Thread => {
    const worker = new Worker(new URL('planner-thread.ts', import.meta.url));
    const thread: Thread = { worker, busy: null, timer: null };
    worker.on('message', ({ id, value, failure }: FromThread) => {
      const { busy } = thread;
      if (busy === null || busy.id !== id) return;
      free(thread);
      if (failure === undefined) busy.resolve(value as never);
      else busy.reject(new Error(failure));
      next();
    });
    worker.on('error', (error: Error) => lose(thread, error));
    worker.on('exit', () => lose(thread, new Error('the planning thread ended')));
    worker.unref();
    pool.push(thread);
    return thread;
  };
  const next = (): void => {
    const waiting = queue[0];
    if (waiting === undefined) return;
    const thread = pool.find(({ busy }) => busy === null) ?? (pool.length < threads ? begin() : undefined);
    if (thread === undefined) return;
    queue.shift();
    thread.busy = waiting;
    thread.worker.ref();
    thread.timer = setTimeout(() => void thread.worker.terminate(), longestTask);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.worker.postMessage({ id: waiting.id, task: waiting.task } satisfies ToThread);
    next();
  };

  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the planner is closed'));
        queue.push({ id: ++last, task, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(new Error('the planner is closed'));
      await Promise.all(pool.map(({ worker }) => worker.terminate()));
    },
  };
}
