import { parentPort, workerData } from 'node:worker_threads';
import { plan, replan, type PlanOptions } from '../plan/plan.ts';
import type { FromThread, ToThread } from './plan-in-worker.ts';

// The other side of `planInWorker`: runs one task and says how it goes.
const port = parentPort;
if (port === null) throw new Error('this module runs in a worker thread');
const task = workerData as ToThread;
const controller = new AbortController();
port.once('message', () => controller.abort());
const say = (message: FromThread): void => port.postMessage(message);
const options: PlanOptions = {
  ...task.options,
  signal: controller.signal,
  onProgress: (progress) => say({ kind: 'progress', progress }),
  ...(task.wantsPlans ? { onBetter: (better) => say({ kind: 'better', plan: better }) } : {}),
};
const planned = task.last ? await replan(task.problem, task.last, options) : await plan(task.problem, options);
say({ kind: 'done', planned });
port.close();
