import type { Access } from '../access/access.ts';
import { announce } from '../core/live.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { findReadingPartner } from './partner/partner-store.ts';
import { findInterchange, lockReception, setState } from './interchange-store.ts';

/**
 * Decides on a file in quarantine: it is read after all (the sender has used a control reference twice, or the planner vouches for the
 * way by which it came), or set aside. A file that came first stays as it is, and both are kept.
 * @refuses not-found, already-answered
 */
export function decideQuarantine(
  access: Access,
  interchange: string,
  choice: 'read' | 'set-aside',
): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    await lockReception(tx, organization);
    const file = await findInterchange(tx, organization, interchange);
    if (file === undefined) return refuse('not-found');
    if (file.state !== 'quarantined') return refuse('already-answered');
    const partner = file.partner_id === null ? undefined : await findReadingPartner(tx, organization, file.partner_id);
    // Read after all, a test stays a test.
    const read = file.test || partner?.test === true ? 'test' : 'received';
    await setState(tx, organization, interchange, {
      state: choice === 'read' ? read : 'set-aside',
      decided_at: access.now(),
      decided_by: access.membership,
    });
    if (choice === 'read' && read === 'received')
      await access.enqueue(tx, 'apply-interchange', { organization, interchange });
    await announce(tx, { organization, subject: { kind: 'interchange', id: interchange }, customer: null });
    return ok(null);
  });
}
