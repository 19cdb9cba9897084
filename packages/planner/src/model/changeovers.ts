import type { Item, Line } from './problem.ts';

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
  const named = new Set(rules.flatMap((rule) => [rule.from, rule.to]));
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
  const classOf = items.map((item) => classFor(named.has(item.id) ? item.id : '', item.family ?? ''));
  const families = new Set(items.flatMap((item) => item.family ?? []));
  for (const family of families) classFor('', family);
  const unknown = classFor('', '');

  const ruleFor = new Map<string, ChangeoverRule>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.to, rule.from]);
    if (ruleFor.has(key)) continue;
    ruleFor.set(key, {
      seconds: Math.round(rule.minutes * 60),
      cents: rule.cents ?? 0,
      setters: setters.findIndex(({ id }) => id === rule.setters),
    });
  }
  const sides = (key: { readonly item: string; readonly family: string }): string[] =>
    [key.item, key.family, '*'].filter((side) => side !== '');
  const lookUp = (from: string[], to: string[]): ChangeoverRule => {
    for (const toSide of to) {
      for (const fromSide of from) {
        const rule = ruleFor.get(JSON.stringify([toSide, fromSide]));
        if (rule) return rule;
      }
    }
    return none;
  };
  const table = keys.map((from) => keys.map((to) => lookUp(sides(from), sides(to))));
  return {
    classes: keys.length,
    classOf,
    stateClass: (state) =>
      state === null ? unknown : 'item' in state ? (classOf[state.item] ?? unknown) : classFor('', state.family),
    find: (from, to) => table[from]?.[to] ?? none,
  };
};
