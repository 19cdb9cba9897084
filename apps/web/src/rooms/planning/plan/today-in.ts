import type { Problem } from '@coprod/planner';

/** Today where the plant stands, or the first day of the plan when that is still to come, as an ISO date. */
export const keyOfToday = ({ start, timeZone }: Problem): string => {
  const today = Temporal.Now.plainDateISO(timeZone);
  const first = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone).toPlainDate();
  return (Temporal.PlainDate.compare(today, first) < 0 ? first : today).toString();
};
