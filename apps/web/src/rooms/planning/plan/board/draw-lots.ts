import type { BoardLot } from './board-rows.ts';
import { sharp, type Surface, widthOf, write } from './board-surface.ts';
import type { LotLook } from './palette.ts';
import { xOf, type TimeScale } from './time-scale.ts';

/** By what lots are coloured: what changed and what is late, or their setup family. */
export type ColourBy = 'change' | 'family';

export interface LotStyle {
  readonly colourBy: ColourBy;
  /** Place of each setup family among those of the plant. */
  readonly families: ReadonlyMap<string, number>;
  /** A quantity in the reader's writing. */
  readonly number: (value: number) => string;
}

/** Space above and below a lot in its row. */
const margin = 5;
/** Up to so many lots corners are round; beyond nobody sees them. */
const roundUpTo = 700;

interface Placed {
  readonly lot: BoardLot;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** Draws lots with their changeovers. `topOf` is the upper edge of a row, of which each lot takes the middle. */
export const drawLots = (
  surface: Surface,
  scale: TimeScale,
  lots: readonly BoardLot[],
  topOf: (row: number) => number,
  rowHeight: number,
  style: LotStyle,
): void => {
  const round = lots.length <= roundUpTo;
  const placed = lots.map((lot): Placed => {
    const x = sharp(surface, Math.max(-20, xOf(scale, lot.from)));
    const end = sharp(surface, Math.min(surface.width + 20, xOf(scale, lot.to)));
    // Neighbours stay apart by a pixel as long as they have several.
    const width = Math.max(1, end - x - (end - x > 4 ? 1 : 0));
    return { lot, x, width, top: topOf(lot.row) + margin, height: rowHeight - 2 * margin };
  });
  drawChangeovers(surface, scale, placed);
  for (const [look, group] of byLook(surface, placed, style)) drawBoxes(surface, group, look, round);
  drawMarks(surface, placed);
  drawLabels(surface, placed, style);
};

/** Lots of one look together: the context changes its colour as seldom as can be. */
const byLook = (surface: Surface, placed: readonly Placed[], style: LotStyle): Map<LotLook, Placed[]> => {
  const groups = new Map<LotLook, Placed[]>();
  for (const entry of placed) {
    const look = lookOf(surface, entry.lot, style);
    const group = groups.get(look);
    if (group) group.push(entry);
    else groups.set(look, [entry]);
  }
  return groups;
};

const lookOf = ({ palette }: Surface, lot: BoardLot, { colourBy, families }: LotStyle): LotLook => {
  if (lot.late && colourBy === 'change') return palette.late;
  if (lot.begun) return palette.begun;
  if (colourBy === 'change') return lot.moved ? palette.moved : palette.onTime;
  return palette.families[(families.get(lot.family) ?? 0) % palette.families.length] ?? palette.onTime;
};

const drawBoxes = (surface: Surface, group: readonly Placed[], look: LotLook, round: boolean): void => {
  const { context } = surface;
  if (!round) {
    context.fillStyle = look.border;
    for (const { x, top, width, height } of group) context.fillRect(x, top, width, height);
    context.fillStyle = look.fill;
    for (const { x, top, width, height } of group)
      if (width > 3) context.fillRect(x + 1, top + 1, width - 2, height - 2);
    return;
  }
  context.beginPath();
  for (const { x, top, width, height } of group)
    context.roundRect(x + 0.5, top + 0.5, Math.max(0.5, width - 1), height - 1, Math.min(3, width / 2));
  context.fillStyle = look.fill;
  context.fill();
  context.strokeStyle = look.border;
  context.lineWidth = 1;
  context.stroke();
};

/** A low block before the lot. */
const drawChangeovers = (surface: Surface, scale: TimeScale, placed: readonly Placed[]): void => {
  const { context, palette } = surface;
  context.fillStyle = palette.changeover;
  for (const { lot, x, top, height } of placed) {
    if (lot.setupFrom >= lot.from) continue;
    const from = sharp(surface, Math.max(-20, xOf(scale, lot.setupFrom)));
    const width = x - from - 1;
    if (width >= 1) context.fillRect(from, top + height / 2 - 3, width, 6);
  }
};

/** Late: a thick red frame; moved: a dashed one. Both have a shape or a word besides their colour. */
const drawMarks = (surface: Surface, placed: readonly Placed[]): void => {
  const { context, palette } = surface;
  const frame = (wanted: (lot: BoardLot) => boolean, colour: string, width: number, dash: readonly number[]): void => {
    context.beginPath();
    for (const { lot, x, top, width: wide, height } of placed)
      if (wide > 4 && wanted(lot)) context.roundRect(x + width / 2, top + width / 2, wide - width, height - width, 3);
    context.setLineDash([...dash]);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
    context.setLineDash([]);
  };
  frame((lot) => lot.moved && !lot.late, palette.page, 1.5, []);
  frame((lot) => lot.moved && !lot.late, palette.moved.border, 1.5, [4, 3]);
  frame((lot) => lot.late, palette.late.border, 2, []);
};

const drawLabels = (surface: Surface, placed: readonly Placed[], style: LotStyle): void => {
  const { palette } = surface;
  for (const { lot, x, width, top, height } of placed) {
    if (width < 14) continue;
    const middle = top + height / 2 + 0.5;
    // The part of the lot that is in the picture.
    const left = Math.max(x, 0) + 6;
    const room = Math.min(x + width, surface.width) - left - 4;
    let at = left;
    const fits = (more: number): boolean => at + more <= left + room;
    if (lot.late && fits(10)) at += triangle(surface, at, middle);
    if (lot.pinned && fits(11)) at += pin(surface, at, middle);
    const text = [
      ...(style.colourBy === 'family' && lot.family !== ''
        ? [`${lot.item} ${style.number(lot.pieces)} · ${lot.family}`, `${lot.item} · ${lot.family}`]
        : []),
      `${lot.item} ${style.number(lot.pieces)}`,
      lot.item,
    ].find((choice) => fits(widthOf(surface, 'label', choice)));
    if (text !== undefined) write(surface, 'label', text, at, middle, palette.ink);
  }
};

/** ▲ late. Returns the room it took. */
const triangle = ({ context, palette }: Surface, x: number, middle: number): number => {
  context.fillStyle = palette.late.border;
  context.beginPath();
  context.moveTo(x, middle + 4);
  context.lineTo(x + 4.5, middle - 4);
  context.lineTo(x + 9, middle + 4);
  context.fill();
  return 13;
};

/** ⌖ pinned. Returns the room it took. */
const pin = ({ context, palette }: Surface, x: number, middle: number): number => {
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.2;
  context.beginPath();
  context.arc(x + 5, middle, 3, 0, 2 * Math.PI);
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x + 5 + 3 * dx, middle + 3 * dy);
    context.lineTo(x + 5 + 5.5 * dx, middle + 5.5 * dy);
  }
  context.stroke();
  return 14;
};
