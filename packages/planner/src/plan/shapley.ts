import type { Random } from '../search/random.ts';

export interface ShapleyValue {
  readonly mean: number;
  /** 0 where every coalition was looked at. */
  readonly standardError: number;
}

/**
 * Shapley value of `count` players. Up to `exact` players every coalition is visited, beyond it `samples` random orders.
 * `visit` prepares each coalition that will be asked for; the function returned then works the values out from their costs.
 */
export const shapley = async (
  count: number,
  exact: number,
  samples: number,
  random: Random,
  visit: (members: readonly number[]) => Promise<void>,
): Promise<(cost: (members: readonly number[]) => number) => ShapleyValue[]> => {
  if (count <= exact) {
    for (let mask = 0; mask < 1 << count; mask++) await visit(membersOf(mask, count));
    return (cost) => exactValues(count, cost);
  }
  const orders = Array.from({ length: samples }, () => shuffled(count, random));
  for (const order of orders) {
    for (let size = 0; size <= count; size++) await visit(order.slice(0, size).toSorted((a, b) => a - b));
  }
  return (cost) => sampledValues(count, orders, cost);
};

const membersOf = (mask: number, count: number): number[] =>
  Array.from({ length: count }, (_, player) => player).filter((player) => (mask >> player) & 1);

const exactValues = (count: number, cost: (members: readonly number[]) => number): ShapleyValue[] => {
  const weight = Array.from(
    { length: count },
    (_, size) => (factorial(size) * factorial(count - size - 1)) / factorial(count),
  );
  return Array.from({ length: count }, (_, player) => {
    let mean = 0;
    for (let mask = 0; mask < 1 << count; mask++) {
      if ((mask >> player) & 1) continue;
      const without = membersOf(mask, count);
      mean += (weight[without.length] ?? 0) * (cost(membersOf(mask | (1 << player), count)) - cost(without));
    }
    return { mean, standardError: 0 };
  });
};

const sampledValues = (
  count: number,
  orders: readonly (readonly number[])[],
  cost: (members: readonly number[]) => number,
): ShapleyValue[] => {
  const seen: number[][] = Array.from({ length: count }, () => []);
  for (const order of orders) {
    let before = cost([]);
    for (const [place, player] of order.entries()) {
      const after = cost(order.slice(0, place + 1).toSorted((a, b) => a - b));
      seen[player]?.push(after - before);
      before = after;
    }
  }
  return seen.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, standardError: Math.sqrt(squares / Math.max(1, values.length - 1) / values.length) };
  });
};

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

const shuffled = (count: number, random: Random): number[] => {
  const order = Array.from({ length: count }, (_, player) => player);
  for (let at = count - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
};

/** Whole cents in place of fractions, with the sum given: the largest rests are rounded up (Hamilton's method). */
export const splitByLargestRest = (values: readonly number[], total: number): number[] => {
  const floors = values.map(Math.floor);
  const missing = total - floors.reduce((sum, value) => sum + value, 0);
  const byRest = values
    .map((value, index) => ({ index, rest: value - (floors[index] ?? 0) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  for (let n = 0; n < missing && byRest.length > 0; n++) {
    const index = byRest[n % byRest.length]?.index ?? 0;
    floors[index] = (floors[index] ?? 0) + 1;
  }
  return floors;
};
