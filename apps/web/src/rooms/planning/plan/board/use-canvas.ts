import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import type { Store } from '../../../../store.ts';
import { forgetWidths, type Surface } from './board-surface.ts';
import { paletteOf } from './palette.ts';

interface CanvasOptions {
  /** Paints anew when one of these changes, without the page being rendered again: panning stays smooth. */
  readonly follows: readonly Pick<Store<unknown>, 'subscribe'>[];
  /** Told the width before the first picture, and whenever it changes. */
  readonly onWidth?: (width: number) => void;
}

/**
 * A canvas that is as sharp as the screen, in the colours of the scheme. `draw` paints all of it, at most once a frame:
 * when what it shows, the size, the scheme, the fonts or something followed has changed.
 */
export function useCanvas(
  draw: (surface: Surface) => void,
  options: CanvasOptions,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme();
  const latest = useRef({ draw, options, paint: () => undefined as void });
  const { follows } = options;
  useEffect(() => {
    latest.current = { ...latest.current, draw, options };
    latest.current.paint();
  });
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', { alpha: false });
    if (!element || !context) return undefined;
    const palette = paletteOf(scheme);
    let frame = 0;
    let told = -1;
    const paint = (): void => {
      if (frame === 0) frame = requestAnimationFrame(now);
    };
    const now = (): void => {
      frame = 0;
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      const ratio = devicePixelRatio;
      if (told !== width) {
        told = width;
        latest.current.options.onWidth?.(width);
      }
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (element.width !== wide || element.height !== high) {
        element.width = wide;
        element.height = high;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      latest.current.draw({ context, width, height, ratio, palette });
    };
    latest.current.paint = paint;
    const watch = new ResizeObserver(paint);
    watch.observe(element);
    const ends = follows.map((store) => store.subscribe(paint));
    void document.fonts.ready.then(() => {
      forgetWidths();
      paint();
      return undefined;
    });
    paint();
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
      for (const end of ends) end();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the stores that a drawing follows are the same for as long as it stands
  }, [scheme]);
  return canvas;
}
