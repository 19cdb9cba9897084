import type { WaitingSource } from '../core/waiting.ts';

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
    .select(['y.reply_id', 'y.item', 'y.made_at', 'r.document', 'i.words', 'i.words_language'])
    .where('y.organization_id', '=', access.organization.id)
    .where('y.state', '=', 'offered')
    .orderBy('y.made_at')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    act: 'take-offer',
    subject: { kind: 'offer', id: row.reply_id },
    label: '',
    title: row.item,
    words: { text: row.words, language: row.words_language },
    channel: 'planning',
    reason: row.document,
    due: null,
    since: row.made_at,
  }));
};

/** Files that cannot go on without the planner: unknown senders and quarantine. Policy: inside on planning.interchange. */
const toSort: WaitingSource = async (tx, access) => {
  if (access.side !== 'organization' || !access.roles.includes('planner')) return [];
  const rows = await tx
    .selectFrom('planning.interchange as i')
    .innerJoin('planning.file as f', (join) =>
      join.onRef('f.organization_id', '=', 'i.organization_id').onRef('f.file_id', '=', 'i.file_id'),
    )
    .select(['i.interchange_id', 'f.name', 'i.sender', 'i.control_reference', 'i.received_at'])
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
    reason: row.sender ?? '',
    due: null,
    since: row.received_at,
  }));
};

export const waitingInPlanning: readonly WaitingSource[] = [toTake, toSort];
