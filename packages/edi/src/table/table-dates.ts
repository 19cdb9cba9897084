import { fullYear } from '../when/edifact-dates.ts';
import { day, endOf, epochDay, month, week, type When } from '../when/when.ts';

/** In which order a date with slashes, points or hyphens gives its parts. */
export type DateOrder = 'day-month-year' | 'month-day-year' | 'year-month-day';

/**
 * A date or period as people write it in a table: `24.11.2026`, `11/24/2026`, `2026-11-24`, `20261124`; `2026-W48`, `KW 48/2026`,
 * `W48 2026`, `S48-2026`, and `KW 48` where `near` (an ISO date) tells the year; `2026-11`, `11/2026`. Null for anything else; a
 * two-digit year is of this century or of the last.
 */
export function tableDate(cell: string, order: DateOrder, near: string | null = null): When | null {
  const text = cell.trim();
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return day(+compact[1]!, +compact[2]!, +compact[3]!);
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return day(+iso[1]!, +iso[2]!, +iso[3]!);
  const parts = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})$/.exec(text);
  if (parts) {
    const [a, b, c] = [+parts[1]!, +parts[2]!, +parts[3]!];
    if (order === 'year-month-day') return parts[3]!.length === 4 ? null : day(fullYear(a), b, c);
    const year = parts[3]!.length === 2 ? fullYear(c) : c;
    return order === 'day-month-year' ? day(year, b, a) : day(year, a, b);
  }
  const weekFirst = /^(?:KW|CW|WK|W|S|SEM)\.?\s*(\d{1,2})\s*[-./ ]\s*(\d{4}|\d{2})$/i.exec(text);
  if (weekFirst) return week(yearOf(weekFirst[2]!), +weekFirst[1]!);
  const yearFirst = /^(\d{4})\s*[-./ ]?\s*(?:KW|CW|WK|W|S|SEM)\.?\s*(\d{1,2})$/i.exec(text);
  if (yearFirst) return week(+yearFirst[1]!, +yearFirst[2]!);
  const bare = /^(?:KW|CW|WK|W|S|SEM)\.?\s*(\d{1,2})$/i.exec(text);
  if (bare) return near === null ? null : nextWeek(+bare[1]!, near);
  const months = /^(\d{4})[-./](\d{1,2})$/.exec(text) ?? /^(\d{1,2})[-./](\d{4})$/.exec(text);
  if (!months) return null;
  return months[1]!.length === 4 ? month(+months[1]!, +months[2]!) : month(+months[2]!, +months[1]!);
}

/** The week of this number that is the nearest one ahead of a day, or not more than ten weeks behind it. */
function nextWeek(number: number, near: string): When | null {
  const year = +near.slice(0, 4);
  for (const candidate of [week(year - 1, number), week(year, number), week(year + 1, number)])
    if (candidate && epochDay(endOf(candidate)) >= epochDay(near) - TEN_WEEKS) return candidate;
  return null;
}

const TEN_WEEKS = 70;

const yearOf = (text: string): number => (text.length === 2 ? fullYear(+text) : +text);
