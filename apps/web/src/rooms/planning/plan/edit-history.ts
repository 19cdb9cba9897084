import type { Pin } from '@coprod/planner';
import type { Looked } from './engine/engine-messages.ts';

/** One state of the board: a plan that has been reckoned, and what a person has pinned in it. */
export interface BoardState extends Looked {
  readonly pins: readonly Pin[];
}

/** What has been done on the board, and can be undone and done again until something else is done. */
export interface EditHistory {
  readonly past: readonly BoardState[];
  readonly present: BoardState;
  readonly future: readonly BoardState[];
}

/** So many steps can be undone. */
const kept = 200;

export const beginning = (present: BoardState): EditHistory => ({ past: [], present, future: [] });

export const edited = ({ past, present }: EditHistory, next: BoardState): EditHistory => ({
  past: [...past, present].slice(-kept),
  present: next,
  future: [],
});

export const undone = (history: EditHistory): EditHistory => {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
};

export const redone = (history: EditHistory): EditHistory => {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
};

/** Everything of a lot holds, or nothing of it: line, order, start and quantity. */
export const pinToggled = (pins: readonly Pin[], lot: string): readonly Pin[] =>
  pins.some((pin) => pin.lot === lot) ? pins.filter((pin) => pin.lot !== lot) : [...pins, pinOf(lot)];

export const pinOf = (lot: string): Pin => ({ lot, line: true, order: true, start: true, pieces: true });
