import type { Problem } from '@coprod/planner';
import { useMemo, useState } from 'react';
import { type Formats, formatsFor } from '../../../../formats.ts';
import { type Store, store } from '../../../../store.ts';
import { useLanguage } from '../../../../texts/language.ts';
import { secondsFrom } from './board-rows.ts';
import { daysOf, type PlantDays } from './ticks.ts';
import { showing, type TimeBounds, type TimeScale, zoomSpans } from './time-scale.ts';

/** The time of one plan, as all drawings of the page share it. */
export interface BoardTime {
  /** What the drawings show; they follow it without the page being rendered. */
  readonly view: Store<TimeScale>;
  readonly bounds: TimeBounds;
  readonly days: PlantDays;
  /** Times in the zone of the plant, not in that of the reader. */
  readonly formats: Formats;
  /** The present, null where it lies outside the plan. */
  readonly now: number | null;
  readonly at: (instant: string) => number;
  readonly instant: (seconds: number) => string;
}

/** Two weeks from today, or from the start of the plan. */
const firstSpan = 2 * zoomSpans.week;

export function useBoardTime({ start, end, timeZone }: Problem): BoardTime {
  const language = useLanguage();
  const time = useMemo(() => {
    const at = secondsFrom(start);
    const bounds: TimeBounds = { from: 0, to: at(end) };
    const now = at(Temporal.Now.instant().toString());
    return {
      bounds,
      days: daysOf(start, end, timeZone),
      formats: formatsFor(language, timeZone),
      now: now >= 0 && now <= bounds.to ? now : null,
      at,
      instant: (seconds: number) =>
        Temporal.Instant.from(start)
          .add({ seconds: Math.round(seconds) })
          .toString(),
    };
  }, [start, end, timeZone, language]);
  const [view] = useState(() => store(showing(900, (time.now ?? 0) - 6 * 3600, firstSpan, time.bounds)));
  return useMemo(() => ({ view, ...time }), [view, time]);
}
