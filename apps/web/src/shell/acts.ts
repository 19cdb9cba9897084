import { useEffect } from 'react';
import { store } from '../store.ts';

/** An act of the open page that the search (Ctrl K) can call by its name: "Propose a change", "Transmit PR-QUA-07". */
export interface Act {
  readonly name: string;
  readonly run: () => void;
}

/** The acts of the open page. */
export const acts = store<readonly Act[]>([]);

/** Offers acts in the search for as long as the page stands. Pass a list that changes only when the acts do. */
export function useActs(list: readonly Act[]): void {
  useEffect(() => {
    acts.set([...acts.get(), ...list]);
    return () => acts.set(acts.get().filter((act) => !list.includes(act)));
  }, [list]);
}
