import { type RefObject, useEffect, useRef } from 'react';
import type { Store } from '../../../../store.ts';
import type { BoardLot, BoardRow } from './board-rows.ts';
import { axisHeight } from './draw-time.ts';
import { lotAt, rowAt, type RowHeights } from './find-lots.ts';
import { panned, type TimeBounds, type TimeScale, zoomed } from './time-scale.ts';

/** Where a lot would stand if it were dropped now; `x`, `y` is the pointer in the window. */
export interface LotDrag {
  readonly lot: BoardLot;
  readonly row: number;
  readonly from: number;
  readonly x: number;
  readonly y: number;
}

export interface BoardPointer {
  readonly rows: readonly BoardRow[];
  readonly bounds: TimeBounds;
  readonly rowHeight: number;
  /** Whether lots can be dragged at all. */
  readonly editable: boolean;
  readonly onHover: (lot: BoardLot | null) => void;
  readonly onSelect: (lot: BoardLot | null) => void;
  readonly onDrag: (drag: LotDrag) => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
}

/** Pixels before a press on a lot becomes a drag. */
const threshold = 4;
/** Dragged lots stand at full quarters of an hour. */
const grain = 900;

/**
 * Mouse and pen on the board: drag a lot, drag the ground to pan, turn the wheel to scroll the lines, with Shift (or sideways)
 * to pan, with Ctrl to zoom about the pointer. Escape gives a drag up.
 */
export function useBoardPointer(
  canvas: RefObject<HTMLCanvasElement | null>,
  scroller: RefObject<HTMLElement | null>,
  view: Store<TimeScale>,
  pointer: BoardPointer,
): void {
  const latest = useRef(pointer);
  useEffect(() => {
    latest.current = pointer;
  });
  useEffect(() => {
    const element = canvas.current;
    const around = scroller.current;
    if (!element || !around) return undefined;
    let press: { x: number; y: number; lot: BoardLot | undefined; moved: boolean } | null = null;
    const heights = (): RowHeights => ({
      axis: axisHeight,
      row: latest.current.rowHeight,
      scrolled: around.scrollTop,
    });
    const place = (event: PointerEvent | WheelEvent): { x: number; y: number } => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const under = (event: PointerEvent): BoardLot | undefined => {
      const { x, y } = place(event);
      return lotAt(latest.current.rows, view.get(), heights(), x, y);
    };

    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      press = { x: event.clientX, y: event.clientY, lot: under(event), moved: false };
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      if (press === null) {
        const lot = under(event);
        latest.current.onHover(lot ?? null);
        const fixed = !latest.current.editable || lot?.begun === true;
        element.style.cursor = lot === undefined ? 'default' : fixed ? 'pointer' : 'grab';
        return;
      }
      const way = Math.hypot(event.clientX - press.x, event.clientY - press.y);
      if (!press.moved && way < threshold) return;
      press.moved = true;
      element.style.cursor = 'grabbing';
      const { lot } = press;
      if (lot && latest.current.editable && !lot.begun) {
        const scale = view.get();
        const { y } = place(event);
        const row = rowAt(latest.current.rows.length, heights(), y);
        const wanted = lot.from + (event.clientX - press.x) / scale.perSecond;
        const { from, to } = latest.current.bounds;
        latest.current.onDrag({
          lot,
          row: row === -1 ? lot.row : row,
          from: Math.min(Math.max(from, Math.round(wanted / grain) * grain), to),
          x: event.clientX,
          y: event.clientY,
        });
        return;
      }
      view.set(panned(view.get(), press.x - event.clientX, latest.current.bounds));
      around.scrollTop += press.y - event.clientY;
      press = { ...press, x: event.clientX, y: event.clientY };
    };
    const up = (): void => {
      const was = press;
      press = null;
      element.style.cursor = 'default';
      if (was === null) return;
      if (!was.moved) latest.current.onSelect(was.lot ?? null);
      else if (was.lot) latest.current.onDrop();
    };
    const cancel = (): void => {
      if (press?.moved) latest.current.onCancel();
      press = null;
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && press) cancel();
    };
    const leave = (): void => latest.current.onHover(null);
    const wheel = (event: WheelEvent): void => {
      const scale = view.get();
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        view.set(zoomed(scale, Math.exp(-event.deltaY / 300), place(event).x, latest.current.bounds));
      } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        event.preventDefault();
        view.set(panned(scale, sideways, latest.current.bounds));
      }
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('wheel', wheel, { passive: false });
    window.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('wheel', wheel);
      window.removeEventListener('keydown', key);
    };
  }, [canvas, scroller, view]);
}
