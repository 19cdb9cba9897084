import type { Calendar, Plan, Problem, Shift } from '@coprod/planner';

/**
 * Seconds in which a line works between two instants: shifts of its calendar less breaks and closures, with the overtime and the extra
 * shifts of a plan.
 */
export function workingSeconds(
  problem: Problem,
  plan: Pick<Plan, 'overtime' | 'extraShifts'>,
  line: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): number {
  const calendar = problem.calendars?.find(({ id }) => id === problem.lines.find((one) => one.id === line)?.calendar);
  if (calendar === undefined) return seconds(from, to);
  const { timeZone } = problem;
  const first = from.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
  const last = to.toZonedDateTimeISO(timeZone).toPlainDate();
  let sum = 0;
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const date = day.toString();
    for (const shift of shiftsOn(calendar, day)) {
      const more = plan.overtime.find((one) => one.line === line && one.date === date && one.shift === shift.name);
      sum += within(spansOf(shift, day, timeZone, more?.minutes ?? 0), from, to);
    }
    for (const extra of plan.extraShifts.filter((one) => one.line === line && one.date === date)) {
      const shift = problem.flexibility?.extraShifts?.find((one) => one.line === line && one.name === extra.shift);
      if (shift !== undefined) sum += within(spansOf(shift, day, timeZone, 0), from, to);
    }
  }
  return sum;
}

type Span = readonly [Temporal.Instant, Temporal.Instant];

const shiftsOn = (calendar: Calendar, day: Temporal.PlainDate): readonly Shift[] =>
  (calendar.holidays ?? []).includes(day.toString())
    ? []
    : calendar.shifts.filter(({ days }) => days.includes(day.dayOfWeek));

/** The hours of a shift that begins on a day, without its breaks. */
function spansOf(shift: Shift, day: Temporal.PlainDate, timeZone: string, overtime: number): readonly Span[] {
  const at = (time: string, notBefore: string): Temporal.Instant => {
    const later = time <= notBefore || time === '24:00';
    const plainTime = time === '24:00' ? '00:00' : time;
    return day
      .add({ days: later ? 1 : 0 })
      .toZonedDateTime({ timeZone, plainTime })
      .toInstant();
  };
  const begins = day.toZonedDateTime({ timeZone, plainTime: shift.from }).toInstant();
  const spans: Span[] = [];
  let open = begins;
  for (const pause of (shift.breaks ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const from = pause.from < shift.from ? at(pause.from, '99') : at(pause.from, '');
    spans.push([open, from]);
    open = pause.to < shift.from ? at(pause.to, '99') : at(pause.to, '');
  }
  spans.push([open, at(shift.to, shift.from).add({ minutes: overtime })]);
  return spans;
}

const within = (spans: readonly Span[], from: Temporal.Instant, to: Temporal.Instant): number =>
  spans.reduce((sum, [start, end]) => {
    const begins = Temporal.Instant.compare(start, from) > 0 ? start : from;
    const ends = Temporal.Instant.compare(end, to) < 0 ? end : to;
    return sum + Math.max(0, seconds(begins, ends));
  }, 0);

const seconds = (from: Temporal.Instant, to: Temporal.Instant): number =>
  (to.epochMilliseconds - from.epochMilliseconds) / 1000;
