import type { Instance } from './instance.ts';
import { pinned } from './instance.ts';
import { Memory } from './memory.ts';
import type { Random } from './random.ts';

/** Line of a lot that is not in the plan, and of pieces bought from outside. */
export const nowhere = -1;
export const outsideLine = -2;

const lotFields = [
  'item',
  'line',
  'lotPieces',
  'mode',
  'notBefore',
  'next',
  'prev',
  'itemNext',
  'itemPrev',
  'place',
  'free',
  'duration',
  'setup',
  'setupCents',
  'earliest',
  'earliestEnd',
  'need',
  'begin',
  'end',
  'change',
  'pinGap',
] as const;

/**
 * One schedule: for each line a sequence of lots (a linked list), and what follows from it: times, stocks, costs.
 * Decisions are written by the methods here, consequences by `settle`; both through the journal of {@link Memory}.
 *
 * Times come in two kinds. *Work* seconds count the open time of a line since the start (a lot's place is then a mere
 * sum); *clock* seconds are real time. `earliest` and `begin` are work seconds: as early as the sequence allows, and
 * just in time; `earliestEnd`, `need` and `end` are clock seconds.
 */
export class State {
  readonly instance: Instance;
  readonly memory: Memory;
  readonly capacity: number;
  readonly base: Readonly<
    Record<
      | (typeof lotFields)[number]
      | 'head'
      | 'tail'
      | 'firstOfItem'
      | 'live'
      | 'extension'
      | 'opened'
      | 'before'
      | 'people',
      number
    >
  >;
  readonly floatBase: Readonly<
    Record<
      | 'itemCost'
      | 'itemViolation'
      | 'itemTotal'
      | 'slotCost'
      | 'slotViolation'
      | 'lineViolation'
      | 'sharedViolation'
      | 'lastEndCost',
      number
    >
  >;

  readonly item: Int32Array;
  readonly line: Int32Array;
  readonly lotPieces: Int32Array;
  readonly mode: Int32Array;
  readonly notBefore: Int32Array;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  readonly itemNext: Int32Array;
  readonly itemPrev: Int32Array;
  readonly place: Int32Array;
  readonly free: Int32Array;
  readonly duration: Int32Array;
  readonly setup: Int32Array;
  readonly setupCents: Int32Array;
  readonly earliest: Int32Array;
  readonly earliestEnd: Int32Array;
  readonly need: Int32Array;
  readonly begin: Int32Array;
  readonly end: Int32Array;
  readonly change: Int32Array;
  readonly pinGap: Int32Array;
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly firstOfItem: Int32Array;
  readonly live: Int32Array;
  /** Seconds of overtime, and whether it runs, by shift. */
  readonly extension: Int32Array;
  readonly opened: Int32Array;
  /** Work seconds before each window of each line. */
  readonly before: Int32Array;
  /** Largest crew of each shift. */
  readonly people: Int32Array;
  readonly itemCost: Float64Array;
  readonly itemViolation: Float64Array;
  readonly itemTotal: Float64Array;
  readonly slotCost: Float64Array;
  readonly slotViolation: Float64Array;
  readonly lineViolation: Float64Array;
  readonly sharedViolation: Float64Array;
  readonly lastEndCost: Float64Array;

  /** Sum of all prices, and how far the schedule is from keeping the hard rules (in seconds, roughly). */
  cost = 0;
  violation = 0;
  /** Lots whose own data or predecessor a move has changed; `settle` starts from them. */
  readonly touched: Int32Array;
  touchedCount = 0;
  /** By line: 1 where a move has changed the sequence, 2 or 3 where it has changed the calendar. */
  readonly lineChanged: Uint8Array;

  #counters: number;
  readonly #buckets = 128;
  readonly #hints: Int32Array;

  constructor(instance: Instance, capacity: number) {
    this.instance = instance;
    this.capacity = capacity;
    const { lines, items } = instance;
    const windows = instance.windowFrom.length;
    const shifts = instance.shifts.length;
    const sizes: Record<string, number> = {};
    for (const field of lotFields) sizes[field] = capacity;
    Object.assign(sizes, {
      head: lines,
      tail: lines,
      firstOfItem: items,
      live: capacity,
      extension: shifts,
      opened: shifts,
      before: windows,
      people: shifts,
      counters: 2,
    });
    const base: Record<string, number> = {};
    let ints = 0;
    for (const [name, size] of Object.entries(sizes)) {
      base[name] = ints;
      ints += size;
    }
    const slots = instance.plant.slots.length * Math.max(1, instance.plant.skills.length);
    const shared = instance.toolUsers.length + instance.plant.setters.length + instance.componentUsers.length;
    const floatSizes = {
      itemCost: items,
      itemViolation: items,
      itemTotal: items,
      slotCost: slots,
      slotViolation: slots,
      lineViolation: lines,
      sharedViolation: shared,
      lastEndCost: 1,
    };
    const floatBase: Record<string, number> = {};
    let floats = 0;
    for (const [name, size] of Object.entries(floatSizes)) {
      floatBase[name] = floats;
      floats += size;
    }
    this.memory = new Memory(ints, floats);
    this.base = base as State['base'];
    this.floatBase = floatBase as State['floatBase'];
    const view = (name: keyof State['base']): Int32Array =>
      this.memory.ints.subarray(this.base[name], this.base[name] + (sizes[name] ?? 0));
    const floatView = (name: keyof State['floatBase']): Float64Array =>
      this.memory.floats.subarray(this.floatBase[name], this.floatBase[name] + floatSizes[name]);
    this.item = view('item');
    this.line = view('line');
    this.lotPieces = view('lotPieces');
    this.mode = view('mode');
    this.notBefore = view('notBefore');
    this.next = view('next');
    this.prev = view('prev');
    this.itemNext = view('itemNext');
    this.itemPrev = view('itemPrev');
    this.place = view('place');
    this.free = view('free');
    this.duration = view('duration');
    this.setup = view('setup');
    this.setupCents = view('setupCents');
    this.earliest = view('earliest');
    this.earliestEnd = view('earliestEnd');
    this.need = view('need');
    this.begin = view('begin');
    this.end = view('end');
    this.change = view('change');
    this.pinGap = view('pinGap');
    this.head = view('head');
    this.tail = view('tail');
    this.firstOfItem = view('firstOfItem');
    this.live = view('live');
    this.extension = view('extension');
    this.opened = view('opened');
    this.before = view('before');
    this.people = view('people');
    this.itemCost = floatView('itemCost');
    this.itemViolation = floatView('itemViolation');
    this.itemTotal = floatView('itemTotal');
    this.slotCost = floatView('slotCost');
    this.slotViolation = floatView('slotViolation');
    this.lineViolation = floatView('lineViolation');
    this.sharedViolation = floatView('sharedViolation');
    this.lastEndCost = floatView('lastEndCost');
    this.#counters = base['counters'] ?? 0;
    this.touched = new Int32Array(Math.max(64, capacity * 4));
    this.lineChanged = new Uint8Array(lines);
    this.#hints = new Int32Array(lines * this.#buckets).fill(-1);
    this.line.fill(nowhere);
    this.next.fill(-1);
    this.prev.fill(-1);
    this.itemNext.fill(-1);
    this.itemPrev.fill(-1);
    this.head.fill(-1);
    this.tail.fill(-1);
    this.firstOfItem.fill(-1);
    // The slots of the previous plan's lots and of begun lots are theirs alone; the rest is free.
    const own = instance.pinOf.length;
    for (let at = own; at < capacity; at++) this.free[at - own] = capacity - 1 - (at - own);
    this.memory.ints[this.#counters + 1] = capacity - own;
    for (const [shift, { extra }] of instance.shifts.entries()) this.opened[shift] = extra ? 0 : 1;
    // Every lot of the previous plan counts as dropped until it is created.
    for (const price of instance.dropPrice) this.cost += price;
  }

  /** A lot that was seen to end near a clock second on a line, or -1. Only a place to begin to look from. */
  hint(line: number, clock: number): number {
    const bucket = Math.min(
      this.#buckets - 1,
      Math.max(0, Math.floor((clock / this.instance.horizon) * this.#buckets)),
    );
    const lot = this.#hints[line * this.#buckets + bucket]!;
    return lot >= 0 && this.line[lot] === line ? lot : -1;
  }

  remember(line: number, lot: number): void {
    const bucket = Math.floor((this.end[lot]! / this.instance.horizon) * this.#buckets);
    if (bucket < this.#buckets) this.#hints[line * this.#buckets + bucket] = lot;
  }

  /** When one of an item's demands is due, at random; the start for an item without any. */
  demandTime(item: number, random: Random): number {
    const first = this.instance.demandOffset[item]!;
    const count = this.instance.demandOffset[item + 1]! - first;
    return count === 0 ? random.below(this.instance.horizon) : this.instance.due[first + random.below(count)]!;
  }

  get liveCount(): number {
    return this.memory.ints[this.#counters]!;
  }

  get freeCount(): number {
    return this.memory.ints[this.#counters + 1]!;
  }

  pins(lot: number): number {
    return lot < this.instance.pinOf.length ? this.instance.pinOf[lot]! : 0;
  }

  isBegun(lot: number): boolean {
    return lot >= this.instance.previous && lot < this.instance.pinOf.length;
  }

  isFrozen(lot: number): boolean {
    return (this.pins(lot) & pinned.frozen) !== 0;
  }

  touch(lot: number): void {
    if (lot < 0) return;
    if (this.touchedCount === this.touched.length) throw new Error('one move touches too many lots');
    this.touched[this.touchedCount++] = lot;
  }

  /** Makes a lot that is nowhere yet, in a free slot or in the given one; null when there is no room. */
  create(item: number, pieces: number, slot = -1): number {
    const { memory, base } = this;
    let lot = slot;
    if (lot < 0) {
      const count = this.freeCount;
      if (count === 0) return -1;
      lot = this.free[count - 1]!;
      memory.put(this.#counters + 1, count - 1);
    }
    memory.put(base.item + lot, item);
    memory.put(base.lotPieces + lot, pieces);
    memory.put(base.mode + lot, 0);
    memory.put(base.notBefore + lot, 0);
    const first = this.firstOfItem[item]!;
    memory.put(base.itemNext + lot, first);
    memory.put(base.itemPrev + lot, -1);
    if (first >= 0) memory.put(base.itemPrev + first, lot);
    memory.put(base.firstOfItem + item, lot);
    memory.put(base.live + this.liveCount, lot);
    memory.put(base.place + lot, this.liveCount);
    memory.put(this.#counters, this.liveCount + 1);
    this.#addToTotal(item, pieces);
    return lot;
  }

  /** Takes a lot that is on no line any more out of the plan. */
  destroy(lot: number): void {
    const { memory, base } = this;
    const item = this.item[lot]!;
    const [before, after] = [this.itemPrev[lot]!, this.itemNext[lot]!];
    if (before >= 0) memory.put(base.itemNext + before, after);
    else memory.put(base.firstOfItem + item, after);
    if (after >= 0) memory.put(base.itemPrev + after, before);
    const last = this.live[this.liveCount - 1]!;
    const place = this.place[lot]!;
    memory.put(base.live + place, last);
    memory.put(base.place + last, place);
    memory.put(this.#counters, this.liveCount - 1);
    memory.put(base.line + lot, nowhere);
    this.#addToTotal(item, -this.lotPieces[lot]!);
    if (lot >= this.instance.pinOf.length) {
      memory.put(base.free + this.freeCount, lot);
      memory.put(this.#counters + 1, this.freeCount + 1);
    }
    this.touch(lot);
  }

  /** Puts a lot on a line behind another one, or first where `after` is -1. */
  link(lot: number, line: number, after: number): void {
    const { memory, base } = this;
    const follower = after < 0 ? this.head[line]! : this.next[after]!;
    memory.put(base.line + lot, line);
    memory.put(base.prev + lot, after);
    memory.put(base.next + lot, follower);
    if (after < 0) memory.put(base.head + line, lot);
    else memory.put(base.next + after, lot);
    if (follower < 0) memory.put(base.tail + line, lot);
    else memory.put(base.prev + follower, lot);
    this.lineChanged[line]! |= 1;
    this.touch(lot);
    this.touch(follower);
  }

  unlink(lot: number): void {
    const { memory, base } = this;
    const [line, before, after] = [this.line[lot]!, this.prev[lot]!, this.next[lot]!];
    if (before < 0) memory.put(base.head + line, after);
    else memory.put(base.next + before, after);
    if (after < 0) memory.put(base.tail + line, before);
    else memory.put(base.prev + after, before);
    memory.put(base.line + lot, nowhere);
    this.lineChanged[line]! |= 1;
    this.touch(before);
    this.touch(after);
    this.touch(lot);
  }

  resize(lot: number, pieces: number): void {
    this.#addToTotal(this.item[lot]!, pieces - this.lotPieces[lot]!);
    this.memory.put(this.base.lotPieces + lot, pieces);
    this.touch(lot);
  }

  setMode(lot: number, mode: number): void {
    this.memory.put(this.base.mode + lot, mode);
    this.touch(lot);
  }

  setNotBefore(lot: number, clock: number): void {
    this.memory.put(this.base.notBefore + lot, clock);
    this.touch(lot);
  }

  setExtension(shift: number, seconds: number): void {
    const { centsPerHour, line } = this.instance.shifts[shift]!;
    const price = (extension: number): number => Math.round((centsPerHour * (extension / 60)) / 60);
    this.cost += price(seconds) - price(this.extension[shift]!);
    this.memory.put(this.base.extension + shift, seconds);
    this.lineChanged[line]! |= 2;
  }

  setOpened(shift: number, opened: boolean): void {
    const { extraCents, line } = this.instance.shifts[shift]!;
    this.cost += ((opened ? 1 : 0) - this.opened[shift]!) * extraCents;
    this.memory.put(this.base.opened + shift, opened ? 1 : 0);
    this.lineChanged[line]! |= 2;
  }

  /** Pieces bought from outside stand among the lots of their item, on no line. Returns -1 when there is no room. */
  buy(item: number, pieces: number, arrival: number): number {
    const lot = this.create(item, pieces);
    if (lot < 0) return -1;
    this.memory.put(this.base.line + lot, outsideLine);
    this.memory.put(this.base.earliestEnd + lot, arrival);
    this.memory.put(this.base.end + lot, arrival);
    this.cost += pieces * this.#outsidePrice(item);
    this.touch(lot);
    return lot;
  }

  cancelPurchase(lot: number): void {
    this.cost -= this.lotPieces[lot]! * this.#outsidePrice(this.item[lot]!);
    this.destroy(lot);
  }

  #outsidePrice(item: number): number {
    return this.instance.plant.items[item]!.outside?.price ?? 0;
  }

  /** Takes back all changes since the last commit; cost and violation are those that were then. */
  rollback(cost: number, violation: number): void {
    this.memory.rollback();
    this.cost = cost;
    this.violation = violation;
    this.touchedCount = 0;
    this.lineChanged.fill(0);
  }

  /** Pieces of an item made or bought in the plan. */
  #addToTotal(item: number, pieces: number): void {
    this.memory.putFloat(this.floatBase.itemTotal + item, this.itemTotal[item]! + pieces);
  }

  /** Copies the decisions and consequences of another schedule of the same instance and capacity. */
  copyFrom(other: {
    readonly ints: Int32Array;
    readonly floats: Float64Array;
    readonly cost: number;
    readonly violation: number;
  }): void {
    this.memory.ints.set(other.ints);
    this.memory.floats.set(other.floats);
    this.cost = other.cost;
    this.violation = other.violation;
    this.memory.replaced();
    this.touchedCount = 0;
    this.lineChanged.fill(0);
    // What another schedule has seen must not steer this one: the result would depend on the past.
    this.#hints.fill(-1);
  }
}
