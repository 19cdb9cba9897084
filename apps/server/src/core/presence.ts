import type { Access } from '../access/access.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { announce } from './live.ts';
import { findProposal } from './proposal-store.ts';

/** Who is silent longer than this is no longer there; clients say that they are every 15 s. */
const silence = Temporal.Duration.from({ seconds: 40 });

export type Present = { readonly membership: string; readonly name: string; readonly block: string | null };

/**
 * Says that the caller has a draft open, and at which block he writes; tells who else has.
 * Policy: inside on core.presence.
 * @refuses not-found
 */
export function comeIn(access: Access, proposal: string, block: string | null): Promise<Result<Present[]>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    if ((await findProposal(tx, organization, proposal)) === undefined) return refuse('not-found');
    const here = { proposal_id: proposal, membership_id: access.membership, block_id: block, seen_at: access.now() };
    const before = await tx
      .selectFrom('core.presence')
      .select(['block_id', 'seen_at'])
      .where('organization_id', '=', organization)
      .where('proposal_id', '=', proposal)
      .where('membership_id', '=', access.membership)
      .executeTakeFirst();
    await tx
      .insertInto('core.presence')
      .values({ organization_id: organization, ...here })
      .onConflict((c) =>
        c
          .columns(['organization_id', 'proposal_id', 'membership_id'])
          .doUpdateSet({ block_id: block, seen_at: here.seen_at }),
      )
      .execute();
    const since = access.now().subtract(silence);
    const news =
      before === undefined || before.block_id !== block || Temporal.Instant.compare(before.seen_at, since) < 0;
    if (news) await announce(tx, { organization, subject: { kind: 'presence', id: proposal }, customer: null });
    const others = await tx
      .selectFrom('core.presence as p')
      .innerJoin('access.membership as m', (join) =>
        join.onRef('m.organization_id', '=', 'p.organization_id').onRef('m.membership_id', '=', 'p.membership_id'),
      )
      .select(['p.membership_id as membership', 'm.name', 'p.block_id as block'])
      .where('p.organization_id', '=', organization)
      .where('p.proposal_id', '=', proposal)
      .where('p.membership_id', '!=', access.membership)
      .where('p.seen_at', '>', since)
      .orderBy('m.name')
      .execute();
    return ok(others);
  });
}

/** The caller has closed the draft. */
export function goOut(access: Access, proposal: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const gone = await tx
      .deleteFrom('core.presence')
      .where('organization_id', '=', organization)
      .where('proposal_id', '=', proposal)
      .where('membership_id', '=', access.membership)
      .executeTakeFirst();
    if (gone.numDeletedRows > 0n)
      await announce(tx, { organization, subject: { kind: 'presence', id: proposal }, customer: null });
    return ok(null);
  });
}
