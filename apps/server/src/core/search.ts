import { sql } from 'kysely';
import type { Actor } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';

/** Who may find a document by searching. */
export type Audience = 'organization' | `team:${string}` | `customer:${string}`;

export type Found = {
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly label: string;
  readonly title: string;
  readonly passage: string;
};

export type SearchDocument = {
  readonly kind: string;
  readonly id: string;
  readonly audience: Audience;
  readonly label: string;
  readonly title: string;
  readonly body: string;
};

/** Puts a document before searchers, in place of what was there for this subject and audience. */
export const indexForSearch = (tx: Transaction, actor: Actor, document: SearchDocument): Promise<void> =>
  indexAllForSearch(tx, actor, [document]);

/** Puts several documents before searchers, no two of them for the same subject and audience. */
export async function indexAllForSearch(
  tx: Transaction,
  actor: Actor,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  if (actor.side === 'customer') {
    for (const { kind, id, audience, label, title, body } of documents)
      await sql`select core.add_search_document(${kind}, ${id}, ${audience}, ${label}, ${title}, ${body})`.execute(tx);
    return;
  }
  await tx
    .insertInto('core.search_document')
    .values(
      documents.map(({ kind, id, ...document }) => ({
        organization_id: actor.organization.id,
        subject_kind: kind,
        subject_id: id,
        ...document,
      })),
    )
    .onConflict((c) =>
      c.columns(['organization_id', 'subject_kind', 'subject_id', 'audience']).doUpdateSet((eb) => ({
        label: eb.ref('excluded.label'),
        title: eb.ref('excluded.title'),
        body: eb.ref('excluded.body'),
        changed_at: actor.now(),
      })),
    )
    .execute();
}

/** Takes a subject out of every search: withdrawn words must not be found. */
export async function removeFromSearch(tx: Transaction, organization: string, subject: string): Promise<void> {
  await tx
    .deleteFrom('core.search_document')
    .where('organization_id', '=', organization)
    .where('subject_id', '=', subject)
    .execute();
}

/**
 * What the caller may see and that begins with all the words asked. The database function checks the caller itself
 * (migration 0201): with a policy the text index would stay unused.
 */
export async function search(tx: Transaction, query: string, most: number): Promise<Found[]> {
  const { rows } =
    await sql<Found>`select subject_kind, subject_id, label, title, passage from core.search(${query}, ${most})`.execute(
      tx,
    );
  return rows;
}
