import type { ShiftLoad, Step } from '@coprod/planner';
import { hatchOf, sharp, type Surface, widthOf, write } from './board-surface.ts';
import { firstWhere } from './find-lots.ts';
import { spanOf, type TimeScale, xOf } from './time-scale.ts';

export interface CurveLine {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly look: 'first' | 'second';
  readonly dashed?: boolean;
  /** Broad and pale, under a line that may lie on it. */
  readonly broad?: boolean;
}

export interface CurvePicture {
  readonly scale: TimeScale;
  readonly lines: readonly CurveLine[];
  /** A level across the whole, for example the safety stock. */
  readonly limit: { readonly pieces: number; readonly name: string } | null;
  readonly number: (value: number) => string;
}

const margin = { top: 22, bottom: 10 };

/** Quantities that hold until they change. The height is that of what the picture shows; zero is in it and has a line. */
export const drawCurves = (surface: Surface, picture: CurvePicture): void => {
  const { context, width, height, palette, ratio } = surface;
  const { scale, lines, limit } = picture;
  const until = scale.from + spanOf(scale);
  const shown = lines.map((line) => ({ ...line, steps: within(line.steps, scale.from, until) }));
  const values = [0, limit?.pieces ?? 0, ...shown.flatMap(({ steps }) => steps.map(({ pieces }) => pieces))];
  const low = Math.min(...values);
  const high = Math.max(1, ...values);
  const yOf = (pieces: number): number =>
    sharp(surface, margin.top + ((high - pieces) / (high - low || 1)) * (height - margin.top - margin.bottom));

  context.fillStyle = palette.strongGrid;
  context.fillRect(0, yOf(0), width, 1 / ratio);
  if (limit) {
    context.strokeStyle = palette.curve.limit;
    context.lineWidth = 1;
    context.setLineDash([5, 4]);
    context.beginPath();
    context.moveTo(0, yOf(limit.pieces));
    context.lineTo(width, yOf(limit.pieces));
    context.stroke();
    context.setLineDash([]);
  }
  for (const { steps, look, dashed = false, broad = false } of shown) {
    context.strokeStyle = palette.curve[look];
    context.lineWidth = broad ? 6 : 2;
    context.globalAlpha = broad ? 0.4 : 1;
    context.setLineDash(dashed ? [2, 4] : []);
    context.beginPath();
    for (const [index, { at, pieces }] of steps.entries()) {
      const x = xOf(scale, at);
      if (index === 0) context.moveTo(x, yOf(pieces));
      else {
        context.lineTo(x, yOf(steps[index - 1]?.pieces ?? 0));
        context.lineTo(x, yOf(pieces));
      }
    }
    context.lineTo(width, yOf(steps.at(-1)?.pieces ?? 0));
    context.stroke();
    context.globalAlpha = 1;
  }
  context.setLineDash([]);
  drawNames(surface, picture, shown, yOf, high, low);
};

/** The names on top, each behind a stroke of its line; the values of the highest and the lowest point at the left. */
const drawNames = (
  surface: Surface,
  { limit, number }: CurvePicture,
  lines: readonly CurveLine[],
  yOf: (pieces: number) => number,
  high: number,
  low: number,
): void => {
  const { context, palette } = surface;
  let x = 8;
  const name = (text: string, colour: string, dash: readonly number[], broad = false): void => {
    context.strokeStyle = colour;
    context.lineWidth = broad ? 6 : 2;
    context.globalAlpha = broad ? 0.4 : 1;
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(x, 10);
    context.lineTo(x + 16, 10);
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
    write(surface, 'small', text, x + 21, 10, palette.dimmed);
    x += 21 + widthOf(surface, 'small', text) + 16;
  };
  for (const { name: text, look, dashed = false, broad = false } of lines)
    name(text, palette.curve[look], dashed ? [2, 4] : [], broad);
  if (limit) name(`${limit.name} ${number(limit.pieces)}`, palette.curve.limit, [5, 4]);
  for (const value of low < 0 ? [high, low] : [high]) {
    const text = number(value);
    const wide = widthOf(surface, 'small', text);
    context.fillStyle = palette.page;
    context.fillRect(surface.width - wide - 10, yOf(value) - 7, wide + 8, 14);
    write(surface, 'small', text, surface.width - wide - 6, yOf(value), palette.dimmed);
  }
};

/** The steps that the picture shows, the one that holds at its left edge first. */
const within = (steps: readonly Step[], from: number, until: number): Step[] => {
  const first = Math.max(0, firstWhere(steps, (step) => step.at > from) - 1);
  return steps.slice(
    first,
    firstWhere(steps, (step) => step.at >= until),
  );
};

export interface LoadPicture {
  readonly scale: TimeScale;
  /** One list for each line, in order of time. */
  readonly rows: readonly (readonly ShiftLoad[])[];
  readonly rowHeight: number;
  readonly percent: (share: number) => string;
}

/** How full each shift is: a bar as long as the shift is worked, its changeovers hatched, people needed and there in figures. */
export const drawLoad = (surface: Surface, { scale, rows, rowHeight, percent }: LoadPicture): void => {
  const { context, width, palette, ratio } = surface;
  const until = scale.from + spanOf(scale);
  const hatch = hatchOf(surface, palette.onTime.border);
  for (const [row, shifts] of rows.entries()) {
    const top = row * rowHeight;
    const high = rowHeight - 10;
    const end = firstWhere(shifts, (shift) => shift.from >= until);
    for (let index = firstWhere(shifts, (shift) => shift.to > scale.from); index < end; index++) {
      const shift = shifts[index];
      if (!shift || shift.openSeconds === 0) continue;
      const x = sharp(surface, xOf(scale, shift.from) + 1);
      const whole = Math.max(1, sharp(surface, xOf(scale, shift.to) - 1) - x);
      const producing = (shift.producingSeconds / shift.openSeconds) * whole;
      const changing = (shift.changeoverSeconds / shift.openSeconds) * whole;
      const short = shift.headsNeeded > shift.headsThere;
      context.fillStyle = palette.closed;
      context.fillRect(x, top + 5, whole, high);
      context.fillStyle = palette.onTime.fill;
      context.fillRect(x, top + 5, producing, high);
      if (hatch && changing > 1) {
        context.fillStyle = hatch;
        context.fillRect(x + producing, top + 5, changing, high);
      }
      if (producing + changing < 1) continue;
      context.strokeStyle = short ? palette.late.border : palette.onTime.border;
      context.lineWidth = short ? 2 : 1;
      context.strokeRect(x + 0.5, top + 5.5, Math.max(0.5, producing + changing - 1), high - 1);
      const share = percent((shift.producingSeconds + shift.changeoverSeconds) / shift.openSeconds);
      const people = shift.headsThere > 0 ? `${short ? '▲ ' : ''}${shift.headsNeeded}/${shift.headsThere}` : '';
      const text = [people === '' ? share : `${share} · ${people}`, people, share].find(
        (choice) => choice !== '' && widthOf(surface, 'small', choice) + 8 <= whole,
      );
      if (text !== undefined) write(surface, 'small', text, Math.max(x, 0) + 5, top + rowHeight / 2 + 0.5, palette.ink);
    }
    context.fillStyle = palette.grid;
    context.fillRect(0, top + rowHeight - 1 / ratio, width, 1 / ratio);
  }
};
