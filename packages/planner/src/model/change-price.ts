import { exponential } from './exact-math.ts';
import type { Plant, PlantPreviousLot } from './plant.ts';

/** Where a lot starts, as a person on the floor would say it: which shift, or else which day. */
export interface StartPlace {
  /** Index among the shifts of its line; -1 where the line runs without pause. */
  readonly shift: number;
  readonly day: number;
}

/** Price of changing, adding or dropping a lot that starts at `start`: full now, half of it every `halvingDays`. */
export const changePrice = (plant: Plant, start: number): number => {
  const { cents, halvingDays } = plant.changedLot;
  return cents === 0 ? 0 : cents * exponential((-Math.max(0, start) / 86_400 / halvingDays) * Math.LN2);
};

/** Share of that price: another line or day is a whole change, another shift of the day half of one, a quantity its part. */
export const changeShare = (
  old: PlantPreviousLot,
  before: StartPlace,
  now: { readonly line: number; readonly pieces: number } & StartPlace,
): number => {
  if (now.line !== old.line) return 1;
  const sameShift = before.shift === now.shift && (now.shift >= 0 || before.day === now.day);
  const place = sameShift ? 0 : before.day === now.day ? 0.5 : 1;
  return Math.min(1, place + Math.abs(now.pieces - old.pieces) / old.pieces);
};
