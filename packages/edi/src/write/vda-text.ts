import { VDA_COUNTERS, VDA_RECORDS, vdaFields } from '../grammar/vda-records.ts';
import { toUnits, scaleOf, type Decimal } from '../exact/decimal.ts';
import { encode, iso8859 } from '../syntax/charset.ts';
import type { Losses } from './written.ts';

/** Puts VDA records together: fields at their places, counters in the trailer. */
export class VdaText {
  readonly #records: string[] = [];
  readonly #losses: Losses;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  /** Adds a record. Text is filled up with blanks behind, numbers come ready; what is too long is cut and noted. */
  add(tag: string, version: string, fields: Readonly<Record<string, string | null>>): void {
    const places = vdaFields(VDA_RECORDS[tag] ?? '');
    let record = `${tag}${version}`.padEnd(128);
    for (const [name, value] of Object.entries(fields)) {
      const field = places.get(name);
      if (!field || value === null || value === '') continue;
      const width = field.to - field.from + 1;
      if (value.length > width) this.#losses.paths.push(`${tag}.${name}: ${value}`);
      record = record.slice(0, field.from - 1) + value.slice(0, width).padEnd(width) + record.slice(field.to);
    }
    this.#records.push(record);
  }

  /** A number of `width` digits with implied decimals; null when it does not fit: more digits, more decimals, below zero. */
  digits(value: Decimal, width: number, decimals: number, path: string): string | null {
    if (scaleOf(value) <= decimals && !value.startsWith('-')) {
      const digits = toUnits(value, decimals).toString();
      if (digits.length <= width) return digits.padStart(width, '0');
    }
    this.#losses.paths.push(`${path}: ${value}`);
    return null;
  }

  /** All records one behind the other, the trailer with its counters at the end. */
  finish(trailer: string, version: string): Uint8Array {
    const counts = new Map<string, number>();
    for (const record of [...this.#records, trailer])
      counts.set(record.slice(0, 3), (counts.get(record.slice(0, 3)) ?? 0) + 1);
    const counters = (VDA_COUNTERS[trailer] ?? []).map((tag) => String(counts.get(tag) ?? 0).padStart(7, '0')).join('');
    const text = [...this.#records, `${trailer}${version}${counters}`.padEnd(128)].join('');
    const { bytes, lost } = encode(text, iso8859(1));
    if (lost > 0) this.#losses.paths.push(`${lost} characters outside of ISO 8859-1`);
    return bytes;
  }
}

/** YYMMDD of an ISO date; zeros for none. */
export const vdaDate = (date: string | null): string =>
  date === null ? '000000' : date.slice(2, 10).replaceAll('-', '');
