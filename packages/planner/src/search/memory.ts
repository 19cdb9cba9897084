/** Stands for more changes than are noted. */
const tooMany = -1;

/**
 * The numbers of one schedule, in two flat arrays, with a journal: whatever a move and its consequences write can be
 * taken back at the price of the writes themselves. No move needs its own undo, so none can have a wrong one.
 */
export class Memory {
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  #intLog = new Int32Array(1 << 12);
  #intCount = 0;
  #floatLog = new Float64Array(1 << 10);
  #floatCount = 0;
  #keptInts = new Int32Array(0);
  #keptFloats = new Float64Array(0);
  /** Addresses written since the numbers were kept, those of floats as -1 - address; and how many. */
  #changed = new Int32Array(0);
  #sinceKept = tooMany;

  constructor(ints: number, floats: number) {
    this.ints = new Int32Array(ints);
    this.floats = new Float64Array(floats);
  }

  put(address: number, value: number): void {
    const { ints } = this;
    const old = ints[address]!;
    if (old === value) return;
    if (this.#intCount + 2 > this.#intLog.length) this.#intLog = doubled(this.#intLog, Int32Array);
    this.#intLog[this.#intCount++] = address;
    this.#intLog[this.#intCount++] = old;
    ints[address] = value;
  }

  putFloat(address: number, value: number): void {
    const { floats } = this;
    const old = floats[address]!;
    if (old === value) return;
    if (this.#floatCount + 2 > this.#floatLog.length) this.#floatLog = doubled(this.#floatLog, Float64Array);
    this.#floatLog[this.#floatCount++] = address;
    this.#floatLog[this.#floatCount++] = old;
    floats[address] = value;
  }

  /** Forgets the journal: what was written stays. */
  commit(): void {
    this.#note();
    this.#forget();
  }

  /** Says that the numbers were replaced from outside, without the journal. */
  replaced(): void {
    this.#sinceKept = tooMany;
    this.#forget();
  }

  /** Keeps the numbers as they were at the last commit; only what has changed since the last time is copied. */
  keep(): void {
    if (this.#keptInts.length === 0) {
      // Only a schedule that is annealed needs the room.
      this.#keptInts = new Int32Array(this.ints.length);
      this.#keptFloats = new Float64Array(this.floats.length);
      this.#changed = new Int32Array((this.ints.length + this.floats.length) >> 2);
    }
    if (this.#sinceKept === tooMany) {
      this.#keptInts.set(this.ints);
      this.#keptFloats.set(this.floats);
    } else {
      for (let at = 0; at < this.#sinceKept; at++) {
        const address = this.#changed[at]!;
        if (address >= 0) this.#keptInts[address] = this.ints[address]!;
        else this.#keptFloats[-1 - address] = this.floats[-1 - address]!;
      }
    }
    this.#sinceKept = 0;
    for (let at = this.#intCount - 2; at >= 0; at -= 2) this.#keptInts[this.#intLog[at]!] = this.#intLog[at + 1]!;
    for (let at = this.#floatCount - 2; at >= 0; at -= 2)
      this.#keptFloats[this.#floatLog[at]!] = this.#floatLog[at + 1]!;
  }

  /** Copies of the numbers kept last. */
  kept(): { readonly ints: Int32Array; readonly floats: Float64Array } {
    return { ints: this.#keptInts.slice(), floats: this.#keptFloats.slice() };
  }

  /** Takes back all that was written since the last commit. */
  rollback(): void {
    for (let at = this.#intCount - 2; at >= 0; at -= 2) {
      this.ints[this.#intLog[at]!] = this.#intLog[at + 1]!;
    }
    for (let at = this.#floatCount - 2; at >= 0; at -= 2) {
      this.floats[this.#floatLog[at]!] = this.#floatLog[at + 1]!;
    }
    this.#forget();
  }

  #forget(): void {
    this.#intCount = 0;
    this.#floatCount = 0;
  }

  /** Remembers which numbers differ from those kept; beyond a quarter of all a whole copy costs no more. */
  #note(): void {
    const more = (this.#intCount + this.#floatCount) / 2;
    if (this.#sinceKept === tooMany) return;
    if (this.#sinceKept + more > this.#changed.length) {
      this.#sinceKept = tooMany;
      return;
    }
    for (let at = 0; at < this.#intCount; at += 2) this.#changed[this.#sinceKept++] = this.#intLog[at]!;
    for (let at = 0; at < this.#floatCount; at += 2) this.#changed[this.#sinceKept++] = -1 - this.#floatLog[at]!;
  }
}

const doubled = <T extends Int32Array | Float64Array>(old: T, type: new (length: number) => T): T => {
  const larger = new type(old.length * 2);
  larger.set(old);
  return larger;
};
