import { daysAfter, endOf, month, quarter, range, startOf, weekdayOf, weekOf, type When } from './when.ts';

/** How long a bucket is of which only the first day was sent. */
export type Bucket = 'week' | 'four-weeks' | 'month' | 'quarter' | 'year';

/**
 * The period that a dated bucket stands for: a weekly quantity "of 30 November" is wanted in that week, not on that
 * Monday. A bucket that begins inside its week or month lasts to the end of it, because the next one begins there; `odd`
 * says so. A week that begins on a Sunday ends on a Saturday (North America).
 */
export function bucketFrom(when: When, bucket: Bucket): Period {
  const known = periods[bucket].get(when);
  if (known) return known;
  const made = period(when, bucket);
  periods[bucket].set(when, made);
  return made;
}

interface Period {
  readonly when: When;
  readonly odd: boolean;
}

// Days are one object each (see `day`), and a schedule repeats them: the work is done once a day.
const periods: Readonly<Record<Bucket, WeakMap<When, Period>>> = {
  week: new WeakMap(),
  'four-weeks': new WeakMap(),
  month: new WeakMap(),
  quarter: new WeakMap(),
  year: new WeakMap(),
};

function period(when: When, bucket: Bucket): Period {
  if (when.kind !== 'day') return { when, odd: false };
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
