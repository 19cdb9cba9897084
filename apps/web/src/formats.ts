import type { Language } from './texts/catalogues.ts';

const locales = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Language, string>;
const narrow = '\u202f';

export interface Formats {
  /** `24 Nov 2026`, `24 nov. 2026`. A day is a day: it is never moved into another time zone. */
  readonly date: (day: Temporal.PlainDate | string) => string;
  /** `Tue 24 Nov`, `mar. 24 nov.`: for lists of the weeks around today. */
  readonly day: (day: Temporal.PlainDate | string) => string;
  /** `Tue 24`, `mar. 24`: where the month stands beside it. */
  readonly weekday: (day: Temporal.PlainDate | string) => string;
  /** `Nov 2026`, `nov. 2026`. */
  readonly month: (day: Temporal.PlainDate | string) => string;
  /** `W48`, `S48` (ISO 8601 weeks). */
  readonly week: (day: Temporal.PlainDate | string) => string;
  /** `14:02` in the reader's own time zone. */
  readonly time: (at: Temporal.Instant | string) => string;
  /** `24 Nov 2026, 14:02`; with a zone that is not the reader's, the zone is named. */
  readonly moment: (at: Temporal.Instant | string, timeZone?: string) => string;
  /** `3 hours ago`, `tomorrow` within 7 days, else the date. */
  readonly relative: (at: Temporal.Instant | string, now?: Temporal.Instant) => string;
  /** `1,250.5`, `1 250,5`. */
  readonly number: (value: number, digits?: number) => string;
  /** A signed number for differences: `+12`, `−3`, `0`. */
  readonly signed: (value: number) => string;
  /** `€4,280`, `4 280 €`; cents only where there are some. */
  readonly money: (amount: number, currency: string) => string;
  /** `14.0 h`, `14,0 h`. */
  readonly hours: (value: number) => string;
  /** `82 %`. */
  readonly percent: (share: number) => string;
  /** `4.2 MB`, `4,2 Mo`. */
  readonly bytes: (size: number) => string;
  /** `Norvik, Brenval and Verran`. */
  readonly list: (items: readonly string[]) => string;
  /** The order of words in this language, for sorting what is shown. */
  readonly compare: (a: string, b: string) => number;
}

/** How dates, times and quantities are written in one language. */
export function formatsFor(language: Language, here: string = Temporal.Now.timeZoneId()): Formats {
  const locale = locales[language];
  const utc = { timeZone: 'UTC' };
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', ...utc });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', ...utc });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', ...utc });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', ...utc });
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const time = new Intl.DateTimeFormat(locale, { ...clock, timeZone: here });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });

  const formats: Formats = {
    date: (value) => date.format(noon(value)),
    day: (value) => day.format(noon(value)).replace(',', ''),
    weekday: (value) => weekday.format(noon(value)).replace(',', ''),
    month: (value) => month.format(noon(value)),
    week: (value) => `${language === 'fr' ? 'S' : 'W'}${plain(value).weekOfYear}`,
    time: (value) => time.format(instant(value).epochMilliseconds),
    moment: (value, timeZone = here) =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        ...clock,
        timeZone,
        ...(timeZone === here ? {} : { timeZoneName: 'short' as const }),
      }).format(instant(value).epochMilliseconds),
    relative: (value, now = Temporal.Now.instant()) => {
      const at = instant(value);
      const seconds = (at.epochMilliseconds - now.epochMilliseconds) / 1000;
      const days = at.toZonedDateTimeISO(here).toPlainDate().since(now.toZonedDateTimeISO(here).toPlainDate()).days;
      if (Math.abs(seconds) < 45) return relative.format(0, 'second');
      if (Math.abs(seconds) < 45 * 60) return relative.format(Math.round(seconds / 60), 'minute');
      if (Math.abs(seconds) < 12 * 3600) return relative.format(Math.round(seconds / 3600), 'hour');
      if (Math.abs(days) < 7) return relative.format(days, 'day');
      return formats.date(at.toZonedDateTimeISO(here).toPlainDate());
    },
    number: (value, digits) => new Intl.NumberFormat(locale, digits === undefined ? {} : exactly(digits)).format(value),
    signed: (value) =>
      new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(value).replace('-', '\u2212'),
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(
        amount,
      ),
    hours: (value) => `${new Intl.NumberFormat(locale, exactly(1)).format(value)}\u00a0h`,
    percent: (share) => `${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(share * 100)}${narrow}%`,
    bytes: (size) => {
      const steps = language === 'fr' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB'];
      const step = size < 1000 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(size) / 3));
      const value = size / 1000 ** step;
      return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)}\u00a0${steps[step]}`;
    },
    list: (items) => list.format(items),
    compare: collator.compare,
  };
  return formats;
}

function exactly(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

function plain(value: Temporal.PlainDate | string): Temporal.PlainDate {
  return typeof value === 'string' ? Temporal.PlainDate.from(value) : value;
}

/** Noon in UTC: formatted in UTC, so that no zone can move the day. */
function noon(value: Temporal.PlainDate | string): number {
  return plain(value).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds;
}

function instant(value: Temporal.Instant | string): Temporal.Instant {
  return typeof value === 'string' ? Temporal.Instant.from(value) : value;
}
