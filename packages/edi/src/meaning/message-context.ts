import type { FindingCode } from '../findings/catalog.ts';
import { type Decimal, wholeDecimal } from '../exact/decimal.ts';
import { readNumber } from '../exact/quantity.ts';
import type { Validation } from '../grammar/validate.ts';
import type { Limits } from '../limits.ts';
import type { Profile } from '../profile/profile.ts';
import { tagOf, type Segments } from '../syntax/segments.ts';
import type { MessageSource } from '../syntax/family.ts';
import type { Rest } from './parts.ts';
import type { Say } from './release-draft.ts';

/** Mutable while it is being built. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** Goes through a message of segments, and says what is wrong with it: what EDIFACT and X12 have in common. */
export class MessageContext {
  readonly s: Segments;
  readonly profile: Profile;
  readonly limits: Limits;
  readonly message: MessageSource;
  readonly rest: Rest[] = [];
  /** The segment being read. */
  at = 0;
  readonly #mark: '.' | ',' | null;
  /** The rest of a hostile message is not kept for ever. */
  static readonly REST = 10_000;

  readonly #validation: Validation | null;

  constructor(message: MessageSource, profile: Profile, limits: Limits, validation: Validation | null) {
    this.#validation = validation;
    this.message = message;
    this.s = message.segments;
    this.profile = profile;
    this.limits = limits;
    this.#mark = message.decimalMark === 44 ? ',' : message.decimalMark === 46 ? '.' : null;
  }

  /** Goes to segment `s`: loads it, checks it, gives its tag. */
  enter(s: number): number {
    this.at = s;
    this.s.load(s);
    this.#validation?.step(this.s, s);
    return this.tag(s);
  }

  /** Goes through the segments of the message body, each loaded and checked. */
  walk(segment: (tag: number) => void): void {
    const { from, to } = this.message;
    this.enter(from);
    for (let s = from + 1; s <= to; s++) {
      const tag = this.enter(s);
      if (s !== to || !isTrailer(tag)) segment(tag);
    }
  }

  /** Says something about a segment by its number in the message. */
  readonly say: Say = (code, segment, found, expected = null) => {
    this.at = this.message.from + segment - 1;
    this.report(code, null, null, found, expected);
  };

  /** Number of the segment being read in its message. */
  get number(): number {
    return this.message.source.inMessage(this.at);
  }

  report(
    code: FindingCode,
    element: number | null,
    component: number | null,
    found: string | null,
    expected: string | null = null,
  ): void {
    this.message.reporter.add(code, this.message.source.place(this.at, element, component), found, expected);
  }

  /** The first of its kind in a message stands for all: what a sender does everywhere need not be said everywhere. */
  reportOnce(
    code: FindingCode,
    element: number | null,
    component: number | null,
    found: string | null,
    expected: string | null = null,
  ): void {
    if (this.#said.has(code)) return;
    this.#said.add(code);
    this.report(code, element, component, found, expected);
  }
  readonly #said = new Set<FindingCode>();

  /** Tag of the segment `s`, in upper case; 0 behind the message's end. */
  tag(s: number): number {
    if (s > this.message.to) return 0;
    const tag = this.s.tag(s);
    return (tag & 0x202020) === 0 || tag >> 16 < 97 ? tag : upper(tag);
  }

  /** Keeps the loaded segment as it is: it has no place in the type. */
  keep(rest: Rest[] = this.rest): void {
    if (rest.length >= MessageContext.REST) return;
    rest.push({ segment: this.number, tag: this.s.tagText(this.at), elements: this.s.toArrays() });
  }

  /** The exact number in a component, or null with a finding. */
  decimal(e: number, c: number): Decimal | null {
    const s = this.s;
    // Whole numbers of up to 15 digits, by far the most: no pattern matching.
    const n = s.integer(e, c);
    if (n >= 0) return wholeDecimal(n);
    const text = s.text(e, c);
    const read = readNumber(text, this.#mark);
    if ('value' in read) {
      if (read.oddity === 'decorated') this.report('quantity-decorated', e, c, text, read.value);
      if (read.oddity === 'mark') this.report('decimal-mark-differs', e, c, text, read.value);
      return read.value;
    }
    this.report(`quantity-${read.problem}`, e, c, text);
    return null;
  }
}

const UNT = tagOf('UNT');
const SE = tagOf('SE');
const isTrailer = (tag: number): boolean => tag === UNT || tag === SE;

const upper = (tag: number): number => {
  let made = 0;
  for (let shift = 16; shift >= 0; shift -= 8) {
    const byte = (tag >> shift) & 255;
    made |= (byte >= 97 && byte <= 122 ? byte - 32 : byte) << shift;
  }
  return made;
};
