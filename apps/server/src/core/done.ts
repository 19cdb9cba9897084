import { sql } from 'kysely';
import { z } from 'zod';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { id, instant } from '../platform/schemas.ts';

/** Something that the caller did today. `undo` says by what it is taken back; null where it stands, as what was signed does. */
export const doneLine = z
  .object({
    act: z.enum(['answered', 'consented', 'objected', 'argued', 'answered-objection', 'decided', 'read', 'joined']),
    subject: z.object({ kind: z.string(), id }),
    label: z.string(),
    title: z.string(),
    at: instant,
    undo: z.object({ kind: z.enum(['consent', 'remark', 'reading', 'joining']), id }).nullable(),
  })
  .meta({ id: 'DoneLine' });

export type DoneLine = z.output<typeof doneLine>;

/** What the caller did in one room since an instant. Each room gives its own. */
export type DoneSource = (tx: Transaction, access: Access, since: Temporal.Instant) => Promise<readonly DoneLine[]>;

type Row = {
  readonly act: DoneLine['act'];
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly at: Temporal.Instant;
  readonly undo_kind: 'consent' | 'remark' | 'reading' | null;
  readonly undo_id: string | null;
};

/**
 * In the rooms that all share: answers, voices and remarks on proposals, decisions, readings; each branch reads the index of its
 * author. Policy: inside.
 */
export const doneInCore: DoneSource = async (tx, access, since) => {
  if (access.side !== 'organization') return [];
  const organization = access.organization.id;
  const me = access.membership;
  const { rows } = await sql<Row>`
    select 'answered' as act, 'intervention' as kind, i.intervention_id as id, 'I-' || i.number as label,
      case when i.consent = 'none' then '' else left(i.words, 200) end as title, i.answered_at as at,
      null::text as undo_kind, null::uuid as undo_id
    from core.intervention i
    where i.organization_id = ${organization} and i.answered_by = ${me} and i.answered_at >= ${since}
    union all
    select 'consented', 'proposal', p.proposal_id, 'P-' || p.number, p.title, v.given_at,
      case when p.state = 'open' then 'consent' end, p.proposal_id
    from core.voice_on_proposal v join core.proposal p on p.organization_id = v.organization_id and p.proposal_id = v.proposal_id
    where v.organization_id = ${organization} and v.membership_id = ${me} and v.given_at >= ${since}
    union all
    select case k.kind when 'objection' then 'objected' else 'argued' end, 'proposal', p.proposal_id, 'P-' || p.number, p.title, k.said_at,
      case when p.state = 'open' then 'remark' end, k.remark_id
    from core.remark k join core.proposal p on p.organization_id = k.organization_id and p.proposal_id = k.proposal_id
    where k.organization_id = ${organization} and k.said_by = ${me} and k.said_at >= ${since} and k.withdrawn_at is null
    union all
    select 'answered-objection', 'proposal', p.proposal_id, 'P-' || p.number, p.title, a.said_at, null, null
    from core.answer a
    join core.remark k on k.organization_id = a.organization_id and k.remark_id = a.remark_id
    join core.proposal p on p.organization_id = k.organization_id and p.proposal_id = k.proposal_id
    where a.organization_id = ${organization} and a.said_by = ${me} and a.said_at >= ${since}
    union all
    select 'decided', 'proposal', p.proposal_id, 'P-' || p.number, p.title, d.decided_at, null, null
    from core.decision d join core.proposal p on p.organization_id = d.organization_id and p.proposal_id = d.proposal_id
    where d.organization_id = ${organization} and d.decided_by = ${me} and d.decided_at >= ${since}
    union all
    select 'read', 'rule', r.rule_id, r.label, r.title || ' v' || u.version, u.said_at, 'reading', r.rule_id
    from core.use_report u join core.rule r on r.organization_id = u.organization_id and r.rule_id = u.rule_id
    where u.organization_id = ${organization} and u.membership_id = ${me} and u.said_at >= ${since} and u.kind = 'read'
      and u.version = r.version
    order by at desc
    limit 100`.execute(tx);
  return rows.map((row) => ({
    act: row.act,
    subject: { kind: row.kind, id: row.id },
    label: row.label,
    title: row.title,
    at: row.at,
    undo: row.undo_kind === null || row.undo_id === null ? null : { kind: row.undo_kind, id: row.undo_id },
  }));
};
