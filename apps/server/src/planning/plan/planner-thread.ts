import { type MessagePort, parentPort } from 'node:worker_threads';
import { counterOffer, explain, plan, priceOfChange, replan } from '@coprod/planner';
import type { FromThread, Task, ToThread } from './planner-pool.ts';

// The other side of the planner pool: one task after the other, each by the engine's own functions.
const port: MessagePort | null = parentPort;
if (port === null) throw new Error('this module runs in a worker thread');

const work = (task: Task): Promise<unknown> => {
  switch (task.kind) {
    case 'plan':
      return plan(task.problem, task.effort);
    case 'replan':
      return replan(task.problem, task.last, task.effort);
    case 'price':
      return priceOfChange(task.problem, task.last, task.changes, task.effort);
    case 'counter-offer':
      return counterOffer(task.problem, task.last, task.change, undefined, task.effort);
    case 'explain':
      return explain(task.problem, task.last, task.demand, task.effort);
  }
};

port.on('message', ({ id, task }: ToThread) => {
  const say = (message: FromThread): void => port.postMessage(message);
  work(task).then(
    (value) => say({ id, value }),
    (thrown: unknown) => say({ id, failure: thrown instanceof Error ? thrown.message : String(thrown) }),
  );
});
