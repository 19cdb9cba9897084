import type { Column } from './object-list.tsx';

type Measured = Pick<Column<never>, 'key' | 'width' | 'card'>;

/** What the first column needs to be read, and what another one without a width of its own takes, in pixels. */
const first = 240;
const other = 140;

/**
 * The columns that a list has room for: those that a phone's card leaves out go first, from the right; what stands on a card is always
 * shown. Nothing is lost: the row's page, its peek and the export hold all.
 * @param room in pixels; 0 while nothing has been measured
 */
export function fittingColumns<C extends Measured>(columns: readonly C[], room: number): readonly C[] {
  if (room === 0) return columns;
  let shown = columns;
  while (widthOf(shown) > room) {
    const least = shown.findLastIndex(({ card }, place) => place > 0 && card === 'none');
    if (least === -1) return shown;
    shown = shown.toSpliced(least, 1);
  }
  return shown;
}

const widthOf = (columns: readonly Measured[]): number =>
  columns.reduce((sum, { width }, place) => sum + (place === 0 ? first : pixels(width)), 0);

const pixels = (width: string | undefined): number => {
  const measured = /^(\d+)px$/.exec(width ?? '')?.[1];
  return measured === undefined ? other : Number(measured);
};
