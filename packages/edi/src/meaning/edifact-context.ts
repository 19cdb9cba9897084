import { codeOf, tagOf } from '../syntax/segments.ts';
import { edifactDate } from '../when/edifact-dates.ts';
import { day, type When } from '../when/when.ts';
import { MessageContext, type Draft } from './message-context.ts';
import type { Contact, ItemId, Location, Party, Reference } from './parts.ts';

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

/** Reads the segments that all EDIFACT messages share. */
export class EdifactContext extends MessageContext {
  /** The date of the loaded DTM, or null with a finding: an error where `strict`, because a schedule hangs on it. */
  date(strict = false): When | null {
    const s = this.s;
    const n = s.integer(1, 2, 8);
    if (n >= 0 && s.code(1, 3) === DIGITS_102) {
      const when = day(Math.floor(n / 10_000), Math.floor(n / 100) % 100, n % 100);
      if (when) return when;
    }
    const value = s.text(1, 2);
    const format = s.text(1, 3);
    if (value === '') return null;
    const read = edifactDate(value, format);
    if ('when' in read) return read.when;
    return this.#otherDate(value, format, read.problem, strict);
  }

  /** What is no date in its announced form: zeros, a date in another form, or none, which is an error in a schedule. */
  #otherDate(value: string, format: string, problem: 'format-unknown' | 'not-a-date', strict: boolean): When | null {
    const expected = format === '' ? 'CCYYMMDD' : (PATTERNS[format] ?? format);
    if (/^([09])\1+$/.test(value)) {
      this.report('date-special', 1, 2, value);
      return null;
    }
    if (problem === 'format-unknown') {
      this.report('date-format-unknown', 1, 3, format);
      return null;
    }
    const byLength = [8, 10, 12, 14].includes(value.length) ? edifactDate(value, '') : null;
    if (byLength && 'when' in byLength) {
      this.report('date-format-differs', 1, 2, value, expected);
      return byLength.when;
    }
    this.report(strict ? 'date-wrong' : 'date-ignored', 1, 2, value, expected);
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
