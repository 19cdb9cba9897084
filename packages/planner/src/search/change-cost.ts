import { changePrice, changeShare } from '../model/change-price.ts';
import { shiftAt, startClock } from './calendar.ts';
import type { State } from './state.ts';

/** Recomputes what changing, adding or dropping a lot costs. Dropping all of the previous plan is what a schedule starts from. */
export const settleChange = (state: State, lot: number): void => {
  const { instance } = state;
  const { plant, previous } = instance;
  const line = state.line[lot]!;
  if (line < 0) {
    put(state, lot, 0);
    return;
  }
  if (state.isBegun(lot)) return;
  const start = startClock(state, lot);
  if (lot >= previous) {
    put(state, lot, Math.round(changePrice(plant, start)));
    return;
  }
  const old = plant.previous[lot]!;
  const place = (on: number, clock: number): { shift: number; day: number } => ({
    shift: plant.lines[on]!.continuous ? -1 : shiftAt(state, on, clock),
    day: plant.clock.day(clock),
  });
  const now = { line, pieces: state.lotPieces[lot]!, ...place(line, start) };
  const share = changeShare(old, place(old.line, old.start), now);
  put(state, lot, Math.round(changePrice(plant, old.start) * share) - instance.dropPrice[lot]!);
};

const put = (state: State, lot: number, cents: number): void => {
  state.cost += cents - state.change[lot]!;
  state.memory.put(state.base.change + lot, cents);
};

/** How far a lot is from the start to which it is pinned or frozen, as a violation. */
export const settlePinGap = (state: State, lot: number): void => {
  const { instance } = state;
  if (lot >= instance.previous) return;
  const gap = Math.abs(startClock(state, lot) - instance.plant.previous[lot]!.start);
  const violation = gap === 0 ? 0 : gap + 60;
  state.violation += violation - state.pinGap[lot]!;
  state.memory.put(state.base.pinGap + lot, violation);
};

/** Recomputes the price of the last end of all. */
export const settleLastEnd = (state: State): void => {
  const { lines, lastEndPrice } = state.instance;
  let last = 0;
  for (let line = 0; line < lines; line++) {
    const tail = state.tail[line]!;
    if (tail >= 0) last = Math.max(last, state.end[tail]!);
  }
  const cost = Math.round((lastEndPrice * last) / 3600);
  state.cost += cost - state.lastEndCost[0]!;
  state.memory.putFloat(state.floatBase.lastEndCost, cost);
};
