import { fullYear } from './edifact-dates.ts';
import { day, month, range, week, type When } from './when.ts';

/** A date YYMMDD; null when it is empty (blanks, zeros) or none. */
export function vdaDay(text: string, pivot?: number): When | null {
  if (!/^\d{6}$/.test(text)) return null;
  return day(fullYear(+text.slice(0, 2), pivot), +text.slice(2, 4), +text.slice(4, 6));
}

/**
 * A period code, as call-offs have it behind the mark 555555: YYMM00 is a month, YY00WW a week, YYWWWW the weeks from the
 * one to the other. From common knowledge; a customer's guide may say otherwise.
 */
export function vdaPeriod(text: string, pivot?: number): When | null {
  if (!/^\d{6}$/.test(text)) return null;
  const year = fullYear(+text.slice(0, 2), pivot);
  const [middle, last] = [+text.slice(2, 4), +text.slice(4, 6)];
  if (last === 0) return month(year, middle);
  if (middle === 0) return week(year, last);
  // Weeks from 51 to 02 end in the next year.
  return range(week(year, middle), week(last < middle ? year + 1 : year, last));
}
