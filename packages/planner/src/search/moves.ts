import { pinned } from './instance.ts';
import { addedChangeover } from './fit.ts';
import { firstStart } from './load.ts';
import type { Random } from './random.ts';
import { outsideLine, type State } from './state.ts';

/** A change tried on a schedule; false when it found nothing to do (what it wrote is then taken back). */
export type Move = (state: State, random: Random) => boolean;

const untouchable = pinned.frozen | pinned.order;

/** A lot that may be moved on its line, or -1. */
export const anyLot = (state: State, random: Random): number => {
  const count = state.liveCount;
  for (let tries = 0; tries < 4 && count > 0; tries++) {
    const lot = state.live[random.below(count)]!;
    if (state.line[lot]! >= 0 && (state.pins(lot) & untouchable) === 0) return lot;
  }
  return -1;
};

/** A lot of the dearest of a few items taken at random: mostly one that is late. */
const dearLot = (state: State, random: Random): number => {
  let dearest = -1;
  for (let tries = 0; tries < 4; tries++) {
    const lot = anyLot(state, random);
    if (lot >= 0 && (dearest < 0 || state.itemCost[state.item[lot]!]! > state.itemCost[state.item[dearest]!]!))
      dearest = lot;
  }
  return dearest;
};

/** Whether a lot may be put behind `after` (or first, -1) on a line: nothing comes before what is frozen. */
export const mayFollow = (state: State, line: number, after: number): boolean => {
  const follower = after < 0 ? state.head[line]! : state.next[after]!;
  return follower < 0 || !state.isFrozen(follower);
};

const runs = (state: State, line: number, item: number): boolean =>
  state.instance.firstMode[line * state.instance.items + item]! >= 0;

/** Puts a lot on a line, with what follows from the line: a crew that it has, a start outside its frozen zone. */
export const place = (state: State, lot: number, line: number, after: number): void => {
  const { instance, memory, base } = state;
  const modes = instance.modeCount[line * instance.items + state.item[lot]!]!;
  if (state.mode[lot]! >= modes) memory.put(base.mode + lot, 0);
  if ((state.pins(lot) & pinned.start) === 0) {
    memory.put(base.notBefore + lot, Math.max(firstStart(instance, line), state.notBefore[lot]!));
  }
  state.link(lot, line, after);
};

/** A lot of a line that ends near a clock second, -1 for the place before the first: found from a known lot by walking. */
const near = (state: State, line: number, clock: number): number => {
  let lot = state.hint(line, clock);
  if (lot < 0) lot = state.tail[line]!;
  while (lot >= 0 && state.end[lot]! > clock) lot = state.prev[lot]!;
  if (lot < 0) return -1;
  for (let after = state.next[lot]!; after >= 0 && state.end[after]! <= clock; after = state.next[lot]!) lot = after;
  return lot;
};

/** How far along its line a move may carry a lot. */
const reach = (state: State): number =>
  Math.min(128, 2 + Math.floor((2 * state.liveCount) / Math.max(1, state.instance.lines)));

export const walk = (state: State, from: number, steps: number): number => {
  let lot = from;
  for (let n = 0; n < Math.abs(steps); n++) {
    const following = steps > 0 ? state.next[lot]! : state.prev[lot]!;
    if (following < 0 || state.isFrozen(following)) break;
    lot = following;
  }
  return lot;
};

/** The last of up to `length` lots from `first` on that may be moved together. */
const endOfBlock = (state: State, first: number, length: number): number => {
  let last = first;
  for (let n = 1; n < length; n++) {
    const following = state.next[last]!;
    if (following < 0 || (state.pins(following) & untouchable) !== 0) break;
    last = following;
  }
  return last;
};

/** The lot behind which a block stands once it has gone so many places on; the lot before it now where it cannot move. */
const target = (state: State, first: number, last: number, steps: number): number => {
  if (steps > 0) {
    const after = walk(state, last, steps);
    return after === last ? state.prev[first]! : after;
  }
  return state.prev[walk(state, first, steps)]!;
};

/** Moves a block of neighbours behind another lot (-1: first) of the same line, which is not of the block. */
const moveBlock = (state: State, first: number, last: number, behind: number): boolean => {
  if (behind === state.prev[first]) return false;
  const line = state.line[first]!;
  let after = behind;
  let lot = first;
  const stop = state.next[last]!;
  while (lot !== stop) {
    const following = state.next[lot]!;
    state.unlink(lot);
    place(state, lot, line, after);
    after = lot;
    lot = following;
  }
  return true;
};

/** Places that a move compares by their changeovers before it tries the best of them. */
const looks = (random: Random): number => 1 + random.below(4);

const blockLength = (random: Random): number =>
  random.below(2) === 0 ? 1 : 1 + random.below(random.below(4) === 0 ? 12 : 4);

/** Whether a lot stands beside another one of its item. */
const isBeside = (state: State, lot: number): boolean => {
  const [before, after] = [state.prev[lot]!, state.next[lot]!];
  const item = state.item[lot]!;
  return (before >= 0 && state.item[before] === item) || (after >= 0 && state.item[after] === item);
};

/** A block of lots goes to another place of its line: of a few that are looked at, to where changeovers cost least. */
export const relocate: Move = (state, random) => {
  const lot = anyLot(state, random);
  if (lot < 0) return false;
  const last = endOfBlock(state, lot, blockLength(random));
  const line = state.line[lot]!;
  const joins = isBeside(state, lot);
  let best = state.prev[lot]!;
  let least = Number.POSITIVE_INFINITY;
  for (let tries = looks(random); tries > 0; tries--) {
    const steps = random.distance(reach(state));
    const after = target(state, lot, last, random.below(2) === 0 ? steps : -steps);
    if (after === state.prev[lot]) continue;
    const added = addedChangeover(state, line, after, state.item[lot]!, state.item[last]!);
    // Within a campaign of its item, and from one to another, nothing is gained by looking for the place.
    if (added === 0 && joins) continue;
    if (added < least) [best, least] = [after, added];
  }
  return moveBlock(state, lot, last, best);
};

/** A lot of a dear item, with the lots behind it perhaps, goes before those that block it. */
export const hurry: Move = (state, random) => {
  const lot = dearLot(state, random);
  if (lot < 0) return false;
  const last = endOfBlock(state, lot, random.below(3) === 0 ? 2 : 1);
  return moveBlock(state, lot, last, target(state, lot, last, -random.distance(reach(state))));
};

/** A lot that stands before a dear one goes behind it: what blocks makes way. */
export const makeWay: Move = (state, random) => {
  const dear = dearLot(state, random);
  if (dear < 0) return false;
  const blocking = walk(state, dear, -random.distance(Math.min(24, reach(state))));
  if (blocking === dear || (state.pins(blocking) & untouchable) !== 0) return false;
  const line = state.line[blocking]!;
  if (state.line[dear] !== line) return false;
  const after = walk(state, dear, random.below(4));
  state.unlink(blocking);
  place(state, blocking, line, after);
  return true;
};

/** Two lots of one line change places. */
export const swap: Move = (state, random) => {
  const first = random.below(3) === 0 ? dearLot(state, random) : anyLot(state, random);
  if (first < 0) return false;
  const steps = random.distance(reach(state));
  const other = walk(state, first, random.below(2) === 0 ? steps : -steps);
  if (other === first || (state.pins(other) & untouchable) !== 0) return false;
  if (state.item[other] === state.item[first] && state.lotPieces[other] === state.lotPieces[first]) return false;
  exchange(state, first, other);
  return true;
};

const exchange = (state: State, a: number, b: number): void => {
  const [lineA, lineB] = [state.line[a]!, state.line[b]!];
  const beforeA = state.prev[a]!;
  const beforeB = state.prev[b]!;
  if (beforeB === a) {
    state.unlink(b);
    place(state, b, lineA, beforeA);
  } else if (beforeA === b) {
    state.unlink(a);
    place(state, a, lineB, beforeB);
  } else {
    state.unlink(a);
    state.unlink(b);
    place(state, a, lineB, beforeB);
    place(state, b, lineA, beforeA);
  }
};

/** A lot goes to another line, near the time at which it stood: of a few places looked at, to the best for changeovers. */
export const changeLine: Move = (state, random) => {
  const lot = random.below(2) === 0 ? dearLot(state, random) : anyLot(state, random);
  if (lot < 0 || (state.pins(lot) & pinned.line) !== 0) return false;
  const item = state.item[lot]!;
  const lines = state.instance.linesOf[item]!;
  if (lines.length < 2) return false;
  let [best, on, least] = [-1, -1, Number.POSITIVE_INFINITY];
  for (let tries = looks(random); tries > 0; tries--) {
    const line = otherLine(state, random, lines, state.line[lot]!);
    const after = placeNear(state, random, line, state.end[lot]!);
    if (!mayFollow(state, line, after)) continue;
    const added = addedChangeover(state, line, after, item, item);
    if (added < least) [best, on, least] = [after, line, added];
  }
  if (on < 0) return false;
  state.unlink(lot);
  place(state, lot, on, best);
  return true;
};

const otherLine = (state: State, random: Random, lines: Int32Array, line: number): number => {
  const at = random.below(lines.length - 1);
  return lines[at] === line ? lines[lines.length - 1]! : lines[at]!;
};

/** A place of a line near a clock second: the lot to stand behind, or -1 for the first place. */
export const placeNear = (state: State, random: Random, line: number, clock: number): number => {
  const after = near(state, line, clock);
  if (after < 0 || random.below(3) === 0) return after;
  return walk(state, after, random.distance(12) * (random.below(2) === 0 ? 1 : -1));
};

/** Two lots of different lines change places. */
export const swapLines: Move = (state, random) => {
  const lot = anyLot(state, random);
  if (lot < 0 || (state.pins(lot) & pinned.line) !== 0) return false;
  const lines = state.instance.linesOf[state.item[lot]!]!;
  if (lines.length < 2) return false;
  const from = state.line[lot]!;
  const line = otherLine(state, random, lines, from);
  let other = near(state, line, state.end[lot]!);
  if (other < 0) return false;
  // The first one nearby that can be made on the line of the lot.
  const way = random.below(2) === 0 ? 1 : -1;
  other = walk(state, other, way * random.below(8));
  for (let tries = 0; tries < 6 && !runs(state, from, state.item[other]!); tries++) other = walk(state, other, way);
  if ((state.pins(other) & (untouchable | pinned.line)) !== 0 || !runs(state, from, state.item[other]!)) return false;
  exchange(state, lot, other);
  return true;
};

/** A lot goes next to another lot of its item, so that a changeover falls away. */
export const join: Move = (state, random) => {
  const lot = anyLot(state, random);
  if (lot < 0) return false;
  const other = mate(state, random, lot);
  if (other < 0) return false;
  const line = state.line[other]!;
  if (line !== state.line[lot] && (state.pins(lot) & pinned.line) !== 0) return false;
  const after = random.below(2) === 0 ? other : state.prev[other]!;
  if (after === lot || after === state.prev[lot] || !mayFollow(state, line, after)) return false;
  state.unlink(lot);
  place(state, lot, line, after);
  return true;
};

/** Another lot of the same item on a line, or -1. */
export const mate = (state: State, random: Random, lot: number): number => {
  let other = lot;
  for (let n = 1 + random.below(6); n > 0; n--) {
    other = state.itemNext[other]!;
    if (other < 0) other = state.firstOfItem[state.item[lot]!]!;
  }
  return other === lot || state.line[other] === outsideLine || state.line[other]! < 0 ? -1 : other;
};
