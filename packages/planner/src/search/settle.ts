import { changePrice, changeShare } from '../model/change-price.ts';
import { clockOfEnd, clockOfStart, redrawCalendar, shiftAt, totalWork, workBefore } from './calendar.ts';
import { Dirty } from './dirty.ts';
import { needsOfItem, settleItem } from './item-cost.ts';
import { pinned } from './instance.ts';
import { settlePeople } from './people-cost.ts';
import { settleShared } from './shared-cost.ts';
import { nowhere, type State } from './state.ts';

/** Any number above all clock seconds that an instance can hold. */
const never = 0x3fffffff;

/**
 * Works out all consequences of the decisions changed since the last time, and nothing else:
 * 1. forward along each touched line: earliest times, until they are as before;
 * 2. for each item concerned, until when its lots could wait without a demand getting later (`need`);
 * 3. backward: lots of items that cost holding are moved just in time, into the idle time behind them;
 * 4. costs of the items, people, tools, setters, components and changes concerned.
 * Each step depends only on the ones before it, so the result does not depend on the order of the moves that led here.
 */
export class Settler {
  readonly #state: State;
  readonly #items: Dirty;
  readonly #needs: Dirty;
  readonly #late: Dirty;
  readonly #final: Dirty;
  readonly #lines: Dirty;
  readonly #needChanged: Int32Array;
  readonly #tools: Dirty;
  readonly #components: Dirty;
  #settersDirty = false;

  constructor(state: State) {
    this.#state = state;
    this.#tools = new Dirty(state.instance.toolUsers.length);
    this.#components = new Dirty(state.instance.componentUsers.length);
    this.#items = new Dirty(state.instance.items);
    this.#needs = new Dirty(state.instance.items);
    this.#late = new Dirty(state.capacity);
    this.#final = new Dirty(state.capacity);
    this.#lines = new Dirty(state.instance.lines);
    this.#needChanged = new Int32Array(state.capacity);
  }

  /** Works out everything, for a schedule that has just been filled. */
  settleAll(): void {
    const state = this.#state;
    state.lineChanged.fill(3);
    for (let item = 0; item < state.instance.items; item++) this.#markItem(item);
    for (let c = 0; c < state.instance.componentUsers.length; c++) this.#components.add(c);
    this.settle();
  }

  settle(): void {
    const state = this.#state;
    const { instance } = state;
    for (let line = 0; line < instance.lines; line++) {
      const change = state.lineChanged[line]!;
      if (change === 0) continue;
      state.lineChanged[line] = 0;
      this.#lines.add(line);
      if (change === 1) continue;
      redrawCalendar(state, line);
      this.#forward(state.head[line]!, true);
    }
    for (let at = 0; at < state.touchedCount; at++) {
      const lot = state.touched[at]!;
      if (state.line[lot]! >= 0) this.#forward(lot, false);
      else this.#gone(lot);
    }
    state.touchedCount = 0;
    this.#settleNeeds();
    this.#settleLate();
    this.#settleFinal();
  }

  /** A lot that was taken out or bought outside: only its item feels it. */
  #gone(lot: number): void {
    const state = this.#state;
    const item = state.item[lot]!;
    this.#markItem(item);
    for (const component of state.instance.componentsOf[item]!) this.#components.add(component);
    const tool = state.instance.tool[item]!;
    if (tool >= 0) this.#tools.add(tool);
    this.#settersDirty = true;
    if (state.line[lot] === nowhere) this.#setChange(lot, 0, 0);
  }

  #markItem(item: number): void {
    this.#items.add(item);
    this.#needs.add(item);
  }

  /** Earliest times from one lot on; `all` goes on to the end of the line although nothing changes. */
  #forward(first: number, all: boolean): void {
    const state = this.#state;
    const { instance, memory, base } = state;
    let lot = first;
    if (lot < 0) return;
    const line = state.line[lot]!;
    const runs = line * instance.items;
    const late = instance.shiftsLate[line] === 1;
    // The changeover of the first lot may have changed, and with it the room of the one before.
    if (late && state.prev[lot]! >= 0) this.#late.add(state.prev[lot]!);
    while (lot >= 0) {
      const item = state.item[lot]!;
      const before = state.prev[lot]!;
      const lastItem = before < 0 ? instance.stateItem[line]! : state.item[before]!;
      let setup = 0;
      let cents = 0;
      let fresh = 0;
      if (lastItem !== item) {
        const from = before < 0 ? instance.stateClass[line]! : instance.changeoverClass[runs + lastItem]!;
        const rule = from * instance.classes[line]! + instance.changeoverClass[runs + item]!;
        setup = instance.changeoverSeconds[line]![rule]!;
        cents = instance.changeoverCents[line]![rule]!;
        fresh = 1;
      }
      const milliseconds = instance.modeMilliseconds[instance.firstMode[runs + item]! + state.mode[lot]!]!;
      const made = state.lotPieces[lot]! + (fresh === 1 ? instance.lost[item]! : 0);
      const duration = Math.ceil((made * milliseconds) / 1000) + (fresh === 1 ? instance.inspection[item]! : 0);
      let earliest = setup + (before < 0 ? 0 : state.earliest[before]! + state.duration[before]!);
      const notBefore = state.notBefore[lot]!;
      if (notBefore > 0) earliest = Math.max(earliest, workBefore(state, line, notBefore));
      const endWork = earliest + duration;
      const endBefore = state.earliest[lot]! + state.duration[lot]!;

      memory.put(base.setup + lot, setup);
      if (state.setupCents[lot] !== cents) {
        state.cost += cents - state.setupCents[lot]!;
        memory.put(base.setupCents + lot, cents);
      }
      memory.put(base.fresh + lot, fresh);
      memory.put(base.earliest + lot, earliest);
      memory.put(base.duration + lot, duration);
      memory.put(base.earliestEnd + lot, clockOfEnd(state, line, endWork));
      this.#needs.add(item);
      this.#final.add(lot);
      if (late) this.#late.add(lot);
      else memory.put(base.begin + lot, earliest);
      if (!all && endWork === endBefore) break;
      lot = state.next[lot]!;
    }
  }

  #settleNeeds(): void {
    const { instance } = this.#state;
    // A part's lots are needed when the lots that use it could start.
    for (let at = 0; at < this.#needs.count; at++) {
      const item = this.#needs.list[at]!;
      for (const part of instance.plant.items[item]!.parts) this.#needs.add(part.item);
    }
    for (let at = 0; at < this.#needs.count; at++) {
      const item = this.#needs.list[at]!;
      this.#items.add(item);
      if (instance.holding[item]! <= 0) continue;
      const changed = needsOfItem(this.#state, item, this.#needChanged);
      for (let k = 0; k < changed; k++) {
        const lot = this.#needChanged[k]!;
        if (this.#state.line[lot]! >= 0) this.#late.add(lot);
      }
    }
    this.#needs.clear();
  }

  /** From the last lots marked to the first: a lot may wait until its need, or until the next lot's changeover. */
  #settleLate(): void {
    const state = this.#state;
    const { memory, base, instance } = state;
    for (let at = this.#late.count - 1; at >= 0; at--) {
      let lot = this.#late.list[at]!;
      if (!this.#late.has(lot)) continue;
      const line = state.line[lot]!;
      while (lot >= 0) {
        this.#late.drop(lot);
        const after = state.next[lot]!;
        const earliest = state.earliest[lot]!;
        let begin = earliest;
        const item = state.item[lot]!;
        if (
          instance.holding[item]! > 0 &&
          (state.pins(lot) & (pinned.start | pinned.frozen)) === 0 &&
          state.earliestEnd[lot]! < state.need[lot]!
        ) {
          const duration = state.duration[lot]!;
          const room = after < 0 ? never : state.begin[after]! - state.setup[after]! - duration;
          const wait = workBefore(state, line, Math.min(state.need[lot]!, instance.horizon)) - duration;
          begin = Math.max(earliest, Math.min(room, wait));
        }
        const changed = begin !== state.begin[lot];
        memory.put(base.begin + lot, begin);
        this.#final.add(lot);
        lot = state.prev[lot]!;
        // The one before depends on the start of the changeover; marked lots come anyway.
        if (!changed && lot >= 0 && !this.#late.has(lot)) break;
      }
    }
    this.#late.clear();
  }

  #settleFinal(): void {
    const state = this.#state;
    const { memory, base, instance } = state;
    for (let at = 0; at < this.#final.count; at++) {
      const lot = this.#final.list[at]!;
      const line = state.line[lot]!;
      if (line < 0) continue;
      const begin = state.begin[lot]!;
      const item = state.item[lot]!;
      memory.put(base.start + lot, clockOfStart(state, line, begin));
      memory.put(base.end + lot, clockOfEnd(state, line, begin + state.duration[lot]!));
      const setup = state.setup[lot]!;
      memory.put(base.setupStart + lot, setup === 0 ? state.start[lot]! : clockOfStart(state, line, begin - setup));
      state.remember(line, lot);
      this.#items.add(item);
      this.#lines.add(line);
      const tool = instance.tool[item]!;
      if (tool >= 0) this.#tools.add(tool);
      for (const component of instance.componentsOf[item]!) this.#components.add(component);
      this.#settersDirty = true;
      if (instance.countsChanges) this.#priceChange(lot);
      if ((state.pins(lot) & (pinned.start | pinned.frozen)) !== 0) this.#pinGap(lot);
    }
    this.#final.clear();
    this.#settleCosts();
  }

  #settleCosts(): void {
    const state = this.#state;
    const { instance } = state;
    for (let at = 0; at < this.#items.count; at++) {
      for (const part of instance.plant.items[this.#items.list[at]!]!.parts) this.#items.add(part.item);
    }
    for (let at = 0; at < this.#items.count; at++) settleItem(state, this.#items.list[at]!);
    this.#items.clear();

    for (let at = 0; at < this.#lines.count; at++) {
      const line = this.#lines.list[at]!;
      const tail = state.tail[line]!;
      // What runs over the end of the calendar is no plan: priced as a violation by its seconds.
      const over = tail < 0 ? 0 : Math.max(0, state.begin[tail]! + state.duration[tail]! - totalWork(state, line));
      const violation = over === 0 ? 0 : over + 60;
      state.violation += violation - state.lineViolation[line]!;
      state.memory.putFloat(state.floatBase.lineViolation + line, violation);
      if (instance.countsPeople && instance.skill[line]! >= 0) settlePeople(state, line);
    }
    this.#lines.clear();
    settleShared(state, this.#tools, this.#components, this.#settersDirty);
    this.#tools.clear();
    this.#components.clear();
    this.#settersDirty = false;
    this.#settleLastEnd();
  }

  #lastEndCents(): number {
    const { instance } = this.#state;
    return instance.plant.problem.lastEndCentsPerHour ?? 0;
  }

  /** Price of the last end; kept with the floats so that a rollback restores it. */
  #settleLastEnd(): void {
    const price = this.#lastEndCents();
    if (price === 0) return;
    const state = this.#state;
    let last = 0;
    for (let line = 0; line < state.instance.lines; line++) {
      const tail = state.tail[line]!;
      if (tail >= 0) last = Math.max(last, state.end[tail]!);
    }
    const cost = Math.round((price * last) / 3600);
    state.cost += cost - state.lastEndCost[0]!;
    state.memory.putFloat(state.floatBase.lastEndCost, cost);
  }

  #priceChange(lot: number): void {
    const state = this.#state;
    const { plant } = state.instance;
    const line = state.line[lot]!;
    if (state.isBegun(lot)) return;
    if (lot >= state.instance.previous) {
      this.#setChange(lot, Math.round(changePrice(plant, state.start[lot]!)), 0);
      return;
    }
    const old = plant.previous[lot]!;
    const place = (on: number, clock: number): { shift: number; day: number } => ({
      shift: plant.lines[on]!.continuous ? -1 : shiftAt(state, on, clock),
      day: plant.clock.day(clock),
    });
    const now = { line, pieces: state.lotPieces[lot]!, ...place(line, state.start[lot]!) };
    const share = changeShare(old, place(old.line, old.start), now);
    this.#setChange(lot, Math.round(changePrice(plant, old.start) * share), state.instance.dropPrice[lot]!);
  }

  /** The price of a lot's change; a previous lot that is in the plan no longer pays for being dropped. */
  #setChange(lot: number, cents: number, dropped: number): void {
    const state = this.#state;
    const value = cents - dropped;
    state.cost += value - state.change[lot]!;
    state.memory.put(state.base.change + lot, value);
  }

  #pinGap(lot: number): void {
    const state = this.#state;
    if (lot >= state.instance.previous) return;
    const gap = Math.abs(state.start[lot]! - state.instance.plant.previous[lot]!.start);
    const violation = gap === 0 ? 0 : gap + 60;
    state.violation += violation - state.pinGap[lot]!;
    state.memory.put(state.base.pinGap + lot, violation);
  }
}
