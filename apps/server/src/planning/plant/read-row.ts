import type { PlantRow } from './plant-store.ts';

export const textIn = (row: PlantRow | undefined, column: string): string | undefined => {
  const value = row?.cells[column] ?? null;
  return value === null ? undefined : String(value);
};

export const numberIn = (row: PlantRow | undefined, column: string): number | undefined => {
  const value = row?.cells[column];
  return typeof value === 'number' ? value : undefined;
};

/** A price in cents, to the hundredth of one. */
export const cents = (row: PlantRow | undefined, column: string): number | undefined => {
  const value = numberIn(row, column);
  return value === undefined ? undefined : Math.round(value * 10_000) / 100;
};

/** A price that the planning problem holds in whole cents. */
export const wholeCents = (row: PlantRow | undefined, column: string): number | undefined => {
  const value = cents(row, column);
  return value === undefined ? undefined : Math.round(value);
};

/** The object without its undefined fields: what a planning problem leaves out. */
export const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
