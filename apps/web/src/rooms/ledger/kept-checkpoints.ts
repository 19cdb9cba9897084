import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Accusation, Kept } from './checkpoint-keeper.ts';

/** What was held against a ledger, as this browser keeps it: it does not go away because the ledger shows another face tomorrow. */
export interface KeptAccusation extends Accusation {
  readonly id: string;
  /** The organization's slug. */
  readonly organization: string;
}

interface Shelves extends DBSchema {
  kept: { key: string; value: Kept };
  accusations: { key: string; value: KeptAccusation; indexes: { organization: string } };
}

let opened: Promise<IDBPDatabase<Shelves>> | undefined;

const shelves = (): Promise<IDBPDatabase<Shelves>> => {
  opened ??= openDB<Shelves>('coprod-witness', 1, {
    upgrade(db) {
      db.createObjectStore('kept');
      db.createObjectStore('accusations', { keyPath: 'id' }).createIndex('organization', 'organization');
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

/** By organization: a checkpoint says nothing but how much a ledger has grown, so all who use this browser share it. */
export async function keptOf(organization: string): Promise<Kept | null> {
  return (await (await shelves()).get('kept', organization)) ?? null;
}

/** All that is kept, with the slug of its organization. */
export async function allKept(): Promise<readonly { readonly organization: string; readonly kept: Kept }[]> {
  const transaction = (await shelves()).transaction('kept');
  const [names, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  return names.flatMap((organization, at) => {
    const kept = values[at];
    return kept === undefined ? [] : [{ organization, kept }];
  });
}

/**
 * Keeps a checkpoint that was proven to continue the one kept. Another window may have gone on meanwhile: what is larger stays.
 * @throws whatever the device says: no room, storage switched off
 */
export async function keep(organization: string, kept: Kept): Promise<void> {
  const transaction = (await shelves()).transaction('kept', 'readwrite', { durability: 'strict' });
  const now = await transaction.store.get(organization);
  if (now === undefined || now.key !== kept.key || now.size <= kept.size)
    await transaction.store.put(kept, organization);
  await transaction.done;
}

/** Begins anew: the next checkpoint met is the first. */
export async function forget(organization: string): Promise<void> {
  await (await shelves()).delete('kept', organization);
}

/** Keeps what was found. The same finding twice is one. */
export async function keepAccusation(organization: string, accusation: Accusation): Promise<void> {
  const { finding, kept, shown } = accusation;
  const id = JSON.stringify([organization, finding, kept, shown]);
  const transaction = (await shelves()).transaction('accusations', 'readwrite', { durability: 'strict' });
  if ((await transaction.store.get(id)) === undefined) await transaction.store.put({ ...accusation, id, organization });
  await transaction.done;
}

/** Oldest first. */
export async function accusationsOf(organization: string): Promise<readonly KeptAccusation[]> {
  const found = await (await shelves()).getAllFromIndex('accusations', 'organization', organization);
  return found.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

export async function dropAccusation(id: string): Promise<void> {
  await (await shelves()).delete('accusations', id);
}
