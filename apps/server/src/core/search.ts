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

/** Puts a document before searchers, in place of what was there for this subject and audience. */
export async function indexForSearch(
  tx: Transaction,
  actor: Actor,
  document: {
    readonly kind: string;
    readonly id: string;
    readonly audience: Audience;
    readonly label: string;
    readonly title: string;
    readonly body: string;
  },
): Promise<void> {
  const organization = actor.organization.id;
  if (actor.side === 'customer') {
    const { kind, id, audience, label, title, body } = document;
    await sql`select core.add_search_document(${kind}, ${id}, ${audience}, ${label}, ${title}, ${body})`.execute(tx);
    return;
  }
  const row = { label: document.label, title: document.title, body: document.body };
  await tx
    .insertInto('core.search_document')
    .values({
      organization_id: organization,
      subject_kind: document.kind,
      subject_id: document.id,
      audience: document.audience,
      ...row,
    })
    .onConflict((c) =>
      c
        .columns(['organization_id', 'subject_kind', 'subject_id', 'audience'])
        .doUpdateSet({ ...row, changed_at: actor.now() }),
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
