import { pinned } from './instance.ts';
import { addedChangeover } from './fit.ts';
import { anyLot, mate, mayFollow, place, placeNear, walk, type Move } from './moves.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

const sizeFixed = pinned.frozen | pinned.pieces;
const mustStay = pinned.frozen | pinned.pieces | pinned.line | pinned.order | pinned.start;

/** Some containers go from one lot to another of the same item; a lot that is left too small goes altogether. */
export const shiftPieces: Move = (state, random) => {
  const from = anyLot(state, random);
  if (from < 0 || (state.pins(from) & sizeFixed) !== 0) return false;
  const to = mate(state, random, from);
  if (to < 0 || (state.pins(to) & sizeFixed) !== 0) return false;
  const item = state.item[from]!;
  const { step, minimum, maximum } = state.instance;
  const room = maximum[item]! - state.lotPieces[to]!;
  const spare = state.lotPieces[from]! - minimum[item]!;
  const all = state.lotPieces[from]!;
  if (all <= room && (spare < step[item]! || random.below(3) === 0)) {
    if ((state.pins(from) & mustStay) !== 0) return false;
    state.resize(to, state.lotPieces[to]! + all);
    state.unlink(from);
    state.destroy(from);
    return true;
  }
  const most = Math.floor(Math.min(room, spare) / step[item]!);
  if (most < 1) return false;
  const pieces = step[item]! * (1 + random.below(most));
  state.resize(to, state.lotPieces[to]! + pieces);
  state.resize(from, state.lotPieces[from]! - pieces);
  return true;
};

/** Part of a lot becomes a lot of its own, a few places earlier or later. */
export const split: Move = (state, random) => {
  const lot = anyLot(state, random);
  if (lot < 0 || (state.pins(lot) & sizeFixed) !== 0) return false;
  const item = state.item[lot]!;
  const { step, minimum } = state.instance;
  const spare = Math.floor((state.lotPieces[lot]! - 2 * minimum[item]!) / step[item]!);
  if (spare < 0) return false;
  const pieces = minimum[item]! + step[item]! * random.below(spare + 1);
  const part = newLot(state, item, pieces);
  if (part < 0) return false;
  state.resize(lot, state.lotPieces[lot]! - pieces);
  let [best, on, least] = [lot, state.line[lot]!, Number.POSITIVE_INFINITY];
  const lines = state.instance.linesOf[item]!;
  for (let tries = 1 + random.below(4); tries > 0; tries--) {
    // Mostly on its line, a few places earlier or later; at times on another one.
    const stays = random.below(3) > 0;
    const line = stays ? state.line[lot]! : lines[random.below(lines.length)]!;
    const after = stays ? placesOn(state, random, lot) : placeNear(state, random, line, state.end[lot]!);
    // Beside the lot itself it saves a changeover, and nearly always nothing else.
    if (!mayFollow(state, line, after) || after === lot || after === state.prev[lot]) continue;
    const added = addedChangeover(state, line, after, item, item);
    if (added < least) [best, on, least] = [after, line, added];
  }
  place(state, part, on, best);
  return true;
};

/** The lot some places on, or the one before it some places back. */
const placesOn = (state: State, random: Random, lot: number): number => {
  const steps = random.distance(24);
  return random.below(2) === 0 ? walk(state, lot, steps) : state.prev[walk(state, lot, -steps)]!;
};

/** A lot gets larger or smaller. */
export const resize: Move = (state, random) => {
  const lot = anyLot(state, random);
  if (lot < 0 || (state.pins(lot) & sizeFixed) !== 0) return false;
  const item = state.item[lot]!;
  const { step, minimum, maximum, asked, opening, safety } = state.instance;
  let change = step[item]! * random.distance(8);
  if (random.below(3) === 0) {
    // To what is asked for in all, neither more nor less.
    change =
      Math.ceil((asked[item]! + safety[item]! - opening[item]! - state.itemTotal[item]!) / step[item]!) * step[item]!;
  } else if (random.below(2) === 0) change = -change;
  const pieces = Math.min(maximum[item]!, Math.max(minimum[item]!, state.lotPieces[lot]! + change));
  if (pieces === state.lotPieces[lot]) return false;
  state.resize(lot, pieces);
  return true;
};

/** A new lot of an item of which pieces are missing, so that it is there for one of its needs. */
export const add: Move = (state, random) => {
  const { instance } = state;
  const item = shortItem(state, random);
  if (item < 0) return false;
  const lines = instance.linesOf[item]!;
  if (lines.length === 0) return false;
  const missing = instance.asked[item]! + instance.safety[item]! - instance.opening[item]! - state.itemTotal[item]!;
  const step = instance.step[item]!;
  const wanted = Math.ceil(Math.max(1, missing) / step) * step;
  const most = Math.max(instance.minimum[item]!, Math.min(wanted, instance.maximum[item]!));
  const range = Math.floor((most - instance.minimum[item]!) / step);
  const pieces = random.below(2) === 0 ? most : instance.minimum[item]! + step * random.below(range + 1);
  const clock = state.demandTime(item, random);
  let [best, on, least] = [-1, -1, Number.POSITIVE_INFINITY];
  for (let tries = 1 + random.below(4); tries > 0; tries--) {
    const line = lines[random.below(lines.length)]!;
    // Mostly so that it is there for a need; else from the end of the line some way back.
    const last = random.below(4) > 0 ? placeNear(state, random, line, clock) : state.tail[line]!;
    const after = last < 0 ? -1 : walk(state, last, -random.below(12));
    if (!mayFollow(state, line, after)) continue;
    const added = addedChangeover(state, line, after, item, item);
    if (added < least) [best, on, least] = [after, line, added];
  }
  if (on < 0) return false;
  const lot = newLot(state, item, pieces);
  if (lot < 0) return false;
  place(state, lot, on, best);
  return true;
};

const shortItem = (state: State, random: Random): number => {
  const { asked, safety, opening, items, isPart } = state.instance;
  for (let tries = 0; tries < 6; tries++) {
    const item = random.below(items);
    if (isPart[item] === 1 || asked[item]! + safety[item]! > opening[item]! + state.itemTotal[item]!) return item;
  }
  return -1;
};

/** A slot of the item's dropped lots of the previous plan first: to take one back is no change. */
export const newLot = (state: State, item: number, pieces: number): number => {
  for (const lot of state.instance.previousOfItem[item]!) {
    if (state.line[lot] === -1 && state.pins(lot) === 0) return state.create(item, pieces, lot);
  }
  return state.create(item, pieces);
};

/** A lot goes altogether. */
export const drop: Move = (state, random) => {
  const lot = anyLot(state, random);
  if (lot < 0 || (state.pins(lot) & mustStay) !== 0) return false;
  const item = state.item[lot]!;
  const { asked, opening, safety, isPart } = state.instance;
  // What is asked for is hardly ever better not made.
  const surplus = state.itemTotal[item]! + opening[item]! - asked[item]! - safety[item]!;
  if (isPart[item] === 0 && surplus < state.lotPieces[lot]! && random.below(8) > 0) return false;
  state.unlink(lot);
  state.destroy(lot);
  return true;
};
