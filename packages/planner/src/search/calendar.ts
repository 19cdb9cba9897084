import type { State } from './state.ts';

/** Work seconds that the open windows of a line hold in all. */
export const totalWork = (state: State, line: number): number =>
  state.before[state.instance.windowOffset[line + 1]! - 1]!;

/** Clock second at which the work second `work` of a line ends; beyond the calendar it runs on after the horizon. */
export const clockOfEnd = (state: State, line: number, work: number): number => {
  const window = windowOfEnd(state, line, work);
  return state.instance.windowFrom[window]! + work - state.before[window]!;
};

/** The first window whose end reaches a work second; the sentinel, which begins at the horizon, beyond the calendar. */
export const windowOfEnd = (state: State, line: number, work: number): number => {
  const { windowOffset } = state.instance;
  const { before } = state;
  let low = windowOffset[line]!;
  let high = windowOffset[line + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before[middle + 1]! >= work) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Clock second at which work begins that has `work` seconds before it: at a pause, after the pause. */
export const clockOfStart = (state: State, line: number, work: number): number => {
  const { windowOffset, windowFrom, horizon } = state.instance;
  const { before } = state;
  let low = windowOffset[line]!;
  let high = windowOffset[line + 1]! - 1;
  if (work >= before[high]!) return horizon + work - before[high]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before[middle + 1]! > work) high = middle;
    else low = middle + 1;
  }
  return windowFrom[low]! + work - before[low]!;
};

/** Work seconds of a line before a clock second. */
export const workBefore = (state: State, line: number, clock: number): number => {
  const { windowOffset, windowFrom } = state.instance;
  const { before } = state;
  let low = windowOffset[line]!;
  let high = windowOffset[line + 1]! - 1;
  // Last window that begins at or before it.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (windowFrom[middle]! <= clock) low = middle;
    else high = middle - 1;
  }
  if (windowFrom[low]! > clock) return 0;
  const last = windowOffset[line + 1]! - 1;
  if (low === last) return before[last]!;
  return Math.min(before[low + 1]!, before[low]! + clock - windowFrom[low]!);
};

/** Recomputes the windows of a line after overtime or an extra shift has changed. */
export const redrawCalendar = (state: State, line: number): void => {
  const { windowOffset, windowSeconds, windowShift, windowIsLast } = state.instance;
  let sum = 0;
  const end = windowOffset[line + 1]!;
  for (let window = windowOffset[line]!; window < end; window++) {
    state.memory.put(state.base.before + window, sum);
    const shift = windowShift[window]!;
    if (shift >= 0 && state.opened[shift] === 1) {
      sum += windowSeconds[window]! + (windowIsLast[window] === 1 ? state.extension[shift]! : 0);
    }
  }
};

/** Index of the shift of a line (counted over all lines) in which a clock second lies or which began last; -1 before the first. */
export const shiftAt = (state: State, line: number, clock: number): number => {
  const { shiftOffset, shifts } = state.instance;
  let low = shiftOffset[line]! - 1;
  let high = shiftOffset[line + 1]! - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (shifts[middle]!.start <= clock) low = middle;
    else high = middle - 1;
  }
  return low < shiftOffset[line]! ? -1 : low;
};

/** Place of a lot's changeover in the tables of its line; -1 where it goes on with the item before it. */
export const changeoverIndex = (state: State, lot: number): number => {
  const { instance } = state;
  const line = state.line[lot]!;
  const item = state.item[lot]!;
  const before = state.prev[lot]!;
  const last = before < 0 ? instance.stateItem[line]! : state.item[before]!;
  if (last === item) return -1;
  const runs = line * instance.items;
  const from = before < 0 ? instance.stateClass[line]! : instance.changeoverClass[runs + last]!;
  return from * instance.classes[line]! + instance.changeoverClass[runs + item]!;
};

/** Clock second at which the production of a lot starts. */
export const startClock = (state: State, lot: number): number =>
  clockOfStart(state, state.line[lot]!, state.begin[lot]!);

/** Clock second at which the changeover of a lot starts; that of its production where there is none. */
export const setupStartClock = (state: State, lot: number): number =>
  clockOfStart(state, state.line[lot]!, state.begin[lot]! - state.setup[lot]!);
