import { changeoversOf, type ChangeoverTable } from './changeovers.ts';
import { demandsOf, type PlantDemand } from './demands.ts';
import { lotBounds } from './lot-bounds.ts';
import type { Line, OvertimeOffer, ExtraShiftOffer, Problem } from './problem.ts';
import { clockOf, occurrencesOf, type Clock, type ShiftOccurrence } from './shifts.ts';

/**
 * A valid problem with its references resolved to indexes and its instants to seconds from the start.
 * Search and evaluator both read it; each computes times and costs in its own way.
 */
export interface Plant {
  readonly problem: Problem;
  readonly clock: Clock;
  readonly items: readonly PlantItem[];
  readonly lines: readonly PlantLine[];
  readonly components: readonly PlantComponent[];
  readonly setters: readonly { readonly id: string; readonly heads: number }[];
  readonly tools: readonly string[];
  readonly skills: readonly PlantSkill[];
  /** Shift occurrences of the plant: one for each date and name, whatever the line. People are shared within one. */
  readonly slots: readonly { readonly date: string; readonly name: string; readonly start: number }[];
  /** In pegging order within each item: due, firmness, price, id. */
  readonly demands: readonly PlantDemand[];
  readonly previous: readonly PlantPreviousLot[];
  readonly changedLot: { readonly cents: number; readonly halvingDays: number };
}

export interface PlantItem {
  readonly id: string;
  readonly step: number;
  readonly container: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly opening: number;
  readonly holding: number;
  readonly safety: { readonly pieces: number; readonly price: number } | null;
  readonly ceiling: { readonly pieces: number; readonly price: number } | null;
  readonly tool: number;
  readonly lost: number;
  readonly inspection: number;
  readonly transfer: number;
  /** What a lot takes at its start of production. */
  readonly uses: readonly { readonly component: number; readonly perPiece: number; readonly perContainer: boolean }[];
  readonly parts: readonly { readonly item: number; readonly perPiece: number }[];
  readonly outside: {
    readonly price: number;
    readonly notice: number;
    readonly perWeek: number;
    readonly minimum: number;
  } | null;
}

export interface PlantLine {
  readonly id: string;
  readonly runs: ReadonlyMap<number, readonly { readonly milliseconds: number; readonly heads: number }[]>;
  readonly changeovers: ChangeoverTable;
  /** State of the line before its first lot, for {@link ChangeoverTable.find}. */
  readonly state: { readonly item: number } | { readonly family: string } | null;
  readonly begun: {
    readonly id: string;
    readonly item: number;
    readonly pieces: number;
    readonly heads: number;
  } | null;
  readonly frozenUntil: number;
  readonly skill: number;
  readonly continuous: boolean;
  readonly shifts: readonly PlantShift[];
}

export interface PlantShift extends ShiftOccurrence {
  readonly slot: number;
  /** People of the line who are there when the shift runs. */
  readonly heads: number;
  /** Longest overtime possible before the next shift, and its offer. */
  readonly overtime: { readonly offer: OvertimeOffer; readonly maximum: number } | null;
  readonly extra: ExtraShiftOffer | null;
  /** ISO week, for limits by week. */
  readonly week: string;
}

/** A purchased component, or the empties of an item. From `endless` on it is never short. */
export interface PlantComponent {
  readonly id: string;
  readonly rule: 'component-short' | 'empties-short';
  readonly stock: number;
  readonly receipts: readonly { readonly at: number; readonly quantity: number }[];
  readonly endless: number;
}

export interface PlantSkill {
  readonly name: string;
  readonly move: { readonly cents: number } | null;
  readonly temporary: { readonly cents: number; readonly maximum: number; readonly notice: number } | null;
}

export interface PlantPreviousLot {
  readonly id: string;
  readonly line: number;
  readonly item: number;
  readonly pieces: number;
  readonly heads: number;
  readonly start: number;
  /** Inside the frozen zone of its line: all of it stands. */
  readonly frozen: boolean;
  readonly pins: { readonly line: boolean; readonly order: boolean; readonly start: boolean; readonly pieces: boolean };
}

/** Resolves a problem that {@link validate} has accepted. */
export const plantOf = (problem: Problem): Plant => {
  const clock = clockOf(problem);
  const itemAt = new Map(problem.items.map((item, index) => [item.id, index]));
  const tools = [...new Set(problem.items.flatMap((item) => item.tool ?? []))];
  const skills = skillsOf(problem);
  const setters = problem.setters ?? [];
  const components = componentsOf(problem, clock);
  const componentAt = new Map(components.map((component, index) => [component.id, index]));
  const items = problem.items.map((item): PlantItem => {
    const offer = problem.flexibility?.outside?.find((entry) => entry.item === item.id);
    const uses = (item.bill ?? []).flatMap(({ of, perPiece }) => {
      const component = componentAt.get(of);
      return component === undefined ? [] : [{ component, perPiece, perContainer: false }];
    });
    const empties = componentAt.get(emptiesId(item.id));
    const { minimum, maximum, step } = lotBounds(item);
    return {
      id: item.id,
      step,
      container: item.containerPieces ?? 1,
      minimum,
      maximum,
      opening: item.openingStockPieces ?? 0,
      holding: item.holdingCentsPerPieceDay ?? 0,
      safety: item.safetyStock ? { pieces: item.safetyStock.pieces, price: item.safetyStock.centsPerPieceDay } : null,
      ceiling: item.maximumStock
        ? { pieces: item.maximumStock.pieces, price: item.maximumStock.centsPerPieceDay }
        : null,
      tool: item.tool === undefined ? -1 : tools.indexOf(item.tool),
      lost: item.startUp?.lostPieces ?? 0,
      inspection: Math.round((item.startUp?.inspectionMinutes ?? 0) * 60),
      transfer: Math.round((item.transferMinutes ?? 0) * 60),
      uses: empties === undefined ? uses : [...uses, { component: empties, perPiece: 0, perContainer: true }],
      parts: (item.bill ?? []).flatMap(({ of, perPiece }) => {
        const part = itemAt.get(of);
        return part === undefined ? [] : [{ item: part, perPiece }];
      }),
      outside: offer
        ? {
            price: offer.centsPerPiece,
            notice: Math.round(offer.noticeHours * 3600),
            perWeek: offer.maximumPiecesPerWeek,
            minimum: offer.minimumPieces ?? 1,
          }
        : null,
    };
  });
  const slots = new Map<string, { date: string; name: string; start: number }>();
  const calendarShifts = new Map<string, ShiftOccurrence[]>();
  const drafts = problem.lines.map((line) => {
    const drawn = shiftsOf(problem, clock, line, calendarShifts);
    for (const { date, name, start } of drawn) {
      const slot = slots.get(`${date} ${name}`);
      if (slot === undefined) slots.set(`${date} ${name}`, { date, name, start });
      else slot.start = Math.min(slot.start, start);
    }
    return { line, drawn };
  });
  const sorted = [...slots.entries()].toSorted(([a, x], [b, y]) => x.start - y.start || (a < b ? -1 : 1));
  const slotAt = new Map(sorted.map(([key], index) => [key, index]));
  const lines = drafts.map(({ line, drawn }): PlantLine => ({
    id: line.id,
    runs: new Map(
      line.runs.map((run) => [
        itemAt.get(run.item) ?? -1,
        run.modes.map((mode) => ({ milliseconds: Math.round(mode.secondsPerPiece * 1000), heads: mode.heads ?? 0 })),
      ]),
    ),
    changeovers: changeoversOf(line, problem.items, setters),
    state: stateOf(line, itemAt),
    begun: line.begun
      ? {
          id: line.begun.id ?? `begun ${line.id}`,
          item: itemAt.get(line.begun.item) ?? -1,
          pieces: line.begun.remainingPieces,
          heads: line.begun.heads ?? line.runs.find((run) => run.item === line.begun?.item)?.modes[0]?.heads ?? 0,
        }
      : null,
    frozenUntil: line.frozenUntil === undefined ? 0 : clock.at(line.frozenUntil),
    skill: line.crew ? skills.findIndex(({ name }) => name === line.crew?.skill) : -1,
    continuous: line.calendar === undefined,
    shifts: drawn.map(({ date, name, ...shift }) => ({
      ...shift,
      date,
      name,
      slot: slotAt.get(`${date} ${name}`) ?? -1,
      heads: headsOf(line, date, name),
      week: weekOf(date),
    })),
  }));
  const lineAt = new Map(problem.lines.map((line, index) => [line.id, index]));
  const { previous } = problem;
  return {
    problem,
    clock,
    items,
    lines,
    components,
    setters,
    tools,
    skills,
    slots: sorted.map(([, slot]) => slot),
    demands: demandsOf(problem, clock, itemAt),
    previous: (previous?.lots ?? []).map((lot) => {
      const line = lineAt.get(lot.line) ?? -1;
      const start = clock.at(lot.start);
      const pins = (problem.pins ?? []).filter((entry) => entry.lot === lot.id);
      return {
        id: lot.id,
        line,
        item: itemAt.get(lot.item) ?? -1,
        pieces: lot.pieces,
        heads: lot.heads ?? 0,
        start,
        frozen: start < (lines[line]?.frozenUntil ?? 0),
        pins: {
          line: pins.some((pin) => pin.line),
          order: pins.some((pin) => pin.order),
          start: pins.some((pin) => pin.start),
          pieces: pins.some((pin) => pin.pieces),
        },
      };
    }),
    changedLot: { cents: previous?.centsPerChangedLot ?? 0, halvingDays: previous?.halvingDays ?? 7 },
  };
};

const stateOf = (line: Line, itemAt: ReadonlyMap<string, number>): PlantLine['state'] => {
  if (line.begun) return { item: itemAt.get(line.begun.item) ?? -1 };
  if (line.state === undefined) return null;
  return 'item' in line.state ? { item: itemAt.get(line.state.item) ?? -1 } : { family: line.state.family };
};

const emptiesId = (item: string): string => `empties of ${item}`;

const componentsOf = (problem: Problem, clock: Clock): PlantComponent[] => [
  ...(problem.components ?? []).map((component): PlantComponent => ({
    id: component.id,
    rule: 'component-short',
    stock: component.stock,
    receipts: (component.receipts ?? [])
      .map(({ at, quantity }) => ({ at: clock.at(at), quantity }))
      .toSorted((a, b) => a.at - b.at),
    endless:
      component.leadTimeDays === undefined ? Number.POSITIVE_INFINITY : Math.round(component.leadTimeDays * 86_400),
  })),
  ...problem.items.flatMap(({ id, empties }): PlantComponent[] =>
    empties
      ? [
          {
            id: emptiesId(id),
            rule: 'empties-short',
            stock: empties.onHand,
            receipts: (empties.returns ?? [])
              .map(({ at, containers }) => ({ at: clock.at(at), quantity: containers }))
              .toSorted((a, b) => a.at - b.at),
            endless: Number.POSITIVE_INFINITY,
          },
        ]
      : [],
  ),
];

const skillsOf = (problem: Problem): PlantSkill[] =>
  [...new Set(problem.lines.flatMap((line) => line.crew?.skill ?? []))].map((name) => {
    const move = problem.flexibility?.movingPeople?.find((offer) => offer.skill === name);
    const temporary = problem.flexibility?.temporaryWorkers?.find((offer) => offer.skill === name);
    return {
      name,
      move: move ? { cents: move.centsPerShift } : null,
      temporary: temporary
        ? {
            cents: temporary.centsPerShift,
            maximum: temporary.maximumHeads,
            notice: Math.round((temporary.noticeHours ?? 0) * 3600),
          }
        : null,
    };
  });

/** Regular and extra shifts of one line in time order. An extra shift that would overlap a regular one is not offered. */
const shiftsOf = (
  problem: Problem,
  clock: Clock,
  line: Line,
  known: Map<string, ShiftOccurrence[]>,
): Pick<PlantShift, 'date' | 'name' | 'start' | 'end' | 'parts' | 'overtime' | 'extra'>[] => {
  const calendar = problem.calendars?.find(({ id }) => id === line.calendar);
  if (calendar === undefined) {
    const whole = { date: clock.date(0), name: '', start: 0, end: clock.horizon };
    return [{ ...whole, parts: [[0, clock.horizon]], overtime: null, extra: null }];
  }
  let regular = known.get(calendar.id);
  if (regular === undefined) {
    regular = occurrencesOf(problem, clock, calendar.shifts, calendar);
    known.set(calendar.id, regular);
  }
  const extra = (problem.flexibility?.extraShifts ?? [])
    .filter((offer) => offer.line === line.id)
    .flatMap((offer) =>
      occurrencesOf(problem, clock, [offer], calendar)
        .filter((shift) => shift.start >= (offer.noticeHours ?? 0) * 3600)
        .filter((shift) => !(regular ?? []).some((other) => other.start < shift.end && shift.start < other.end))
        .map((shift) => ({ ...shift, extra: offer as ExtraShiftOffer | null })),
    );
  const all = [...regular.map((shift) => ({ ...shift, extra: null })), ...extra].toSorted((a, b) => a.start - b.start);
  const offers = (problem.flexibility?.overtime ?? []).filter((offer) => offer.line === line.id);
  return all.map((shift, index) => {
    const offer = shift.extra ? undefined : offers.find((entry) => entry.shift === shift.name);
    // What may follow without a closure or the next shift being run into.
    const room = roomAfter(clock, calendar.closures ?? [], shift.end, all[index + 1]?.start ?? clock.horizon);
    const step = (offer?.stepMinutes ?? 1) * 60;
    const maximum = Math.floor(Math.min(room, (offer?.maximumMinutes ?? 0) * 60) / step) * step;
    const inTime = offer !== undefined && shift.end >= (offer.noticeHours ?? 0) * 3600;
    return { ...shift, overtime: offer && inTime && maximum > 0 ? { offer, maximum } : null };
  });
};

const roomAfter = (
  clock: Clock,
  closures: readonly { readonly from: string; readonly to: string }[],
  end: number,
  next: number,
): number => {
  let room = next - end;
  for (const closure of closures) {
    if (clock.at(closure.to) > end) room = Math.min(room, Math.max(0, clock.at(closure.from) - end));
  }
  return Math.max(0, room);
};

const headsOf = (line: Line, date: string, shift: string): number => {
  const absent = (line.crew?.absences ?? []).filter((absence) => absence.date === date && absence.shift === shift);
  return Math.max(0, (line.crew?.heads ?? 0) - absent.reduce((sum, absence) => sum + absence.heads, 0));
};

const weekOf = (date: string): string => {
  const day = Temporal.PlainDate.from(date);
  return `${day.yearOfWeek}-W${day.weekOfYear}`;
};
