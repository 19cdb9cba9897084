import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** The list from which one came: its own address with its filters, and the pages of its rows in their order. */
export interface Neighbours {
  readonly list: string;
  readonly pages: readonly string[];
}

let last: { readonly list: string; readonly pages: () => readonly string[] } = { list: '', pages: () => [] };

const neighbours = (): Neighbours => ({ list: last.list, pages: last.pages() });

/**
 * Remembers the list on the page for as long as its rows are walked through by `J` and `K`, and for the way back by `u`.
 * @param pages the addresses of its rows, asked only when such a key is pressed
 */
export function useNeighbours(pages: () => readonly string[]): void {
  const { href, pathname } = useLocation();
  const own = useRef(pathname);
  useEffect(() => {
    // On the way out the list is drawn once more, at the address of the page that is opened.
    if (pathname === own.current) last = { list: href, pages };
  });
}

/** The page after (or before) the one that is open, in the list from which one came; undefined at its ends and elsewhere. */
export function neighbourOf(path: string, step: 1 | -1, of: Neighbours = neighbours()): string | undefined {
  const at = placeOf(path, of);
  return at === -1 ? undefined : of.pages[at + step];
}

/**
 * One level up: the list from which one came as it was, else the next address above that is a page.
 * @param isPage whether an address is a page of the program
 */
export function above(
  path: string,
  isPage: (path: string) => boolean,
  of: Neighbours = neighbours(),
): string | undefined {
  if (placeOf(path, of) !== -1) return of.list;
  const parts = path.replace(/\/$/, '').split('/');
  // The first three are empty, `o` and the organization: above it there is nothing of its own.
  for (let length = parts.length - 1; length >= 3; length -= 1) {
    const parent = parts.slice(0, length).join('/');
    if (isPage(parent)) return parent;
  }
  return undefined;
}

/** A version of a rule, or any page below a row's own, stands where the row stands. */
const placeOf = (path: string, { pages }: Neighbours): number =>
  pages.findIndex((page) => path === page || path.startsWith(`${page}/`));
