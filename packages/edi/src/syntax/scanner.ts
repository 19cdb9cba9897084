import { COMPONENT, DATA, ELEMENT, FOREIGN, RELEASE, REPETITION, Segments, TERMINATOR } from './segments.ts';
import type { Window } from './window.ts';

export interface ServiceCharacters {
  /** -1 where not in use. */
  readonly component: number;
  readonly element: number;
  readonly terminator: number;
  /** -1 where the syntax has none (X12). */
  readonly release: number;
  /** -1 where not in use. */
  readonly repetition: number;
}

/** How many bytes are looked at before whole segments are handed on: keeps the tables small enough for the cache. */
const BATCH = 1 << 17;

/**
 * Turns bytes into {@link Segments}, for every syntax that separates by single characters. Stops at the end of what is
 * there and goes on with the next chunk, wherever that was cut.
 */
export class Scanner {
  readonly segments: Segments;
  /** Position in the window up to which bytes have been looked at. */
  #at = 0;
  /** Line of the byte at `#at`. */
  line = 1;
  /** Between two segments: blanks and line breaks are skipped. */
  #between = true;
  #marks = 0;
  /** First byte outside of the character set since last asked, relative to the window, or -1. */
  foreign = -1;
  /** First control character inside data, or -1. */
  control = -1;
  /** First blank (not a line break) before a segment, or -1. */
  indented = -1;
  /** The trailer has been met: nothing after it has been looked at. */
  stopped = false;
  /** Tag of the segment after which to stop; see {@link tagOf}. */
  #trailer = 0;

  readonly #window: Window;

  constructor(window: Window, segments: Segments) {
    this.segments = segments.reset();
    this.#window = window;
  }

  /** Starts at `window.from` with these characters, and stops after the first segment whose tag is `trailer`. */
  begin(service: ServiceCharacters, line: number, trailer: number): void {
    const { classes } = this.segments;
    for (let byte = 0; byte < 256; byte++) classes[byte] = byte < 32 ? FOREIGN : DATA;
    if (service.component >= 0) classes[service.component] = COMPONENT;
    if (service.repetition >= 0) classes[service.repetition] = REPETITION;
    if (service.release >= 0) classes[service.release] = RELEASE;
    classes[service.element] = ELEMENT;
    classes[service.terminator] = TERMINATOR;
    this.segments.release = service.release;
    this.segments.repeats = service.repetition >= 0;
    this.#at = this.#window.from;
    this.line = line;
    this.#between = true;
    this.#marks = 0;
    this.foreign = this.control = this.indented = -1;
    this.segments.count = 0;
    this.segments.starts[0] = this.#at;
    this.segments.firsts[0] = 0;
    this.segments.lines[0] = line;
    this.#trailer = trailer;
    this.stopped = false;
  }

  /** From here on, notes the bytes that the announced character set lacks. */
  watch(outside: (byte: number) => boolean): void {
    const { classes } = this.segments;
    for (let byte = 32; byte < 256; byte++) if (classes[byte] === DATA && outside(byte)) classes[byte] = FOREIGN;
  }

  /** Stops after another trailer than `begin` was told. */
  retarget(trailer: number): void {
    this.#trailer = trailer;
  }

  /** The header says that this byte separates repetitions. Only to be called right after the header was scanned. */
  repeatWith(byte: number): void {
    const { classes } = this.segments;
    if (classes[byte] !== DATA && classes[byte] !== FOREIGN) return;
    classes[byte] = REPETITION;
    this.segments.repeats = true;
  }

  /** The window has moved its bytes down by `shift`. */
  moved(shift: number): void {
    const { segments } = this;
    segments.bytes = this.#window.bytes;
    if (shift === 0) return;
    this.#at -= shift;
    for (let m = 0; m < this.#marks; m++) segments.marks[m]! -= shift;
    for (let s = 0; s <= segments.count; s++) segments.starts[s]! -= shift;
    if (this.foreign >= 0) this.foreign -= shift;
    if (this.control >= 0) this.control -= shift;
    if (this.indented >= 0) this.indented -= shift;
  }

  /** Where the open segment (the one after the last whole one) starts; -1 when none has begun. */
  get openStart(): number {
    return this.#between ? -1 : this.segments.starts[this.segments.count]!;
  }

  /** Position up to which bytes have been looked at. */
  get position(): number {
    return this.#at;
  }

  /** Looks at the next batch, at most `most` segments. False when all bytes of the window have been looked at. */
  scan(most = 1 << 30): boolean {
    if (this.stopped) return false;
    const { segments } = this;
    const bytes = (segments.bytes = this.#window.bytes);
    const length = this.#window.length;
    let i = this.#at;
    const end = Math.min(length, i + BATCH);
    if (i >= end) return false;
    this.#reserve(end - i + 2);
    const { marks, starts, firsts, lines, tags, classes } = segments;
    const trailer = this.#trailer;
    const separates = classes[10] === TERMINATOR;
    let n = this.#marks;
    let s = segments.count;
    let line = this.line;
    const stopAt = s + most;
    if (this.#between) {
      i = this.#blanks(bytes, i, length);
      line = this.line;
      starts[s] = i;
      firsts[s] = n;
      lines[s] = line;
      if (i >= length) {
        this.#at = i;
        return false;
      }
      this.#between = false;
    }
    // The loop that decides the speed: one class a byte, one store a separator, and no more than that in the usual case.
    let start = starts[s]!;
    let first = firsts[s]!;
    for (; i < end; i++) {
      const kind = classes[bytes[i]!]!;
      if (kind === DATA) continue;
      if (kind <= TERMINATOR) {
        marks[n++] = i;
        if (kind !== TERMINATOR) continue;
        const width = marks[first]! - start;
        const tag =
          width === 3
            ? (bytes[start]! << 16) | (bytes[start + 1]! << 8) | bytes[start + 2]!
            : width === 2
              ? (bytes[start]! << 16) | (bytes[start + 1]! << 8)
              : 0;
        tags[s++] = tag;
        firsts[s] = first = n;
        start = i + 1;
        if (tag === trailer || s >= stopAt) {
          this.stopped = tag === trailer;
          this.#between = true;
          break;
        }
        if (start >= length || bytes[start]! <= 32) {
          // A line break, by far the most usual, is passed over by hand.
          if (bytes[start] === 13 && start + 1 < length) start++;
          if (bytes[start] === 10 && start + 1 < length && !separates && bytes[start + 1]! > 32) {
            start++;
            line++;
          } else {
            this.line = line;
            start = this.#blanks(bytes, start, length);
            line = this.line;
          }
          if (start >= length) {
            this.#between = true;
            break;
          }
        }
        i = start - 1;
        starts[s] = start;
        lines[s] = line;
        continue;
      }
      if (kind === RELEASE) {
        if (i + 1 >= length && !this.#window.final) break;
        if (bytes[++i] === 10) line++;
        continue;
      }
      if (bytes[i] === 10) line++;
      if (bytes[i]! < 32) this.control = this.control < 0 ? i : this.control;
      else {
        // Noted once: from here on the byte is data like any other.
        classes[bytes[i]!] = DATA;
        this.foreign = this.foreign < 0 ? i : this.foreign;
      }
    }
    if (this.#between) {
      starts[s] = i = start;
      lines[s] = line;
    }
    if (i > length) i = length;
    this.#at = i;
    this.#marks = n;
    this.line = line;
    segments.count = s;
    return i < length && !(i + 1 >= length && classes[bytes[i]!] === RELEASE && !this.#window.final);
  }

  /** Forgets the first `count` segments, which the reader has done with, and lets the window give up their bytes. */
  drop(count: number): void {
    const { segments } = this;
    if (count === 0) return;
    const gone = segments.firsts[count]!;
    segments.marks.copyWithin(0, gone, this.#marks);
    segments.starts.copyWithin(0, count, segments.count + 1);
    segments.lines.copyWithin(0, count, segments.count + 1);
    segments.tags.copyWithin(0, count, segments.count);
    segments.firsts.copyWithin(0, count, segments.count + 1);
    segments.count -= count;
    this.#marks -= gone;
    for (let s = 0; s <= segments.count; s++) segments.firsts[s]! -= gone;
    this.#window.from = this.#between && segments.count === 0 ? this.#at : segments.starts[0]!;
  }

  /** Skips what may stand between segments: line breaks, blanks, NUL padding, end-of-file characters. */
  #blanks(bytes: Uint8Array, from: number, length: number): number {
    let i = from;
    const { classes } = this.segments;
    while (i < length && bytes[i]! <= 32 && classes[bytes[i]!]! !== ELEMENT) {
      const byte = bytes[i]!;
      if (byte === 10) this.line++;
      else if (byte !== 13 && this.indented < 0) this.indented = i;
      i++;
    }
    return i;
  }

  /** Room for as many separators as there are bytes in a batch, and as many segments. */
  #reserve(bytes: number): void {
    const { segments } = this;
    segments.marks = roomFor(segments.marks, this.#marks, bytes);
    for (const name of ['starts', 'firsts', 'lines', 'tags'] as const)
      segments[name] = roomFor(segments[name], segments.count + 1, bytes + 1);
  }
}

function roomFor(array: Int32Array, used: number, more: number): Int32Array {
  if (used + more <= array.length) return array;
  const larger = new Int32Array(Math.max(used + more, array.length * 2));
  larger.set(array.subarray(0, used));
  return larger;
}
