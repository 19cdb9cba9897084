import { sql } from 'kysely';
import type { z } from 'zod';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { blocksOf, findRule, parametersOf } from './rule-store.ts';
import { presentParameters, type rulePage, type versionRow } from './rule-schemas.ts';

/**
 * A rule as its page shows it: the text of one version, where its blocks come from in short, how far it is in use.
 * @param wanted a version; the one in force when undefined
 * @refuses not-found
 */
export function readRule(
  access: Access,
  rule: string,
  wanted: number | undefined,
): Promise<Result<z.output<typeof rulePage>>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await findRule(tx, organization, rule);
    if (row === undefined) return refuse('not-found');
    const version = wanted ?? row.version;
    const facts = await factsOf(tx, organization, rule, version);
    if (wanted !== undefined && facts.in_force_from === null) return refuse('not-found');
    return ok({
      id: row.rule_id,
      number: row.number,
      label: row.label,
      kind: row.kind,
      regulation: row.regulation,
      title: facts.title ?? row.title,
      language: row.language,
      owner: { membership: row.owner_id, name: row.owner_name },
      customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
      reviewOn: row.review_on,
      version,
      current: row.version,
      inForceFrom: facts.in_force_from,
      blocks: await blocksOf(tx, organization, rule, version),
      origins: await originsInShort(tx, organization, rule, version),
      parameters: presentParameters(row.kind, await parametersOf(tx, organization, rule, version), access.language),
      use: { inUse: facts.in_use, differently: facts.differently, read: facts.read, of: facts.teams },
      transmissions: facts.transmissions,
      acts: facts.acts,
      openProposals: await openProposalsOf(tx, organization, rule),
    });
  });
}

type Facts = {
  readonly title: string | null;
  readonly in_force_from: Temporal.Instant | null;
  readonly in_use: number;
  readonly differently: number;
  readonly read: number;
  readonly teams: number;
  readonly transmissions: number;
  readonly acts: number;
};

/** Policy: inside on every table named. `of` counts the teams of the organization; where there are none, its members. */
async function factsOf(tx: Transaction, organization: string, rule: string, version: number): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select v.title, v.in_force_from,
      (select count(distinct coalesce(u.team_id, u.membership_id)) from core.use_report u
        where u.organization_id = ${organization} and u.rule_id = ${rule} and u.version = ${version} and u.kind = 'in-use') as in_use,
      (select count(distinct coalesce(u.team_id, u.membership_id)) from core.use_report u
        where u.organization_id = ${organization} and u.rule_id = ${rule} and u.version = ${version} and u.kind = 'differently') as differently,
      (select count(distinct u.membership_id) from core.use_report u
        where u.organization_id = ${organization} and u.rule_id = ${rule} and u.version = ${version} and u.kind = 'read') as read,
      coalesce(nullif((select count(*) from access.team t where t.organization_id = ${organization}), 0),
        (select count(*) from access.membership m
          where m.organization_id = ${organization} and m.side = 'organization' and m.ended_at is null)) as teams,
      (select count(*) from core.transmission t where t.organization_id = ${organization} and t.rule_id = ${rule} and t.version = ${version}) as transmissions,
      (select count(*) from (select from core.act_rule a where a.organization_id = ${organization} and a.rule_id = ${rule} limit 10000) a) as acts
    from (select 1) one
    left join core.rule_version v on v.organization_id = ${organization} and v.rule_id = ${rule} and v.version = ${version}`.execute(
    tx,
  );
  return rows[0]!;
}

/** For each block of a version: how many customers' words stand at its last change, and by which way they came in. Policy: inside. */
async function originsInShort(tx: Transaction, organization: string, rule: string, version: number) {
  const { rows } = await sql<{ block: string; channel: 'certification' | 'voice' | 'planning'; words: number }>`
    select b.block_id as block, min(i.channel) as channel, count(distinct i.intervention_id) as words
    from core.block_version b
    cross join lateral (
      select c.version from core.block_version c
      where c.organization_id = b.organization_id and c.rule_id = b.rule_id and c.block_id = b.block_id and c.changed and c.version <= b.version
      order by c.version desc limit 1) last
    join core.rule_version v on v.organization_id = b.organization_id and v.rule_id = b.rule_id and v.version = last.version
    join core.proposal_intervention l on l.organization_id = b.organization_id and l.proposal_id = v.proposal_id
      and (l.block_id = b.block_id or (l.block_id is null and l.parameter is null))
    join core.intervention i on i.organization_id = l.organization_id and i.intervention_id = l.intervention_id
    where b.organization_id = ${organization} and b.rule_id = ${rule} and b.version = ${version}
    group by b.block_id`.execute(tx);
  return rows;
}

async function openProposalsOf(tx: Transaction, organization: string, rule: string) {
  const rows = await tx
    .selectFrom('core.proposal')
    .select(['proposal_id', 'number', 'title', 'state'])
    .where('organization_id', '=', organization)
    .where('rule_id', '=', rule)
    .where('state', 'in', ['draft', 'open'])
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ id: row.proposal_id, number: row.number, title: row.title, state: row.state }));
}

/** The versions of a rule, newest first, each with its decision. Policy: inside. */
export async function versionsOf(
  tx: Transaction,
  organization: string,
  rule: string,
): Promise<z.output<typeof versionRow>[]> {
  const { rows } = await sql<{
    version: number;
    title: string;
    in_force_from: Temporal.Instant;
    proposal_id: string;
    number: number;
    proposal_title: string;
    decided_by: string;
    method: string;
    reasons: string;
    changed: number;
  }>`
    select v.version, v.title, v.in_force_from, p.proposal_id, p.number, p.title as proposal_title, m.name as decided_by, d.method, d.reasons,
      (select count(*) from core.block_version b
        where b.organization_id = v.organization_id and b.rule_id = v.rule_id and b.version = v.version and b.changed) as changed
    from core.rule_version v
    join core.proposal p on p.organization_id = v.organization_id and p.proposal_id = v.proposal_id
    join core.decision d on d.organization_id = v.organization_id and d.decision_id = v.decision_id
    join access.membership m on m.organization_id = d.organization_id and m.membership_id = d.decided_by
    where v.organization_id = ${organization} and v.rule_id = ${rule}
    order by v.version desc`.execute(tx);
  return rows.map((row) => ({
    version: row.version,
    title: row.title,
    inForceFrom: row.in_force_from,
    proposal: { id: row.proposal_id, number: row.number, title: row.proposal_title },
    decision: { by: row.decided_by, method: row.method, reasons: row.reasons },
    changedBlocks: row.changed,
  }));
}

/** Where a rule acted, newest first, with the version used. Policy: inside on core.act, core.act_rule. */
export async function actsOf(tx: Transaction, organization: string, rule: string, limit: number) {
  const { rows } = await sql<{
    act_id: string;
    kind: string;
    subject_kind: string;
    subject_id: string;
    acted_at: Temporal.Instant;
    version: number;
    parameters: Record<string, number | boolean>;
  }>`
    select a.act_id, a.kind, a.subject_kind, a.subject_id, a.acted_at, r.version, r.parameters
    from core.act_rule r
    join core.act a on a.organization_id = r.organization_id and a.act_id = r.act_id
    where r.organization_id = ${organization} and r.rule_id = ${rule}
    order by r.act_id desc limit ${limit}`.execute(tx);
  return rows;
}
