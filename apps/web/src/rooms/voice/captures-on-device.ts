import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CaptureBody, Choices } from './voice-api.ts';

/** One part of a capture beside its words. */
export interface KeptPhoto {
  readonly id: string;
  readonly bytes: ArrayBuffer;
  readonly type: string;
}

/** A capture as this device keeps it, until the server has all of it and a day longer. */
export interface KeptCapture {
  /** Made here; the server knows the expectation by it. */
  readonly id: string;
  /** The organization's slug, and the membership that captured: nobody else who signs in on this device sends it. */
  readonly organization: string;
  readonly membership: string;
  /** As it stands in lists. */
  readonly title: string;
  readonly body: CaptureBody;
  readonly photos: readonly KeptPhoto[];
  readonly keptAt: string;
  readonly state: 'only-here' | 'sending' | 'refused' | 'sent';
  /** Of one part for the words and one for each photo. */
  readonly partsSent: number;
  readonly refusal: { readonly what: string; readonly cure: string; readonly code: string } | null;
  readonly sentAt: string | null;
}

interface Shelves extends DBSchema {
  captures: { key: string; value: KeptCapture };
  choices: { key: string; value: Choices };
}

let opened: Promise<IDBPDatabase<Shelves>> | undefined;

const shelves = (): Promise<IDBPDatabase<Shelves>> => {
  opened ??= openDB<Shelves>('coprod-captures', 1, {
    upgrade(db) {
      db.createObjectStore('captures', { keyPath: 'id' });
      db.createObjectStore('choices');
    },
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
};

/**
 * Puts a capture on the device. When this resolves it is on the disk (`strict`), and survives a reload and the end of the browser.
 * @throws whatever the device says: no room, storage switched off
 */
export async function putCapture(capture: KeptCapture): Promise<void> {
  const transaction = (await shelves()).transaction('captures', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(capture), transaction.done]);
}

/** Changes a capture that is still there; one that was removed meanwhile stays removed. */
export async function changeCapture(id: string, change: Partial<KeptCapture>): Promise<KeptCapture | undefined> {
  const transaction = (await shelves()).transaction('captures', 'readwrite', { durability: 'strict' });
  const now = await transaction.store.get(id);
  const changed = now === undefined ? undefined : { ...now, ...change };
  if (changed !== undefined) await transaction.store.put(changed);
  await transaction.done;
  return changed;
}

/** In the order in which they were captured. */
export async function allCaptures(): Promise<KeptCapture[]> {
  const all = await (await shelves()).getAll('captures');
  return all.toSorted((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
}

export async function removeCapture(id: string): Promise<void> {
  await (await shelves()).delete('captures', id);
}

/** Customers and their sites, as the server told them last: what the form offers where there is no network. */
export async function keepChoices(key: string, choices: Choices): Promise<void> {
  await (await shelves()).put('choices', choices, key);
}

export async function keptChoices(key: string): Promise<Choices | undefined> {
  return (await shelves()).get('choices', key);
}
