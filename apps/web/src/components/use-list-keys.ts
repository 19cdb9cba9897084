import { useKeys } from '../shell/keys.ts';

interface ListKeys {
  readonly onSelect?: (key: string) => void;
  readonly onPeek?: (key: string) => void;
}

/** `j` `k` move through the rows by their links, so that Enter opens as everywhere; `x` selects, Space peeks. */
export function useListKeys({ onSelect, onPeek }: ListKeys): void {
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => withRow(onSelect),
    Space: () => withRow(onPeek),
  });
}

function move(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
  const now = links.findIndex((link) => link.closest('[data-row]') === currentRow());
  links[now === -1 ? (step === 1 ? 0 : links.length - 1) : now + step]?.focus();
}

/** The key of the row that holds the focus, for the keys of one page. */
export const keyInFocus = (): string | undefined => currentRow()?.dataset['row'];

function withRow(act: ((key: string) => void) | undefined): void {
  const key = keyInFocus();
  if (key !== undefined) act?.(key);
}

function currentRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;
}
