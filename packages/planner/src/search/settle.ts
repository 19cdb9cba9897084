import { changeoverIndex, clockOfEnd, redrawCalendar, totalWork, windowOfEnd, workBefore } from './calendar.ts';
import { settleChange, settleLastEnd, settlePinGap } from './change-cost.ts';
import { Dirty } from './dirty.ts';
import { isInOrder, needsOfItem, settleItem } from './item-cost.ts';
import { pinned, type Instance } from './instance.ts';
import { settlePeople } from './people-cost.ts';
import { settleShared } from './shared-cost.ts';
import { nowhere, type State } from './state.ts';

/** How far below its lowest price so far an item is expected to get at most, before it has been seen there. */
const floorShare = 0.95;

/** Any number above all work seconds that an instance can hold. */
const never = 0x3fffffff;

/**
 * Works out all consequences of the decisions changed since the last time, and nothing else:
 * 1. forward along each touched line: earliest times, until they are as before;
 * 2. for each item concerned, until when its lots could wait without a demand getting later (`need`);
 * 3. backward: on lines with items that cost holding lots are moved just in time, into the idle time behind them;
 * 4. costs of the items, people, tools, setters, components and changes concerned.
 * Each step depends only on the ones before it, so the result does not depend on the order of the moves that led here.
 */
export class Settler {
  readonly #state: State;
  readonly #items: Dirty;
  readonly #needs: Dirty;
  readonly #orders: Dirty;
  readonly #late: Dirty;
  readonly #final: Dirty;
  readonly #lines: Dirty;
  readonly #needChanged: Int32Array;
  readonly #tools: Dirty;
  readonly #components: Dirty;
  #settersDirty = false;
  /** By item: a little less than the lowest price that it has been seen at. */
  readonly #lowest: Float64Array;

  constructor(state: State) {
    this.#state = state;
    this.#tools = new Dirty(state.instance.toolUsers.length);
    this.#components = new Dirty(state.instance.componentUsers.length);
    this.#items = new Dirty(state.instance.items);
    this.#needs = new Dirty(state.instance.items);
    this.#orders = new Dirty(state.instance.items);
    this.#late = new Dirty(state.capacity);
    this.#final = new Dirty(state.capacity);
    this.#lines = new Dirty(state.instance.lines);
    this.#lowest = new Float64Array(state.instance.items).fill(Number.POSITIVE_INFINITY);
    this.#needChanged = new Int32Array(state.capacity);
  }

  /** Works out everything, for a schedule that has just been filled. */
  settleAll(): void {
    const { state, instance } = this.#both();
    state.lineChanged.fill(3);
    for (let item = 0; item < instance.items; item++) this.#markItem(instance, item);
    for (let component = 0; component < instance.componentUsers.length; component++) this.#components.add(component);
    this.settle();
  }

  /**
   * Works out what has changed. With `limit`, it may stop as soon as the cost, broken rules at `penalty` cents a second
   * included, will end above it: it then returns false, and the caller has to take the move back.
   */
  settle(limit = Number.POSITIVE_INFINITY, penalty = 0): boolean {
    const { state, instance } = this.#both();
    const { touched, touchedCount, lineChanged } = state;
    for (let at = 0; at < touchedCount; at++) {
      const lot = touched[at]!;
      if (state.line[lot]! >= 0) {
        refresh(state, lot);
        this.#markItem(instance, state.item[lot]!);
        if (instance.holds) this.#final.add(lot);
      } else this.#gone(lot);
    }
    for (let line = 0; line < instance.lines; line++) {
      const change = lineChanged[line]!;
      if (change === 0) continue;
      lineChanged[line] = 0;
      this.#lines.add(line);
      if (change === 1) continue;
      redrawCalendar(state, line);
      this.#forward(state.head[line]!, true);
    }
    sortByTime(state);
    for (let at = 0; at < touchedCount; at++) {
      const lot = touched[at]!;
      if (state.line[lot]! >= 0) this.#forward(lot, false);
    }
    state.touchedCount = 0;
    if (instance.holds) {
      this.#settleNeeds();
      this.#settleLate();
    }
    this.#settleFinal();
    this.#settleSides();
    return this.#settleItems(limit, penalty);
  }

  #both(): { state: State; instance: Instance } {
    return { state: this.#state, instance: this.#state.instance };
  }

  /** A lot that was taken out or bought outside: only its item feels it. */
  #gone(lot: number): void {
    const { state, instance } = this.#both();
    const item = state.item[lot]!;
    this.#markItem(instance, item);
    this.#markShared(instance, item);
    state.cost -= state.setupCents[lot]!;
    state.memory.put(state.base.setupCents + lot, 0);
    if (instance.countsChanges && state.line[lot] === nowhere) settleChange(state, lot);
  }

  #markItem(instance: Instance, item: number): void {
    this.#items.add(item);
    if (instance.holds) this.#needs.add(item);
  }

  /** Lots of an item have other earliest ends: that matters to its needs where their order changes, or where it is made of parts. */
  #markOrder(instance: Instance, item: number): void {
    if (instance.partsOf[item]!.length > 0) this.#needs.add(item);
    else this.#orders.add(item);
  }

  #markShared(instance: Instance, item: number): void {
    const tool = instance.tool[item]!;
    if (tool >= 0) this.#tools.add(tool);
    for (const component of instance.componentsOf[item]!) this.#components.add(component);
    this.#settersDirty = true;
  }

  /** Earliest times from one lot on; `all` goes on to the end of the line although nothing changes. */
  #forward(first: number, all: boolean): void {
    const { state, instance } = this.#both();
    if (first < 0) return;
    const { memory, base } = state;
    const line = state.line[first]!;
    const late = instance.shiftsLate[line] === 1;
    // The changeover of the first lot may have changed, and with it the room of the one before.
    const ahead = state.prev[first]!;
    if (late && ahead >= 0) this.#late.add(ahead);
    let end = ahead < 0 ? 0 : state.earliest[ahead]! + state.duration[ahead]!;
    let window = instance.windowOffset[line]!;
    const lastWindow = instance.windowOffset[line + 1]! - 1;
    const { before } = state;
    const { windowFrom } = instance;
    for (let lot = first; lot >= 0; lot = state.next[lot]!) {
      if (all) refresh(state, lot);
      let earliest = end + state.setup[lot]!;
      const notBefore = state.notBefore[lot]!;
      if (notBefore > 0) earliest = Math.max(earliest, workBefore(state, line, notBefore));
      // A lot that stands where it stood, and is not the first, leaves the rest as it is: it has a place in the list itself if it changed.
      const old = state.earliest[lot]!;
      if (earliest === old && lot !== first && !all) break;
      end = earliest + state.duration[lot]!;
      memory.put(base.earliest + lot, earliest);
      if (lot === first) window = windowOfEnd(state, line, end);
      else while (window < lastWindow && before[window + 1]! < end) window++;
      const clock = windowFrom[window]! + end - before[window]!;
      const item = state.item[lot]!;
      if (instance.holds && clock !== state.earliestEnd[lot]) {
        memory.put(base.earliestEnd + lot, clock);
        this.#markOrder(instance, item);
      }
      if (late) {
        // A lot that waits anyway, for its need or for the next one, goes on to wait: it begins when it did.
        const begin = state.begin[lot]!;
        if (begin <= old || earliest > begin || lot === first || all) this.#late.add(lot);
        if (all) this.#final.add(lot);
      } else {
        if (clock !== state.end[lot] || instance.partsOf[item]!.length > 0) this.#items.add(item);
        memory.put(base.begin + lot, earliest);
        memory.put(base.end + lot, clock);
      }
      if (!late && !instance.plain) this.#final.add(lot);
    }
    this.#lines.add(line);
  }

  #settleNeeds(): void {
    const { state, instance } = this.#both();
    for (let at = 0; at < this.#orders.count; at++) {
      const item = this.#orders.list[at]!;
      if (instance.isPart[item] === 1 || !isInOrder(state, item)) this.#needs.add(item);
    }
    this.#orders.clear();
    // A part's lots are needed when the lots that use it could start.
    for (let at = 0; at < this.#needs.count; at++) {
      for (const part of instance.partsOf[this.#needs.list[at]!]!) this.#needs.add(part);
    }
    for (let at = 0; at < this.#needs.count; at++) {
      const item = this.#needs.list[at]!;
      if (instance.mayWait[item] === 0) continue;
      const changed = needsOfItem(state, item, this.#needChanged);
      for (let k = 0; k < changed; k++) {
        const lot = this.#needChanged[k]!;
        if (state.line[lot]! >= 0) this.#late.add(lot);
      }
    }
    this.#needs.clear();
  }

  /** From the last lots marked to the first: a lot may wait until its need, or until the next lot's changeover. */
  #settleLate(): void {
    const { state, instance } = this.#both();
    const { memory, base } = state;
    // Where the last end of all has a price, nothing waits beyond it: that holds for the last lots, and by them for the rest.
    const latest = instance.lastEndPrice > 0 ? this.#earliestLastEnd() : instance.horizon;
    for (let at = this.#late.count - 1; at >= 0; at--) {
      let lot = this.#late.list[at]!;
      if (!this.#late.has(lot)) continue;
      const line = state.line[lot]!;
      while (lot >= 0) {
        this.#late.drop(lot);
        const after = state.next[lot]!;
        const earliest = state.earliest[lot]!;
        let begin = earliest;
        const fixed = (state.pins(lot) & (pinned.start | pinned.frozen)) !== 0;
        if (!fixed && state.earliestEnd[lot]! < state.need[lot]!) {
          const duration = state.duration[lot]!;
          const room = after < 0 ? never : state.begin[after]! - state.setup[after]! - duration;
          if (room > earliest) {
            const wait = workBefore(state, line, Math.min(state.need[lot]!, latest)) - duration;
            begin = Math.max(earliest, Math.min(room, wait));
          }
        }
        const changed = begin !== state.begin[lot];
        if (changed) {
          memory.put(base.begin + lot, begin);
          this.#final.add(lot);
        }
        lot = state.prev[lot]!;
        // The one before depends on the start of the changeover; marked lots come anyway.
        if (!changed && lot >= 0 && !this.#late.has(lot)) break;
      }
    }
    this.#late.clear();
  }

  /** Clock second at which all could be done; the last lot of each line is marked to be looked at against it. */
  #earliestLastEnd(): number {
    const { state, instance } = this.#both();
    let last = 0;
    for (let line = 0; line < instance.lines; line++) {
      const tail = state.tail[line]!;
      if (tail < 0) continue;
      if (instance.shiftsLate[line] === 1) this.#late.add(tail);
      last = Math.max(last, state.earliestEnd[tail]!);
    }
    return Math.min(last, instance.horizon);
  }

  #settleFinal(): void {
    const { state, instance } = this.#both();
    for (let at = 0; at < this.#final.count; at++) {
      const lot = this.#final.list[at]!;
      const line = state.line[lot]!;
      if (line < 0) continue;
      const item = state.item[lot]!;
      if (instance.shiftsLate[line] === 1) {
        const end = clockOfEnd(state, line, state.begin[lot]! + state.duration[lot]!);
        if (end !== state.end[lot] || instance.partsOf[item]!.length > 0) this.#items.add(item);
        state.memory.put(state.base.end + lot, end);
        this.#lines.add(line);
      }
      if (instance.plain) continue;
      state.remember(line, lot);
      this.#markShared(instance, item);
      if (instance.countsChanges) settleChange(state, lot);
      if ((state.pins(lot) & (pinned.start | pinned.frozen)) !== 0) settlePinGap(state, lot);
    }
    this.#final.clear();
  }

  /** People, shared resources, the last end: all that is not the stock of an item. */
  #settleSides(): void {
    const { state, instance } = this.#both();
    for (let at = 0; at < this.#lines.count; at++) {
      const line = this.#lines.list[at]!;
      const tail = state.tail[line]!;
      // What runs over the end of the calendar is no plan: priced as a violation by its seconds.
      const over = tail < 0 ? 0 : Math.max(0, state.begin[tail]! + state.duration[tail]! - totalWork(state, line));
      const violation = over === 0 ? 0 : over + 60;
      state.violation += violation - state.lineViolation[line]!;
      state.memory.putFloat(state.floatBase.lineViolation + line, violation);
      if (instance.skill[line]! >= 0) settlePeople(state, line);
    }
    this.#lines.clear();
    settleShared(state, this.#tools, this.#components, this.#settersDirty);
    this.#tools.clear();
    this.#components.clear();
    this.#settersDirty = false;
    if (instance.lastEndPrice > 0) settleLastEnd(state);
  }

  /**
   * The stock of each item concerned. Those still to come can hardly save more than what they cost now above the lowest
   * price they have been seen at: a move that would be too dear even then is given up.
   */
  #settleItems(limit: number, penalty: number): boolean {
    const { state, instance } = this.#both();
    const { list } = this.#items;
    for (let at = 0; at < this.#items.count; at++) {
      for (const part of instance.partsOf[list[at]!]!) this.#items.add(part);
    }
    const lowest = this.#lowest;
    let open = 0;
    for (let at = 0; at < this.#items.count; at++) {
      const item = list[at]!;
      const spare = state.itemCost[item]! - lowest[item]!;
      open += (spare > 0 ? spare : 0) + penalty * state.itemViolation[item]!;
    }
    let within = true;
    for (let at = 0; at < this.#items.count; at++) {
      if (state.cost + penalty * state.violation - open > limit) {
        within = false;
        break;
      }
      const item = list[at]!;
      const spare = state.itemCost[item]! - lowest[item]!;
      open -= (spare > 0 ? spare : 0) + penalty * state.itemViolation[item]!;
      settleItem(state, item);
      const cost = state.itemCost[item]! * floorShare;
      if (cost < lowest[item]!) lowest[item] = cost;
    }
    this.#items.clear();
    return within;
  }
}

/** Changeover and duration of a lot, which depend on it and on the lot before it alone. */
const refresh = (state: State, lot: number): void => {
  const { instance, memory, base } = state;
  const line = state.line[lot]!;
  const item = state.item[lot]!;
  const rule = changeoverIndex(state, lot);
  const fresh = rule >= 0;
  const setup = fresh ? instance.changeoverSeconds[line]![rule]! : 0;
  const cents = fresh ? instance.changeoverCents[line]![rule]! : 0;
  const milliseconds = instance.modeMilliseconds[instance.firstMode[line * instance.items + item]! + state.mode[lot]!]!;
  const made = state.lotPieces[lot]! + (fresh ? instance.lost[item]! : 0);
  memory.put(base.setup + lot, setup);
  memory.put(base.duration + lot, Math.ceil((made * milliseconds) / 1000) + (fresh ? instance.inspection[item]! : 0));
  if (state.setupCents[lot] !== cents) {
    state.cost += cents - state.setupCents[lot]!;
    memory.put(base.setupCents + lot, cents);
  }
};

/** Puts the touched lots in the order of their lines' times, so that a walk from one meets the others that come later. */
const sortByTime = (state: State): void => {
  const { touched, touchedCount, prev, earliest } = state;
  if (touchedCount > 64) return;
  const key = (lot: number): number => (prev[lot]! < 0 ? -1 : earliest[prev[lot]!]!);
  for (let at = 1; at < touchedCount; at++) {
    const lot = touched[at]!;
    const time = key(lot);
    let place = at;
    while (place > 0 && key(touched[place - 1]!) > time) {
      touched[place] = touched[place - 1]!;
      place--;
    }
    touched[place] = lot;
  }
};
