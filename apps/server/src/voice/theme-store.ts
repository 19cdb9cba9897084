import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';

/** SQL of themes. Policy: inside on voice.theme, voice.joining, voice.theme_proposal. Weights come from voice.weigh. */

/** Heaviest first: by distinct customers. */
export async function listThemes(
  tx: Transaction,
  organization: string,
  filter: {
    readonly state?: 'open' | 'proposed' | 'answered' | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
) {
  const key = decodeKey(filter.after, 2);
  const rows = await themes(tx, organization)
    .$if(filter.state !== undefined, (q) => q.where('t.state', '=', filter.state!))
    .$if(key !== undefined, (q) =>
      q.where(sql<SqlBool>`(t.customers, t.theme_id) < (${key?.[0]}::int, ${key?.[1]}::uuid)`),
    )
    .orderBy('t.customers', 'desc')
    .orderBy('t.theme_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [String(row.customers), row.theme_id]);
}

export const findTheme = (tx: Transaction, organization: string, theme: string) =>
  themes(tx, organization).where('t.theme_id', '=', theme).executeTakeFirst();

export type ThemeRow = NonNullable<Awaited<ReturnType<typeof findTheme>>>;

/** With the newest proposal that the theme has started. */
const themes = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('voice.theme as t')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('voice.theme_proposal as tp')
          .innerJoin('core.proposal as p', (join) =>
            join.onRef('p.organization_id', '=', 'tp.organization_id').onRef('p.proposal_id', '=', 'tp.proposal_id'),
          )
          .select(['p.proposal_id', 'p.number', 'p.title as proposal_title', 'p.state as proposal_state'])
          .whereRef('tp.organization_id', '=', 't.organization_id')
          .whereRef('tp.theme_id', '=', 't.theme_id')
          .orderBy('tp.begun_at', 'desc')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .selectAll('t')
    .select(['p.proposal_id', 'p.number', 'p.proposal_title', 'p.proposal_state'])
    .where('t.organization_id', '=', organization);

export const lockTheme = (tx: Transaction, organization: string, theme: string) =>
  tx
    .selectFrom('voice.theme')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('theme_id', '=', theme)
    .forUpdate()
    .executeTakeFirst();

/** Counts a theme anew after a joining, a split or a withdrawal. */
export async function weigh(tx: Transaction, theme: string): Promise<void> {
  await sql`
    update voice.theme t set (customers, expectations, sites, counted_only) =
      (select w.customers, w.expectations, w.sites, w.counted_only from voice.weigh(${theme}) w)
    where t.organization_id = sec.inside() and t.theme_id = ${theme}`.execute(tx);
}

export const proposalsOfTheme = (tx: Transaction, organization: string, theme: string) =>
  tx
    .selectFrom('voice.theme_proposal as tp')
    .innerJoin('core.proposal as p', (join) =>
      join.onRef('p.organization_id', '=', 'tp.organization_id').onRef('p.proposal_id', '=', 'tp.proposal_id'),
    )
    .innerJoin('core.rule as r', (join) =>
      join.onRef('r.organization_id', '=', 'p.organization_id').onRef('r.rule_id', '=', 'p.rule_id'),
    )
    .leftJoin('core.decision as d', (join) =>
      join.onRef('d.organization_id', '=', 'p.organization_id').onRef('d.proposal_id', '=', 'p.proposal_id'),
    )
    .select(['p.proposal_id', 'p.number', 'p.title', 'p.state', 'r.rule_id', 'r.label', 'r.title as rule_title'])
    .select(['d.version', 'd.outcome', 'd.decided_at', 'tp.begun_at'])
    .where('tp.organization_id', '=', organization)
    .where('tp.theme_id', '=', theme)
    .orderBy('tp.begun_at', 'desc')
    .execute();

/** The newest joinings of a theme, and those that led out of it: what can be undone. Nobody's name is shown. */
export const joiningsOf = (tx: Transaction, organization: string, theme: string) =>
  tx
    .selectFrom('voice.joining as j')
    .leftJoin('voice.expectation as e', (join) =>
      join.onRef('e.organization_id', '=', 'j.organization_id').onRef('e.expectation_id', '=', 'j.expectation_id'),
    )
    .leftJoin('voice.theme as f', (join) =>
      join.onRef('f.organization_id', '=', 'j.organization_id').onRef('f.theme_id', '=', 'j.from_theme_id'),
    )
    .innerJoin('voice.theme as t', (join) =>
      join.onRef('t.organization_id', '=', 'j.organization_id').onRef('t.theme_id', '=', 'j.theme_id'),
    )
    .select(['j.joining_id', 'j.theme_id', 'j.expectation_id', 'j.because', 'j.joined_at', 'j.undone_at'])
    .select(['t.title as theme_title', 'f.title as from_title', 'e.words', 'e.words_language'])
    .where('j.organization_id', '=', organization)
    .where((eb) => eb.or([eb('j.theme_id', '=', theme), eb('j.from_theme_id', '=', theme)]))
    .orderBy('j.joined_at', 'desc')
    .limit(100)
    .execute();

/** What answers told of a theme's words: sent, seen, and those who said that it is not what they meant. Policy: with_the_expectation. */
export const answersOfTheme = (tx: Transaction, organization: string, theme: string) =>
  tx
    .selectFrom('voice.answer as a')
    .innerJoin('voice.expectation as e', (join) =>
      join.onRef('e.organization_id', '=', 'a.organization_id').onRef('e.expectation_id', '=', 'a.expectation_id'),
    )
    .select(['a.answer_id', 'a.expectation_id', 'a.answered_at', 'a.seen_at', 'a.mailed', 'e.withdrawn_at'])
    .select(['a.contested_at', 'a.contest_words', 'a.reply', 'a.language'])
    .where('a.organization_id', '=', organization)
    .where('e.theme_id', '=', theme)
    .execute();
