import type { Problem } from '@coprod/planner';

/** Discrete lot sizing with setups (CSPLib 058): one unit a period on one machine, hard due dates. */
export interface LotSizing {
  readonly name: string;
  readonly periods: number;
  /** By item and period: 1 where a piece is due at the end of the period. */
  readonly demand: readonly (readonly number[])[];
  /** Cents for a piece kept for one period, by item. */
  readonly stocking: readonly number[];
  readonly changeover: readonly (readonly number[])[];
  readonly known: number;
}

/** A period is a day without pause, a piece takes one day. A late or missing piece costs more than any whole plan. */
export const lotSizingProblem = (instance: LotSizing): Problem => {
  const at = (period: number): string =>
    new Date(Date.UTC(2024, 0, 1) + period * 86_400_000).toISOString().replace('.000', '');
  const id = (item: number): string => `item-${item}`;
  const highest = Math.max(...instance.changeover.flat(), ...instance.stocking) * instance.periods * 4 + 1000;
  return {
    format: 'coprod-planning-problem/1',
    currency: 'EUR',
    timeZone: 'UTC',
    start: at(0),
    end: at(instance.periods),
    items: instance.demand.map((_, item) => ({
      id: id(item),
      minimumLotPieces: 1,
      maximumLotPieces: 1,
      holdingCentsPerPieceDay: instance.stocking[item] ?? 0,
    })),
    lines: [
      {
        id: 'machine',
        runs: instance.demand.map((_, item) => ({ item: id(item), modes: [{ secondsPerPiece: 86_400 }] })),
        changeovers: instance.changeover.flatMap((row, from) =>
          row.flatMap((cents, to) => (from === to ? [] : [{ from: id(from), to: id(to), minutes: 0, cents }])),
        ),
      },
    ],
    demands: instance.demand.flatMap((row, item) =>
      row.flatMap((pieces, period) =>
        pieces === 0
          ? []
          : [
              {
                id: `${id(item)} ${period}`,
                customer: 'customer',
                item: id(item),
                pieces,
                latestDispatch: at(period + 1),
                lateness: { centsPerPieceDay: highest, steps: [{ afterHours: 0, cents: highest }] },
                unservedCentsPerPiece: highest * instance.periods,
              },
            ],
      ),
    ),
  };
};

const numbers = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number);

const rows = (flat: readonly number[], count: number, width: number): number[][] =>
  Array.from({ length: count }, (_, row) => flat.slice(row * width, (row + 1) * width));

/** `pigment*.psp`: periods, items, demand matrix, one stocking cost, changeover matrix, optimum. */
export const readPigment = (name: string, text: string): LotSizing => {
  const [periods = 0, items = 0, ...rest] = numbers(text);
  const demand = rows(rest, items, periods);
  const stocking = rest[items * periods] ?? 0;
  const changeover = rows(rest.slice(items * periods + 1), items, items);
  return { name, periods, demand, stocking: demand.map(() => stocking), changeover, known: rest.at(-1) ?? Number.NaN };
};

/** `ddolib-*`: periods, items, orders, changeover matrix, stocking cost by item, demand matrix, optimum. */
export const readDdolib = (name: string, text: string): LotSizing => {
  const [periods = 0, items = 0, , ...rest] = numbers(text);
  const changeover = rows(rest, items, items);
  const stocking = rest.slice(items * items, items * items + items);
  const demand = rows(rest.slice(items * items + items), items, periods);
  return { name, periods, demand, stocking, changeover, known: rest.at(-1) ?? Number.NaN };
};

/** An instance made by chance, for sizes of which no file is there; its best value is not known. */
export const makeLotSizing = (periods: number, items: number, seed: number): LotSizing => {
  let state = seed * 2_654_435_761;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * bound);
  };
  const demand = Array.from({ length: items }, () => Array.from({ length: periods }, () => 0));
  let made = 0;
  // Never more pieces due than periods have gone: the instance can be served in time.
  for (let period = 0; period < periods; period++) {
    const room = period + 1 - made;
    for (let n = below(Math.min(room, 3) + 1); n > 0; n--) {
      const row = demand[below(items)];
      if (!row || row[period] === 1) continue;
      row[period] = 1;
      made++;
    }
  }
  const changeover = Array.from({ length: items }, (_, from) =>
    Array.from({ length: items }, (__, to) => (from === to ? 0 : 100 + below(100))),
  );
  return {
    name: `made-${periods}x${items}-${seed}`,
    periods,
    demand,
    stocking: demand.map(() => 10),
    changeover,
    known: Number.NaN,
  };
};
