import { useNavigate, useSearch } from '@tanstack/react-router';

/** What of a list stands in its address: chosen filters by name, the words sought, the order, the line peeked at. */
export interface ListSearch {
  readonly [filter: string]: string | undefined;
  /** Words to find in the list. */
  readonly find?: string | undefined;
  /** A column, downwards with a minus before it: `due`, `-received`. */
  readonly sort?: string | undefined;
  /** The key of the line shown beside the list. */
  readonly peek?: string | undefined;
}

const ours = ['find', 'sort', 'peek'] as const;

/**
 * For a route's `validateSearch`: keeps the named filters and what every list has, drops everything else.
 *
 *     validateSearch: listSearch('customer', 'channel', 'state')
 */
export function listSearch(...filters: readonly string[]): (search: Record<string, unknown>) => ListSearch {
  return (search) =>
    Object.fromEntries(
      [...filters, ...ours].flatMap((name) => {
        const value = search[name];
        // The router reads `?state=4711` as a number.
        const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
        return typeof text === 'string' && text !== '' ? [[name, text]] : [];
      }),
    );
}

/** The list's part of the address, and how to change it; each change can be undone by the browser's Back. */
export function useListSearch(): readonly [ListSearch, (change: ListSearch) => void] {
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  return [
    search,
    (change) => {
      const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value));
      // Peeking is looking, not going: it leaves no step behind.
      const replace = Object.keys(change).every((name) => name === 'peek' || name === 'find');
      void navigate({ to: '.', search: () => next, replace, resetScroll: false });
    },
  ];
}

/** `-received` -> `{ column: 'received', down: true }`. */
export function readSort(sort: string | undefined): { readonly column: string; readonly down: boolean } | null {
  if (sort === undefined || sort === '' || sort === '-') return null;
  return sort.startsWith('-') ? { column: sort.slice(1), down: true } : { column: sort, down: false };
}

/** The order after a click on a header: up, down, then the list's own again. */
export function nextSort(sort: string | undefined, column: string): string | undefined {
  const now = readSort(sort);
  if (now?.column !== column) return column;
  return now.down ? undefined : `-${column}`;
}
