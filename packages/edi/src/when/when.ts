/**
 * When something is wanted, as what the message says: a week stays a week and is not its Monday. ISO texts, because
 * `Temporal` reads them and JSON keeps them: day `2026-11-24`, week `2026-W48`, month `2026-11`, quarter `2026-Q4`.
 * An instant is a local time of the place; `zone` is an offset such as `+01:00` where the message gives one.
 */
export type When =
  | { readonly kind: 'instant'; readonly at: string; readonly zone: string | null }
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'week'; readonly week: string }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'quarter'; readonly quarter: string }
  | { readonly kind: 'year'; readonly year: string }
  /** Both ends belong to it. */
  | { readonly kind: 'range'; readonly from: When; readonly to: When };

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const four = (n: number): string => String(n).padStart(4, '0');

// Dates repeat thousands of times in a schedule: one object each keeps memory and time down. A table of fixed size, in
// which a newer day takes the place of an older one: hostile input cannot grow it.
const SLOTS = 8192;
const keys = new Int32Array(SLOTS).fill(-1);
const days: When[] = [];

/** A calendar day, or null when there is no such day. */
export function day(year: number, month: number, date: number): When | null {
  return dayOf((year * 100 + month) * 100 + date);
}

/** A calendar day as one number CCYYMMDD. */
export function dayOf(key: number): When | null {
  const slot = key & (SLOTS - 1);
  if (keys[slot] === key) return days[slot]!;
  const year = Math.floor(key / 10_000);
  const month = Math.floor(key / 100) % 100;
  const date = key % 100;
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month) || year < 1900 || year > 9999) return null;
  const made: When = { kind: 'day', date: `${four(year)}-${two(month)}-${two(date)}` };
  while (days.length < slot) days.push(made);
  days[slot] = made;
  keys[slot] = key;
  return made;
}

export function month(year: number, month: number): When | null {
  return month < 1 || month > 12 || year < 1900 ? null : { kind: 'month', month: `${four(year)}-${two(month)}` };
}

export function quarter(year: number, quarter: number): When | null {
  return quarter < 1 || quarter > 4 || year < 1900 ? null : { kind: 'quarter', quarter: `${four(year)}-Q${quarter}` };
}

/** A week of ISO 8601. Week 53 is refused in years that have 52. */
export function week(year: number, number: number): When | null {
  if (number < 1 || number > weeksIn(year) || year < 1900 || year > 9999) return null;
  return { kind: 'week', week: `${four(year)}-W${two(number)}` };
}

/** A day of an ISO week, 1 = Monday. */
export function dayOfWeek(year: number, number: number, weekday: number): When | null {
  if (!week(year, number) || weekday < 1 || weekday > 7) return null;
  return fromEpochDay(mondayOf(year, number) + weekday - 1);
}

export function instant(
  on: When | null,
  hour: number,
  minute: number,
  second = 0,
  zone: string | null = null,
): When | null {
  if (on?.kind !== 'day' || minute > 59 || second > 59) return null;
  // 24:00 is the end of the day: the start of the next one.
  if (hour === 24 && minute === 0 && second === 0) {
    const next = fromEpochDay(epochDay(on.date) + 1);
    return next.kind === 'day' ? { kind: 'instant', at: `${next.date}T00:00`, zone } : null;
  }
  if (hour > 23) return null;
  return { kind: 'instant', at: `${on.date}T${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}`, zone };
}

/** From one to the other, both included; a single value when both are the same; null when the end lies before. */
export function range(from: When | null, to: When | null): When | null {
  if (!from || !to) return null;
  if (startOf(from) > endOf(to)) return null;
  return text(from) === text(to) ? from : { kind: 'range', from, to };
}

/** As ISO 8601 writes it: `2026-11-24`, `2026-W48`, `2026-11-24T06:00`, `2026-11-24/2026-11-30`. */
export function text(when: When): string {
  switch (when.kind) {
    case 'instant':
      return when.at + (when.zone ?? '');
    case 'day':
      return when.date;
    case 'week':
      return when.week;
    case 'month':
      return when.month;
    case 'quarter':
      return when.quarter;
    case 'year':
      return when.year;
    default:
      return `${text(when.from)}/${text(when.to)}`;
  }
}

/** The first day it can mean, `2026-11-23`. */
export function startOf(when: When): string {
  switch (when.kind) {
    case 'instant':
      return when.at.slice(0, 10);
    case 'day':
      return when.date;
    case 'week':
      return iso(mondayOf(+when.week.slice(0, 4), +when.week.slice(6)));
    case 'month':
      return `${when.month}-01`;
    case 'quarter':
      return `${when.quarter.slice(0, 4)}-${two(+when.quarter.slice(6) * 3 - 2)}-01`;
    case 'year':
      return `${when.year}-01-01`;
    default:
      return startOf(when.from);
  }
}

/** The last day it can mean. */
export function endOf(when: When): string {
  if (when.kind === 'day') return when.date;
  if (when.kind !== 'week') return lastDay(when);
  let end = ends.get(when.week);
  if (end === undefined) {
    if (ends.size > 20_000) ends.clear();
    ends.set(when.week, (end = lastDay(when)));
  }
  return end;
}

// Weeks repeat as days do: computed once. Bounded, so that hostile input cannot grow it.
const ends = new Map<string, string>();

function lastDay(when: When): string {
  switch (when.kind) {
    case 'week':
      return iso(mondayOf(+when.week.slice(0, 4), +when.week.slice(6)) + 6);
    case 'month':
      return `${when.month}-${daysIn(+when.month.slice(0, 4), +when.month.slice(5))}`;
    case 'quarter': {
      const last = +when.quarter.slice(6) * 3;
      return `${when.quarter.slice(0, 4)}-${two(last)}-${daysIn(+when.quarter.slice(0, 4), last)}`;
    }
    case 'year':
      return `${when.year}-12-31`;
    case 'range':
      return endOf(when.to);
    default:
      return startOf(when);
  }
}

export function daysIn(year: number, month: number): number {
  return month === 2 ? (leap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days since 1970-01-01 of an ISO date. */
export function epochDay(date: string): number {
  return epochDayOf(+date.slice(0, 4), +date.slice(5, 7), +date.slice(8, 10));
}

function epochDayOf(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - 719_468;
}

function fromEpochDay(epoch: number): When {
  return { kind: 'day', date: iso(epoch) };
}

/** ISO date of a day since 1970-01-01, proleptic Gregorian. */
function iso(epoch: number): string {
  // Days counted from 1 March of year 0, in eras of 400 years: the leap day comes last, so that months fall in place.
  const shifted = epoch + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const monthOfYear = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (monthOfYear <= 2 ? 1 : 0);
  return `${four(year)}-${two(monthOfYear)}-${two(ofYear - Math.floor((153 * m + 2) / 5) + 1)}`;
}

/** Weeks of an ISO year: 53 when its first or last day is a Thursday. */
export function weeksIn(year: number): number {
  return lastWeekday(year) === 4 || lastWeekday(year - 1) === 3 ? 53 : 52;
}

/** Weekday of 31 December, 0 = Sunday. */
const lastWeekday = (y: number): number => (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7;

/** Epoch day of the Monday of an ISO week: week 1 is the one with 4 January in it. */
function mondayOf(year: number, number: number): number {
  const fourth = epochDayOf(year, 1, 4);
  const weekday = (((fourth + 3) % 7) + 7) % 7;
  return fourth - weekday + (number - 1) * 7;
}

/** Weekday of an ISO date, 1 = Monday. */
export const weekdayOf = (date: string): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;

/** The ISO week that a day lies in. */
export function weekOf(date: string): When {
  const thursday = iso(epochDay(date) - weekdayOf(date) + 4);
  const year = +thursday.slice(0, 4);
  const number = Math.floor((epochDay(thursday) - epochDay(`${thursday.slice(0, 4)}-01-01`)) / 7) + 1;
  return { kind: 'week', week: `${four(year)}-W${two(number)}` };
}

/** The day so many days after an ISO date. */
export const daysAfter = (date: string, days: number): When => fromEpochDay(epochDay(date) + days);
