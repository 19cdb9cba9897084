import { sharp, type Surface, widthOf, write } from './board-surface.ts';
import type { Tick, Ticks } from './ticks.ts';
import { xOf, type TimeScale } from './time-scale.ts';

/** Height of the axis, in CSS pixels. */
export const axisHeight = 44;

/** Upright lines at the ticks; those of the upper line of the axis are stronger. */
export const drawGrid = (surface: Surface, scale: TimeScale, ticks: Ticks, top: number): void => {
  const { context, height, palette, ratio } = surface;
  const thin = 1 / ratio;
  context.fillStyle = palette.grid;
  for (const { at } of ticks.lower) context.fillRect(sharp(surface, xOf(scale, at)), top, thin, height - top);
  context.fillStyle = palette.strongGrid;
  for (const { at } of ticks.upper) context.fillRect(sharp(surface, xOf(scale, at)), top, thin, height - top);
};

/** The axis in two lines; the label that the picture begins in stays at its left edge. */
export const drawAxis = (surface: Surface, scale: TimeScale, ticks: Ticks): void => {
  const { context, width, palette, ratio } = surface;
  context.fillStyle = palette.page;
  context.fillRect(0, 0, width, axisHeight);
  drawLabels(surface, scale, ticks.upper, 12, true);
  drawLabels(surface, scale, ticks.lower, 32, false);
  context.fillStyle = palette.strongGrid;
  context.fillRect(0, axisHeight - 1 / ratio, width, 1 / ratio);
};

const drawLabels = (
  surface: Surface,
  scale: TimeScale,
  ticks: readonly Tick[],
  middle: number,
  upper: boolean,
): void => {
  const { palette, context, ratio } = surface;
  const font = upper ? 'strong' : 'small';
  for (const [index, { at, label }] of ticks.entries()) {
    const own = sharp(surface, xOf(scale, at));
    const next = ticks[index + 1];
    const end = next ? xOf(scale, next.at) : surface.width;
    context.fillStyle = palette.strongGrid;
    if (own >= 0) context.fillRect(own, middle - 10, 1 / ratio, 22);
    const x = upper ? Math.max(6, own + 6) : own + 6;
    if (x < 0 || x + widthOf(surface, font, label) > end - 2) continue;
    write(surface, font, label, x, middle, upper ? palette.ink : palette.dimmed);
  }
};

/** The present, as a line down the drawing. */
export const drawNow = (surface: Surface, scale: TimeScale, now: number, top: number): void => {
  const { context, height, palette, width } = surface;
  const x = sharp(surface, xOf(scale, now));
  if (x < -1 || x > width + 1) return;
  context.fillStyle = palette.now;
  context.fillRect(x - 0.5, top, 1.5, height - top);
  context.beginPath();
  context.moveTo(x - 5, top - 6);
  context.lineTo(x + 5, top - 6);
  context.lineTo(x, top);
  context.fill();
};
