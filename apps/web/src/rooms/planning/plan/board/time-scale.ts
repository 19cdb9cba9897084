/** Which part of the plan a drawing shows. Times are seconds from the start of the plan, lengths CSS pixels. */
export interface TimeScale {
  /** Time at the left edge. */
  readonly from: number;
  readonly perSecond: number;
  readonly width: number;
}

/** What can be shown at all: from the start of the plan to its end. */
export interface TimeBounds {
  readonly from: number;
  readonly to: number;
}

const hour = 3600;
/** Closer than this nobody plans; farther away than this (two months, or the plan) lots are dust. */
const nearest = 3 * hour;
const farthest = 62 * 24 * hour;

/** Steps of the zoom, as seconds across the drawing. */
export const zoomSpans = {
  month: 31 * 24 * hour,
  week: 7 * 24 * hour,
  day: 24 * hour,
  hour: 4 * hour,
} as const;
export type Zoom = keyof typeof zoomSpans;

export const xOf = (scale: TimeScale, at: number): number => (at - scale.from) * scale.perSecond;
export const timeAt = (scale: TimeScale, x: number): number => scale.from + x / scale.perSecond;
export const spanOf = (scale: TimeScale): number => scale.width / scale.perSecond;

/** Shows `span` seconds from `from`, as far as the plan allows. */
export const showing = (width: number, from: number, span: number, bounds: TimeBounds): TimeScale => {
  const whole = bounds.to - bounds.from;
  const most = Math.max(nearest, Math.min(farthest, whole));
  const shown = Math.min(Math.max(span, Math.min(nearest, whole)), most);
  const latest = Math.max(bounds.from, bounds.to - shown);
  return { from: Math.min(Math.max(from, bounds.from), latest), perSecond: Math.max(1, width) / shown, width };
};

export const panned = (scale: TimeScale, pixels: number, bounds: TimeBounds): TimeScale =>
  showing(scale.width, scale.from + pixels / scale.perSecond, spanOf(scale), bounds);

/** Closer by `factor` (above 1) or farther away; what stands at `x` stays there. */
export const zoomed = (scale: TimeScale, factor: number, x: number, bounds: TimeBounds): TimeScale => {
  const next = showing(scale.width, scale.from, spanOf(scale) / factor, bounds);
  return showing(scale.width, timeAt(scale, x) - x / next.perSecond, spanOf(next), bounds);
};

/** The same part of the plan in a drawing of another width: the left edge stays, and so does the span. */
export const resized = (scale: TimeScale, width: number, bounds: TimeBounds): TimeScale =>
  showing(width, scale.from, spanOf(scale), bounds);

/** The smallest way that brings a stretch of time into the picture, with a margin. */
export const revealing = (scale: TimeScale, from: number, to: number, bounds: TimeBounds): TimeScale => {
  const margin = spanOf(scale) * 0.06;
  if (from < scale.from) return showing(scale.width, from - margin, spanOf(scale), bounds);
  const right = scale.from + spanOf(scale);
  if (to <= right) return scale;
  // A lot longer than the picture shows its beginning.
  return showing(scale.width, Math.min(from, to - spanOf(scale)) + margin, spanOf(scale), bounds);
};

/** The step of the zoom that the scale is nearest to. */
export const zoomOf = (scale: TimeScale): Zoom => {
  const far = (zoom: Zoom): number => Math.abs(Math.log(zoomSpans[zoom] / spanOf(scale)));
  return (['month', 'week', 'day', 'hour'] as const).reduce((best, zoom) => (far(zoom) < far(best) ? zoom : best));
};

/** By how many seconds one key moves a lot: a quarter of an hour when close, a shift when far away. */
export const stepOf = (scale: TimeScale): number => {
  const span = spanOf(scale);
  if (span <= 12 * hour) return hour / 4;
  if (span <= 3 * 24 * hour) return hour;
  return span <= 14 * 24 * hour ? 4 * hour : 24 * hour;
};
