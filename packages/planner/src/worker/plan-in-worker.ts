import { Worker } from 'node:worker_threads';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { PlanOptions, Planned, Progress } from '../plan/plan.ts';

/** What the thread says: how it goes, a better plan, the end. */
export type FromThread =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'better'; readonly plan: Plan }
  | { readonly kind: 'done'; readonly planned: Planned };

export interface ToThread {
  readonly problem: Problem;
  /** Present: plan again from it. */
  readonly last: Plan | null;
  readonly options: Pick<PlanOptions, 'seed' | 'steps' | 'seconds'>;
  readonly wantsPlans: boolean;
}

/**
 * Plans in a thread of its own (Node): the caller's event loop is never held. Options as for `plan`; with `last`, as for
 * `replan`. Cancelling by the signal gives the best plan so far. The thread ends with the promise.
 */
export const planInWorker = (
  problem: Problem,
  options: PlanOptions & { readonly last?: Plan } = {},
): Promise<Planned> => {
  const { signal, onProgress, onBetter, last, ...plain } = options;
  const task: ToThread = { problem, last: last ?? null, options: plain, wantsPlans: onBetter !== undefined };
  const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData: task });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const cancel = (): void => worker.postMessage('cancel');
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  return new Promise<Planned>((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else if (message.kind === 'better') onBetter?.(message.plan);
      else resolve(message.planned);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the planning thread ended with code ${code}`)));
  }).finally(() => {
    signal?.removeEventListener('abort', cancel);
    void worker.terminate();
  });
};
