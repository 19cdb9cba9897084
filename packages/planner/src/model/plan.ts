/** A plan as it is given out, kept and read back: JSON, instants in UTC. Nothing in it has to be trusted, see `evaluate`. */
export interface Plan {
  readonly format: 'coprod-plan/1';
  readonly lots: readonly PlanLot[];
  readonly overtime: readonly PlanOvertime[];
  readonly extraShifts: readonly { readonly line: string; readonly date: string; readonly shift: string }[];
  readonly outside: readonly { readonly item: string; readonly pieces: number; readonly arrival: string }[];
}

export interface PlanLot {
  readonly id: string;
  readonly line: string;
  readonly item: string;
  readonly pieces: number;
  /** Crew size; 0 where people are not counted. */
  readonly heads: number;
  /** Start of the changeover (the start of production where there is none), start and end of production. */
  readonly setupStart: string;
  readonly start: string;
  readonly end: string;
}

/** Minutes added to the shift that begins on `date` (in the plant's zone). */
export interface PlanOvertime {
  readonly line: string;
  readonly date: string;
  readonly shift: string;
  readonly minutes: number;
}

/** Every term of the objective, in whole cents. `total` is their sum to the cent. */
export interface Costs {
  readonly changeovers: number;
  readonly holding: number;
  readonly belowSafetyStock: number;
  readonly aboveMaximumStock: number;
  readonly lateness: number;
  readonly brokenPromises: number;
  readonly unserved: number;
  readonly overtime: number;
  readonly extraShifts: number;
  readonly temporaryWorkers: number;
  readonly movedPeople: number;
  readonly outside: number;
  readonly changedLots: number;
  readonly lastEnd: number;
  readonly total: number;
}

/** When and in which parts a demand leaves, as the plan stands. */
export interface Delivery {
  readonly demand: string;
  readonly customer: string;
  readonly item: string;
  readonly latestDispatch: string;
  readonly parts: readonly { readonly at: string; readonly pieces: number }[];
  readonly unservedPieces: number;
  /** Instant from which the demand is complete; null while pieces are missing. */
  readonly complete: string | null;
  readonly costCents: number;
}

/** A rule of the plant that a plan breaks, with the place. A valid plan has none. */
export interface Violation {
  readonly rule: ViolatedRule;
  /** Lot, line, item, tool, shift or component concerned. */
  readonly at: string;
  readonly detail: string;
}

export type ViolatedRule =
  | 'unknown-reference'
  | 'lot-size'
  | 'not-runnable'
  | 'outside-calendar'
  | 'wrong-duration'
  | 'changeover-missing'
  | 'overlap'
  | 'tool-twice'
  | 'setters-short'
  | 'people-short'
  | 'component-short'
  | 'empties-short'
  | 'begun-lot'
  | 'frozen-zone'
  | 'pin'
  | 'flexibility-bounds'
  | 'duplicate';
