import type {
  Evaluation,
  Explanation,
  ItemCurve,
  LotMove,
  Moved,
  Pin,
  Plan,
  Problem,
  ShiftLoad,
  WorkingWindow,
} from '@coprod/planner';

/** A plan as the board shows it: what it costs and breaks, when the lines work, how full the shifts are. */
export interface Looked {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly windows: readonly (readonly WorkingWindow[])[];
  readonly load: readonly ShiftLoad[];
}

export type Tried =
  | ({ readonly ok: true } & Looked)
  | { readonly ok: false; readonly because: Extract<Moved, { readonly ok: false }>['because'] };

/** What the page asks of the engine in its worker, and what is answered to each. */
export interface Questions {
  /** The problem that all further questions are about. */
  readonly open: { readonly asked: { readonly problem: Problem }; readonly answer: null };
  readonly look: { readonly asked: { readonly plan: Plan }; readonly answer: Looked };
  readonly try: { readonly asked: { readonly plan: Plan; readonly move: LotMove }; readonly answer: Tried };
  /** Plans again around what is pinned, with a small effort. */
  readonly settle: { readonly asked: { readonly plan: Plan; readonly pins: readonly Pin[] }; readonly answer: Looked };
  readonly curve: {
    readonly asked: { readonly plan: Plan; readonly item: string; readonly deliveries: Evaluation['deliveries'] };
    readonly answer: ItemCurve;
  };
  readonly explain: {
    readonly asked: { readonly plan: Plan; readonly demand: string };
    readonly answer: Explanation | null;
  };
}

export type Kind = keyof Questions;

export type Question = {
  readonly [K in Kind]: { readonly id: number; readonly kind: K } & Questions[K]['asked'];
}[Kind];

export type Answer =
  | { readonly id: number; readonly ok: true; readonly answer: Questions[Kind]['answer'] }
  | { readonly id: number; readonly ok: false; readonly message: string };
