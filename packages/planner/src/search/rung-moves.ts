import { clockOfEnd, startClock } from './calendar.ts';
import { pinned } from './instance.ts';
import { anyLot, type Move } from './moves.ts';
import { outsideLine, type State } from './state.ts';

/** Overtime of one shift, in its steps and within its week's limit; or an extra shift, there or not. */
export const changeShift: Move = (state, random) => {
  const { instance } = state;
  const offers = instance.offeredShifts;
  if (offers.length === 0) return false;
  const shift = offers[random.below(offers.length)]!;
  const { extra, stepSeconds, maximumSeconds, maximumPerWeek, extraPerWeek } = instance.shifts[shift]!;
  if (extra) {
    const open = state.opened[shift] === 0;
    if (open && sumOfWeek(state, shift, (other) => state.opened[other]!) + 1 > extraPerWeek) return false;
    state.setOpened(shift, open);
    return true;
  }
  const others = sumOfWeek(state, shift, (other) => state.extension[other]!) - state.extension[shift]!;
  const most = Math.floor(Math.min(maximumSeconds, maximumPerWeek - others) / stepSeconds);
  const steps = random.below(3) === 0 ? 0 : random.below(Math.max(0, most) + 1);
  if (steps * stepSeconds === state.extension[shift]) return false;
  state.setExtension(shift, steps * stepSeconds);
  return true;
};

/** Sum over the shifts of the same line, week, and offer. */
const sumOfWeek = (state: State, shift: number, value: (shift: number) => number): number => {
  const { shifts, shiftOffset, plant } = state.instance;
  const { line, week, extra } = shifts[shift]!;
  const name = (index: number): string => plant.lines[line]!.shifts[index - shiftOffset[line]!]!.name;
  let sum = 0;
  for (let other = shiftOffset[line]!; other < shiftOffset[line + 1]!; other++) {
    const entry = shifts[other]!;
    if (entry.week === week && entry.extra === extra && (!extra || name(other) === name(shift))) sum += value(other);
  }
  return sum;
};

/** A lot is made by another crew. */
export const changeCrew: Move = (state, random) => {
  const lot = anyLot(state, random);
  if (lot < 0) return false;
  const modes = state.instance.modeCount[state.line[lot]! * state.instance.items + state.item[lot]!]!;
  const mode = random.below(modes);
  if (mode === state.mode[lot]) return false;
  state.setMode(lot, mode);
  return true;
};

/** A lot waits, for a tool, setters, people or components; or no longer. */
export const wait: Move = (state, random) => {
  const { instance } = state;
  const lot = anyLot(state, random);
  if (lot < 0 || (state.pins(lot) & pinned.start) !== 0) return false;
  const line = state.line[lot]!;
  const first = Math.max(0, instance.plant.lines[line]!.frozenUntil);
  if (state.notBefore[lot]! > first && random.below(2) === 0) {
    state.setNotBefore(lot, first);
    return true;
  }
  const other = anyLot(state, random);
  let clock: number;
  // Until another lot has ended, until a receipt, or a while.
  const choice = random.below(4);
  const receipts = instance.receiptTimes;
  if (choice === 0 && other >= 0)
    clock = state.end[other]! + instance.transfer[state.item[other]!]! + state.setup[lot]!;
  else if (choice === 1 && receipts.length > 0) clock = receipts[random.below(receipts.length)]!;
  else if (choice === 2) clock = startClock(state, lot) + random.distance(86_400);
  else clock = clockOfEnd(state, line, state.earliest[lot]! + 1) + random.distance(6 * 3600);
  if (clock <= first || clock >= instance.horizon || clock === state.notBefore[lot]) return false;
  state.setNotBefore(lot, clock);
  return true;
};

/** Pieces are bought outside, in time for a need; or no longer. */
export const buyOutside: Move = (state, random) => {
  const { instance } = state;
  const items = instance.offeredItems;
  if (items.length === 0) return false;
  const item = items[random.below(items.length)]!;
  const offer = instance.plant.items[item]!.outside!;
  const bought: number[] = [];
  for (let lot = state.firstOfItem[item]!; lot >= 0; lot = state.itemNext[lot]!)
    if (state.line[lot] === outsideLine) bought.push(lot);
  if (bought.length > 0 && random.below(2) === 0) {
    state.cancelPurchase(bought[random.below(bought.length)]!);
    return true;
  }
  const arrival = Math.max(offer.notice, state.demandTime(item, random));
  if (arrival > instance.horizon) return false;
  const { clock } = instance.plant;
  const week = instance.weekOfDay(clock.day(arrival));
  const others = bought.filter((lot) => instance.weekOfDay(clock.day(state.end[lot]!)) === week);
  const room = offer.perWeek - others.reduce((sum, lot) => sum + state.lotPieces[lot]!, 0);
  if (room < offer.minimum) return false;
  const container = Math.min(instance.container[item]!, room);
  const pieces = Math.min(
    room,
    Math.max(offer.minimum, container * random.distance(Math.max(1, Math.floor(room / container)))),
  );
  return state.buy(item, pieces, arrival) >= 0;
};
