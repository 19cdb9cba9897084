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
    this.#intCount = 0;
    this.#floatCount = 0;
  }

  /** Copies of the numbers as they were at the last commit. */
  beforeJournal(): { readonly ints: Int32Array; readonly floats: Float64Array } {
    const [ints, floats] = [this.ints.slice(), this.floats.slice()];
    for (let at = this.#intCount - 2; at >= 0; at -= 2) ints[this.#intLog[at]!] = this.#intLog[at + 1]!;
    for (let at = this.#floatCount - 2; at >= 0; at -= 2) floats[this.#floatLog[at]!] = this.#floatLog[at + 1]!;
    return { ints, floats };
  }

  /** Takes back all that was written since the last commit. */
  rollback(): void {
    for (let at = this.#intCount - 2; at >= 0; at -= 2) {
      this.ints[this.#intLog[at]!] = this.#intLog[at + 1]!;
    }
    for (let at = this.#floatCount - 2; at >= 0; at -= 2) {
      this.floats[this.#floatLog[at]!] = this.#floatLog[at + 1]!;
    }
    this.commit();
  }
}

const doubled = <T extends Int32Array | Float64Array>(old: T, type: new (length: number) => T): T => {
  const larger = new type(old.length * 2);
  larger.set(old);
  return larger;
};
