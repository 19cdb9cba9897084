import type { Item } from './problem.ts';

/** Smallest and largest lot of an item in pieces, on whole containers, and the step between sizes. */
export const lotBounds = (
  item: Item,
): { readonly minimum: number; readonly maximum: number; readonly step: number } => {
  const container = item.containerPieces ?? 1;
  const step = item.partContainer ? 1 : container;
  const minimum = Math.ceil((item.minimumLotPieces ?? 1) / step) * step;
  const maximum = Math.floor((item.maximumLotPieces ?? 1e9) / step) * step;
  return { minimum, maximum, step };
};
