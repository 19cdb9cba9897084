import type { FindingCode } from '../findings/catalog.ts';
import type { Place } from '../findings/finding.ts';
import { canonicalDecimal, fromUnits, type Decimal, wholeDecimal } from '../exact/decimal.ts';
import { VDA_RECORDS, vdaFields, type VdaField } from '../grammar/vda-records.ts';
import type { Limits } from '../limits.ts';
import type { Profile } from '../profile/profile.ts';
import type { MessageSource } from '../syntax/family.ts';
import { fullYear } from '../when/edifact-dates.ts';
import { day, type When } from '../when/when.ts';
import { vdaDay } from '../when/vda-dates.ts';
import type { Rest } from './parts.ts';
import type { Say } from './release-draft.ts';

/** Reads the fields of VDA records by their names in the tables, and says what is wrong with them. */
export class VdaContext {
  readonly message: MessageSource;
  readonly profile: Profile;
  readonly limits: Limits;
  readonly rest: Rest[] = [];
  /** The record being read, and its type. */
  at = 0;
  tag = '';
  #fields: ReadonlyMap<string, VdaField> = new Map();

  constructor(message: MessageSource, profile: Profile, limits: Limits) {
    this.message = message;
    this.profile = profile;
    this.limits = limits;
  }

  /** Goes through the records. */
  walk(record: (tag: string) => void): void {
    for (let s = this.message.from; s <= this.message.to; s++) {
      this.enter(s);
      record(this.tag);
    }
  }

  enter(s: number): void {
    this.at = s;
    const { segments } = this.message;
    const { bytes } = segments;
    const start = segments.starts[s]!;
    // Type and version are five digits: together a number, by which the layout is found without making text.
    let key = 0;
    for (let i = start; i < start + 5; i++) key = key * 256 + (bytes[i] ?? 0);
    let layout = this.#layouts.get(key);
    if (layout === undefined) this.#layouts.set(key, (layout = this.#layoutOf(segments.tagText(s), this.raw(4, 5))));
    this.tag = layout.tag;
    this.#fields = layout.fields;
  }

  /** A profile may know a record, or one version of it, in another layout. */
  #layoutOf(tag: string, version: string): Layout {
    const { vdaRecords } = this.profile;
    return { tag, fields: vdaFields(vdaRecords[`${tag}/${version}`] ?? vdaRecords[tag] ?? VDA_RECORDS[tag] ?? '') };
  }
  readonly #layouts = new Map<number, Layout>();

  get number(): number {
    return this.at - this.message.from + 1;
  }

  /** Text between two positions of the record, blanks at the ends cut; '' beyond its end. */
  raw(from: number, to: number): string {
    const { segments } = this.message;
    const start = segments.starts[this.at]!;
    const end = segments.marks[segments.firsts[this.at]! + 1]!;
    return segments.slice(Math.min(start + from - 1, end), Math.min(start + to, end));
  }

  /** The digits between two positions as a number, at most fifteen of them; -1 when one is none. */
  digits(from: number, to: number): number {
    const { segments } = this.message;
    const { bytes } = segments;
    const start = segments.starts[this.at]!;
    if (start + to > segments.marks[segments.firsts[this.at]! + 1]!) return -1;
    let n = 0;
    for (let i = start + from - 1; i < start + to; i++) {
      const digit = bytes[i]! - 48;
      if (digit < 0 || digit > 9) return -1;
      n = n * 10 + digit;
    }
    return n;
  }

  text(name: string): string {
    const field = this.#fields.get(name);
    return field ? this.raw(field.from, field.to) : '';
  }

  value(name: string): string | null {
    return this.text(name) || null;
  }

  field(name: string): VdaField | undefined {
    return this.#fields.get(name);
  }

  /** A date YYMMDD; null when empty, and with a finding when it is none: no schedule hangs on these. */
  date(name: string): When | null {
    const field = this.#fields.get(name);
    const n = field && field.to - field.from === 5 ? this.digits(field.from, field.to) : -1;
    if (n === 0) return null;
    if (n > 0) {
      const when = day(fullYear(Math.floor(n / 10_000), this.profile.pivot), Math.floor(n / 100) % 100, n % 100);
      if (when) return when;
    }
    const text = this.text(name);
    if (text === '' || /^0+$/.test(text)) return null;
    const when = vdaDay(text, this.profile.pivot);
    if (when === null) this.report('date-ignored', name, text, 'YYMMDD');
    return when;
  }

  /** A number with its implied decimals; null when blank, and with a finding when it is none. */
  decimal(name: string): Decimal | null {
    const field = this.#fields.get(name);
    if (field === undefined) return null;
    const digits = field.to - field.from < 15 ? this.digits(field.from, field.to) : -1;
    const unit = UNITS[field.decimals];
    if (digits >= 0 && unit !== undefined && digits % unit === 0) return wholeDecimal(digits / unit);
    const text = this.text(name);
    if (text === '') return null;
    const read = vdaNumber(text, field.decimals);
    if (read === null) this.report('quantity-wrong', name, text);
    return read;
  }

  /** A number that is no quantity of zero: blanks and zeros both mean that there is none. */
  filled(name: string): Decimal | null {
    const read = this.decimal(name);
    return read === '0' ? null : read;
  }

  report(code: FindingCode, name: string | null, found: string | null, expected: string | null = null): void {
    const field = name === null ? undefined : this.#fields.get(name);
    this.reportAt(code, field?.from ?? null, found, expected);
  }

  /** About what begins at a position of the record. */
  reportAt(code: FindingCode, position: number | null, found: string | null, expected: string | null = null): void {
    this.message.reporter.add(code, this.place(position), found, expected);
  }

  readonly say: Say = (code, segment, found, expected = null) => {
    this.enter(this.message.from + segment - 1);
    this.reportAt(code, null, found, expected);
  };

  place(position: number | null): Place {
    const place = this.message.source.place(this.at);
    if (position === null) return place;
    const { segments } = this.message;
    const length = segments.marks[segments.firsts[this.at]! + 1]! - segments.starts[this.at]!;
    return { ...place, byte: place.byte + Math.min(position - 1, length), element: position };
  }

  keep(rest: Rest[] = this.rest): void {
    if (rest.length < 10_000) rest.push({ segment: this.number, tag: this.tag, elements: [[this.raw(4, 128)]] });
  }
}

/** A record type in one version, and the places of its fields. */
interface Layout {
  readonly tag: string;
  readonly fields: ReadonlyMap<string, VdaField>;
}

/** What a count of implied decimals divides by. */
const UNITS = [1, 10, 100, 1000];

/** Digits with implied decimals; a minus may stand on either side. Exact, whatever the length. */
export function vdaNumber(text: string, decimals: number): Decimal | null {
  const match = /^(-?)(\d+)(-?)$/.exec(text.replace(/^ +/, ''));
  if (!match) return null;
  if (decimals === 0 && match[1] === '' && match[3] === '') return canonicalDecimal(match[2]!.replace(/^0+(?=\d)/, ''));
  const units = BigInt(match[2]!);
  return fromUnits(match[1] === '-' || match[3] === '-' ? -units : units, decimals);
}
