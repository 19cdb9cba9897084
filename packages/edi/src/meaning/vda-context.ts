import type { FindingCode } from '../findings/catalog.ts';
import type { Place } from '../findings/finding.ts';
import { canonicalDecimal, fromUnits, type Decimal } from '../exact/decimal.ts';
import { VDA_RECORDS, vdaFields, type VdaField } from '../grammar/vda-records.ts';
import type { Limits } from '../limits.ts';
import type { Profile } from '../profile/profile.ts';
import type { MessageSource } from '../syntax/family.ts';
import type { When } from '../when/when.ts';
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
    this.tag = this.message.segments.tagText(s);
    const version = this.raw(4, 5);
    const { vdaRecords } = this.profile;
    // A profile may know a record, or one version of it, in another layout.
    this.#fields = vdaFields(
      vdaRecords[`${this.tag}/${version}`] ?? vdaRecords[this.tag] ?? VDA_RECORDS[this.tag] ?? '',
    );
  }

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

  /** The digits between two positions as a number, at most nine of them; -1 when one is none. */
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
    const text = this.text(name);
    if (text === '' || /^0+$/.test(text)) return null;
    const when = vdaDay(text, this.profile.pivot);
    if (when === null) this.report('date-ignored', name, text, 'YYMMDD');
    return when;
  }

  /** A number with its implied decimals; null when blank, and with a finding when it is none. */
  decimal(name: string): Decimal | null {
    const text = this.text(name);
    if (text === '') return null;
    const field = this.#fields.get(name)!;
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

/** Digits with implied decimals; a minus may stand on either side. Exact, whatever the length. */
export function vdaNumber(text: string, decimals: number): Decimal | null {
  const match = /^(-?)(\d+)(-?)$/.exec(text.replace(/^ +/, ''));
  if (!match) return null;
  if (decimals === 0 && match[1] === '' && match[3] === '') return canonicalDecimal(match[2]!.replace(/^0+(?=\d)/, ''));
  const units = BigInt(match[2]!);
  return fromUnits(match[1] === '-' || match[3] === '-' ? -units : units, decimals);
}
