import type { components } from '../../../api.gen.ts';

type Schemas = components['schemas'];
export type Column = Schemas['PlantColumn'];
export type Row = Schemas['PlantRow'];
export type Gap = Schemas['PlantGap'];
export type Fate = Schemas['PlantRowFate'];
export type Cell = Row['cells'][string];

/** The sheets as they stand in tabs. */
export const tabs = {
  items: ['items', 'bill', 'components', 'receipts'],
  lines: ['lines', 'runs', 'changeovers', 'setters'],
  calendars: ['shifts', 'closures', 'absences'],
  crews: ['overtime', 'extra-shifts', 'temporary-workers', 'moving-people', 'outside'],
  prices: ['customers', 'plant'],
} as const;
export type Tab = keyof typeof tabs;
export type SheetName = (typeof tabs)[Tab][number];
export const tabNames = Object.keys(tabs) as readonly Tab[];

export const isSheet = (name: string): name is SheetName =>
  tabNames.some((tab) => (tabs[tab] as readonly string[]).includes(name));
export const tabOf = (sheet: SheetName): Tab =>
  tabNames.find((tab) => (tabs[tab] as readonly string[]).includes(sheet))!;

/** A cell as it is read; numbers as the reader writes them, so that he can type over them. */
export function cellText(
  column: Column,
  value: Cell | undefined,
  language: 'en' | 'fr',
  yes: string,
  no: string,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') {
    const plain = String(value);
    return language === 'fr' ? plain.replace('.', ',') : plain;
  }
  return column.kind === 'moment' ? value.replace('T', ' ').replace(/:\d\dZ$/, ' UTC') : value;
}

/** What a name of the import's answer says where the texts know it. */
export type Why = keyof (typeof import('../../../texts/en/plant.ts'))['plant']['why'];
