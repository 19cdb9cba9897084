import { changePrice } from '../model/change-price.ts';
import type { Plant } from '../model/plant.ts';

/** What may not be changed of a lot: bits of {@link Instance.pinOf}. */
export const pinned = { line: 1, order: 2, start: 4, pieces: 8, frozen: 16 } as const;

/** A plant in typed arrays, as the search reads it. Nothing in it changes during a search. */
export interface Instance {
  readonly plant: Plant;
  readonly items: number;
  readonly lines: number;
  readonly horizon: number;

  readonly step: Int32Array;
  readonly container: Int32Array;
  readonly minimum: Int32Array;
  readonly maximum: Int32Array;
  readonly opening: Int32Array;
  readonly transfer: Int32Array;
  readonly inspection: Int32Array;
  readonly lost: Int32Array;
  readonly tool: Int32Array;
  readonly holding: Float64Array;
  readonly safety: Int32Array;
  readonly safetyPrice: Float64Array;
  readonly ceiling: Int32Array;
  readonly ceilingPrice: Float64Array;
  /** Pieces that demands ask for within the plan. */
  readonly asked: Float64Array;
  /** Whether the item is a component of other items. */
  readonly isPart: Uint8Array;
  /** Items that use this item, and how many pieces of it per piece. */
  readonly parents: readonly (readonly { readonly item: number; readonly perPiece: number }[])[];
  readonly linesOf: readonly Int32Array[];

  /** By line * items + item: first mode, or -1 where the line does not run the item. */
  readonly firstMode: Int32Array;
  readonly modeCount: Int32Array;
  readonly modeMilliseconds: Float64Array;
  readonly modeHeads: Int32Array;
  readonly changeoverClass: Int32Array;
  readonly stateClass: Int32Array;
  readonly stateItem: Int32Array;
  readonly classes: Int32Array;
  readonly changeoverSeconds: readonly Int32Array[];
  readonly changeoverCents: readonly Float64Array[];
  readonly changeoverSetters: readonly Int32Array[];
  /** How dear a changeover is, time and money taken together: only to compare places before they are tried. */
  readonly changeoverWeight: readonly Float64Array[];
  /** Lines on which some item has a holding price: there lots are moved late, just in time. */
  readonly shiftsLate: Uint8Array;
  /** By item: 1 where its lots may wait, as it or another item of one of its lines has a holding price. */
  readonly mayWait: Uint8Array;
  readonly skill: Int32Array;

  /** Windows of line l: from windowOffset[l], with one sentinel after its last. */
  readonly windowOffset: Int32Array;
  readonly windowFrom: Int32Array;
  readonly windowSeconds: Int32Array;
  readonly windowShift: Int32Array;
  readonly windowIsLast: Uint8Array;
  /** Shifts of line l: from shiftOffset[l]. */
  readonly shiftOffset: Int32Array;
  readonly shifts: readonly InstanceShift[];

  /** Demands of item i: from demandOffset[i], in pegging order. */
  readonly demandOffset: Int32Array;
  readonly due: Int32Array;
  readonly pieces: Int32Array;
  readonly price: Float64Array;
  readonly unserved: Float64Array;
  readonly smallestPart: Int32Array;
  readonly promiseAt: Int32Array;
  readonly promiseCents: Float64Array;
  readonly stepOffset: Int32Array;
  readonly stepAfter: Int32Array;
  readonly stepCents: Float64Array;

  /** Lots of the previous plan come first among the lots; then those that have begun. */
  readonly previous: number;
  readonly pinOf: Int32Array;
  readonly dropPrice: Float64Array;
  readonly componentUsers: readonly (readonly {
    readonly item: number;
    readonly perPiece: number;
    readonly perContainer: boolean;
  }[])[];
  readonly componentsOf: readonly Int32Array[];
  readonly toolUsers: readonly Int32Array[];
  /** Tools that can be asked for on two lines at once. */
  readonly sharedTool: Uint8Array;
  readonly usesSetters: Uint8Array;
  /** Indexes of the items that an item is made of. */
  readonly partsOf: readonly Int32Array[];
  /** Whether holding costs anything; whether lots have no consequence but their times (no tool, component, setter, change, several lines). */
  readonly holds: boolean;
  readonly plain: boolean;
  readonly lastEndPrice: number;
  /** By item: 1 where a walk over stock is not needed as soon as it has one lot (one demand, no stock, no limits). */
  readonly single: Uint8Array;
  /** By slot * skills + skill: the shifts whose people are shared. */
  readonly shiftsOfSlot: readonly Int32Array[];
  /** Shifts with overtime or extra shifts on offer, items with outside capacity, times of receipts and returns. */
  readonly offeredShifts: Int32Array;
  readonly offeredItems: Int32Array;
  readonly receiptTimes: Int32Array;
  readonly previousOfItem: readonly Int32Array[];
  readonly weekOfDay: (day: number) => string;
  readonly countsPeople: boolean;
  readonly countsSetters: boolean;
  readonly countsChanges: boolean;
  readonly weeks: number;
}

export interface InstanceShift {
  readonly line: number;
  readonly slot: number;
  readonly start: number;
  readonly heads: number;
  readonly extra: boolean;
  readonly extraCents: number;
  readonly extraPerWeek: number;
  readonly stepSeconds: number;
  readonly maximumSeconds: number;
  readonly maximumPerWeek: number;
  readonly centsPerHour: number;
  readonly week: number;
}

export const instanceOf = (plant: Plant): Instance => {
  const { items, lines, clock } = plant;
  const ints = (pick: (item: (typeof items)[number]) => number): Int32Array => Int32Array.from(items, pick);
  const floats = (pick: (item: (typeof items)[number]) => number): Float64Array => Float64Array.from(items, pick);
  const asked = new Float64Array(items.length);
  for (const demand of plant.demands) asked[demand.item] = (asked[demand.item] ?? 0) + demand.pieces;
  const parents = items.map((_, part) =>
    items.flatMap((item, index) =>
      item.parts.filter((use) => use.item === part).map((use) => ({ item: index, perPiece: use.perPiece })),
    ),
  );
  const toolUsers = plant.tools.map((_, tool) =>
    Int32Array.from(items.flatMap((item, i) => (item.tool === tool ? [i] : []))),
  );
  const calendar = calendarOf(plant);
  const demands = demandArrays(plant);
  const shiftsLate = Uint8Array.from(lines, (line) =>
    [...line.runs.keys()].some((i) => (items[i]?.holding ?? 0) > 0) ? 1 : 0,
  );
  const linesOf = items.map((_, i) => Int32Array.from(lines.flatMap((line, l) => (line.runs.has(i) ? [l] : []))));
  return {
    plant,
    items: items.length,
    lines: lines.length,
    horizon: clock.horizon,
    step: ints((item) => item.step),
    container: ints((item) => item.container),
    minimum: ints((item) => item.minimum),
    maximum: ints((item) => item.maximum),
    opening: ints((item) => item.opening),
    transfer: ints((item) => item.transfer),
    inspection: ints((item) => item.inspection),
    lost: ints((item) => item.lost),
    tool: ints((item) => item.tool),
    holding: floats((item) => item.holding),
    safety: ints((item) => item.safety?.pieces ?? 0),
    safetyPrice: floats((item) => item.safety?.price ?? 0),
    ceiling: ints((item) => item.ceiling?.pieces ?? 0),
    ceilingPrice: floats((item) => item.ceiling?.price ?? 0),
    asked,
    isPart: Uint8Array.from(parents, (list) => (list.length > 0 ? 1 : 0)),
    parents,
    linesOf,
    ...runsOf(plant),
    shiftsLate,
    mayWait: Uint8Array.from(items, (item, i) =>
      item.holding > 0 || linesOf[i]?.some((line) => shiftsLate[line] === 1) ? 1 : 0,
    ),
    skill: Int32Array.from(lines, (line) => line.skill),
    ...calendar,
    offeredShifts: Int32Array.from(
      calendar.shifts.flatMap((shift, s) => (shift.extra || shift.maximumSeconds > 0 ? [s] : [])),
    ),
    offeredItems: Int32Array.from(items.flatMap((item, i) => (item.outside ? [i] : []))),
    receiptTimes: Int32Array.from(
      plant.components.flatMap((component) => component.receipts.map((receipt) => receipt.at)),
    ),
    previousOfItem: items.map((_, i) =>
      Int32Array.from(plant.previous.flatMap((lot, p) => (lot.item === i ? [p] : []))),
    ),
    weekOfDay: weekOfDay(plant),
    ...demands,
    ...previousOf(plant),
    componentUsers: plant.components.map((_, component) =>
      items.flatMap((item, index) =>
        item.uses
          .filter((use) => use.component === component)
          .map(({ perPiece, perContainer }) => ({ item: index, perPiece, perContainer })),
      ),
    ),
    componentsOf: items.map((item) => Int32Array.from(item.uses, (use) => use.component)),
    toolUsers,
    sharedTool: Uint8Array.from(toolUsers, (users) => {
      const where = new Set([...users].flatMap((item) => [...(linesOf[item] ?? [])]));
      return where.size > 1 ? 1 : 0;
    }),
    usesSetters: Uint8Array.from(lines, (line) => (usesSetters(line) ? 1 : 0)),
    shiftsOfSlot: shiftsOfSlot(plant),
    partsOf: items.map((item) => Int32Array.from(item.parts, (part) => part.item)),
    holds: items.some((item) => item.holding > 0),
    plain:
      lines.length === 1 &&
      plant.tools.length + plant.components.length + plant.setters.length + plant.previous.length === 0 &&
      parents.every((list) => list.length === 0),
    lastEndPrice: plant.problem.lastEndCentsPerHour ?? 0,
    single: Uint8Array.from(items, (_, item) =>
      isSingle(plant, demands, item) && parents[item]?.length === 0 ? 1 : 0,
    ),
    countsPeople: lines.some((line) => line.skill >= 0),
    countsSetters: plant.setters.length > 0,
    countsChanges: plant.changedLot.cents > 0,
  };
};

/** ISO week of a day of the plant, remembered: a move asks for it often. */
const weekOfDay = (plant: Plant): ((day: number) => string) => {
  const known = new Map<number, string>();
  return (day) => {
    let week = known.get(day);
    if (week === undefined) {
      const date = Temporal.PlainDate.from(plant.clock.date(day));
      week = `${date.yearOfWeek}-W${date.weekOfYear}`;
      known.set(day, week);
    }
    return week;
  };
};

const usesSetters = ({ changeovers: { classes, find } }: Plant['lines'][number]): boolean => {
  for (let from = 0; from < classes; from++) {
    for (let to = 0; to < classes; to++) if (find(from, to).setters >= 0) return true;
  }
  return false;
};

const shiftsOfSlot = (plant: Plant): Int32Array[] => {
  const found: number[][] = Array.from({ length: plant.slots.length * plant.skills.length }, () => []);
  let index = 0;
  for (const line of plant.lines) {
    for (const shift of line.shifts) {
      if (line.skill >= 0) found[shift.slot * plant.skills.length + line.skill]?.push(index);
      index++;
    }
  }
  return found.map((list) => Int32Array.from(list));
};

const runsOf = (plant: Plant) => {
  const { items, lines } = plant;
  const size = lines.length * items.length;
  const firstMode = new Int32Array(size).fill(-1);
  const modeCount = new Int32Array(size);
  const changeoverClass = new Int32Array(size);
  const milliseconds: number[] = [];
  const heads: number[] = [];
  for (const [l, line] of lines.entries()) {
    for (const [item, modes] of line.runs) {
      firstMode[l * items.length + item] = milliseconds.length;
      modeCount[l * items.length + item] = modes.length;
      for (const mode of modes) {
        milliseconds.push(mode.milliseconds);
        heads.push(mode.heads);
      }
    }
    for (let i = 0; i < items.length; i++) changeoverClass[l * items.length + i] = line.changeovers.classOf[i] ?? 0;
  }
  const table = (pick: (rule: { seconds: number; cents: number; setters: number }) => number): number[][] =>
    lines.map(({ changeovers: { classes, find } }) =>
      Array.from({ length: classes * classes }, (_, at) => pick(find(Math.floor(at / classes), at % classes))),
    );
  return {
    firstMode,
    modeCount,
    modeMilliseconds: Float64Array.from(milliseconds),
    modeHeads: Int32Array.from(heads),
    changeoverClass,
    classes: Int32Array.from(lines, (line) => line.changeovers.classes),
    stateClass: Int32Array.from(lines, (line) => line.changeovers.stateClass(line.state)),
    stateItem: Int32Array.from(lines, (line) => (line.state !== null && 'item' in line.state ? line.state.item : -1)),
    changeoverSeconds: table((rule) => rule.seconds).map((row) => Int32Array.from(row)),
    changeoverCents: table((rule) => rule.cents).map((row) => Float64Array.from(row)),
    changeoverSetters: table((rule) => rule.setters).map((row) => Int32Array.from(row)),
    changeoverWeight: weightsOf(
      table((rule) => rule.seconds),
      table((rule) => rule.cents),
    ),
  };
};

/** Seconds and cents, each in units of its mean over all changeovers. */
const weightsOf = (seconds: readonly number[][], cents: readonly number[][]): Float64Array[] => {
  const unit = (rows: readonly number[][]): number => {
    let sum = 0;
    let count = 0;
    for (const row of rows) {
      for (const value of row) sum += value;
      count += row.length;
    }
    return sum > 0 ? sum / count : 1;
  };
  const [second, cent] = [unit(seconds), unit(cents)];
  return seconds.map((row, line) => Float64Array.from(row, (value, at) => value / second + cents[line]![at]! / cent));
};

const calendarOf = (plant: Plant) => {
  const windowOffset = [0];
  const shiftOffset = [0];
  const from: number[] = [];
  const seconds: number[] = [];
  const shiftOfWindow: number[] = [];
  const isLast: number[] = [];
  const shifts: InstanceShift[] = [];
  const weeks = new Map<string, number>();
  for (const [l, line] of plant.lines.entries()) {
    for (const shift of line.shifts) {
      for (const [at, [a, b]] of shift.parts.entries()) {
        from.push(a);
        seconds.push(b - a);
        shiftOfWindow.push(shifts.length);
        isLast.push(at === shift.parts.length - 1 ? 1 : 0);
      }
      if (!weeks.has(shift.week)) weeks.set(shift.week, weeks.size);
      shifts.push({
        line: l,
        slot: shift.slot,
        start: shift.start,
        heads: shift.heads,
        extra: shift.extra !== null,
        extraCents: shift.extra?.cents ?? 0,
        extraPerWeek: shift.extra?.maximumPerWeek ?? 1e9,
        stepSeconds: (shift.overtime?.offer.stepMinutes ?? 0) * 60,
        maximumSeconds: shift.overtime?.maximum ?? 0,
        maximumPerWeek: (shift.overtime?.offer.maximumMinutesPerWeek ?? 1e7) * 60,
        centsPerHour: shift.overtime?.offer.centsPerHour ?? 0,
        week: weeks.get(shift.week) ?? 0,
      });
    }
    from.push(plant.clock.horizon);
    seconds.push(0);
    shiftOfWindow.push(-1);
    isLast.push(0);
    windowOffset.push(from.length);
    shiftOffset.push(shifts.length);
  }
  return {
    windowOffset: Int32Array.from(windowOffset),
    windowFrom: Int32Array.from(from),
    windowSeconds: Int32Array.from(seconds),
    windowShift: Int32Array.from(shiftOfWindow),
    windowIsLast: Uint8Array.from(isLast),
    shiftOffset: Int32Array.from(shiftOffset),
    shifts,
    weeks: weeks.size,
  };
};

const demandArrays = (plant: Plant) => {
  const { demands } = plant;
  const demandOffset = new Int32Array(plant.items.length + 1);
  for (const demand of demands) demandOffset[demand.item + 1] = (demandOffset[demand.item + 1] ?? 0) + 1;
  for (let i = 0; i < plant.items.length; i++)
    demandOffset[i + 1] = (demandOffset[i + 1] ?? 0) + (demandOffset[i] ?? 0);
  const steps = demands.flatMap((demand) => demand.steps);
  const stepOffset = new Int32Array(demands.length + 1);
  for (const [d, demand] of demands.entries()) stepOffset[d + 1] = (stepOffset[d] ?? 0) + demand.steps.length;
  return {
    demandOffset,
    due: Int32Array.from(demands, (demand) => demand.due),
    pieces: Int32Array.from(demands, (demand) => demand.pieces),
    price: Float64Array.from(demands, (demand) => demand.price),
    unserved: Float64Array.from(demands, (demand) => demand.unserved),
    smallestPart: Int32Array.from(demands, (demand) => demand.smallestPart),
    promiseAt: Int32Array.from(demands, (demand) => demand.promise?.at ?? 0),
    promiseCents: Float64Array.from(demands, (demand) => demand.promise?.cents ?? 0),
    stepOffset,
    stepAfter: Int32Array.from(steps, (entry) => entry.after),
    stepCents: Float64Array.from(steps, (entry) => entry.cents),
  };
};

/** One plain demand, no stock, no limits: see {@link Instance.single}. */
const isSingle = (plant: Plant, { demandOffset }: { readonly demandOffset: Int32Array }, item: number): boolean => {
  const { opening, safety, ceiling } = plant.items[item]!;
  const demand = plant.demands[demandOffset[item]!];
  if (demand === undefined || demandOffset[item + 1]! - demandOffset[item]! !== 1) return false;
  return opening === 0 && !safety && !ceiling && demand.steps.length === 0 && demand.promise === null;
};

const previousOf = (plant: Plant) => {
  const begunIds = new Set(plant.lines.flatMap((line) => (line.begun ? [line.begun.id] : [])));
  const begun = plant.lines.filter((line) => line.begun);
  const pinOf = [
    ...plant.previous.map(
      ({ pins, frozen }) =>
        (pins.line ? pinned.line : 0) |
        (pins.order ? pinned.order | pinned.line : 0) |
        (pins.start ? pinned.start : 0) |
        (pins.pieces ? pinned.pieces : 0) |
        (frozen ? pinned.frozen : 0),
    ),
    ...begun.map(() => pinned.frozen),
  ];
  return {
    previous: plant.previous.length,
    pinOf: Int32Array.from(pinOf),
    // What has begun is the same lot whatever the plan: dropping its older entry is no change.
    dropPrice: Float64Array.from(plant.previous, (lot) =>
      begunIds.has(lot.id) ? 0 : Math.round(changePrice(plant, lot.start)),
    ),
  };
};
