/** A set of small numbers that is filled and emptied millions of times: a list and a mark for each number. */
export class Dirty {
  readonly list: Int32Array;
  count = 0;
  readonly #mark: Uint8Array;

  constructor(size: number) {
    this.list = new Int32Array(Math.max(1, size));
    this.#mark = new Uint8Array(Math.max(1, size));
  }

  add(value: number): void {
    if (this.#mark[value] !== 0) return;
    this.#mark[value] = 1;
    this.list[this.count++] = value;
  }

  has(value: number): boolean {
    return this.#mark[value] !== 0;
  }

  /** Takes the mark away; the place in the list stays until {@link clear}. Only for walks that check `has`. */
  drop(value: number): void {
    this.#mark[value] = 0;
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) this.#mark[this.list[at]!] = 0;
    this.count = 0;
  }
}
