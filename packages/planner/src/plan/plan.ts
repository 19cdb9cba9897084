import { evaluatePlant, type Evaluation } from '../evaluate/evaluate.ts';
import type { Plan } from '../model/plan.ts';
import { plantOf } from '../model/plant.ts';
import type { Problem } from '../model/problem.ts';
import { instanceOf } from '../search/instance.ts';
import { Search, stride } from '../search/search.ts';
import { toPlan } from '../search/to-plan.ts';
import { withPrevious } from './with-previous.ts';

export interface PlanOptions {
  /** Same seed, same problem and same number of steps give the same plan, byte for byte. Default 1. */
  readonly seed?: number;
  /** Moves to try; the search stops after the last whole stride of 64. Default 200,000. */
  readonly steps?: number;
  /** Stops after so many seconds, whatever the steps; a plan then depends on the machine. */
  readonly seconds?: number;
  /** Cancels: the best plan so far is returned, never nothing. */
  readonly signal?: AbortSignal;
  /** Called about every 50 milliseconds. */
  readonly onProgress?: (progress: Progress) => void;
  /** A better plan than the one given out last, at most ten times a second. */
  readonly onBetter?: (plan: Plan) => void;
}

export interface Progress {
  readonly steps: number;
  readonly costCents: number;
  /** Whether the best plan so far keeps all hard rules. */
  readonly valid: boolean;
}

export interface Planned extends Evaluation {
  readonly plan: Plan;
  readonly steps: number;
  readonly stopped: 'steps' | 'time' | 'cancelled' | 'nothing-to-plan';
}

const defaultSteps = 200_000;
/** How long the event loop may be held, in milliseconds. */
const slice = 8;

/**
 * Plans a plant: starts from the previous plan where the problem has one, else from nothing, and goes on until the steps
 * or the seconds are used up, or until cancelled. Yields to the event loop every few milliseconds.
 * The problem must be one that `validate` accepts. What is returned has been judged by the independent evaluator.
 * Where the fixed parts of a problem contradict each other no valid plan exists: its `violations` then say what is broken.
 */
export const plan = (problem: Problem, options: PlanOptions = {}): Promise<Planned> => run(problem, options, 1);

/** Plans again from the last plan, near it: lots keep their ids, and a change of a lot costs what the problem says. */
export const replan = (problem: Problem, last: Plan, options: PlanOptions = {}): Promise<Planned> =>
  run(withPrevious(problem, last), options, 0.2);

const run = async (problem: Problem, options: PlanOptions, heat: number): Promise<Planned> => {
  const plant = plantOf(problem);
  const began = performance.now();
  const search = new Search(instanceOf(plant), options.seed ?? 1, heat);
  const last = options.steps ?? (options.seconds === undefined ? defaultSteps : Number.POSITIVE_INFINITY);
  const until = began + (options.seconds ?? Number.POSITIVE_INFINITY) * 1000;
  let stopped: Planned['stopped'] = 'steps';
  let told = Number.NEGATIVE_INFINITY;
  let given = Number.NEGATIVE_INFINITY;
  let givenCost = Number.POSITIVE_INFINITY;
  const tell = (now: number): void => {
    const { cost, violation } = search.bestCost;
    if (options.onProgress && now - told >= 50) {
      told = now;
      options.onProgress({ steps: search.steps, costCents: cost, valid: violation === 0 });
    }
    if (options.onBetter && violation === 0 && cost < givenCost && now - given >= 100) {
      [given, givenCost] = [now, cost];
      options.onBetter(toPlan(search.bestState()));
    }
  };
  if (search.idle) stopped = 'nothing-to-plan';
  else {
    let breathed = performance.now();
    while (search.steps + stride <= last) {
      if (options.signal?.aborted) {
        stopped = 'cancelled';
        break;
      }
      search.advance();
      const now = performance.now();
      if (now >= until) {
        stopped = 'time';
        break;
      }
      if (now - breathed < slice) continue;
      tell(now);
      await breathe();
      breathed = performance.now();
    }
  }
  tell(performance.now());
  const state = search.bestState();
  const found = toPlan(state);
  const judged = evaluatePlant(plant, found);
  if (judged.costs.total !== state.cost) {
    throw new Error(`search and evaluator disagree: ${state.cost} and ${judged.costs.total} cents`);
  }
  return { plan: found, ...judged, steps: search.steps, stopped };
};

/** Lets timers, messages and an abort come in; a timer would wait a whole millisecond where there is something better. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { setImmediate } = globalThis as { readonly setImmediate?: (then: () => void) => void };
    if (setImmediate === undefined) setTimeout(resolve, 0);
    else setImmediate(resolve);
  });
