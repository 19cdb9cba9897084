import { sql } from 'kysely';
import type { WaitingLine, WaitingSource } from './waiting.ts';

/** Interventions of the three ways in, for whoever was asked to answer, else for those whose role it is. Policy: inside. */
const toAnswer: WaitingSource = async (tx, access) => {
  if (access.side !== 'organization') return [];
  const channels = [
    ...(access.roles.includes('quality-manager') ? ['certification' as const] : []),
    ...(access.roles.includes('team-lead') ? ['voice' as const] : []),
    ...(access.roles.includes('planner') ? ['planning' as const] : []),
  ];
  // A requirement is answered by a procedure and stands under coverage; listing each clause here would bury the rest. What a release
  // asks is told by the planning room, with its figures.
  const rows = await tx
    .selectFrom('core.intervention as i')
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .select([
      'i.intervention_id',
      'i.number',
      'i.channel',
      'i.words',
      'i.words_language',
      'i.consent',
      'i.due_at',
      'i.received_at',
      'i.customer_label',
      'c.name as customer',
    ])
    .where('i.organization_id', '=', access.organization.id)
    .where('i.state', '=', 'open')
    .where((e) =>
      e.or([
        e('i.assigned_to', '=', access.membership),
        ...(channels.length === 0 ? [] : [e.and([e('i.assigned_to', 'is', null), e('i.channel', 'in', channels)])]),
      ]),
    )
    .where('i.source_kind', 'not in', ['requirement', 'release'])
    .where(
      sql<boolean>`not exists (select from core.proposal_intervention l where l.organization_id = i.organization_id and l.intervention_id = i.intervention_id)`,
    )
    .orderBy('i.due_at')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    act: 'answer',
    subject: { kind: 'intervention', id: row.intervention_id },
    label: `I-${row.number}`,
    title: row.consent === 'by-name' ? (row.customer ?? row.customer_label ?? '') : '',
    words: row.consent === 'none' ? null : { text: row.words, language: row.words_language },
    channel: row.channel,
    reason: '',
    due: row.due_at,
    since: row.received_at,
  }));
};

/** Open proposals on which the caller has not said anything yet, and those he must sign once their term is over. Policy: inside. */
const toDeliberate: WaitingSource = async (tx, access) => {
  if (access.side !== 'organization') return [];
  const rows = await tx
    .selectFrom('core.proposal as p')
    .innerJoin('core.rule as r', (join) =>
      join.onRef('r.organization_id', '=', 'p.organization_id').onRef('r.rule_id', '=', 'p.rule_id'),
    )
    .select([
      'p.proposal_id',
      'p.number',
      'p.title',
      'p.state',
      'p.term',
      'p.opened_at',
      'p.begun_at',
      'p.proposed_by',
      'p.base_version',
      'p.method',
    ])
    .select(['r.label', 'r.version', 'r.owner_id', 'r.kind'])
    .select([
      sql<boolean>`exists (select from core.voice_on_proposal v where v.organization_id = p.organization_id and v.proposal_id = p.proposal_id and v.membership_id = ${access.membership})`.as(
        'consented',
      ),
      sql<boolean>`exists (select from core.remark k where k.organization_id = p.organization_id and k.proposal_id = p.proposal_id and k.said_by = ${access.membership})`.as(
        'spoke',
      ),
      sql<number>`(select count(*) from core.remark k where k.organization_id = p.organization_id and k.proposal_id = p.proposal_id and k.kind = 'objection'
        and k.withdrawn_at is null and not exists (select from core.answer a where a.organization_id = k.organization_id and a.remark_id = k.remark_id))`.as(
        'open_objections',
      ),
    ])
    .where('p.organization_id', '=', access.organization.id)
    .where('p.state', 'in', ['draft', 'open'])
    .orderBy('p.begun_at', 'desc')
    .limit(100)
    .execute();
  const channel = { procedure: 'certification', service: 'voice', planning: 'planning' } as const;
  return rows.flatMap((row): WaitingLine[] => {
    const line = {
      subject: { kind: 'proposal', id: row.proposal_id },
      label: `P-${row.number}`,
      title: row.title,
      words: null,
      channel: channel[row.kind],
      since: row.opened_at ?? row.begun_at,
    };
    const mine = row.proposed_by === access.membership;
    if (mine && row.base_version !== row.version)
      return [{ ...line, act: 'rebase' as const, reason: `${row.label} v${row.version}`, due: null }];
    if (row.state === 'draft') return mine ? [{ ...line, act: 'write' as const, reason: row.label, due: null }] : [];
    if (row.open_objections > 0 && (mine || row.owner_id === access.membership)) {
      return [{ ...line, act: 'answer' as const, reason: String(row.open_objections), due: row.term }];
    }
    const ripe =
      row.method === 'by-owner' || row.term === null || Temporal.Instant.compare(row.term, access.now()) <= 0;
    if (row.owner_id === access.membership && ripe)
      return [{ ...line, act: 'decide' as const, reason: row.label, due: row.term }];
    if (!mine && !row.consented && !row.spoke && row.method === 'by-consent' && !ripe) {
      return [{ ...line, act: 'consent' as const, reason: row.label, due: row.term }];
    }
    return [];
  });
};

/**
 * New versions of rules by whose earlier ones the caller or his team works, until he says that he has read them. The reason counts
 * the blocks that changed. Policy: inside on core.rule, core.rule_version, core.block_version, core.use_report.
 */
const toRead: WaitingSource = async (tx, access) => {
  if (access.side !== 'organization') return [];
  const { rows } = await sql<{
    rule_id: string;
    label: string;
    title: string;
    kind: 'procedure' | 'planning' | 'service';
    version: number;
    in_force_from: Temporal.Instant;
    changed: number;
  }>`
    with works_by as (
      select distinct rule_id from core.use_report
      where organization_id = ${access.organization.id} and (membership_id = ${access.membership} or team_id = ${access.team}))
    select r.rule_id, r.label, r.title, r.kind, r.version, v.in_force_from,
      (select count(*) from core.block_version b where b.organization_id = r.organization_id and b.rule_id = r.rule_id
        and b.version = r.version and b.changed) as changed
    from works_by
    join core.rule r on r.organization_id = ${access.organization.id} and r.rule_id = works_by.rule_id
    join core.rule_version v on v.organization_id = r.organization_id and v.rule_id = r.rule_id and v.version = r.version
    where r.withdrawn_at is null and r.owner_id <> ${access.membership} and v.in_force_from <= ${access.now()}
      and exists (select from core.use_report u where u.organization_id = r.organization_id and u.rule_id = r.rule_id
        and u.version < r.version and (u.membership_id = ${access.membership} or u.team_id = ${access.team}))
      and not exists (select from core.use_report u where u.organization_id = r.organization_id and u.rule_id = r.rule_id
        and u.version = r.version and u.membership_id = ${access.membership})
    order by v.in_force_from desc
    limit 50`.execute(tx);
  const channel = { procedure: 'certification', service: 'voice', planning: 'planning' } as const;
  return rows.map((row) => ({
    act: 'read',
    subject: { kind: 'rule', id: row.rule_id },
    label: row.label,
    title: `${row.title} v${row.version}`,
    words: null,
    channel: channel[row.kind],
    reason: String(row.changed),
    due: null,
    since: row.in_force_from,
  }));
};

/** What was transmitted to the caller's customer and waits for his acknowledgement. Policy: customer_reads on core.transmission. */
const toAcknowledge: WaitingSource = async (tx, access) => {
  if (access.side !== 'customer' || !(access.roles.includes('approver') || access.roles.includes('auditor'))) return [];
  const rows = await tx
    .selectFrom('core.transmission')
    .select(['transmission_id', 'number', 'title', 'version', 'transmitted_at', 'acknowledgement_due_on'])
    .where('organization_id', '=', access.organization.id)
    .where('acknowledged_at', 'is', null)
    .where('superseded_by', 'is', null)
    .where('subject_kind', '=', 'rule')
    .orderBy('transmitted_at')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    act: 'acknowledge',
    subject: { kind: 'transmission', id: row.transmission_id },
    label: `T-${row.number}`,
    title: row.version === null ? row.title : `${row.title} v${row.version}`,
    words: null,
    channel: 'certification',
    reason: '',
    due: row.acknowledgement_due_on?.toZonedDateTime(access.organization.timeZone).add({ days: 1 }).toInstant() ?? null,
    since: row.transmitted_at,
  }));
};

/** Grants between rivals that wait for a second signature, for whoever did not sign first. Policy: inside on every table named. */
const toSignSecond: WaitingSource = async (tx, access) => {
  if (access.side !== 'organization' || !access.roles.includes('quality-manager')) return [];
  const rows = await tx
    .selectFrom('core.disclosure as d')
    .innerJoin('core.rule as r', (join) =>
      join.onRef('r.organization_id', '=', 'd.organization_id').onRef('r.rule_id', '=', 'd.rule_id'),
    )
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'd.organization_id').onRef('c.customer_id', '=', 'd.customer_id'),
    )
    .select(['d.disclosure_id', 'd.agreement', 'd.granted_at', 'r.label', 'c.name'])
    .where('d.organization_id', '=', access.organization.id)
    .where('d.needs_second', '=', true)
    .where('d.second_by', 'is', null)
    .where('d.revoked_at', 'is', null)
    .where('d.granted_by', '!=', access.membership)
    .orderBy('d.granted_at')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    act: 'sign',
    subject: { kind: 'disclosure', id: row.disclosure_id },
    label: row.label,
    title: row.name,
    words: null,
    channel: 'certification',
    reason: row.agreement,
    due: null,
    since: row.granted_at,
  }));
};

/** The four real lines of a house that has just been founded; each ends when it is done. Policy: inside. */
const firstSteps: WaitingSource = async (tx, access) => {
  if (access.side !== 'organization' || !access.roles.includes('administrator')) return [];
  const { rows } = await sql<{
    colleagues: boolean;
    customers: boolean;
    rules: boolean;
    words: boolean;
    founded_at: Temporal.Instant;
  }>`
    select o.founded_at,
      exists (select from access.membership m where m.organization_id = o.organization_id and m.membership_id <> ${access.membership}::uuid and m.side = 'organization')
        or exists (select from access.invitation i where i.organization_id = o.organization_id) as colleagues,
      exists (select from access.customer c where c.organization_id = o.organization_id) as customers,
      exists (select from core.rule r where r.organization_id = o.organization_id) as rules,
      exists (select from core.intervention i where i.organization_id = o.organization_id) as words
    from access.organization o where o.organization_id = ${access.organization.id}`.execute(tx);
  const has = rows[0]!;
  const steps = [
    ...(has.colleagues ? [] : ['invite' as const]),
    ...(has.customers ? [] : ['add-customer' as const]),
    ...(has.rules ? [] : ['write' as const]),
    ...(has.words ? [] : ['take-in' as const]),
  ];
  return steps.map((act) => ({
    act,
    subject: { kind: 'first-step', id: act },
    label: '',
    title: '',
    words: null,
    channel: null,
    reason: '',
    due: null,
    since: has.founded_at,
  }));
};

export const waitingInCore: readonly WaitingSource[] = [
  toAnswer,
  toDeliberate,
  toRead,
  toAcknowledge,
  toSignSecond,
  firstSteps,
];
