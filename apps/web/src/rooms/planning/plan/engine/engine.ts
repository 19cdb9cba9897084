import type { Problem } from '@coprod/planner';
import type { Answer, Kind, Question, Questions } from './engine-messages.ts';

/** The planning engine in a worker of the browser: the page is never held while it reckons. */
export interface Engine {
  /** Answers come in the order of what is quick; each promise settles with its own. */
  readonly ask: <K extends Kind>(kind: K, asked: Questions[K]['asked']) => Promise<Questions[K]['answer']>;
  /** Ends the worker; what has been asked is never answered. */
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (answer: Questions[Kind]['answer']) => void;
  readonly reject: (reason: Error) => void;
}

export const openEngine = (problem: Problem): Engine => {
  const worker = new Worker(new URL('../../../../../worker/plan-engine.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) asker?.resolve(data.answer);
    else asker?.reject(new Error(data.message));
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  const ask = <K extends Kind>(kind: K, asked: Questions[K]['asked']): Promise<Questions[K]['answer']> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kind and content come from one row of `Questions`
      const question = { id, kind, ...asked } as Question;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage(question);
    });
  void ask('open', { problem });
  return { ask, close: () => worker.terminate() };
};
