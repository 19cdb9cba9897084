import type { WaitingSource } from '../core/waiting.ts';
import type { JudgedWeek } from './apply-release.ts';
import type { Amount } from './reply-store.ts';
import { askedBeyond, offered, reasons } from './waiting-in-words.ts';

/** Offers that wait for the customer. Policy: customer_reads on planning.reply. */
const toTake: WaitingSource = async (tx, access) => {
  if (access.side !== 'customer' || !access.roles.some((role) => role === 'scheduler' || role === 'approver'))
    return [];
  const rows = await tx
    .selectFrom('planning.reply as y')
    .innerJoin('planning.release as r', (join) =>
      join.onRef('r.organization_id', '=', 'y.organization_id').onRef('r.release_id', '=', 'y.release_id'),
    )
    .innerJoin('core.intervention as i', (join) =>
      join.onRef('i.organization_id', '=', 'y.organization_id').onRef('i.intervention_id', '=', 'y.intervention_id'),
    )
    .select(['y.reply_id', 'y.item', 'y.lines', 'y.made_at', 'r.document', 'i.words', 'i.words_language'])
    .where('y.organization_id', '=', access.organization.id)
    .where('y.state', '=', 'offered')
    .orderBy('y.made_at')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    act: 'take-offer',
    subject: { kind: 'offer', id: row.reply_id },
    label: '',
    title: offered(row.item, row.lines as readonly Amount[], access.language),
    words: { text: row.words, language: row.words_language },
    channel: 'planning',
    reason: reasons[access.language].release(row.document),
    due: null,
    since: row.made_at,
  }));
};

/** What releases ask beyond the rules, and cancellations. Policies: inside on core.intervention and the tables of releases. */
const toAnswer: WaitingSource = async (tx, access) => {
  if (access.side !== 'organization' || !access.roles.includes('planner')) return [];
  const rows = await tx
    .selectFrom('core.intervention as i')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .innerJoin('planning.release as r', (join) =>
      join.onRef('r.organization_id', '=', 'i.organization_id').onRef('r.release_id', '=', 'i.source_id'),
    )
    .leftJoin('planning.release_line as l', (join) =>
      join.onRef('l.organization_id', '=', 'i.organization_id').onRef('l.intervention_id', '=', 'i.intervention_id'),
    )
    .select(['i.intervention_id', 'i.number', 'i.words', 'i.words_language', 'i.due_at', 'i.received_at'])
    .select(['c.name as customer', 'r.document', 'l.item', 'l.weeks'])
    .where('i.organization_id', '=', access.organization.id)
    .where('i.state', '=', 'open')
    .where('i.source_kind', '=', 'release')
    .orderBy('i.due_at')
    .limit(50)
    .execute();
  return rows.map((row) => {
    const line = row.item === null ? null : { item: row.item, weeks: row.weeks as readonly JudgedWeek[] };
    return {
      act: 'answer',
      subject: { kind: 'intervention', id: row.intervention_id },
      label: `I-${row.number}`,
      title: askedBeyond(row.customer, line, access.language),
      words: { text: row.words, language: row.words_language },
      channel: 'planning',
      reason: reasons[access.language].release(row.document),
      due: row.due_at,
      since: row.received_at,
    };
  });
};

/** Files that cannot go on without the planner: unknown senders and quarantine. Policy: inside on planning.interchange. */
const toSort: WaitingSource = async (tx, access) => {
  if (access.side !== 'organization' || !access.roles.includes('planner')) return [];
  const rows = await tx
    .selectFrom('planning.interchange as i')
    .innerJoin('planning.file as f', (join) =>
      join.onRef('f.organization_id', '=', 'i.organization_id').onRef('f.file_id', '=', 'i.file_id'),
    )
    .select(['i.interchange_id', 'f.name', 'i.sender', 'i.control_reference', 'i.received_at', 'i.state', 'i.reason'])
    .where('i.organization_id', '=', access.organization.id)
    .where('i.state', 'in', ['unknown-sender', 'quarantined'])
    .orderBy('i.received_at')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    act: 'take-in',
    subject: { kind: 'interchange', id: row.interchange_id },
    label: row.control_reference ?? '',
    title: row.name,
    words: null,
    channel: 'planning',
    reason: reasons[access.language][whyOf(row)](row.sender ?? '–'),
    due: null,
    since: row.received_at,
  }));
};

const whyOf = ({ state, reason }: { readonly state: string; readonly reason: string | null }) =>
  state !== 'quarantined' ? 'unknown-sender' : reason === 'changed' ? 'quarantined' : 'misfit';

export const waitingInPlanning: readonly WaitingSource[] = [toAnswer, toTake, toSort];
