import type { FindingCode } from '../findings/catalog.ts';
import { canonicalDecimal, type Decimal } from '../exact/decimal.ts';
import { readNumber } from '../exact/quantity.ts';
import type { Validation } from '../grammar/validate.ts';
import type { Limits } from '../limits.ts';
import type { Profile } from '../profile/profile.ts';
import { codeOf, tagOf, type Segments } from '../syntax/segments.ts';
import type { MessageSource } from '../syntax/family.ts';
import { edifactDate } from '../when/edifact-dates.ts';
import { day, type When } from '../when/when.ts';
import type { Contact, ItemId, Location, Party, Reference, Rest } from './parts.ts';

/** Segments that {@link EdifactContext} reads, and the tags that messages are read by. */
export const TAG = {
  ALI: tagOf('ALI'),
  BGM: tagOf('BGM'),
  CDI: tagOf('CDI'),
  CNT: tagOf('CNT'),
  COM: tagOf('COM'),
  CPS: tagOf('CPS'),
  CTA: tagOf('CTA'),
  DOC: tagOf('DOC'),
  DTM: tagOf('DTM'),
  ERC: tagOf('ERC'),
  FTX: tagOf('FTX'),
  GEI: tagOf('GEI'),
  GIN: tagOf('GIN'),
  GIR: tagOf('GIR'),
  GIS: tagOf('GIS'),
  IMD: tagOf('IMD'),
  INV: tagOf('INV'),
  LIN: tagOf('LIN'),
  LOC: tagOf('LOC'),
  MEA: tagOf('MEA'),
  NAD: tagOf('NAD'),
  PAC: tagOf('PAC'),
  PCI: tagOf('PCI'),
  PIA: tagOf('PIA'),
  QTY: tagOf('QTY'),
  QVR: tagOf('QVR'),
  RFF: tagOf('RFF'),
  SCC: tagOf('SCC'),
  SEQ: tagOf('SEQ'),
  TDT: tagOf('TDT'),
  UCF: tagOf('UCF'),
  UCI: tagOf('UCI'),
  UCM: tagOf('UCM'),
  UCS: tagOf('UCS'),
  UCD: tagOf('UCD'),
  UNH: tagOf('UNH'),
  UNS: tagOf('UNS'),
  UNT: tagOf('UNT'),
} as const;

const DIGITS_102 = codeOf('102');

/** Mutable while it is being built. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** Reads the segments that all EDIFACT messages share, and says what is wrong with them. */
export class EdifactContext {
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
    if (rest.length >= EdifactContext.REST) return;
    rest.push({ segment: this.number, tag: this.s.tagText(this.at), elements: this.s.toArrays() });
  }

  /** The exact number in a component, or null with a finding. */
  decimal(e: number, c: number): Decimal | null {
    const s = this.s;
    // Whole numbers of up to 15 digits, by far the most: no pattern matching.
    const start = s.start(e, c);
    const end = s.end(e, c);
    if (end > start && end - start <= 15) {
      const { bytes } = s;
      let n = 0;
      let i = start;
      for (; i < end; i++) {
        const digit = bytes[i]! - 48;
        if (digit < 0 || digit > 9) break;
        n = n * 10 + digit;
      }
      if (i === end) return canonicalDecimal(String(n));
    }
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

  /** The date of the loaded DTM, or null with a finding. */
  date(): When | null {
    const s = this.s;
    if (s.code(1, 3) === DIGITS_102 && s.size(1, 2) === 8) {
      const { bytes } = s;
      let n = 0;
      let i = s.start(1, 2);
      const end = i + 8;
      for (; i < end; i++) {
        const digit = bytes[i]! - 48;
        if (digit < 0 || digit > 9) break;
        n = n * 10 + digit;
      }
      const when = i === end ? day(Math.floor(n / 10_000), Math.floor(n / 100) % 100, n % 100) : null;
      if (when) return when;
    }
    const value = s.text(1, 2);
    const format = s.text(1, 3);
    if (value === '') return null;
    const read = edifactDate(value, format);
    if ('when' in read) return read.when;
    if (read.problem === 'format-unknown') this.report('date-format-unknown', 1, 3, format);
    else this.report('date-wrong', 1, 2, value, format === '' ? 'CCYYMMDD' : (PATTERNS[format] ?? format));
    return null;
  }

  /** The loaded NAD. */
  party(): Draft<Party> {
    const s = this.s;
    const code = s.text(1);
    const lines = (e: number): string[] => {
      const all: string[] = [];
      for (let c = 1; c <= s.components(e); c++) if (s.size(e, c) > 0) all.push(s.text(e, c));
      return all;
    };
    const names = lines(4);
    const free = lines(3);
    // C080 is the name; senders of unstructured addresses put name and address into C058.
    const name = names.length > 0 ? names.join(' ') : (free[0] ?? null);
    const address = [
      ...(names.length > 0 ? free : free.slice(1)),
      ...lines(5),
      ...[8, 6, 7, 9].map((e) => s.text(e)).filter((t) => t !== ''),
    ];
    const role = this.profile.codes.parties.get(s.code(1)) ?? 'other';
    return { role, code, id: s.value(2, 1), agency: s.value(2, 3), name, address, contacts: [], references: [] };
  }

  /** The loaded RFF. */
  reference(): Draft<Reference> {
    const s = this.s;
    return { code: s.text(1, 1), number: s.text(1, 2), line: s.value(1, 3), date: null };
  }

  /** The loaded LOC: the place itself, and the related ones of C519 and C553 as places of their own. */
  locations(): Location[] {
    const s = this.s;
    const code = s.text(1);
    const role = this.profile.codes.locations.get(s.code(1)) ?? 'other';
    const found: Location[] = [];
    for (const e of [2, 3, 4]) {
      const id = s.text(e, 1);
      const name = s.value(e, 4);
      if (id !== '' || name !== null) found.push({ role: e === 2 ? role : 'other', code, id: id || name!, name });
    }
    return found;
  }

  /** The loaded CTA. */
  contact(): Draft<Contact> {
    return { code: this.s.text(1), name: this.s.value(2, 2) ?? this.s.value(2, 1), addresses: [] };
  }

  /** The loaded COM, into the contact before it. */
  communication(contact: Draft<Contact> | null): void {
    const s = this.s;
    if (!contact) return this.keep();
    for (let e = 1; e <= Math.min(s.elements, 3); e++)
      if (s.size(e, 1) > 0) contact.addresses.push({ channel: s.text(e, 2), address: s.text(e, 1) });
  }

  /** The text of the loaded FTX; '' when it has none. */
  freeText(): string {
    const s = this.s;
    const parts: string[] = [];
    for (let c = 1; c <= s.components(4); c++) if (s.size(4, c) > 0) parts.push(s.text(4, c));
    if (parts.length === 0 && s.size(3, 1) > 0) parts.push(s.text(3, 1));
    return parts.join('\n');
  }

  /** The number in C212 of the loaded LIN or PIA. */
  itemId(e: number): ItemId | null {
    const s = this.s;
    const value = s.text(e, 1);
    if (value === '') return null;
    return { value, tag: s.text(e, 2), role: this.profile.codes.itemIds.get(s.code(e, 2)) ?? 'other' };
  }
}

const upper = (tag: number): number => {
  let made = 0;
  for (let shift = 16; shift >= 0; shift -= 8) {
    const byte = (tag >> shift) & 255;
    made |= (byte >= 97 && byte <= 122 ? byte - 32 : byte) << shift;
  }
  return made;
};

const PATTERNS: Readonly<Record<string, string>> = {
  2: 'DDMMYY',
  101: 'YYMMDD',
  102: 'CCYYMMDD',
  103: 'YYWWD',
  201: 'YYMMDDHHMM',
  203: 'CCYYMMDDHHMM',
  610: 'CCYYMM',
  615: 'YYWW',
  616: 'CCYYWW',
  718: 'CCYYMMDD-CCYYMMDD',
};
