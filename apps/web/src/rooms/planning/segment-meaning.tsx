import { useTranslation } from 'react-i18next';
import type { components } from '../../api.gen.ts';
import { useFormats } from '../../use-formats.ts';

type Meaning = NonNullable<components['schemas']['MessagePage']['segments'][number]['meaning']>;

/** What a segment says, as a planner would say it. */
export function SegmentMeaning({ meaning }: { readonly meaning: Meaning }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const number = (quantity: string | null): string => (quantity === null ? '–' : formats.number(Number(quantity)));
  switch (meaning.kind) {
    case 'interchange':
      return t('messages.means.interchange', {
        sender: meaning.sender,
        recipient: meaning.recipient,
        reference: meaning.reference,
      });
    case 'message':
      return meaning.day === null
        ? t('messages.means.message', { document: meaning.document ?? '–' })
        : t('messages.means.messageOf', { document: meaning.document ?? '–', day: formats.date(meaning.day) });
    case 'item': {
      const item =
        meaning.order === null
          ? t('messages.means.item', { item: meaning.item })
          : t('messages.means.itemOf', { item: meaning.item, order: meaning.order });
      return meaning.action === null
        ? item
        : t('messages.means.when', { what: item, when: t(`messages.means.action.${meaning.action}`) });
    }
    case 'call-off': {
      const firmness = t(`messages.means.firmness.${meaning.firmness}`);
      if (meaning.quantity === null && meaning.total === null) return firmness;
      const quantity =
        meaning.quantity === null
          ? t('messages.means.total', { quantity: number(meaning.total) })
          : number(meaning.quantity);
      const what = t('messages.means.callOff', { firmness, quantity });
      return meaning.when === null ? what : t('messages.means.when', { what, when: periodOf(meaning.when) });
    }
    case 'cumulative': {
      const what = t(`messages.means.of.${meaning.of}`, { quantity: number(meaning.quantity) });
      return meaning.since === null ? what : t('messages.means.since', { what, day: formats.date(meaning.since) });
    }
    case 'receipt':
      return meaning.note === null
        ? t('messages.means.receipt', { quantity: number(meaning.quantity) })
        : t('messages.means.receiptNote', { quantity: number(meaning.quantity), note: meaning.note });
  }

  /** A day, a day with its time, `2026-W49`, `2027-01`, or two of them with a stroke between. */
  function periodOf(when: string): string {
    const [from = '', to] = when.split('/');
    if (to !== undefined) return t('cumulative.between', { from: periodOf(from), to: periodOf(to) });
    const week = /^(\d{4})-W(\d\d)$/.exec(from);
    if (week !== null) return `${formats.week(mondayOf(Number(week[1]), Number(week[2])))} ${week[1]}`;
    const day = /^\d{4}-\d\d-\d\d/.exec(from);
    if (day === null) return from;
    const time = /T(\d\d:\d\d)/.exec(from)?.[1];
    return time === undefined ? formats.day(day[0]) : `${formats.day(day[0])} ${time}`;
  }
}

/** The Monday of a week of a year (ISO 8601: the first week holds 4 January). */
function mondayOf(year: number, week: number): Temporal.PlainDate {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
}
