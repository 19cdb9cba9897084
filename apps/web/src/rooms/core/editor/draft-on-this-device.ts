import type { DraftPort, Unsent } from './draft-keeper.ts';

/**
 * What the server has not taken yet stays in the browser's storage: per person, proposal and window, so that no two windows write over
 * one another, and nobody else on this device goes on in his name.
 */
export function draftOnThisDevice(
  organization: string,
  membership: string,
  proposal: string,
): Pick<DraftPort<never>, 'remember' | 'remembered'> {
  const all = `coprod.draft.${organization}.${membership}.${proposal}.`;
  const own = all + windowId();
  return {
    remember(unsent) {
      if (unsent === null) localStorage.removeItem(own);
      else
        try {
          localStorage.setItem(own, JSON.stringify(unsent));
        } catch (reason) {
          // A full storage must not keep the text from the server; the page warns on leaving while anything is unsent.
          if (!(reason instanceof DOMException)) throw reason;
        }
    },
    remembered() {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(all));
      const left = names
        .toSorted((a, b) => Number(b === own) - Number(a === own))
        .map((name) => localStorage.getItem(name)!);
      // They are taken up here now, and stored again under this window's name.
      for (const name of names) localStorage.removeItem(name);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `remember` alone
      return left.map((one) => JSON.parse(one) as Unsent);
    },
  };
}

/** The same after a reload, another in a second window. */
function windowId(): string {
  const place = 'coprod.window';
  const known = sessionStorage.getItem(place) ?? crypto.randomUUID();
  sessionStorage.setItem(place, known);
  return known;
}
