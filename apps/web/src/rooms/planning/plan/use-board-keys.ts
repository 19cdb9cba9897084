import { useEffect, useRef } from 'react';
import { useKeys } from '../../../shell/keys.ts';
import { showing, spanOf, zoomed } from './board/time-scale.ts';
import type { BoardTime } from './board/use-board-time.ts';

interface BoardKeys {
  readonly time: BoardTime;
  /** Absent where nothing can be changed. */
  readonly edits?: { readonly onPin: () => void; readonly onUndo: () => void; readonly onRedo: () => void } | undefined;
}

/** The keys of the board beside the arrows: P pins, + and − zoom, T shows today, Ctrl Z and Ctrl Shift Z undo and redo. */
export function useBoardKeys({ time: { view, bounds, now }, edits }: BoardKeys): void {
  const zoom = (factor: number) => (): void => {
    const scale = view.get();
    view.set(zoomed(scale, factor, scale.width / 2, bounds));
  };
  const today = (): void => {
    if (now === null) return;
    const scale = view.get();
    view.set(showing(scale.width, now - spanOf(scale) * 0.15, spanOf(scale), bounds));
  };
  useKeys({
    '+': zoom(1.5),
    '=': zoom(1.5),
    '-': zoom(1 / 1.5),
    t: today,
    ...(edits ? { p: edits.onPin } : {}),
  });
  const latest = useRef(edits);
  useEffect(() => {
    latest.current = edits;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
      // In a field these keys belong to what is written there.
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable=true]'))
        return;
      if (!latest.current) return;
      event.preventDefault();
      if (event.shiftKey) latest.current.onRedo();
      else latest.current.onUndo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
