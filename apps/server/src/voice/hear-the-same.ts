import { sql } from 'kysely';
import type { Access } from '../access/access.ts';
import { announce } from '../core/live.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { findExpectation } from './expectation-store.ts';

/**
 * "I heard the same": counts the caller once, whoever else heard it; taken back with `heard: false`. Only the sum is ever shown.
 * Whoever captured it has been counted already.
 * @returns by how many it was heard
 * @refuses not-found
 */
export function hearTheSame(
  access: Access,
  expectation: string,
  heard: boolean,
): Promise<Result<{ readonly heard: number }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await findExpectation(tx, organization, expectation);
    if (row === undefined || row.withdrawn_at !== null) return refuse('not-found');
    if (row.mine || row.i_heard === heard) return ok({ heard: row.heard });
    const key = { organization_id: organization, expectation_id: expectation, membership_id: access.membership };
    const changed = heard
      ? await tx
          .insertInto('voice.heard')
          .values({ ...key, heard_at: access.now() })
          .onConflict((c) => c.doNothing())
          .executeTakeFirst()
      : await tx
          .deleteFrom('voice.heard')
          .where('organization_id', '=', organization)
          .where('expectation_id', '=', expectation)
          .where('membership_id', '=', access.membership)
          .executeTakeFirst();
    const count = 'numDeletedRows' in changed ? changed.numDeletedRows : (changed.numInsertedOrUpdatedRows ?? 0n);
    const by = count === 0n ? 0 : heard ? 1 : -1;
    const { heard: sum } = await tx
      .updateTable('voice.expectation')
      .set({ heard: sql`heard + ${by}` })
      .where('organization_id', '=', organization)
      .where('expectation_id', '=', expectation)
      .returning('heard')
      .executeTakeFirstOrThrow();
    await announce(tx, { organization, subject: { kind: 'expectation', id: expectation }, customer: null });
    return ok({ heard: sum });
  });
}
