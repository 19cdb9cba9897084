/**
 * The planning problem of one plant, as one JSON document. Its JSON Schema is {@link problemSchema}.
 *
 * Units: money in cents of `currency` (whole cents, except prices per piece and day, which may have decimals);
 * durations in the unit of the field's name; quantities in pieces; instants as ISO 8601 with offset or Z;
 * times of day and dates in the plant's `timeZone`.
 */
export interface Problem {
  readonly format: 'coprod-planning-problem/1';
  /** ISO 4217 code, for display only. */
  readonly currency: string;
  /** IANA name of the plant's zone, in which shifts and days are meant. */
  readonly timeZone: string;
  /** First and last instant of the plan. Nothing is planned outside. */
  readonly start: string;
  readonly end: string;
  readonly items: readonly Item[];
  readonly lines: readonly Line[];
  readonly calendars?: readonly Calendar[];
  readonly components?: readonly Component[];
  readonly setters?: readonly Setters[];
  readonly demands?: readonly Demand[];
  readonly schedules?: readonly CumulativeSchedule[];
  readonly flexibility?: Flexibility;
  /** What an earlier plan holds, with the price of changing it. */
  readonly previous?: Previous;
  readonly pins?: readonly Pin[];
  /** Price in cents per hour of the end of the last lot, counted from `start`. */
  readonly lastEndCentsPerHour?: number;
}

export interface Item {
  readonly id: string;
  /** Pieces in one full container; a lot is a whole number of containers. Default 1. */
  readonly containerPieces?: number;
  /** Whether the last container of a lot may be part-filled (agreed with the customer). */
  readonly partContainer?: boolean;
  readonly minimumLotPieces?: number;
  readonly maximumLotPieces?: number;
  readonly openingStockPieces?: number;
  /** Pieces below this level cost `centsPerPieceDay`. */
  readonly safetyStock?: { readonly pieces: number; readonly centsPerPieceDay: number };
  /** Pieces above this level cost `centsPerPieceDay` on top of holding. */
  readonly maximumStock?: { readonly pieces: number; readonly centsPerPieceDay: number };
  /** Price of one finished piece in stock for 24 hours. */
  readonly holdingCentsPerPieceDay?: number;
  /** Setup family: changeovers are given between families or items. */
  readonly family?: string;
  /** Die or mould: it can be on one line at a time. */
  readonly tool?: string;
  /** What a start after a changeover takes before good pieces come: pieces lost (time and components), first-off inspection. */
  readonly startUp?: { readonly lostPieces?: number; readonly inspectionMinutes?: number };
  /** Containers that can be filled: on hand at the start, and returns expected. Absent: never short. */
  readonly empties?: {
    readonly onHand: number;
    readonly returns?: readonly { readonly at: string; readonly containers: number }[];
  };
  /** Bill of material, one level: a purchased component, or an item made on another operation. */
  readonly bill?: readonly BillLine[];
  /** Minutes from the end of a lot until its pieces can be dispatched or used by the next operation. */
  readonly transferMinutes?: number;
}

export interface BillLine {
  /** Id of a component or of an item of the same document. */
  readonly of: string;
  readonly perPiece: number;
}

export interface Component {
  readonly id: string;
  readonly stock: number;
  readonly receipts?: readonly { readonly at: string; readonly quantity: number }[];
  /** Days after `start` from which a further order can have arrived; from then on never short. Absent: no further order. */
  readonly leadTimeDays?: number;
}

export interface Line {
  readonly id: string;
  /** Id of its calendar. Absent: it runs without pause. */
  readonly calendar?: string;
  readonly runs: readonly Run[];
  /** The most special rule counts: item before family before '*', first on the `to` side. No rule: no time, no cost. */
  readonly changeovers?: readonly Changeover[];
  /** What the line is set up for at the start: an item, or a family. Absent: unknown, rules from '*' apply. */
  readonly state?: { readonly item: string } | { readonly family: string };
  /** A lot that has begun: only what remains of it is given, and its pieces count when it ends. */
  readonly begun?: {
    readonly id?: string;
    readonly item: string;
    readonly remainingPieces: number;
    readonly heads?: number;
  };
  /** Before this instant the previous plan's lots stand and none may be added. */
  readonly frozenUntil?: string;
  /** People who belong to the line, per shift. Absent: people are not counted on this line. */
  readonly crew?: {
    readonly skill: string;
    readonly heads: number;
    readonly absences?: readonly { readonly date: string; readonly shift: string; readonly heads: number }[];
  };
}

export interface Run {
  readonly item: string;
  /** Cycle time of one piece, to the millisecond, for each crew size possible. */
  readonly modes: readonly { readonly secondsPerPiece: number; readonly heads?: number }[];
}

export interface Changeover {
  /** Item id, family name, or '*'. */
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly cents?: number;
  /** Id of the setters who do it; absent: the line's own people. */
  readonly setters?: string;
}

/** People who do changeovers on several lines: at most `heads` changeovers at a time. */
export interface Setters {
  readonly id: string;
  readonly heads: number;
}

export interface Calendar {
  readonly id: string;
  readonly shifts: readonly Shift[];
  /** Days without any shift. */
  readonly holidays?: readonly string[];
  /** Planned maintenance and other closures. */
  readonly closures?: readonly { readonly from: string; readonly to: string }[];
}

export interface Shift {
  readonly name: string;
  /** ISO days of the week, 1 Monday to 7 Sunday, on which the shift begins. */
  readonly days: readonly number[];
  /** Time of day HH:MM; `to` at or before `from` is on the next day; '24:00' is midnight. */
  readonly from: string;
  readonly to: string;
  readonly breaks?: readonly { readonly from: string; readonly to: string }[];
}

export interface Demand {
  readonly id: string;
  readonly customer: string;
  readonly item: string;
  readonly pieces: number;
  readonly latestDispatch: string;
  readonly firmness?: Firmness;
  readonly lateness?: Lateness;
  /** Cents for each piece that is not dispatched before the end of the plan. Default: the lateness of 30 days, at least 1000. */
  readonly unservedCentsPerPiece?: number;
  /** Smallest part that may leave alone; `noSplit` means the whole demand. Default 1 piece. */
  readonly smallestPartPieces?: number;
  readonly noSplit?: boolean;
  /** A promise made, and what breaking it costs once. */
  readonly promise?: { readonly at: string; readonly brokenCents: number };
}

export type Firmness = 'firm' | 'production' | 'material' | 'forecast';

export interface Lateness {
  readonly centsPerPieceDay?: number;
  /** Once each, when the demand is complete later than so many hours after its latest dispatch (a line stop, a claim). */
  readonly steps?: readonly { readonly afterHours: number; readonly cents: number }[];
}

/** A customer's cumulative curve; the net need of each point follows from what he has and what is on its way. */
export interface CumulativeSchedule {
  readonly id: string;
  readonly customer: string;
  readonly item: string;
  /** CUM received by the customer plus pieces in transit to him, since the same reset. */
  readonly receivedPieces: number;
  readonly inTransitPieces: number;
  readonly points: readonly {
    readonly latestDispatch: string;
    readonly cumulativePieces: number;
    readonly firmness?: Firmness;
  }[];
  readonly lateness?: Lateness;
  readonly unservedCentsPerPiece?: number;
  readonly smallestPartPieces?: number;
}

/** The planner's ladder: each rung with its price, bounds, notice, and who consents (kept for the screen). */
export interface Flexibility {
  /** A shift made longer, on one line. */
  readonly overtime?: readonly OvertimeOffer[];
  /** A shift that the calendar does not have (Saturday, night), on one line. */
  readonly extraShifts?: readonly ExtraShiftOffer[];
  /** Temporary workers who have a skill. */
  readonly temporaryWorkers?: readonly {
    readonly skill: string;
    readonly centsPerShift: number;
    readonly maximumHeads: number;
    readonly noticeHours?: number;
    readonly consent?: string;
  }[];
  /** People of one line lent to another with the same skill, within a shift. */
  readonly movingPeople?: readonly {
    readonly skill: string;
    readonly centsPerShift: number;
    readonly consent?: string;
  }[];
  /** Pieces bought from outside. */
  readonly outside?: readonly {
    readonly item: string;
    readonly centsPerPiece: number;
    readonly noticeHours: number;
    readonly maximumPiecesPerWeek: number;
    readonly minimumPieces?: number;
    readonly consent?: string;
  }[];
}

export interface OvertimeOffer {
  readonly line: string;
  readonly shift: string;
  readonly stepMinutes: number;
  readonly maximumMinutes: number;
  /** Human limit: minutes on this line in one ISO week. */
  readonly maximumMinutesPerWeek?: number;
  readonly centsPerHour: number;
  readonly noticeHours?: number;
  readonly consent?: string;
}

export interface ExtraShiftOffer extends Shift {
  readonly line: string;
  readonly cents: number;
  readonly maximumPerWeek?: number;
  readonly noticeHours?: number;
  readonly consent?: string;
}

export interface Previous {
  readonly lots: readonly PreviousLot[];
  readonly overtime?: readonly {
    readonly line: string;
    readonly date: string;
    readonly shift: string;
    readonly minutes: number;
  }[];
  readonly extraShifts?: readonly { readonly line: string; readonly date: string; readonly shift: string }[];
  readonly outside?: readonly { readonly item: string; readonly pieces: number; readonly arrival: string }[];
  /** Price of a lot changed, added or dropped that starts now; it halves every `halvingDays` (default 7). */
  readonly centsPerChangedLot?: number;
  readonly halvingDays?: number;
}

/** One lot as a plan states it. `start` is the start of production, after the changeover. */
export interface PreviousLot {
  readonly id: string;
  readonly line: string;
  readonly item: string;
  readonly pieces: number;
  readonly heads?: number;
  readonly start: string;
}

/** What must stay of a lot of the previous plan. Each flag holds alone. */
export interface Pin {
  readonly lot: string;
  readonly line?: boolean;
  /** Its order among the lots of its line that are pinned in order. */
  readonly order?: boolean;
  readonly start?: boolean;
  readonly pieces?: boolean;
}
