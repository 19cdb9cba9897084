import type { Access } from '../access/access.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { announce } from './live.ts';

/** Notes that the customer has opened what was sent to him, the first time. Policy: customer_sees_and_acknowledges. */
export function markSeen(access: Access, transmission: string): Promise<void> {
  return access.transaction(async (tx) => {
    const seen = await tx
      .updateTable('core.transmission')
      .set({ seen_at: access.now() })
      .where('organization_id', '=', access.organization.id)
      .where('transmission_id', '=', transmission)
      .where('seen_at', 'is', null)
      .executeTakeFirst();
    if (seen.numUpdatedRows > 0n)
      await announce(tx, {
        organization: access.organization.id,
        subject: { kind: 'transmission', id: transmission },
        customer: access.customer!.id,
      });
  });
}

/**
 * The customer acknowledges, by name, what was sent to him. An overtaken document is not acknowledged any more: the newer one is.
 * @refuses not-found, already-answered, superseded
 */
export function acknowledgeTransmission(access: Access, transmission: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await tx
      .selectFrom('core.transmission')
      .select(['acknowledged_at', 'superseded_by', 'sha256', 'seen_at'])
      .where('organization_id', '=', organization)
      .where('transmission_id', '=', transmission)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return refuse('not-found');
    if (row.acknowledged_at !== null) return refuse('already-answered');
    if (row.superseded_by !== null) return refuse('superseded');
    const now = access.now();
    await tx
      .updateTable('core.transmission')
      .set({
        ...(row.seen_at === null ? { seen_at: now } : {}),
        acknowledged_at: now,
        acknowledged_by: access.membership,
        acknowledged_name: access.name,
      })
      .where('organization_id', '=', organization)
      .where('transmission_id', '=', transmission)
      .execute();
    await appendToLedger(tx, access, {
      kind: 'transmission-acknowledged',
      subject: { kind: 'transmission', id: transmission },
      customer: access.customer!.id,
      body: { by: access.membership, name: access.name, sha256: row.sha256.toString('hex') },
    });
    await announce(tx, {
      organization,
      subject: { kind: 'transmission', id: transmission },
      customer: access.customer!.id,
    });
    return ok(null);
  });
}
