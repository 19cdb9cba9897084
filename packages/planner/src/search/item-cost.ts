import { changeoverIndex, startClock } from './calendar.ts';
import type { Instance } from './instance.ts';
import { outsideLine, type State } from './state.ts';

const daySeconds = 86_400;

// Scratch of one walk, reused: lots of the item in order of availability, and its needs in pegging order.
let size = 64;
let supplyAt = new Int32Array(size);
let supplyPieces = new Int32Array(size);
let supplyLot = new Int32Array(size);
let needSize = 64;
let needAt = new Int32Array(needSize);
let needPieces = new Int32Array(needSize);
/** Index of the demand, or -1 where a lot of another item takes the pieces. */
let needDemand = new Int32Array(needSize);

const growSupplies = (): void => {
  size *= 2;
  supplyAt = copy(supplyAt, new Int32Array(size));
  supplyPieces = copy(supplyPieces, new Int32Array(size));
  supplyLot = copy(supplyLot, new Int32Array(size));
};

const growNeeds = (): void => {
  needSize *= 2;
  needAt = copy(needAt, new Int32Array(needSize));
  needPieces = copy(needPieces, new Int32Array(needSize));
  needDemand = copy(needDemand, new Int32Array(needSize));
};

const copy = (from: Int32Array, to: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  to.set(from);
  return to;
};

/** Lots of an item by the end given, sorted; those that come after the horizon are left out unless `all`. */
const gatherSupplies = (state: State, item: number, ends: Int32Array, all: boolean): number => {
  const { instance, itemNext, line, lotPieces } = state;
  const { horizon } = instance;
  const transfer = instance.transfer[item]!;
  let count = 0;
  for (let lot = state.firstOfItem[item]!; lot >= 0; lot = itemNext[lot]!) {
    const at = ends[lot]! + (line[lot] === outsideLine ? 0 : transfer);
    if (!all && at > horizon) continue;
    if (count === size) growSupplies();
    let place = count++;
    // Lots of one item are few and nearly in order: insertion is the fastest sort here.
    while (place > 0 && (supplyAt[place - 1]! > at || (supplyAt[place - 1] === at && supplyLot[place - 1]! > lot))) {
      supplyAt[place] = supplyAt[place - 1]!;
      supplyPieces[place] = supplyPieces[place - 1]!;
      supplyLot[place] = supplyLot[place - 1]!;
      place--;
    }
    supplyAt[place] = at;
    supplyPieces[place] = lotPieces[lot]!;
    supplyLot[place] = lot;
  }
  return count;
};

/** Needs of an item: its demands, and for a part what lots of other items take at their start, which come first at one instant. */
const gatherNeeds = (state: State, item: number, early: boolean): number => {
  const { instance } = state;
  const first = instance.demandOffset[item]!;
  const end = instance.demandOffset[item + 1]!;
  let count = 0;
  if (instance.isPart[item] === 1) {
    for (const { item: parent, perPiece } of instance.parents[item]!) {
      for (let lot = state.firstOfItem[parent]!; lot >= 0; lot = state.itemNext[lot]!) {
        const line = state.line[lot]!;
        if (line < 0) continue;
        const at = early ? earliestStart(state, lot) : startClock(state, lot);
        const lost = changeoverIndex(state, lot) >= 0 ? instance.lost[parent]! : 0;
        if (count === needSize) growNeeds();
        let place = count++;
        while (place > 0 && needAt[place - 1]! > at) {
          needAt[place] = needAt[place - 1]!;
          needPieces[place] = needPieces[place - 1]!;
          place--;
        }
        needAt[place] = at;
        needPieces[place] = Math.ceil((state.lotPieces[lot]! + lost) * perPiece);
      }
    }
  }
  const taken = count;
  while (count + end - first > needSize) growNeeds();
  if (taken === 0) {
    for (let demand = first; demand < end; demand++, count++) {
      needAt[count] = instance.due[demand]!;
      needPieces[count] = instance.pieces[demand]!;
      needDemand[count] = demand;
    }
    return count;
  }
  // Merge from the back, so that what lots take needs no second place.
  count = taken + end - first;
  let use = taken - 1;
  let demand = end - 1;
  for (let place = count - 1; place >= 0; place--) {
    if (demand < first || (use >= 0 && needAt[use]! > instance.due[demand]!)) {
      needAt[place] = needAt[use]!;
      needPieces[place] = needPieces[use]!;
      needDemand[place] = -1;
      use--;
    } else {
      needAt[place] = instance.due[demand]!;
      needPieces[place] = instance.pieces[demand]!;
      needDemand[place] = demand;
      demand--;
    }
  }
  return count;
};

/** Clock second at which a lot could start at the earliest: its end less the open time it takes, without a look at pauses. */
const earliestStart = (state: State, lot: number): number =>
  Math.max(0, state.earliestEnd[lot]! - state.duration[lot]!);

/** Whether the list of an item's lots, left in the order of their earliest ends by {@link needsOfItem}, still is. */
export const isInOrder = (state: State, item: number): boolean => {
  const { itemNext, earliestEnd, line } = state;
  const transfer = state.instance.transfer[item]!;
  let last = Number.NEGATIVE_INFINITY;
  let lastLot = -1;
  for (let lot = state.firstOfItem[item]!; lot >= 0; lot = itemNext[lot]!) {
    const at = earliestEnd[lot]! + (line[lot] === outsideLine ? 0 : transfer);
    if (at < last || (at === last && lot < lastLot)) return false;
    last = at;
    lastLot = lot;
  }
  return true;
};

/** Links an item's lots in the order in which they were gathered. */
const keepOrder = (state: State, item: number, supplies: number): void => {
  const { memory, base } = state;
  let before = -1;
  for (let k = 0; k < supplies; k++) {
    const lot = supplyLot[k]!;
    if (before < 0) memory.put(base.firstOfItem + item, lot);
    else memory.put(base.itemNext + before, lot);
    memory.put(base.itemPrev + lot, before);
    before = lot;
  }
  if (before >= 0) memory.put(base.itemNext + before, -1);
};

/**
 * Until when each lot could end without a need being served later, were all lots as early as they can be.
 * Writes the lots whose `need` has changed to `changed` and returns their number.
 */
export const needsOfItem = (state: State, item: number, changed: Int32Array): number => {
  const { instance, memory, base } = state;
  const supplies = gatherSupplies(state, item, state.earliestEnd, true);
  keepOrder(state, item, supplies);
  const needs = gatherNeeds(state, item, true);
  let count = 0;
  let served = instance.opening[item]! - (instance.safetyPrice[item]! > 0 ? instance.safety[item]! : 0);
  let need = 0;
  let asked = 0;
  for (let k = 0; k < supplies; k++) {
    while (need < needs && asked + needPieces[need]! <= served) asked += needPieces[need++]!;
    const lot = supplyLot[k]!;
    const until = served < 0 ? 0 : need < needs ? needAt[need]! : instance.horizon;
    const value = until - instance.transfer[item]!;
    if (state.need[lot] !== value) {
      memory.put(base.need + lot, value);
      changed[count++] = lot;
    }
    served += supplyPieces[k]!;
  }
  return count;
};

/** Recomputes what an item costs: holding, stock limits, lateness, promises, pieces not served; and parts that come too late. */
export const settleItem = (state: State, item: number): void => {
  const { instance } = state;
  const { horizon } = instance;
  if (instance.single[item] === 1) {
    const cost = costOfSingle(state, item);
    if (cost >= 0) {
      state.cost += cost - state.itemCost[item]!;
      state.memory.putFloat(state.floatBase.itemCost + item, cost);
      return;
    }
  }
  const supplies = gatherSupplies(state, item, state.end, false);
  // Demands are read where they are; only what lots of other items take has to be gathered.
  const gathered = instance.isPart[item] === 1;
  const first = gathered ? 0 : instance.demandOffset[item]!;
  const last = gathered ? gatherNeeds(state, item, false) : instance.demandOffset[item + 1]!;
  const times = gathered ? needAt : instance.due;
  const quantities = gathered ? needPieces : instance.pieces;
  const there = supplyAt;
  const sizes = supplyPieces;
  let cost = 0;
  let violation = 0;
  let held = 0;
  // Supply -1 is the opening stock, there at second 0.
  let supply = -1;
  let left = instance.opening[item]!;
  let at = 0;
  for (let need = first; need < last; need++) {
    const demand = gathered ? needDemand[need]! : need;
    const due = times[need]!;
    const asked = quantities[need]!;
    while (left === 0 && supply + 1 < supplies) {
      left = sizes[++supply]!;
      at = there[supply]!;
    }
    if (left >= asked) {
      // All from one lot: nothing can be late but by that lot.
      left -= asked;
      if (at <= due) {
        held += (due - at) * asked;
        if (demand < 0 || instance.promiseCents[demand] === 0 || due <= instance.promiseAt[demand]!) continue;
        cost += instance.promiseCents[demand]!;
        continue;
      }
      if (demand < 0) violation += 60 + at - due;
      else cost += priceOfLateness(instance, demand, (at - due) * asked, at, 0);
      continue;
    }
    const smallest = demand < 0 ? 1 : instance.smallestPart[demand]!;
    let missing = asked;
    let waiting = 0;
    let late = 0;
    let complete = due;
    while (missing > 0) {
      if (left === 0) {
        if (++supply >= supplies) break;
        left = sizes[supply]!;
        at = there[supply]!;
        continue;
      }
      const pieces = left < missing ? left : missing;
      left -= pieces;
      missing -= pieces;
      held -= at * pieces;
      waiting += pieces;
      const leaves = at > due ? at : due;
      if (missing > 0) {
        if (waiting < smallest) continue;
        // More pieces that are there by then leave together with these.
        const following = supply + 1 < supplies ? there[supply + 1]! : horizon + 1;
        if (left === 0 && (following > due ? following : due) === leaves) continue;
      }
      held += leaves * waiting;
      late += (leaves - due) * waiting;
      complete = leaves;
      waiting = 0;
    }
    const absent = missing + waiting;
    held += waiting * horizon;
    if (demand < 0) {
      if (absent > 0 || complete > due) violation += 60 + Math.max(0, absent > 0 ? horizon - due : complete - due);
      continue;
    }
    if (absent > 0) {
      late += absent * (horizon - due);
      complete = horizon;
    }
    cost += priceOfLateness(instance, demand, late, complete, absent);
  }
  held += left * (horizon - at);
  for (supply++; supply < supplies; supply++) held += sizes[supply]! * (horizon - there[supply]!);
  cost += Math.round((held * instance.holding[item]!) / daySeconds);
  if (instance.safetyPrice[item]! > 0 || instance.ceilingPrice[item]! > 0)
    cost += priceOfLevels(state, item, supplies, times, quantities, first, last);

  state.cost += cost - state.itemCost[item]!;
  state.violation += violation - state.itemViolation[item]!;
  state.memory.putFloat(state.floatBase.itemCost + item, cost);
  state.memory.putFloat(state.floatBase.itemViolation + item, violation);
};

/** What one demand costs that is complete at a second, with so many piece seconds late and so many pieces never served. */
const priceOfLateness = (
  instance: Instance,
  demand: number,
  late: number,
  complete: number,
  absent: number,
): number => {
  let cost = absent * instance.unserved[demand]!;
  if (late > 0) cost += Math.round((late * instance.price[demand]!) / daySeconds);
  const behind = complete - instance.due[demand]!;
  if (behind > 0) {
    const lastStep = instance.stepOffset[demand + 1]!;
    for (let step = instance.stepOffset[demand]!; step < lastStep; step++) {
      if (behind > instance.stepAfter[step]!) cost += instance.stepCents[step]!;
    }
  }
  if (instance.promiseCents[demand]! > 0 && (absent > 0 || complete > instance.promiseAt[demand]!)) {
    cost += instance.promiseCents[demand]!;
  }
  return cost;
};

/** The same for an item with one lot and one demand, which needs no walk; -1 where it has not exactly one lot that covers it. */
const costOfSingle = (state: State, item: number): number => {
  const { instance } = state;
  const lot = state.firstOfItem[item]!;
  if (lot < 0 || state.itemNext[lot]! >= 0 || state.line[lot]! < 0) return -1;
  const at = state.end[lot]! + instance.transfer[item]!;
  const demand = instance.demandOffset[item]!;
  const pieces = instance.pieces[demand]!;
  if (at > instance.horizon || state.lotPieces[lot]! < pieces) return -1;
  const due = instance.due[demand]!;
  const price = instance.holding[item]!;
  let cost = 0;
  if (price > 0) {
    const held = (Math.max(at, due) - at) * pieces + (instance.horizon - at) * (state.lotPieces[lot]! - pieces);
    cost = Math.round((held * price) / daySeconds);
  }
  return at > due ? cost + Math.round(((at - due) * pieces * instance.price[demand]!) / daySeconds) : cost;
};

/** Stock below safety and above its maximum, as made or come in less fallen due, over the walk just gathered. */
const priceOfLevels = (
  state: State,
  item: number,
  supplies: number,
  times: Int32Array,
  quantities: Int32Array,
  first: number,
  last: number,
): number => {
  const { instance } = state;
  const { horizon } = instance;
  const there = supplyAt;
  const sizes = supplyPieces;
  const safety = instance.safety[item]!;
  const ceiling = instance.ceilingPrice[item]! > 0 ? instance.ceiling[item]! : Number.POSITIVE_INFINITY;
  let below = 0;
  let above = 0;
  let net = instance.opening[item]!;
  let since = 0;
  let supply = 0;
  let need = first;
  let nextSupply = supply < supplies ? there[supply]! : horizon;
  let nextNeed = need < last ? times[need]! : horizon;
  for (;;) {
    const until = Math.max(0, nextSupply <= nextNeed ? nextSupply : nextNeed);
    if (until >= horizon) break;
    const level = net > 0 ? net : 0;
    if (level < safety) below += (safety - level) * (until - since);
    else if (level > ceiling) above += (level - ceiling) * (until - since);
    since = until;
    if (nextSupply <= nextNeed) {
      net += sizes[supply++]!;
      nextSupply = supply < supplies ? there[supply]! : horizon;
    } else {
      net -= quantities[need++]!;
      nextNeed = need < last ? times[need]! : horizon;
    }
  }
  const level = net > 0 ? net : 0;
  if (level < safety) below += (safety - level) * (horizon - since);
  else if (level > ceiling) above += (level - ceiling) * (horizon - since);
  return (
    Math.round((below * instance.safetyPrice[item]!) / daySeconds) +
    Math.round((above * instance.ceilingPrice[item]!) / daySeconds)
  );
};
