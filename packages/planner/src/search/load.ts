import { pinned, type Instance } from './instance.ts';
import { startClock } from './calendar.ts';
import type { Settler } from './settle.ts';
import { State } from './state.ts';

/** Room for lots: what the previous plan holds, what the demands ask for in smallest useful lots, and as much again. */
export const capacityFor = (instance: Instance): number => {
  let lots = instance.pinOf.length;
  for (let item = 0; item < instance.items; item++) {
    const demands = instance.demandOffset[item + 1]! - instance.demandOffset[item]!;
    const pieces = instance.asked[item]! + instance.safety[item]!;
    const largest = Math.max(1, Math.min(instance.maximum[item]!, pieces));
    // More lots than two for each demand, or than full lots cover twice, are never better.
    lots += Math.ceil(
      Math.min(Math.ceil(pieces / instance.minimum[item]!) + 2, 2 * demands + 2 * Math.ceil(pieces / largest) + 4),
    );
    for (const parent of instance.parents[item]!)
      lots += 2 * (instance.demandOffset[parent.item + 1]! - instance.demandOffset[parent.item]!) + 4;
  }
  return lots + 16;
};

/** Earliest clock second at which a lot that is not frozen may start on a line. */
export const firstStart = (instance: Instance, line: number): number =>
  Math.max(0, instance.plant.lines[line]!.frozenUntil);

/** A schedule with nothing but what is fixed: begun and frozen lots, pinned ones. */
export const fixedOnly = (instance: Instance, capacity: number): State =>
  load(instance, capacity, (lot) => instance.pinOf[lot] !== 0);

/** The previous plan as a schedule: its sequences, sizes, crews and rungs; times follow. */
export const previousPlan = (instance: Instance, capacity: number): State => {
  const state = load(instance, capacity, () => true);
  const { problem, lines, clock } = instance.plant;
  for (const entry of problem.previous?.overtime ?? []) {
    const line = lines.findIndex(({ id }) => id === entry.line);
    const at = lines[line]?.shifts.findIndex((shift) => shift.date === entry.date && shift.name === entry.shift) ?? -1;
    const shift = at < 0 ? undefined : instance.shifts[instance.shiftOffset[line]! + at];
    if (shift === undefined || shift.stepSeconds === 0) continue;
    const seconds = Math.min(
      shift.maximumSeconds,
      Math.floor((entry.minutes * 60) / shift.stepSeconds) * shift.stepSeconds,
    );
    state.setExtension(instance.shiftOffset[line]! + at, seconds);
  }
  for (const entry of problem.previous?.extraShifts ?? []) {
    const line = lines.findIndex(({ id }) => id === entry.line);
    const at =
      lines[line]?.shifts.findIndex(
        (shift) => shift.extra && shift.date === entry.date && shift.name === entry.shift,
      ) ?? -1;
    if (at >= 0) state.setOpened(instance.shiftOffset[line]! + at, true);
  }
  for (const entry of problem.previous?.outside ?? []) {
    const item = instance.plant.items.findIndex(({ id }) => id === entry.item);
    const arrival = clock.at(entry.arrival);
    const offer = instance.plant.items[item]?.outside;
    if (offer && arrival >= offer.notice && entry.pieces >= offer.minimum) state.buy(item, entry.pieces, arrival);
  }
  return state;
};

/** Where a lot would now start before it did, it waits as it did: for people, a tool, components. Other lots stay free to move. */
export const waitAsBefore = (state: State, settler: Settler): void => {
  const { previous } = state.instance.plant;
  for (let line = 0; line < state.instance.lines; line++) {
    for (let lot = state.head[line]!; lot >= 0; lot = state.next[lot]!) {
      const old = previous[lot];
      if (old === undefined || old.line !== line || startClock(state, lot) >= old.start) continue;
      state.setNotBefore(lot, old.start);
      settler.settle();
    }
  }
  state.memory.commit();
};

const load = (instance: Instance, capacity: number, keep: (lot: number) => boolean): State => {
  const state = new State(instance, capacity);
  const { lines, previous } = instance.plant;
  const begunIds = new Set(lines.flatMap((line) => (line.begun ? [line.begun.id] : [])));
  let slot = instance.previous;
  for (const [line, { begun }] of lines.entries()) {
    if (begun === null) continue;
    const lot = state.create(begun.item, begun.pieces, slot++);
    state.memory.put(state.base.mode + lot, modeFor(instance, line, begun.item, begun.heads));
    state.link(lot, line, -1);
  }
  const order = previous.map((_, lot) => lot).toSorted((a, b) => previous[a]!.start - previous[b]!.start || a - b);
  for (const lot of order) {
    const { line, item, pieces, heads, start, id } = previous[lot]!;
    if (!keep(lot) || begunIds.has(id)) continue;
    const pins = instance.pinOf[lot]!;
    const size = pins & (pinned.frozen | pinned.pieces) ? pieces : fitted(instance, item, pieces);
    if (size === 0) continue;
    state.create(item, size, lot);
    state.memory.put(state.base.mode + lot, modeFor(instance, line, item, heads));
    const fixed = (pins & (pinned.frozen | pinned.start)) !== 0;
    state.memory.put(state.base.notBefore + lot, fixed ? Math.max(0, start) : firstStart(instance, line));
    state.link(lot, line, state.tail[line]!);
  }
  return state;
};

const modeFor = (instance: Instance, line: number, item: number, heads: number): number => {
  const first = instance.firstMode[line * instance.items + item]!;
  for (let mode = 0; mode < instance.modeCount[line * instance.items + item]!; mode++) {
    if (instance.modeHeads[first + mode] === heads) return mode;
  }
  return 0;
};

/** The nearest size that the item's bounds allow. */
const fitted = (instance: Instance, item: number, pieces: number): number => {
  const step = instance.step[item]!;
  const size = Math.ceil(pieces / step) * step;
  return Math.min(instance.maximum[item]!, Math.max(instance.minimum[item]!, size));
};
