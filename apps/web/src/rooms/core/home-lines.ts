import type { paths } from '../../api.gen.ts';

/** A line of "For me": a verb, its object, a reason and a term. */
export type Line =
  paths['/api/organizations/{organization}/waiting']['get']['responses'][200]['content']['application/json']['lines'][number];

/** The groups by term, in their order. */
export const groups = ['today', 'week', 'later', 'open'] as const;
export type Group = (typeof groups)[number];

/** In which group a line stands, for a reader in one time zone; what is late stands under today. */
export function groupOf(due: string | null, now: string, timeZone: string): Group {
  if (due === null) return 'open';
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const day = Temporal.Instant.from(due).toZonedDateTimeISO(timeZone).toPlainDate();
  if (Temporal.PlainDate.compare(day, today) <= 0) return 'today';
  return Temporal.PlainDate.compare(day, today.add({ days: 7 - today.dayOfWeek })) <= 0 ? 'week' : 'later';
}

/** What the chips above the list show; all other acts stand under "all" alone. */
export const shows = ['decide', 'answer', 'read'] as const;
const showOf: Partial<Record<Line['act'], (typeof shows)[number]>> = {
  decide: 'decide',
  consent: 'decide',
  answer: 'answer',
  'take-offer': 'answer',
  read: 'read',
  acknowledge: 'read',
};
export const isShown = (line: Line, show: string | undefined): boolean =>
  show === undefined || showOf[line.act] === show;

/** Names a line in the address and among its neighbours; one object may wait for two acts. */
export const nameOf = (line: Line): string => `${line.act}.${line.subject.id}`;

/** The days that are offered for "later": tomorrow, next Monday, in two weeks. On a Sunday tomorrow is Monday, and stands once. */
export function laterDays(
  today: Temporal.PlainDate,
): readonly { name: 'tomorrow' | 'monday' | 'weeks'; day: Temporal.PlainDate }[] {
  const tomorrow = { name: 'tomorrow', day: today.add({ days: 1 }) } as const;
  const monday = { name: 'monday', day: today.add({ days: 8 - today.dayOfWeek }) } as const;
  const weeks = { name: 'weeks', day: today.add({ days: 14 }) } as const;
  return today.dayOfWeek === 7 ? [tomorrow, weeks] : [tomorrow, monday, weeks];
}
