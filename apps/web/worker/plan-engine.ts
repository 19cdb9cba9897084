import { boardOf, explain, replan, type Board, type Plan, type Problem } from '@coprod/planner';
import type { Answer, Looked, Question, Questions } from '../src/rooms/planning/plan/engine/engine-messages.ts';

/** Moves that the engine tries when it settles the rest around what a person has moved: well under a second for a plant of 40 items. */
const settleSteps = 20_000;
/** Moves for each cause that is taken away: a plant of 40 items has a dozen of them for one demand. */
const explainSteps = 4000;

/** Browsers without Temporal get it before the first question is answered. */
const ready: Promise<unknown> = 'Temporal' in globalThis ? Promise.resolve() : import('temporal-polyfill/global');

let opened: { readonly problem: Problem; readonly board: Board } | undefined;

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { id } = data;
  void ready
    .then(() => answerTo(data))
    .then(
      (answer): Answer => ({ id, ok: true, answer }),
      (reason: unknown): Answer => ({ id, ok: false, message: String(reason) }),
    )
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    .then((answer) => self.postMessage(answer));
});

async function answerTo(question: Question): Promise<Questions[Question['kind']]['answer']> {
  if (question.kind === 'open') {
    opened = { problem: question.problem, board: boardOf(question.problem) };
    return null;
  }
  if (opened === undefined) throw new Error('no problem has been opened');
  const { problem, board } = opened;
  switch (question.kind) {
    case 'look':
      return look(board, question.plan);
    case 'try': {
      const moved = board.move(question.plan, question.move);
      return moved.ok ? { ok: true, ...look(board, moved.plan) } : moved;
    }
    case 'settle': {
      const pins = [...(problem.pins ?? []), ...question.pins];
      const { plan } = await replan({ ...problem, pins }, question.plan, { steps: settleSteps });
      return look(board, plan);
    }
    case 'curve':
      return board.curve(question.plan, question.deliveries, question.item);
    case 'explain':
      return explain(problem, question.plan, question.demand, { steps: explainSteps });
  }
}

const look = (board: Board, plan: Plan): Looked => ({
  plan,
  evaluation: board.evaluate(plan),
  windows: board.windows(plan),
  load: board.load(plan),
});
