import type { Palette } from './palette.ts';

/** Where a drawing goes: a context whose unit is the CSS pixel, its size in them, and how many device pixels each has. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly palette: Palette;
}

const family = "'Inter Variable', system-ui, sans-serif";
export const fonts = {
  small: `450 11.5px ${family}`,
  label: `500 12px ${family}`,
  strong: `600 12px ${family}`,
} as const;
export type Font = keyof typeof fonts;

/** The nearest whole device pixel: lines and edges stay sharp. */
export const sharp = (surface: Surface, value: number): number => Math.round(value * surface.ratio) / surface.ratio;

const widths = new Map<string, number>();

/** Width of a text, measured once. */
export const widthOf = (surface: Surface, font: Font, text: string): number => {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  surface.context.font = fonts[font];
  const { width } = surface.context.measureText(text);
  if (widths.size > 20_000) widths.clear();
  widths.set(key, width);
  return width;
};

/** Widths measured before the fonts of the page were there are wrong. */
export const forgetWidths = (): void => widths.clear();

/** Writes one line of text, its middle at `y`. */
export const write = (surface: Surface, font: Font, text: string, x: number, y: number, colour: string): void => {
  const { context } = surface;
  context.font = fonts[font];
  context.fillStyle = colour;
  context.textBaseline = 'middle';
  context.fillText(text, x, y);
};

const hatches = new Map<string, CanvasPattern | null>();

/** Slanted lines, for what is fixed. Made once for each colour and kind of screen. */
export const hatchOf = (surface: Surface, colour: string): CanvasPattern | null => {
  const { context, ratio } = surface;
  const key = `${colour} ${ratio}`;
  const known = hatches.get(key);
  if (known !== undefined) return known;
  const tile = document.createElement('canvas');
  const side = Math.round(7 * ratio);
  tile.width = side;
  tile.height = side;
  const ink = tile.getContext('2d');
  if (ink) {
    ink.strokeStyle = colour;
    ink.lineWidth = ratio;
    for (const shift of [-side, 0, side]) {
      ink.beginPath();
      ink.moveTo(shift, side);
      ink.lineTo(shift + side, 0);
      ink.stroke();
    }
  }
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  hatches.set(key, pattern);
  return pattern;
};
