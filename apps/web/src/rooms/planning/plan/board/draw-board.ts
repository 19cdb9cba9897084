import type { BoardLot, BoardRow } from './board-rows.ts';
import { hatchOf, sharp, type Surface } from './board-surface.ts';
import { drawLots, type LotStyle } from './draw-lots.ts';
import { axisHeight, drawAxis, drawGrid, drawNow } from './draw-time.ts';
import { lotsWithin, rowsWithin, type RowHeights, windowsWithin } from './find-lots.ts';
import type { Ticks } from './ticks.ts';
import { spanOf, type TimeScale, xOf } from './time-scale.ts';

export interface BoardPicture {
  readonly rows: readonly BoardRow[];
  readonly scale: TimeScale;
  readonly ticks: Ticks;
  readonly heights: RowHeights;
  readonly style: LotStyle;
  /** The present in seconds from the start of the plan, null where it lies outside. */
  readonly now: number | null;
  /** Lots with a frame around them: the chosen one, the one under the pointer. */
  readonly selected: BoardLot | null;
  readonly hovered: BoardLot | null;
  /** Where a lot would stand that is being moved; it is drawn over the others. */
  readonly ghost: BoardLot | null;
}

/** Draws the lines of a plan with their lots: what the picture shows, and nothing else. */
export const drawBoard = (surface: Surface, picture: BoardPicture): void => {
  const { context, width, height, palette } = surface;
  const { rows, scale, heights, ghost } = picture;
  context.fillStyle = palette.page;
  context.fillRect(0, 0, width, height);
  const [first, end] = rowsWithin(rows.length, heights, height);
  const topOf = (row: number): number => heights.axis + row * heights.row - heights.scrolled;
  for (let row = first; row < end; row++) {
    const here = rows[row];
    if (here) drawRow(surface, here, scale, topOf(row), heights.row);
  }
  drawGrid(surface, scale, picture.ticks, axisHeight);
  const until = scale.from + spanOf(scale);
  const lots: BoardLot[] = [];
  for (let row = first; row < end; row++) {
    const here = rows[row]?.lots ?? [];
    const [from, to] = lotsWithin(here, scale.from, until);
    for (let index = from; index < to; index++) {
      const lot = here[index];
      if (lot) lots.push(lot);
    }
  }
  context.globalAlpha = ghost ? 0.55 : 1;
  drawLots(surface, scale, lots, topOf, heights.row, picture.style);
  context.globalAlpha = 1;
  if (picture.now !== null) drawNow(surface, scale, picture.now, axisHeight);
  if (picture.hovered && !ghost) frame(surface, scale, picture.hovered, topOf, heights.row, palette.dimmed, 1);
  if (picture.selected && !ghost) frame(surface, scale, picture.selected, topOf, heights.row, palette.accent, 2);
  if (ghost) {
    drawLots(surface, scale, [ghost], topOf, heights.row, picture.style);
    frame(surface, scale, ghost, topOf, heights.row, palette.accent, 2);
  }
  drawAxis(surface, scale, picture.ticks);
};

/** Time in which the line does not work, and the zone in which nothing may be changed. */
const drawRow = (surface: Surface, row: BoardRow, scale: TimeScale, top: number, height: number): void => {
  const { context, width, palette, ratio } = surface;
  const until = scale.from + spanOf(scale);
  context.fillStyle = palette.closed;
  const close = (from: number, to: number): void => {
    const x = sharp(surface, Math.max(0, xOf(scale, from)));
    const wide = sharp(surface, Math.min(width, xOf(scale, to))) - x;
    if (wide >= 1.5) context.fillRect(x, top, wide, height);
  };
  const [first, end] = windowsWithin(row.windows, scale.from, until);
  let closed = row.windows[first - 1]?.to ?? 0;
  for (let index = first; index < end; index++) {
    const window = row.windows[index];
    if (!window) continue;
    close(closed, window.from);
    closed = window.to;
  }
  close(closed, row.windows[end]?.from ?? until);
  const frozen = xOf(scale, row.frozenUntil);
  const hatch = frozen > 0 ? hatchOf(surface, palette.hatch) : null;
  if (hatch) {
    context.fillStyle = hatch;
    context.fillRect(Math.max(0, xOf(scale, 0)), top, Math.min(width, frozen) - Math.max(0, xOf(scale, 0)), height);
  }
  context.fillStyle = palette.strongGrid;
  context.fillRect(0, sharp(surface, top + height) - 1 / ratio, width, 1 / ratio);
};

const frame = (
  surface: Surface,
  scale: TimeScale,
  lot: BoardLot,
  topOf: (row: number) => number,
  height: number,
  colour: string,
  thick: number,
): void => {
  const { context } = surface;
  const x = sharp(surface, xOf(scale, lot.from)) - 2;
  const wide = Math.max(8, sharp(surface, xOf(scale, lot.to)) - x + 2);
  context.strokeStyle = colour;
  context.lineWidth = thick;
  context.beginPath();
  context.roundRect(x, topOf(lot.row) + 2.5, wide, height - 5, 5);
  context.stroke();
};
