import type { Changeover, Item, Line } from './problem.ts';

export interface ChangeoverRule {
  readonly seconds: number;
  readonly cents: number;
  /** Index of the setters who do it, -1 for the line's own people. */
  readonly setters: number;
}

/** All changeovers of one line, by class: items that no rule tells apart share one. */
export interface ChangeoverTable {
  readonly classes: number;
  /** Class of an item when it is produced. */
  readonly classOf: readonly number[];
  /** Class of the state at the start: an item, a family, or nothing known. */
  readonly stateClass: (state: { readonly item: number } | { readonly family: string } | null) => number;
  /** Rule from a class to another; between two lots of the same item there is no changeover at all. */
  readonly find: (from: number, to: number) => ChangeoverRule;
}

const none: ChangeoverRule = { seconds: 0, cents: 0, setters: -1 };

/** The most special rule counts: the `to` side first, item before family before '*'. Of two equal ones, the first. */
export const changeoversOf = (
  line: Line,
  items: readonly Item[],
  setters: readonly { readonly id: string }[],
): ChangeoverTable => {
  const rules = line.changeovers ?? [];
  const here = new Set([
    ...line.runs.map((run) => run.item),
    ...(line.state && 'item' in line.state ? [line.state.item] : []),
    line.begun?.item,
  ]);
  const known = items.filter((item) => here.has(item.id));
  // A line may have many more rules than concern it: names that mean nothing here are passed over at once.
  const meant = new Set(['*', ...known.flatMap((item) => [item.id, item.family ?? ''])]);
  if (line.state && 'family' in line.state) meant.add(line.state.family);
  meant.delete('');
  const named = new Set<string>();
  const ruleFor = new Map<string, Map<string, Changeover>>();
  for (const rule of rules) {
    const toKnown = meant.has(rule.to);
    const fromKnown = meant.has(rule.from);
    if (toKnown) named.add(rule.to);
    if (fromKnown) named.add(rule.from);
    if (!toKnown || !fromKnown) continue;
    let toward = ruleFor.get(rule.to);
    if (toward === undefined) {
      toward = new Map();
      ruleFor.set(rule.to, toward);
    }
    if (!toward.has(rule.from)) toward.set(rule.from, rule);
  }
  const keys: { readonly item: string; readonly family: string }[] = [];
  const index = new Map<string, number>();
  const classFor = (item: string, family: string): number => {
    const key = JSON.stringify([item, family]);
    const known = index.get(key);
    if (known !== undefined) return known;
    keys.push({ item, family });
    index.set(key, keys.length - 1);
    return keys.length - 1;
  };
  // Items that the line does not run have no class of their own: nobody asks for it.
  const classOf = items.map((item) =>
    here.has(item.id) ? classFor(named.has(item.id) ? item.id : '', item.family ?? '') : 0,
  );
  if (line.state && 'family' in line.state) classFor('', line.state.family);
  const unknown = classFor('', '');

  const read = (rule: Changeover): ChangeoverRule => ({
    seconds: Math.round(rule.minutes * 60),
    cents: rule.cents ?? 0,
    setters: rule.setters === undefined ? -1 : setters.findIndex(({ id }) => id === rule.setters),
  });
  const sides = (key: { readonly item: string; readonly family: string }): string[] =>
    [key.item, key.family, '*'].filter((side) => side !== '');
  const lookUp = (from: string[], to: string[]): ChangeoverRule => {
    for (const toSide of to) {
      for (const fromSide of from) {
        const rule = ruleFor.get(toSide)?.get(fromSide);
        if (rule) return read(rule);
      }
    }
    return none;
  };
  const allSides = keys.map(sides);
  const table = allSides.map((from) => allSides.map((to) => lookUp(from, to)));
  return {
    classes: keys.length,
    classOf,
    stateClass: (state) =>
      state === null ? unknown : 'item' in state ? (classOf[state.item] ?? unknown) : classFor('', state.family),
    find: (from, to) => table[from]?.[to] ?? none,
  };
};
