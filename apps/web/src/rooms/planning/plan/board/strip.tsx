import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Store } from '../../../../store.ts';
import type { Formats } from '../../../../formats.ts';
import type { Surface } from './board-surface.ts';
import { drawGrid, drawNow } from './draw-time.ts';
import classes from './strip.module.css';
import { type PlantDays, ticksOf } from './ticks.ts';
import type { TimeScale } from './time-scale.ts';
import { useCanvas } from './use-canvas.ts';

interface StripProps {
  readonly title: ReactNode;
  /** Names the switch between drawing and table. */
  readonly name: string;
  /** At the left of the drawing, beside what they name. */
  readonly labels: readonly { readonly key: string; readonly text: string; readonly height: number }[];
  readonly height: number;
  readonly view: Store<TimeScale>;
  readonly days: PlantDays;
  readonly formats: Formats;
  readonly now: number | null;
  readonly draw: (surface: Surface, scale: TimeScale) => void;
  /** The same figures as a table. */
  readonly table: ReactNode;
}

/** A drawing under the board that shares its axis, with a table of the same figures behind a switch. */
export function Strip({ title, name, labels, height, view, days, formats, now, draw, table }: StripProps) {
  const { t } = useTranslation();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span>{title}</span>
        <SegmentedControl
          size="xs"
          aria-label={`${name}: ${t('chart.view')}`}
          value={as}
          onChange={setAs}
          data={[
            { value: 'chart', label: t('chart.asChart') },
            { value: 'table', label: t('chart.asTable') },
          ]}
        />
      </figcaption>
      {as === 'table' ? (
        <section className={classes.table} aria-label={name}>
          {table}
        </section>
      ) : (
        <div className={classes.frame}>
          <ul className={classes.names} aria-hidden>
            {labels.map(({ key, text, height: high }) => (
              <li key={key} style={{ height: high }}>
                {text}
              </li>
            ))}
          </ul>
          <StripCanvas height={height} view={view} days={days} formats={formats} now={now} draw={draw} />
        </div>
      )}
    </figure>
  );
}

type StripCanvasProps = Pick<StripProps, 'height' | 'view' | 'days' | 'formats' | 'now' | 'draw'>;

function StripCanvas({ height, view, days, formats, now, draw }: StripCanvasProps) {
  const paint = useCallback(
    (surface: Surface): void => {
      const { context, width, palette } = surface;
      const scale = view.get();
      context.fillStyle = palette.page;
      context.fillRect(0, 0, width, surface.height);
      drawGrid(surface, scale, ticksOf(days, scale, formats), 0);
      draw(surface, scale);
      if (now !== null) drawNow(surface, scale, now, 0);
    },
    [view, days, formats, now, draw],
  );
  const canvas = useCanvas(paint, { follows: [view] });
  return <canvas ref={canvas} className={classes.canvas} style={{ height }} aria-hidden />;
}
