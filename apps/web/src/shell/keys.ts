import { useEffect, useRef } from 'react';
import { usePreferences } from '../preferences.ts';
import { nameOf } from './key-name.ts';

/** What each key does: `j`, `Enter`, `Space`, or two in a row: `g h`. */
export type KeyMap = Readonly<Record<string, () => void>>;

/** How long the second key of a pair may take, in milliseconds. */
const patience = 1200;

/**
 * Keys of one letter, for as long as the component stands. Of two maps that know a key, the one that came last acts. They
 * sleep in fields, in open dialogs and menus, and when the person has switched them off.
 */
export function useKeys(keys: KeyMap, options: { readonly when?: boolean } = {}): void {
  const [{ keys: on }] = usePreferences();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const active = on && options.when !== false;
  useEffect(() => {
    if (!active) return undefined;
    const map = { current: () => latest.current };
    maps.push(map);
    if (maps.length === 1) window.addEventListener('keydown', listen);
    return () => {
      maps.splice(maps.indexOf(map), 1);
      if (maps.length === 0) window.removeEventListener('keydown', listen);
    };
  }, [active]);
}

const maps: { current: () => KeyMap }[] = [];
let first: { name: string; at: number } | null = null;

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || isBusy(event)) return;
  const name = nameOf(event);
  if (name === null) return;
  const pending = first !== null && event.timeStamp - first.at < patience ? first.name : null;
  first = null;
  const known = (key: string) => maps.findLast((map) => key in map.current())?.current()[key];
  const act = known(pending === null ? name : `${pending} ${name}`);
  if (act) {
    event.preventDefault();
    act();
  } else if (
    pending === null &&
    maps.some((map) => Object.keys(map.current()).some((key) => key.startsWith(`${name} `)))
  ) {
    first = { name, at: event.timeStamp };
  }
}

function isBusy(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select'))
    return true;
  // A button or a tab has its own Space and Enter; a link has only Enter.
  if (event.key === 'Enter' && target.closest('a, button, [role=button], [role=tab], [role=menuitem]')) return true;
  if (event.key === ' ' && target.closest('button, [role=button], [role=tab], input')) return true;
  // The list of a choice stays in the page while it is closed.
  return [...document.querySelectorAll('[role=dialog][aria-modal=true], [role=menu], [role=listbox]')].some((open) =>
    open.checkVisibility(),
  );
}
