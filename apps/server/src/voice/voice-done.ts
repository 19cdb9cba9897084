import type { DoneSource } from '../core/done.ts';

/** Expectations that the caller joined to themes; a split is a joining too. Policy: inside on voice.joining. */
export const voiceDone: DoneSource = async (tx, access, since) => {
  if (access.side !== 'organization') return [];
  const rows = await tx
    .selectFrom('voice.joining as j')
    .innerJoin('voice.theme as t', (join) =>
      join.onRef('t.organization_id', '=', 'j.organization_id').onRef('t.theme_id', '=', 'j.theme_id'),
    )
    .select(['j.joining_id', 'j.theme_id', 'j.joined_at', 't.title'])
    .where('j.organization_id', '=', access.organization.id)
    .where('j.joined_by', '=', access.membership)
    .where('j.joined_at', '>=', since)
    .where('j.undone_at', 'is', null)
    .orderBy('j.joined_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    act: 'joined',
    subject: { kind: 'theme', id: row.theme_id },
    label: '',
    title: row.title,
    at: row.joined_at,
    undo: { kind: 'joining', id: row.joining_id },
  }));
};
