/**
 * The part of a file that is being read: bytes not yet consumed, with their absolute position. One large chunk is used
 * as it is, without a copy; small chunks are gathered. Positions inside are relative to `base`.
 */
export class Window {
  bytes: Uint8Array = new Uint8Array(0);
  /** Valid bytes in `bytes`. */
  length = 0;
  /** Absolute position of `bytes[0]` in what is read (line breaks taken out of wrapped data not counted). */
  base = 0;
  /** First byte not yet consumed. */
  from = 0;
  /** No more bytes will come. */
  final = false;

  #borrowed = false;
  /** Line breaks taken out of wrapped data: where (absolute, after removal) and how many bytes up to and with each. */
  #breaks: number[] | null = null;
  #removed: number[] = [];
  #removedBefore = 0;
  #breaksBefore = 0;

  /** Whether line breaks are taken out because the data are wrapped inside segments. */
  get unwrapping(): boolean {
    return this.#breaks !== null;
  }

  /** From the first unconsumed byte on, takes out every CR and LF: the sender wrapped the data into lines. */
  unwrap(): void {
    if (this.#breaks) return;
    this.#breaks = [];
    const rest = this.bytes.slice(this.from, this.length);
    this.base += this.from;
    this.from = 0;
    this.length = 0;
    this.bytes = new Uint8Array(rest.length + 4096);
    this.#borrowed = false;
    this.append(rest);
  }

  /** Position in the file as it came of a position in the window. */
  byteAt(position: number): number {
    // What was supplied behind the end stands, for whoever asks, at the end.
    const absolute = Math.min(this.base + position, this.#end);
    if (!this.#breaks) return absolute;
    const before = countUpTo(this.#breaks, absolute);
    return absolute + (before === 0 ? this.#removedBefore : this.#removed[before - 1]!);
  }

  /** Adds a byte that the file lacks at its end; gives what {@link append} gives. */
  supply(byte: number): number {
    this.#end = Math.min(this.#end, this.base + this.length);
    return this.append(Uint8Array.of(byte));
  }
  #end = Number.MAX_SAFE_INTEGER;

  /** Number of line breaks that were taken out before a position in the window. */
  breaksBefore(position: number): number {
    return this.#breaks ? this.#breaksBefore + countUpTo(this.#breaks, this.base + position) : 0;
  }

  /** Adds a chunk. Returns by how much positions inside the window have moved down. */
  append(bytes: Uint8Array): number {
    const chunk = this.#breaks ? this.#withoutBreaks(bytes, this.#breaks) : bytes;
    const rest = this.length - this.from;
    if (rest === 0 && chunk.length > 4096) {
      const shift = this.from;
      this.base += shift;
      this.bytes = chunk;
      this.length = chunk.length;
      this.from = 0;
      this.#borrowed = true;
      return shift;
    }
    if (!this.#borrowed && this.length + chunk.length <= this.bytes.length) {
      this.bytes.set(chunk, this.length);
      this.length += chunk.length;
      return 0;
    }
    const shift = this.from;
    const room = Math.max(8192, (rest + chunk.length) * 2);
    const reuse = !this.#borrowed && room <= this.bytes.length * 2 && rest + chunk.length <= this.bytes.length;
    const target = reuse ? this.bytes : new Uint8Array(room);
    if (reuse) target.copyWithin(0, this.from, this.length);
    else target.set(this.bytes.subarray(this.from, this.length));
    target.set(chunk, rest);
    this.bytes = target;
    this.length = rest + chunk.length;
    this.base += shift;
    this.from = 0;
    this.#borrowed = false;
    return shift;
  }

  /**
   * Makes what is left independent of the chunk that it came in, whose owner may reuse it. Returns by how much positions
   * inside the window have moved down.
   */
  release(): number {
    if (!this.#borrowed) return 0;
    const shift = this.from;
    const rest = this.length - shift;
    const own = new Uint8Array(Math.max(8192, rest + (rest >> 1)));
    own.set(this.bytes.subarray(shift, this.length));
    this.bytes = own;
    this.base += shift;
    this.length = rest;
    this.from = 0;
    this.#borrowed = false;
    return shift;
  }

  #withoutBreaks(bytes: Uint8Array, breaks: number[]): Uint8Array {
    const start = this.base + this.from;
    const gone = countUpTo(breaks, start - 1);
    if (gone > 4096) {
      this.#removedBefore = this.#removed[gone - 1]!;
      this.#breaksBefore += gone;
      breaks.splice(0, gone);
      this.#removed.splice(0, gone);
    }
    const kept = new Uint8Array(bytes.length);
    const end = this.base + this.length;
    let n = 0;
    let total = this.#removed.at(-1) ?? this.#removedBefore;
    for (const byte of bytes) {
      if (byte !== 10 && byte !== 13) {
        kept[n++] = byte;
        continue;
      }
      total++;
      // CR LF is one break: the LF joins the entry of its CR.
      if (byte === 10 && breaks.at(-1) === end + n && this.#wasCarriageReturn) this.#removed[breaks.length - 1] = total;
      else {
        breaks.push(end + n);
        this.#removed.push(total);
      }
      this.#wasCarriageReturn = byte === 13;
    }
    return kept.subarray(0, n);
  }

  #wasCarriageReturn = false;
}

/** How many entries of a sorted list are at or below a value. */
function countUpTo(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
