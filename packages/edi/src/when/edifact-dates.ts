import { day, dayOfWeek, instant, month, quarter, range, week, type When } from './when.ts';

/** Two-digit years: 70 to 99 are 19xx, 00 to 69 are 20xx (records of 1988 are still met). */
export const fullYear = (year: number, pivot = 70): number => (year >= pivot ? 1900 + year : 2000 + year);

interface Format {
  /** Digits expected, before a zone. */
  readonly digits: number;
  read(d: (from: number, length: number) => number): When | null;
}

const yy = (d: (from: number, length: number) => number, at = 0): number => fullYear(d(at, 2));

/** Formats of a point or period, UN code list 2379 (directories D.93A to D.04A agree on these). */
const FORMATS: Readonly<Record<string, Format>> = {
  2: { digits: 6, read: (d) => day(yy(d, 4), d(2, 2), d(0, 2)) },
  3: { digits: 6, read: (d) => day(yy(d, 4), d(0, 2), d(2, 2)) },
  4: { digits: 8, read: (d) => day(d(4, 4), d(2, 2), d(0, 2)) },
  101: { digits: 6, read: (d) => day(yy(d), d(2, 2), d(4, 2)) },
  102: { digits: 8, read: (d) => day(d(0, 4), d(4, 2), d(6, 2)) },
  103: { digits: 5, read: (d) => dayOfWeek(yy(d), d(2, 2), d(4, 1)) },
  201: { digits: 10, read: (d) => instant(day(yy(d), d(2, 2), d(4, 2)), d(6, 2), d(8, 2)) },
  202: { digits: 12, read: (d) => instant(day(yy(d), d(2, 2), d(4, 2)), d(6, 2), d(8, 2), d(10, 2)) },
  203: { digits: 12, read: (d) => instant(day(d(0, 4), d(4, 2), d(6, 2)), d(8, 2), d(10, 2)) },
  204: { digits: 14, read: (d) => instant(day(d(0, 4), d(4, 2), d(6, 2)), d(8, 2), d(10, 2), d(12, 2)) },
  301: { digits: 10, read: (d) => instant(day(yy(d), d(2, 2), d(4, 2)), d(6, 2), d(8, 2)) },
  302: { digits: 12, read: (d) => instant(day(yy(d), d(2, 2), d(4, 2)), d(6, 2), d(8, 2), d(10, 2)) },
  303: { digits: 12, read: (d) => instant(day(d(0, 4), d(4, 2), d(6, 2)), d(8, 2), d(10, 2)) },
  304: { digits: 14, read: (d) => instant(day(d(0, 4), d(4, 2), d(6, 2)), d(8, 2), d(10, 2), d(12, 2)) },
  602: { digits: 4, read: (d) => (d(0, 4) < 1900 ? null : { kind: 'year', year: String(d(0, 4)) }) },
  603: { digits: 3, read: (d) => quarter(yy(d), d(2, 1)) },
  604: { digits: 5, read: (d) => quarter(d(0, 4), d(4, 1)) },
  608: { digits: 5, read: (d) => quarter(d(0, 4), d(4, 1)) },
  609: { digits: 4, read: (d) => month(yy(d), d(2, 2)) },
  610: { digits: 6, read: (d) => month(d(0, 4), d(4, 2)) },
  615: { digits: 4, read: (d) => week(yy(d), d(2, 2)) },
  616: { digits: 6, read: (d) => week(d(0, 4), d(4, 2)) },
};

/** Ranges: two values of one of the formats above, with or without a hyphen between. */
const RANGES: Readonly<Record<string, string>> = {
  711: '102',
  713: '201',
  715: '615',
  716: '616',
  717: '101',
  718: '102',
  719: '203',
  720: '103',
  721: '203',
};

/** What reading a date gave: the date, or why there is none. */
export type DateReading = { readonly when: When } | { readonly problem: 'format-unknown' | 'not-a-date' };

const UNKNOWN: DateReading = { problem: 'format-unknown' };
const INVALID: DateReading = { problem: 'not-a-date' };

let digits = '';
const part = (from: number, length: number): number => +digits.slice(from, from + length);

/**
 * Reads DTM C507: `value` in the representation `format` (2379), an empty format meaning CCYYMMDD or YYMMDD by its
 * length. Zones (303, 304) are kept as offset where they are one. 24:00 is the start of the next day.
 */
export function edifactDate(value: string, format: string): DateReading {
  const code = format === '' ? ({ 6: '101', 8: '102', 10: '201', 12: '203', 14: '204' }[value.length] ?? '') : format;
  const single = FORMATS[code];
  if (single) {
    const when = read(single, value);
    return when ? { when } : INVALID;
  }
  const half = RANGES[code] && FORMATS[RANGES[code]];
  if (!half) return UNKNOWN;
  const match = /^(\d+?)\s*[-/]\s*(\d+)$/.exec(value);
  // Often sent without the hyphen; and some send one value where both ends are the same.
  const from = match ? match[1]! : value.slice(0, half.digits);
  const to = match ? match[2]! : value.length === half.digits ? from : value.slice(half.digits);
  const when = range(read(half, from), read(half, to));
  return when ? { when } : INVALID;
}

function read(format: Format, value: string): When | null {
  const zone = value.slice(format.digits);
  const body = zone === '' ? value : value.slice(0, format.digits);
  if (body.length !== format.digits || !allDigits(body)) return null;
  digits = body;
  const when = format.read(part);
  if (zone === '' || when?.kind !== 'instant') return zone === '' ? when : null;
  return /^[A-Z]{1,5}$|^[+-]\d{1,2}(:?\d{2})?$/.test(zone) ? { ...when, zone: offset(zone) } : null;
}

function allDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return true;
}

function offset(zone: string): string {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match) return `${match[1]}${match[2]!.padStart(2, '0')}:${match[3] ?? '00'}`;
  return (
    (
      { GMT: '+00:00', UTC: '+00:00', UT: '+00:00', Z: '+00:00', CET: '+01:00', CEST: '+02:00' } as Record<
        string,
        string
      >
    )[zone] ?? zone
  );
}
