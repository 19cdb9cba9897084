/** What of a rule's page stands in its address: the tab, and the block or parameter whose origin is shown. */
export interface RuleSearch {
  readonly tab?: string;
  readonly block?: string;
  readonly parameter?: string;
}

/** For the route: keeps what the page knows, drops everything else. */
export function ruleSearch(search: Record<string, unknown>): RuleSearch {
  const names = ['tab', 'block', 'parameter'] as const;
  return Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])));
}
