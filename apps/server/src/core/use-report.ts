import { sql } from 'kysely';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { announce } from './live.ts';
import { findRule } from './rule-store.ts';

/** What those who apply a rule say of it: they work by it, they apply it otherwise and why, or they have read it. */
export type UseReport =
  | { readonly kind: 'in-use' | 'read' }
  | { readonly kind: 'differently'; readonly because: string; readonly block: string | null };

/**
 * Reports on the version in force. "Differently" is a start for a proposal, never a fault: it is kept with its reason and told to
 * the rule's owner by his list.
 * @refuses not-found, not-in-force
 */
export function reportUse(access: Access, rule: string, report: UseReport): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const found = await findRule(tx, organization, rule);
    if (found === undefined) return refuse('not-found');
    if (found.version === 0) return refuse('not-in-force', { label: found.label });
    await tx
      .insertInto('core.use_report')
      .values({
        organization_id: organization,
        use_report_id: newId(),
        rule_id: rule,
        version: found.version,
        membership_id: access.membership,
        team_id: access.team,
        kind: report.kind,
        because: report.kind === 'differently' ? report.because : '',
        block_id: report.kind === 'differently' ? report.block : null,
        said_at: access.now(),
      })
      .execute();
    if (report.kind === 'differently') {
      await appendToLedger(tx, access, {
        kind: 'rule-applied-differently',
        subject: { kind: 'rule', id: rule },
        customer: null,
        body: { version: found.version, because: report.because, block: report.block },
      });
    }
    await announce(tx, { organization, subject: { kind: 'rule', id: rule }, customer: null });
    return ok(null);
  });
}

/** Takes back that one has read the version in force. @refuses not-found */
export function takeBackReading(access: Access, rule: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const found = await findRule(tx, organization, rule);
    if (found === undefined) return refuse('not-found');
    // Policy: own_reading on core.use_report.
    const taken = await tx
      .deleteFrom('core.use_report')
      .where('organization_id', '=', organization)
      .where('rule_id', '=', rule)
      .where('version', '=', found.version)
      .where('membership_id', '=', access.membership)
      .where('kind', '=', 'read')
      .executeTakeFirst();
    if (taken.numDeletedRows === 0n) return refuse('not-found');
    await announce(tx, { organization, subject: { kind: 'rule', id: rule }, customer: null });
    return ok(null);
  });
}

export type UseLine = {
  readonly who: string;
  readonly team: string | null;
  readonly person: string;
  readonly kind: 'in-use' | 'differently' | 'read';
  readonly because: string;
  readonly block_id: string | null;
  readonly said_at: Temporal.Instant;
};

/** The newest word of each team (of each person without one) on a version. Policy: inside on core.use_report. */
export async function useOf(tx: Transaction, organization: string, rule: string, version: number): Promise<UseLine[]> {
  const { rows } = await sql<UseLine>`
    select distinct on (coalesce(u.team_id, u.membership_id), u.kind)
      coalesce(u.team_id, u.membership_id) as who, t.name as team, m.name as person, u.kind, u.because, u.block_id, u.said_at
    from core.use_report u
    join access.membership m on m.organization_id = u.organization_id and m.membership_id = u.membership_id
    left join access.team t on t.organization_id = u.organization_id and t.team_id = u.team_id
    where u.organization_id = ${organization} and u.rule_id = ${rule} and u.version = ${version}
    order by coalesce(u.team_id, u.membership_id), u.kind, u.said_at desc`.execute(tx);
  return rows;
}
