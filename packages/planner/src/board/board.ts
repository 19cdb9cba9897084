import { evaluatePlant, type Evaluation } from '../evaluate/evaluate.ts';
import { readPlan } from '../evaluate/read-plan.ts';
import type { Delivery, Plan } from '../model/plan.ts';
import { plantOf } from '../model/plant.ts';
import type { Problem } from '../model/problem.ts';
import { itemCurve, type ItemCurve } from './item-curve.ts';
import { loadOf, type ShiftLoad } from './load.ts';
import { moveLot, type LotMove, type Moved } from './move-lot.ts';

/** When a line works, as the plan opens it; seconds from the start of the plan. */
export interface WorkingWindow {
  readonly from: number;
  readonly to: number;
}

/** What a plan board asks again and again of one problem, which is resolved only once. */
export interface Board {
  readonly evaluate: (plan: Plan) => Evaluation;
  readonly move: (plan: Plan, move: LotMove) => Moved;
  /** By line of the problem, in order of time. */
  readonly windows: (plan: Plan) => readonly (readonly WorkingWindow[])[];
  readonly load: (plan: Plan) => readonly ShiftLoad[];
  readonly curve: (plan: Plan, deliveries: readonly Delivery[], item: string) => ItemCurve;
}

/** The problem must be one that `validate` accepts. */
export const boardOf = (problem: Problem): Board => {
  const plant = plantOf(problem);
  return {
    evaluate: (plan) => evaluatePlant(plant, plan),
    move: (plan, move) => moveLot(plant, plan, move),
    windows: (plan) => readPlan(plant, plan).windows,
    load: (plan) => loadOf(plant, plan),
    curve: (plan, deliveries, item) => itemCurve(plant, plan, deliveries, item),
  };
};
