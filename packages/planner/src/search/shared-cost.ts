import { changeoverIndex, setupStartClock, startClock } from './calendar.ts';
import type { Dirty } from './dirty.ts';
import type { State } from './state.ts';

let size = 64;
let from = new Float64Array(size);
let to = new Float64Array(size);
let amount = new Float64Array(size);
let onLine = new Int32Array(size);
let count = 0;

/** Puts one interval into the scratch list, which stays sorted by its start. */
const insert = (start: number, end: number, quantity: number, line: number): void => {
  if (count === size) {
    size *= 2;
    const grown = [from, to, amount].map((old) => {
      const larger = new Float64Array(size);
      larger.set(old);
      return larger;
    });
    [from, to, amount] = grown as [typeof from, typeof from, typeof from];
    const lines = new Int32Array(size);
    lines.set(onLine);
    onLine = lines;
  }
  let place = count++;
  while (place > 0 && from[place - 1]! > start) {
    from[place] = from[place - 1]!;
    to[place] = to[place - 1]!;
    amount[place] = amount[place - 1]!;
    onLine[place] = onLine[place - 1]!;
    place--;
  }
  from[place] = start;
  to[place] = end;
  amount[place] = quantity;
  onLine[place] = line;
};

/** Recomputes how far tools, setters and components concerned are asked for beyond what there is. */
export const settleShared = (state: State, tools: Dirty, components: Dirty, setters: boolean): void => {
  const { instance } = state;
  for (let at = 0; at < tools.count; at++) {
    const tool = tools.list[at]!;
    if (instance.sharedTool[tool] === 1) put(state, tool, toolOverlap(state, tool));
  }
  const firstSetters = instance.toolUsers.length;
  if (setters && instance.countsSetters) {
    for (let s = 0; s < instance.plant.setters.length; s++) put(state, firstSetters + s, settersShort(state, s));
  }
  const firstComponent = firstSetters + instance.plant.setters.length;
  for (let at = 0; at < components.count; at++) {
    const component = components.list[at]!;
    put(state, firstComponent + component, componentShort(state, component));
  }
};

const put = (state: State, index: number, violation: number): void => {
  state.violation += violation - state.sharedViolation[index]!;
  state.memory.putFloat(state.floatBase.sharedViolation + index, violation);
};

const toolOverlap = (state: State, tool: number): number => {
  count = 0;
  for (const item of state.instance.toolUsers[tool]!) {
    for (let lot = state.firstOfItem[item]!; lot >= 0; lot = state.itemNext[lot]!) {
      if (state.line[lot]! >= 0) insert(setupStartClock(state, lot), state.end[lot]!, 0, state.line[lot]!);
    }
  }
  let violation = 0;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count && from[b]! < to[a]!; b++) {
      if (onLine[a] !== onLine[b]) violation += 60 + Math.min(to[a]!, to[b]!) - from[b]!;
    }
  }
  return violation;
};

const settersShort = (state: State, setters: number): number => {
  const { instance } = state;
  const { heads } = instance.plant.setters[setters]!;
  count = 0;
  for (let line = 0; line < instance.lines; line++) {
    if (instance.usesSetters[line] === 0) continue;
    for (let lot = state.head[line]!; lot >= 0; lot = state.next[lot]!) {
      if (state.setup[lot] === 0) continue;
      const rule = changeoverIndex(state, lot);
      if (instance.changeoverSetters[line]![rule] === setters)
        insert(setupStartClock(state, lot), startClock(state, lot), 0, line);
    }
  }
  let violation = 0;
  for (let a = 0; a < count; a++) {
    // How many changeovers are under way when this one begins; those that begin with it count once, for the last of them.
    let atOnce = 1;
    let nextEnd = to[a]!;
    for (let b = a - 1; b >= 0; b--) {
      if (to[b]! > from[a]!) {
        atOnce++;
        if (to[b]! < nextEnd) nextEnd = to[b]!;
      }
    }
    if (atOnce > heads) violation += 60 + (nextEnd - from[a]!) * (atOnce - heads);
  }
  return violation;
};

const componentShort = (state: State, index: number): number => {
  const { instance } = state;
  const component = instance.plant.components[index]!;
  count = 0;
  for (const { item, perPiece, perContainer } of instance.componentUsers[index]!) {
    for (let lot = state.firstOfItem[item]!; lot >= 0; lot = state.itemNext[lot]!) {
      if (state.line[lot]! < 0) continue;
      const lost = changeoverIndex(state, lot) >= 0 ? instance.lost[item]! : 0;
      const pieces = state.lotPieces[lot]!;
      const quantity = perContainer ? Math.ceil(pieces / instance.container[item]!) : (pieces + lost) * perPiece;
      insert(startClock(state, lot), 0, quantity, 0);
    }
  }
  let violation = 0;
  let taken = 0;
  let there = component.stock;
  let receipt = 0;
  for (let k = 0; k < count; k++) {
    const start = from[k]!;
    if (start >= component.endless) break;
    taken += amount[k]!;
    while (receipt < component.receipts.length && component.receipts[receipt]!.at <= start) {
      there += component.receipts[receipt++]!.quantity;
    }
    if (taken <= there + 1e-6) continue;
    // The wait that would cure it.
    let ahead = there;
    let until = Math.min(component.endless, instance.horizon);
    for (let next = receipt; next < component.receipts.length && ahead + 1e-6 < taken; next++) {
      ahead += component.receipts[next]!.quantity;
      if (ahead + 1e-6 >= taken) until = Math.min(until, component.receipts[next]!.at);
    }
    violation += 60 + Math.max(0, until - start);
  }
  return violation;
};
