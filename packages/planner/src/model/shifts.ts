import type { Calendar, Problem, Shift } from './problem.ts';

/** One shift on one day, in seconds from the start of the plan, clipped to it; `parts` are what breaks and closures leave. */
export interface ShiftOccurrence {
  /** Date on which it begins, in the plant's zone. */
  readonly date: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly (readonly [from: number, to: number])[];
}

/** Turns instants into whole seconds from the start of the plan and back. */
export interface Clock {
  readonly horizon: number;
  readonly at: (instant: string) => number;
  readonly instant: (seconds: number) => string;
  /** Index of the plant's day (0 is the day of the start) that holds a moment. */
  readonly day: (seconds: number) => number;
  /** ISO date of a day index. */
  readonly date: (day: number) => string;
}

export const clockOf = (problem: Problem): Clock => {
  const start = Temporal.Instant.from(problem.start);
  const first = Math.round(start.epochMilliseconds / 1000);
  const at = (instant: string): number => Math.round(Temporal.Instant.from(instant).epochMilliseconds / 1000) - first;
  const horizon = at(problem.end);
  const today = start.toZonedDateTimeISO(problem.timeZone).toPlainDate();
  const midnights: number[] = [];
  for (let day = 1; midnights.length === 0 || (midnights.at(-1) ?? 0) < horizon; day++) {
    midnights.push(moment(today.add({ days: day }), '00:00', problem.timeZone) - first);
  }
  const day = (seconds: number): number => {
    let low = 0;
    let high = midnights.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((midnights[middle] ?? 0) <= seconds) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    horizon,
    at,
    instant: (seconds) => Temporal.Instant.fromEpochMilliseconds((first + seconds) * 1000).toString(),
    day,
    date: (index) => today.add({ days: index }).toString(),
  };
};

/** Epoch seconds of a time of day; DST gaps and repetitions resolve as RFC 5545 says (Temporal's `compatible`). */
const moment = (date: Temporal.PlainDate, time: string, timeZone: string): number => {
  const day = time === '24:00' ? date.add({ days: 1 }) : date;
  const plainTime = Temporal.PlainTime.from(time === '24:00' ? '00:00' : time);
  return Math.round(day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds / 1000);
};

/** The occurrences of some shifts within the plan, in time order; one without any working part is left out. */
export const occurrencesOf = (
  problem: Problem,
  clock: Clock,
  shifts: readonly Shift[],
  exceptions: Pick<Calendar, 'holidays' | 'closures'>,
): ShiftOccurrence[] => {
  const first = clock.at(problem.start);
  const epoch = Math.round(Temporal.Instant.from(problem.start).epochMilliseconds / 1000);
  const holidays = new Set(exceptions.holidays);
  const closures = (exceptions.closures ?? []).map(({ from, to }) => [clock.at(from), clock.at(to)] as const);
  const found: ShiftOccurrence[] = [];
  // From the day before: a night shift may have begun there.
  for (let day = -1; day <= clock.day(clock.horizon - 1); day++) {
    const date = Temporal.PlainDate.from(clock.date(day));
    if (holidays.has(date.toString())) continue;
    for (const shift of shifts) {
      if (!shift.days.includes(date.dayOfWeek)) continue;
      const begin = (time: string): number => moment(date, time, problem.timeZone) - epoch;
      const later = (time: string, than: number): number => {
        const same = begin(time);
        return same > than ? same : moment(date.add({ days: 1 }), time, problem.timeZone) - epoch;
      };
      const from = begin(shift.from);
      const to = later(shift.to, from);
      let parts: (readonly [number, number])[] = [[Math.max(from, first), Math.min(to, clock.horizon)]];
      for (const pause of shift.breaks ?? []) {
        const pauseFrom = later(pause.from, from - 1);
        parts = without(parts, [pauseFrom, later(pause.to, pauseFrom)]);
      }
      for (const closure of closures) parts = without(parts, closure);
      parts = parts.filter(([a, b]) => a < b);
      const head = parts[0];
      const tail = parts.at(-1);
      if (head && tail) {
        found.push({ date: date.toString(), name: shift.name, start: head[0], end: tail[1], parts });
      }
    }
  }
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
};

const without = (
  parts: readonly (readonly [number, number])[],
  [from, to]: readonly [number, number],
): (readonly [number, number])[] =>
  parts.flatMap(([a, b]): (readonly [number, number])[] =>
    to <= a || from >= b
      ? [[a, b]]
      : (
          [
            [a, Math.min(b, from)],
            [Math.max(a, to), b],
          ] as const
        ).filter(([x, y]) => x < y),
  );
