import { useTranslation } from 'react-i18next';
import { useCallback } from 'react';
import type { BoardLot, BoardRow } from './board-rows.ts';
import type { BoardTime } from './use-board-time.ts';

/** `Tue 24 Nov 06:00`, in the zone of the plant. */
export const momentOf = ({ formats, days, instant }: BoardTime, at: number): string => {
  const zoned = Temporal.Instant.from(instant(at)).toZonedDateTimeISO(days.zone);
  return `${formats.day(zoned.toPlainDate())} ${formats.time(zoned.toInstant())}`;
};

/** `Tue 24 Nov 06:00 to 10:20`: the day once where it is the same. */
export const endOf = (time: BoardTime, from: number, to: number): string => {
  const day = (at: number): string =>
    Temporal.Instant.from(time.instant(at)).toZonedDateTimeISO(time.days.zone).toPlainDate().toString();
  return day(from) === day(to) ? time.formats.time(time.instant(to)) : momentOf(time, to);
};

/** What a lot is, in words: `late, pinned`. Empty where nothing is to be said. */
export function useMarks(): (lot: BoardLot) => string[] {
  const { t } = useTranslation('plan');
  return useCallback(
    (lot) =>
      (
        [
          ['late', lot.late],
          ['begun', lot.begun],
          ['fixed', lot.frozen && !lot.begun],
          ['pinned', lot.pinned],
          ['moved', lot.moved],
        ] as const
      ).flatMap(([mark, is]) => (is ? [t(`board.marks.${mark}`)] : [])),
    [t],
  );
}

/** A lot in one sentence, for those who hear it. */
export function useDescribe(rows: readonly BoardRow[], time: BoardTime): (lot: BoardLot) => string {
  const { t } = useTranslation('plan');
  const marks = useMarks();
  return useCallback(
    (lot) => {
      const row = rows[lot.row];
      const place = row?.lots.findIndex(({ id }) => id === lot.id) ?? -1;
      const sentence = t('lot.label', {
        item: lot.item,
        pieces: time.formats.number(lot.pieces),
        line: row?.line ?? '',
        place: place + 1,
        count: row?.lots.length ?? 0,
        from: momentOf(time, lot.from),
        to: endOf(time, lot.from, lot.to),
      });
      const family = lot.family === '' ? [] : [t('lot.family', { family: lot.family })];
      return [sentence, ...family, ...marks(lot)].join(', ');
    },
    [rows, time, t, marks],
  );
}
