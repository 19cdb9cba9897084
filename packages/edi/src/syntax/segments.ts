import { decode, iso8859, utf8Text, type Charset } from './charset.ts';

/** What a byte is to the scanner. */
export const DATA = 0;
export const ELEMENT = 1;
export const COMPONENT = 2;
export const REPETITION = 3;
export const TERMINATOR = 4;
export const RELEASE = 5;
/** A byte outside of the announced character set: noted once, then taken as data. */
export const FOREIGN = 6;

/** A segment tag of two or three characters as one integer, so that tags compare without making strings. */
export const tagOf = (tag: string): number =>
  (tag.charCodeAt(0) << 16) | (tag.charCodeAt(1) << 8) | (tag.length > 2 ? tag.charCodeAt(2) : 0);

/** A code of up to four characters as one integer (`codeOf('70')`); the same packing as {@link Segments.code}. */
export function codeOf(code: string): number {
  let packed = 0;
  for (let i = 0; i < code.length; i++) packed = (packed << 8) | code.charCodeAt(i);
  return packed;
}

/**
 * Segments as positions: where each begins and where its separators stand. Nothing is copied and no string is made until
 * somebody asks. `load(s)` points the cursor at a segment; `text`, `code` and the others then read its elements, counted
 * from 1 as the standards do (element 0 is the tag).
 */
export class Segments {
  bytes: Uint8Array = new Uint8Array(0);
  /** 256 classes ({@link DATA} and so on): the service characters in use. */
  readonly classes = new Uint8Array(256);
  charset: Charset = iso8859(1);
  release = -1;
  /** First text that was UTF-8 although the label says Latin. */
  utf8: string | null = null;

  /** A repetition separator is in use. */
  repeats = false;

  /** Number of whole segments; entry `count` of `starts` and `firsts` belongs to the one still open. */
  count = 0;
  starts: Int32Array = new Int32Array(1024);
  /** Index into `marks` of the first separator of each segment. */
  firsts: Int32Array = new Int32Array(1024);
  lines: Int32Array = new Int32Array(1024);
  /** Tag of each whole segment as an integer, 0 where it has not two or three characters; see {@link tagOf}. */
  tags: Int32Array = new Int32Array(1024);
  marks: Int32Array = new Int32Array(8192);

  /** Number of elements after the tag in the loaded segment. */
  elements = 0;
  /** The loaded segment. */
  at = -1;
  #token = new Int32Array(64);
  #base = 0;
  #last = 0;

  /** The tag of segment `s` as an integer; see {@link tagOf}. */
  tag(s: number): number {
    return this.tags[s]!;
  }

  /** The tag of segment `s` as text, whatever its length. */
  tagText(s: number): string {
    const start = this.starts[s]!;
    return decode(this.bytes, start, Math.min(this.marks[this.firsts[s]!]!, start + 16), this.charset);
  }

  /** Position of the byte after the last data byte of segment `s`: its terminator. */
  endOf(s: number): number {
    return this.marks[this.firsts[s + 1]! - 1]!;
  }

  /** Points the cursor at segment `s`. */
  load(s: number): this {
    const from = this.firsts[s]!;
    const last = this.firsts[s + 1]! - 1;
    const { marks, bytes, classes } = this;
    let token = this.#token;
    let elements = 0;
    for (let m = from; m < last; m++) {
      if (classes[bytes[marks[m]!]!] === ELEMENT) {
        if (++elements >= token.length) this.#token = token = grow(token);
        token[elements] = m + 1;
      }
    }
    if (elements + 1 >= token.length) this.#token = token = grow(token);
    token[elements + 1] = last + 1;
    token[0] = from;
    this.elements = elements;
    this.at = s;
    this.#base = this.starts[s]!;
    this.#last = last;
    return this;
  }

  /** Index into `marks` of the first separator that ends a component of element `e`, at most one behind the last element. */
  firstMark(e: number): number {
    return this.#token[e]!;
  }

  /** Number of components of element `e`, of its first repetition only. */
  components(e: number): number {
    if (e > this.elements) return 0;
    const first = this.#token[e]!;
    const next = this.#token[e + 1]!;
    if (this.repeats)
      for (let m = first; m < next - 1; m++)
        if (this.classes[this.bytes[this.marks[m]!]!] === REPETITION) return m - first + 1;
    return next - first;
  }

  /** Number of repetitions of element `e`; 0 when it is not there. */
  repetitions(e: number): number {
    if (e > this.elements) return 0;
    if (!this.repeats) return 1;
    let n = 1;
    for (let m = this.#token[e]!; m < this.#token[e + 1]! - 1; m++)
      if (this.classes[this.bytes[this.marks[m]!]!] === REPETITION) n++;
    return n;
  }

  /** Where component `c` of element `e` starts, or -1 when it is not there. */
  start(e: number, c = 1): number {
    const m = this.#mark(e, c);
    return m < 0 ? -1 : m === this.#token[0]! ? this.#base : this.marks[m - 1]! + 1;
  }

  /** The byte after component `c` of element `e`, or -1 when it is not there. */
  end(e: number, c = 1): number {
    const m = this.#mark(e, c);
    return m < 0 ? -1 : this.marks[m]!;
  }

  /** Length in bytes, release characters included; 0 when absent. */
  size(e: number, c = 1): number {
    const m = this.#mark(e, c);
    return m < 0 ? 0 : this.marks[m]! - (m === this.#token[0]! ? this.#base : this.marks[m - 1]! + 1);
  }

  /** Text of a component, release characters taken out, blanks and line breaks at its ends cut; '' when absent. */
  text(e: number, c = 1): string {
    const m = this.#mark(e, c);
    if (m < 0) return '';
    return this.slice(m === this.#token[0]! ? this.#base : this.marks[m - 1]! + 1, this.marks[m]!);
  }

  /** Text, or null where nothing stands. */
  value(e: number, c = 1): string | null {
    const text = this.text(e, c);
    return text === '' ? null : text;
  }

  /** A code of up to four characters as an integer, blanks around it cut; 0 when absent, -1 when longer. */
  code(e: number, c = 1): number {
    const m = this.#mark(e, c);
    if (m < 0) return 0;
    let start = m === this.#token[0]! ? this.#base : this.marks[m - 1]! + 1;
    let end = this.marks[m]!;
    const b = this.bytes;
    while (start < end && b[start]! <= 32) start++;
    while (end > start && b[end - 1]! <= 32) end--;
    if (end - start > 4) return -1;
    let packed = 0;
    for (let i = start; i < end; i++) packed = (packed << 8) | b[i]!;
    return packed;
  }

  /**
   * A component of digits alone as a number, at most fifteen of them, or exactly `width`; -1 when it is empty or holds anything
   * else.
   */
  integer(e: number, c = 1, width = 0): number {
    const m = this.#mark(e, c);
    if (m < 0) return -1;
    let i = m === this.#token[0]! ? this.#base : this.marks[m - 1]! + 1;
    const end = this.marks[m]!;
    if (width > 0 ? end - i !== width : end <= i || end - i > 15) return -1;
    const b = this.bytes;
    let n = 0;
    for (; i < end; i++) {
      const digit = b[i]! - 48;
      if (digit < 0 || digit > 9) return -1;
      n = n * 10 + digit;
    }
    return n;
  }

  /** Ready for another interchange. */
  reset(): this {
    this.count = 0;
    this.at = -1;
    this.release = -1;
    this.repeats = false;
    this.utf8 = null;
    this.charset = iso8859(1);
    return this;
  }

  /** Text of a short code; the same string object each time, so that units and qualifiers cost nothing. Null when absent. */
  short(e: number, c = 1): string | null {
    const code = this.code(e, c);
    if (code === 0) return null;
    if (code === -1) return this.value(e, c);
    let text = this.#codes.get(code);
    if (text === undefined) {
      text = this.text(e, c);
      // Text with release characters has more than one spelling, and beyond ASCII it depends on the character set: not kept.
      const plain = text.length === this.size(e, c) && (code & 0x80808080) === 0;
      if (this.#codes.size < 2000 && plain) this.#codes.set(code, text);
    }
    return text;
  }
  readonly #codes = new Map<number, string>();

  /** Text between two positions; see {@link text}. */
  slice(start: number, end: number): string {
    const b = this.bytes;
    while (start < end && b[start]! <= 32) start++;
    // A blank that is released is data: it stays.
    while (end > start && b[end - 1]! <= 32 && !(end - 2 >= start && b[end - 2] === this.release)) end--;
    const release = this.release;
    for (let i = start; i < end; i++) {
      const byte = b[i]!;
      if (byte === release) return this.#unreleased(start, end);
      if (byte > 127) return this.#foreign(b, start, end);
    }
    return decode(b, start, end, this.charset);
  }

  /** Text with bytes beyond ASCII: UTF-8 under a Latin label is recognised, because no Latin text looks like it. */
  #foreign(bytes: Uint8Array, start: number, end: number): string {
    if (this.release >= 0 && bytes === this.bytes)
      for (let i = start; i < end; i++) if (bytes[i] === this.release) return this.#unreleased(start, end);
    if (this.charset.name === 'ISO 8859-1') {
      const text = utf8Text(bytes, start, end);
      if (text !== null) {
        this.utf8 ??= text;
        return text;
      }
    }
    return decode(bytes, start, end, this.charset);
  }

  #unreleased(start: number, end: number): string {
    const plain = new Uint8Array(end - start);
    let n = 0;
    for (let i = start; i < end; i++) {
      if (this.bytes[i] === this.release && i + 1 < end) i++;
      plain[n++] = this.bytes[i]!;
    }
    for (let i = 0; i < n; i++) if (plain[i]! > 127) return this.#foreign(plain, 0, n);
    return decode(plain, 0, n, this.charset);
  }

  /** Index of the separator that ends the component, or -1. */
  #mark(e: number, c: number): number {
    if (e > this.elements) return -1;
    const first = this.#token[e]!;
    const m = first + c - 1;
    if (m >= this.#token[e + 1]! || m > this.#last) return -1;
    // A component of a later repetition is not a component of the first one.
    if (this.repeats)
      for (let i = first; i < m; i++) if (this.classes[this.bytes[this.marks[i]!]!] === REPETITION) return -1;
    return m;
  }

  /** A copy of the loaded segment's elements as text, for showing and for what has no place in a type. */
  toArrays(): string[][] {
    const all: string[][] = [];
    for (let e = 1; e <= this.elements; e++) {
      const parts: string[] = [];
      for (let m = this.#token[e]!; m < this.#token[e + 1]!; m++)
        parts.push(this.slice(this.marks[m - 1]! + 1, this.marks[m]!));
      all.push(parts);
    }
    return all;
  }
}

function grow(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
