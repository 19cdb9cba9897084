import { type Access, holds } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import type { WaitingLine, WaitingSource } from '../core/waiting.ts';

/** Lines of one kind that are shown at most: the rest is on the pages. */
const most = 5;

/** What waits for a team lead in this room: who says that an answer is not what he meant, and expectations that stand alone. */
export const voiceWaiting: WaitingSource = async (tx, access) =>
  holds(access, 'team-lead') ? [...(await contested(tx, access)), ...(await alone(tx, access))] : [];

/** Policy: with_the_expectation on voice.answer. */
async function contested(tx: Transaction, access: Access): Promise<WaitingLine[]> {
  const rows = await tx
    .selectFrom('voice.answer as a')
    .innerJoin('voice.expectation as e', (join) =>
      join.onRef('e.organization_id', '=', 'a.organization_id').onRef('e.expectation_id', '=', 'a.expectation_id'),
    )
    .select(['a.expectation_id', 'a.rule_title', 'a.contested_at', 'e.words', 'e.words_language'])
    .where('a.organization_id', '=', access.organization.id)
    .where('a.contested_at', 'is not', null)
    .where('a.replied_at', 'is', null)
    .where('e.withdrawn_at', 'is', null)
    .orderBy('a.contested_at')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    act: 'answer',
    subject: { kind: 'expectation', id: row.expectation_id },
    label: '',
    title: row.rule_title,
    words: { text: row.words, language: row.words_language },
    channel: 'voice',
    reason: texts[access.language].contested,
    due: null,
    since: row.contested_at!,
  }));
}

/** Policy: team_or_joined on voice.expectation: the lead sees what is past the peers' days. */
async function alone(tx: Transaction, access: Access): Promise<WaitingLine[]> {
  const rows = await tx
    .selectFrom('voice.expectation')
    .select(['expectation_id', 'words', 'words_language', 'lead_from'])
    .where('organization_id', '=', access.organization.id)
    .where('theme_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('received_at')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    act: 'join',
    subject: { kind: 'expectation', id: row.expectation_id },
    label: '',
    title: texts[access.language].alone,
    words: { text: row.words, language: row.words_language },
    channel: 'voice',
    reason: texts[access.language].aloneBecause,
    due: null,
    since: row.lead_from,
  }));
}

const texts = {
  en: {
    contested: '“This is not what I meant”',
    alone: 'An expectation that stands in no theme',
    aloneBecause: 'The peers’ days are over',
  },
  fr: {
    contested: '« Ce n’est pas ce que je voulais dire »',
    alone: 'Une attente qui n’est dans aucun thème',
    aloneBecause: 'Les jours entre pairs sont passés',
  },
} as const;
