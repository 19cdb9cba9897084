import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Store, useStore } from '../../../../store.ts';
import type { BoardLot, BoardRow } from './board-rows.ts';
import { axisHeight } from './draw-time.ts';
import { type Direction, lotToward } from './find-lots.ts';
import classes from './plan-canvas.module.css';
import { rowHeight } from './plan-canvas.tsx';
import { type TimeScale, xOf } from './time-scale.ts';

interface LotFocusProps {
  readonly rows: readonly BoardRow[];
  readonly view: Store<TimeScale>;
  /** The lot that has the keys: the chosen one, else the first of the picture. */
  readonly lot: BoardLot | null;
  /** Whether that lot has been chosen by somebody. */
  readonly selected: boolean;
  /** Where it is drawn while it is being moved. */
  readonly ghost: BoardLot | null;
  readonly describe: (lot: BoardLot) => string;
  readonly onSelect: (lot: BoardLot) => void;
  /** Alt with an arrow: -1 or 1 step in time, or to a line above or below. */
  readonly onNudge: (lot: BoardLot, steps: number, rows: number) => void;
  /** Enter puts a lot that is being moved where it is drawn; Escape gives the move up. */
  readonly onPut: () => void;
  readonly onCancel: () => void;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
const nudges: Readonly<Record<string, readonly [steps: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The board for keys and screen readers: one button lies over the lot that has the keys, names it in full, and hands the
 * focus on to the next one as arrows are pressed. The same lots stand in a table behind the switch of the board.
 */
export function LotFocus(props: LotFocusProps) {
  const { rows, view, lot, selected, ghost, describe, onSelect, onNudge, onPut, onCancel } = props;
  const { t } = useTranslation('plan');
  const scale = useStore(view);
  const hint = useId();
  const button = useRef<HTMLButtonElement>(null);
  const focused = useRef(false);
  const chosen = lot !== null && selected;
  useEffect(() => {
    if (!chosen) return;
    // A click on the drawing gives the keys to the lot as well.
    if (focused.current || document.activeElement === document.body) button.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another lot is another button
  }, [chosen, lot?.id]);
  if (lot === null) return null;
  const shown = ghost ?? lot;
  const left = Math.max(0, xOf(scale, shown.from));
  const press = (event: KeyboardEvent): void => {
    const act = actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const actOf = (event: KeyboardEvent): (() => void) | undefined => {
    const nudge = event.altKey ? nudges[event.key] : undefined;
    if (nudge) return () => onNudge(lot, nudge[0], nudge[1]);
    if (event.key === 'Enter' && ghost) return onPut;
    if (event.key === 'Escape' && ghost) return onCancel;
    const direction = event.altKey || event.ctrlKey || event.metaKey ? undefined : arrows[event.key];
    if (direction === undefined || ghost) return undefined;
    return () => {
      const next = lotToward(rows, lot, direction);
      if (next) onSelect(next);
    };
  };
  return (
    <section aria-label={t('board.label')}>
      <VisuallyHidden id={hint}>{t('board.keysHint')}</VisuallyHidden>
      <button
        key={lot.id}
        ref={button}
        type="button"
        className={classes.focus}
        aria-describedby={hint}
        data-lot={lot.id}
        style={{
          insetInlineStart: left,
          top: axisHeight + shown.row * rowHeight + 4,
          width: Math.max(10, xOf(scale, shown.to) - left),
          height: rowHeight - 8,
        }}
        onFocus={() => {
          focused.current = true;
          onSelect(lot);
        }}
        onBlur={(event) => {
          // A button that is taken away for the next one loses the focus without anybody else getting it.
          if (event.relatedTarget !== null) focused.current = false;
        }}
        onClick={() => onSelect(lot)}
        onKeyDown={press}
      >
        {describe(shown)}
      </button>
    </section>
  );
}
