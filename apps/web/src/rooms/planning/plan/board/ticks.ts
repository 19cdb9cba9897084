import type { Formats } from '../../../../formats.ts';
import { firstWhere } from './find-lots.ts';
import { spanOf, type TimeScale } from './time-scale.ts';

export interface Tick {
  /** Seconds from the start of the plan. */
  readonly at: number;
  readonly label: string;
}

/** The axis in two lines: above what holds several of those below. */
export interface Ticks {
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

/** The days of a plan in the zone of its plant; made once, asked for each picture. */
export interface PlantDays {
  /** Midnights from the day of the start to the day after the end; of days with a change of the clocks too. */
  readonly days: readonly { readonly at: number; readonly date: Temporal.PlainDate }[];
  readonly zone: string;
  /** Epoch seconds of the start of the plan. */
  readonly epoch: number;
}

export const daysOf = (start: string, end: string, zone: string): PlantDays => {
  const epoch = Math.round(Temporal.Instant.from(start).epochMilliseconds / 1000);
  const last = Temporal.Instant.from(end).epochMilliseconds / 1000 - epoch;
  const days: { at: number; date: Temporal.PlainDate }[] = [];
  let date = Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDate();
  for (;;) {
    const at = Math.round(date.toZonedDateTime(zone).epochMilliseconds / 1000) - epoch;
    days.push({ at, date });
    if (at > last) return { days, zone, epoch };
    date = date.add({ days: 1 });
  }
};

/** Index of the day that holds a moment. */
export const dayAt = (days: PlantDays, at: number): number =>
  Math.max(0, firstWhere(days.days, (day) => day.at > at) - 1);

/** Least width of a label and its margin, in pixels. */
const room = { hour: 46, weekday: 58, dayNumber: 24, week: 46 };
const hourSteps = [1, 2, 3, 6] as const;

/** What the axis says for a part of the plan: hours under days, days under weeks, weeks under months. */
export const ticksOf = (days: PlantDays, scale: TimeScale, formats: Formats): Ticks => {
  const perHour = 3600 * scale.perSecond;
  const perDay = 24 * perHour;
  const first = dayAt(days, scale.from);
  const end = dayAt(days, scale.from + spanOf(scale)) + 1;
  const shown = days.days.slice(first, end);
  const step = hourSteps.find((hours) => hours * perHour >= room.hour);
  if (step !== undefined) {
    return {
      upper: shown.map(({ at, date }) => ({ at, label: formats.day(date) })),
      lower: shown.flatMap(({ date }) => hoursOf(days, date, step, formats)),
    };
  }
  if (perDay >= room.dayNumber) {
    const weekday = perDay >= room.weekday;
    // The week that the picture begins in, then each Monday.
    const weeks = shown.filter(({ date }, index) => index === 0 || date.dayOfWeek === 1);
    return {
      upper: weeks.map(({ at, date }) => ({ at, label: `${formats.week(date)} · ${formats.month(date)}` })),
      lower: shown.map(({ at, date }) => ({ at, label: weekday ? formats.weekday(date) : String(date.day) })),
    };
  }
  const every = Math.max(1, Math.ceil(room.week / (7 * perDay)));
  return {
    upper: shown
      .filter(({ date }, index) => index === 0 || date.day === 1)
      .map(({ at, date }) => ({ at, label: formats.month(date) })),
    lower: shown
      .filter(({ date }) => date.dayOfWeek === 1 && date.weekOfYear !== undefined && date.weekOfYear % every === 0)
      .map(({ at, date }) => ({ at, label: formats.week(date) })),
  };
};

/** Full hours of one day by its own clock: an hour that the clocks skip has no tick, one that comes twice has one. */
const hoursOf = (days: PlantDays, date: Temporal.PlainDate, step: number, formats: Formats): Tick[] =>
  Array.from({ length: 24 / step }, (_, index) => index * step).flatMap((hour) => {
    const zoned = date.toZonedDateTime({ timeZone: days.zone, plainTime: { hour } });
    if (zoned.hour !== hour) return [];
    const at = Math.round(zoned.epochMilliseconds / 1000) - days.epoch;
    return [{ at, label: formats.time(zoned.toInstant()) }];
  });
