import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Store } from '../../../../store.ts';
import { store } from '../../../../store.ts';
import type { Formats } from '../../../../formats.ts';
import type { BoardLot, BoardRow } from './board-rows.ts';
import type { Surface } from './board-surface.ts';
import { drawBoard } from './draw-board.ts';
import type { LotStyle } from './draw-lots.ts';
import { axisHeight } from './draw-time.ts';
import classes from './plan-canvas.module.css';
import { type PlantDays, ticksOf } from './ticks.ts';
import { resized, type TimeBounds, type TimeScale } from './time-scale.ts';
import { type BoardPointer, useBoardPointer } from './use-board-pointer.ts';
import { useCanvas } from './use-canvas.ts';

/** Height of one line, in CSS pixels. */
export const rowHeight = 34;

interface PlanCanvasProps extends Pick<BoardPointer, 'editable' | 'onSelect' | 'onDrag' | 'onDrop' | 'onCancel'> {
  readonly rows: readonly BoardRow[];
  readonly view: Store<TimeScale>;
  readonly bounds: TimeBounds;
  readonly days: PlantDays;
  readonly formats: Formats;
  readonly style: LotStyle;
  readonly now: number | null;
  readonly selected: BoardLot | null;
  readonly ghost: BoardLot | null;
  /** The lots as elements of the page, for keys and screen readers; they lie over the drawing. */
  readonly children: ReactNode;
}

/** Lines and lots, drawn: a list of the lines at the left, beside it one canvas of which only what is seen is painted. */
export function PlanCanvas(props: PlanCanvasProps) {
  const { rows, view, bounds, days, formats, style, now, selected, ghost, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled] = useState(() => store(0));
  const [hovered] = useState(() => store<BoardLot | null>(null));
  const [height, setHeight] = useState(rows.length * rowHeight + axisHeight);
  const whole = rows.length * rowHeight + axisHeight;
  const draw = useCallback(
    (surface: Surface): void => {
      const scale = view.get();
      const heights = { axis: axisHeight, row: rowHeight, scrolled: scrolled.get() };
      const ticks = ticksOf(days, scale, formats);
      drawBoard(surface, { rows, scale, ticks, heights, style, now, selected, hovered: hovered.get(), ghost });
    },
    [rows, view, scrolled, hovered, days, formats, style, now, selected, ghost],
  );
  const canvas = useCanvas(draw, {
    follows: [view, scrolled, hovered],
    onWidth: (width) => view.set(resized(view.get(), width, bounds)),
  });
  useBoardPointer(canvas, scroller, view, {
    rows,
    bounds,
    rowHeight,
    editable: props.editable,
    onHover: hovered.set,
    onSelect: props.onSelect,
    onDrag: props.onDrag,
    onDrop: props.onDrop,
    onCancel: props.onCancel,
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setHeight(Math.min(whole, element.clientHeight)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [whole]);
  useEffect(() => {
    const element = scroller.current;
    if (!element || !selected) return;
    const top = selected.row * rowHeight;
    const bottom = top + rowHeight + axisHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  }, [selected]);
  return (
    <div className={classes.scroller} ref={scroller} onScroll={(event) => scrolled.set(event.currentTarget.scrollTop)}>
      <ul className={classes.names} aria-hidden>
        <li className={classes.corner} style={{ height: axisHeight }} />
        {rows.map(({ line }) => (
          <li key={line} style={{ height: rowHeight }}>
            <span title={line}>{line}</span>
          </li>
        ))}
      </ul>
      <div className={classes.stage} style={{ height: whole }}>
        <canvas className={classes.canvas} ref={canvas} style={{ height }} aria-hidden />
        {children}
      </div>
    </div>
  );
}
