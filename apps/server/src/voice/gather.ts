import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { announce } from '../core/live.ts';
import { indexForSearch, removeFromSearch } from '../core/search.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { citeExpectations } from './cite-expectations.ts';
import { type ExpectationRow, findExpectation, lockExpectation } from './expectation-store.ts';
import { sharedWords } from './shared-words.ts';
import { findTheme, lockTheme, proposalsOfTheme, weigh } from './theme-store.ts';

/**
 * Makes a theme of expectations that say the same. From then on those that may be cited are seen by the whole organization.
 * @refuses not-found (an expectation that the caller does not see), words-withdrawn
 */
export function makeTheme(
  access: Access,
  wish: { readonly title: string; readonly expectations: readonly string[] },
): Promise<Result<{ readonly theme: string }>> {
  return access.transaction(async (tx) => {
    const theme = await insertTheme(tx, access, wish.title);
    const joined = await joinIn(tx, access, theme, wish.expectations);
    return joined.ok ? ok({ theme }) : joined;
  });
}

/**
 * Joins expectations to a theme; one that stands in another theme moves over. Where the theme has an open proposal, they are cited there.
 * @refuses not-found, words-withdrawn
 */
export function joinToTheme(access: Access, theme: string, expectations: readonly string[]): Promise<Result<null>> {
  return access.transaction((tx) => joinIn(tx, access, theme, expectations));
}

/**
 * Splits expectations off into a theme of their own.
 * @refuses not-found (also for an expectation that is not in the theme)
 */
export function splitTheme(
  access: Access,
  theme: string,
  wish: { readonly title: string; readonly expectations: readonly string[] },
): Promise<Result<{ readonly theme: string }>> {
  return access.transaction(async (tx) => {
    for (const id of wish.expectations) {
      const row = await findExpectation(tx, access.organization.id, id);
      if (row?.theme_id !== theme) return refuse('not-found');
    }
    const split = await insertTheme(tx, access, wish.title);
    const joined = await joinIn(tx, access, split, wish.expectations);
    return joined.ok ? ok({ theme: split }) : joined;
  });
}

/**
 * Undoes a joining: the expectation goes back to the theme it came from, or stands alone again, which only its own team can do, since
 * it alone sees what is in no theme. The row stays, as history.
 * @refuses not-found (also when it has been undone or overtaken by another joining); not-your-role to another team
 */
export function undoJoining(access: Access, joining: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const undone = await tx
      .updateTable('voice.joining')
      .set({ undone_at: access.now() })
      .where('organization_id', '=', organization)
      .where('joining_id', '=', joining)
      .where('undone_at', 'is', null)
      .returning(['theme_id', 'from_theme_id', 'expectation_id'])
      .executeTakeFirst();
    if (undone === undefined) return refuse('not-found');
    await lockExpectation(tx, organization, undone.expectation_id);
    const row = await findExpectation(tx, organization, undone.expectation_id);
    if (row === undefined) return refuse('not-found');
    if (undone.from_theme_id === null && !isOfItsTeam(row, access)) {
      const roles = { en: 'the team that heard it', fr: 'l’équipe qui l’a entendu' }[access.language];
      return refuse('not-your-role', { roles });
    }
    await moveExpectation(tx, access, row, undone.from_theme_id, { because: [], from: undone.theme_id });
    return ok(null);
  });
}

/** Who sees an expectation that is in no theme: whoever brought it, his peers, the lead once their days are over (migration 0500, `team`). */
const isOfItsTeam = (row: ExpectationRow, access: Access): boolean =>
  row.mine ||
  (row.team_id === access.team &&
    (access.roles.includes('team-lead')
      ? Temporal.Instant.compare(row.lead_from, Temporal.Now.instant()) <= 0
      : access.roles.includes('technician')));

async function insertTheme(tx: Transaction, access: Access, title: string): Promise<string> {
  const theme = newId();
  const organization = access.organization.id;
  await tx
    .insertInto('voice.theme')
    .values({
      organization_id: organization,
      theme_id: theme,
      title,
      language: access.language,
      made_at: access.now(),
    })
    .execute();
  const document = { kind: 'theme', id: theme, audience: 'organization', label: '', title, body: '' } as const;
  await indexForSearch(tx, access, document);
  return theme;
}

async function joinIn(
  tx: Transaction,
  access: Access,
  themeId: string,
  expectations: readonly string[],
): Promise<Result<null>> {
  const organization = access.organization.id;
  if ((await lockTheme(tx, organization, themeId)) === undefined) return refuse('not-found');
  const theme = (await findTheme(tx, organization, themeId))!;
  for (const id of new Set(expectations)) {
    await lockExpectation(tx, organization, id);
    const row = await findExpectation(tx, organization, id);
    if (row === undefined) return refuse('not-found');
    if (row.withdrawn_at !== null) return refuse('words-withdrawn');
    if (row.theme_id === themeId) continue;
    await tx
      .updateTable('voice.joining')
      .set({ undone_at: access.now() })
      .where('organization_id', '=', organization)
      .where('expectation_id', '=', id)
      .where('undone_at', 'is', null)
      .execute();
    await moveExpectation(tx, access, row, themeId, {
      because: sharedWords(theme.title, row.words),
      from: row.theme_id,
    });
  }
  for (const proposal of await proposalsOfTheme(tx, organization, themeId)) {
    if (proposal.state === 'draft' || proposal.state === 'open')
      await citeExpectations(tx, access, themeId, proposal.proposal_id);
  }
  return ok(null);
}

/** Puts an expectation into a theme or out of all, with the row that tells of it, what searching finds, and both weights. */
async function moveExpectation(
  tx: Transaction,
  access: Access,
  row: ExpectationRow,
  theme: string | null,
  how: { readonly because: string[]; readonly from: string | null },
): Promise<void> {
  const organization = access.organization.id;
  const expectation = row.expectation_id;
  if (theme !== null) {
    await tx
      .insertInto('voice.joining')
      .values({
        organization_id: organization,
        joining_id: newId(),
        theme_id: theme,
        expectation_id: expectation,
        from_theme_id: how.from,
        because: how.because,
        joined_by: access.membership,
        joined_at: access.now(),
      })
      .execute();
  }
  if (theme !== null && row.consent !== 'none') {
    await indexForSearch(tx, access, {
      kind: 'expectation',
      id: expectation,
      audience: 'organization',
      label: '',
      title: row.consent === 'by-name' ? (row.customer_label ?? '') : '',
      body: row.words,
    });
  } else {
    await removeFromSearch(tx, organization, expectation);
  }
  // Last: out of every theme the row is no longer the caller's to see, unless it is his team's.
  await tx
    .updateTable('voice.expectation')
    .set({ theme_id: theme })
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .execute();
  for (const changed of [theme, how.from]) {
    if (changed === null) continue;
    await weigh(tx, changed);
    await announce(tx, { organization, subject: { kind: 'theme', id: changed }, customer: null });
  }
  await announce(tx, { organization, subject: { kind: 'expectation', id: expectation }, customer: null });
}
