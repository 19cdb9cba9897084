import { daysAfter, endOf, month, quarter, range, startOf, weekdayOf, weekOf, type When } from './when.ts';

/** How long a bucket is of which only the first day was sent. */
export type Bucket = 'week' | 'four-weeks' | 'month' | 'quarter' | 'year';

/**
 * The period that a dated bucket stands for: a weekly quantity "of 30 November" is wanted in that week, not on that
 * Monday. A bucket that begins inside its week or month lasts to the end of it, because the next one begins there; `odd`
 * says so. A week that begins on a Sunday ends on a Saturday (North America).
 */
export function bucketFrom(when: When, bucket: Bucket): Period {
  if (when.kind !== 'day') return { when, odd: false };
  const known = periods[bucket];
  let made = known.get(when.date);
  if (made === undefined) {
    // Bounded, so that hostile input cannot grow it.
    if (known.size > 20_000) known.clear();
    known.set(when.date, (made = period(when, bucket)));
  }
  return made;
}

/** First day of a week that {@link bucketFrom} cut short because it began inside of its week; null for any other period. */
export function startOfOddWeek(when: When): string | null {
  if (when.kind !== 'range' || when.from.kind !== 'day') return null;
  const known = periods.week.get(when.from.date);
  return known?.odd && known.when === when ? when.from.date : null;
}

/** The seven days from a day on. */
export const weekFrom = (date: string): When => range({ kind: 'day', date }, daysAfter(date, 6))!;

interface Period {
  readonly when: When;
  readonly odd: boolean;
}

// A schedule repeats its days: the work is done once a day. Not a WeakMap, which makes every garbage collection slower.
const periods: Readonly<Record<Bucket, Map<string, Period>>> = {
  week: new Map(),
  'four-weeks': new Map(),
  month: new Map(),
  quarter: new Map(),
  year: new Map(),
};

function period(when: Extract<When, { kind: 'day' }>, bucket: Bucket): Period {
  const { date } = when;
  const whole = wholeBucket(date, bucket);
  if (bucket === 'four-weeks') return { when: range(when, daysAfter(date, 27)) ?? when, odd: false };
  if (bucket === 'week' && weekdayOf(date) === 7) return { when: range(when, daysAfter(date, 6)) ?? when, odd: false };
  if (startOf(whole) === date) return { when: whole, odd: false };
  return { when: range(when, { kind: 'day', date: endOf(whole) }) ?? when, odd: true };
}

function wholeBucket(date: string, bucket: Bucket): When {
  const year = +date.slice(0, 4);
  const number = +date.slice(5, 7);
  const day: When = { kind: 'day', date };
  if (bucket === 'month') return month(year, number) ?? day;
  if (bucket === 'quarter') return quarter(year, Math.ceil(number / 3)) ?? day;
  if (bucket === 'year') return { kind: 'year', year: date.slice(0, 4) };
  return weekOf(date);
}
