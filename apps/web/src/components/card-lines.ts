import type { Column } from './object-list.tsx';

/** The columns of a card's first and second line. */
export function cardLines<Row>(columns: readonly Column<Row>[]): {
  first: readonly Column<Row>[];
  second: readonly Column<Row>[];
} {
  const line = (column: Column<Row>, place: number) => column.card ?? (place === 0 ? 'first' : 'second');
  return {
    first: columns.filter((column, place) => line(column, place) === 'first'),
    second: columns.filter((column, place) => line(column, place) === 'second'),
  };
}
