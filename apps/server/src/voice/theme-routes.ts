import { z } from 'zod';
import { routes } from '../access/routes.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, language, page, pageQuery, text } from '../platform/schemas.ts';
import { listExpectations } from './expectation-store.ts';
import { joinToTheme, makeTheme, splitTheme, undoJoining } from './gather.ts';
import { proposeFromTheme } from './propose-from-theme.ts';
import { sharedWords } from './shared-words.ts';
import { type ThemeRow, answersOfTheme, findTheme, joiningsOf, listThemes, proposalsOfTheme } from './theme-store.ts';

const count = z.number().int();
const state = z.enum(['open', 'proposed', 'answered']);

const theme = z
  .object({
    id,
    title: z.string(),
    language,
    state,
    /** The weight: distinct customers and households, those included whose words are not shown. */
    customers: count,
    expectations: count,
    sites: count,
    /** Expectations that may not be cited: counted, their words shown to nobody here. */
    countedOnly: count,
    proposal: z.object({ id, number: count, title: z.string(), state: z.string() }).nullable(),
    madeAt: instant,
  })
  .meta({ id: 'Theme' });

const joining = z.object({
  id,
  expectation: id,
  words: z.string().nullable(),
  language: language.nullable(),
  theme: z.string(),
  from: z.string().nullable(),
  because: z.array(z.string()),
  joinedAt: instant,
  undone: z.boolean(),
  /** Whether it led into this theme; else out of it. */
  into: z.boolean(),
});

const expectations = z.array(id).min(1).max(200);
const one = z.object({ theme: id });
const gatherers = ['organization:technician', 'organization:team-lead'] as const;

/** Themes: expectations that say the same, and the proposals that they start. */
export const themeRoutes = routes((r) => {
  r.get(
    '/organizations/:organization/themes',
    {
      summary: 'Themes, heaviest first',
      allow: ['organization:*'],
      query: pageQuery.extend({ state: state.optional() }),
      answer: page(theme),
    },
    ({ access, query }) =>
      access.transaction(async (tx) => {
        const { rows, next } = await listThemes(tx, access.organization.id, query);
        return ok({ rows: rows.map(present), next });
      }),
  );

  r.post(
    '/organizations/:organization/themes',
    {
      summary: 'Make a theme of expectations that say the same',
      allow: gatherers,
      body: z.strictObject({ title: text(200), expectations }),
      answer: z.object({ theme: id }),
      status: 201,
    },
    ({ access, body }) => makeTheme(access, body),
  );

  r.get(
    '/organizations/:organization/themes/:theme',
    {
      summary: 'One theme: its weight, its proposals, what became of the answers, and its history',
      allow: ['organization:*'],
      params: one,
      answer: theme.extend({
        proposals: z.array(
          z.object({
            id,
            number: count,
            title: z.string(),
            state: z.string(),
            rule: z.object({ id, label: z.string(), title: z.string() }),
            decision: z
              .object({ outcome: z.enum(['adopted', 'refused']), version: count.nullable(), decidedAt: instant })
              .nullable(),
          }),
        ),
        answers: z.object({ sent: count, seen: count, mailed: count, contested: count }),
        joinings: z.array(joining),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const row = await findTheme(tx, organization, params.theme);
        if (row === undefined) return refuse('not-found');
        const proposals = await proposalsOfTheme(tx, organization, params.theme);
        const answers = await answersOfTheme(tx, organization, params.theme);
        const joinings = await joiningsOf(tx, organization, params.theme);
        return ok({
          ...present(row),
          proposals: proposals.map((p) => ({
            id: p.proposal_id,
            number: p.number,
            title: p.title,
            state: p.state,
            rule: { id: p.rule_id, label: p.label, title: p.rule_title },
            decision:
              p.outcome === null || p.decided_at === null
                ? null
                : { outcome: p.outcome, version: p.version, decidedAt: p.decided_at },
          })),
          answers: {
            sent: answers.length,
            seen: answers.filter((a) => a.seen_at !== null).length,
            mailed: answers.filter((a) => a.mailed).length,
            contested: answers.filter((a) => a.contested_at !== null).length,
          },
          joinings: joinings.map((j) => ({
            id: j.joining_id,
            expectation: j.expectation_id,
            words: j.words,
            language: j.words_language,
            theme: j.theme_title,
            from: j.from_title,
            because: j.words === null ? [] : j.because,
            joinedAt: j.joined_at,
            undone: j.undone_at !== null,
            into: j.theme_id === params.theme,
          })),
        });
      }),
  );

  r.get(
    '/organizations/:organization/themes/:theme/suggestions',
    {
      summary: 'Expectations that may say the same, and by which words',
      allow: gatherers,
      params: one,
      answer: z.object({
        rows: z.array(z.object({ id, words: z.string(), language, because: z.array(z.string()) })),
      }),
    },
    ({ access, params }) =>
      access.transaction(async (tx) => {
        const organization = access.organization.id;
        const row = await findTheme(tx, organization, params.theme);
        if (row === undefined) return refuse('not-found');
        const inTheme = await listExpectations(tx, organization, { theme: params.theme, limit: 50 });
        const said = [row.title, ...inTheme.rows.map((e) => e.words)].join(' ');
        const alone = await listExpectations(tx, organization, { joined: 'no', limit: 200 });
        const rows = alone.rows
          .filter((e) => e.withdrawn_at === null)
          .map((e) => ({
            id: e.expectation_id,
            words: e.words,
            language: e.words_language,
            because: sharedWords(said, e.words),
          }))
          .filter((e) => e.because.length > 0)
          .toSorted((a, b) => b.because.length - a.because.length)
          .slice(0, 10);
        return ok({ rows });
      }),
  );

  r.post(
    '/organizations/:organization/themes/:theme/joinings',
    {
      summary: 'Join expectations to a theme',
      allow: gatherers,
      params: one,
      body: z.strictObject({ expectations }),
    },
    ({ access, params, body }) => joinToTheme(access, params.theme, body.expectations),
  );

  r.post(
    '/organizations/:organization/themes/:theme/split',
    {
      summary: 'Split expectations off into a theme of their own',
      allow: ['organization:team-lead'],
      params: one,
      body: z.strictObject({ title: text(200), expectations }),
      answer: z.object({ theme: id }),
      status: 201,
    },
    ({ access, params, body }) => splitTheme(access, params.theme, body),
  );

  r.post(
    '/organizations/:organization/joinings/:joining/undoing',
    {
      summary: 'Undo a joining or a split, at any time',
      allow: gatherers,
      params: z.object({ joining: id }),
    },
    ({ access, params }) => undoJoining(access, params.joining),
  );

  r.post(
    '/organizations/:organization/themes/:theme/proposals',
    {
      summary: 'Begin a proposal on a service rule that answers a theme',
      allow: ['organization:*'],
      params: one,
      body: z.strictObject({
        title: text(200),
        method: z.enum(['by-owner', 'by-consent']).default('by-consent'),
        on: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('rule'), rule: id }),
          z.strictObject({ kind: z.literal('new-rule'), title: text(200), text: text(10_000) }),
        ]),
      }),
      answer: z.object({ proposal: id, number: count, rule: id, label: z.string() }),
      status: 201,
    },
    ({ access, params, body }) => proposeFromTheme(access, params.theme, body),
  );
});

const present = (row: ThemeRow): z.output<typeof theme> => ({
  id: row.theme_id,
  title: row.title,
  language: row.language,
  state: row.state,
  customers: row.customers,
  expectations: row.expectations,
  sites: row.sites,
  countedOnly: row.counted_only,
  proposal:
    row.proposal_id === null || row.number === null || row.proposal_title === null || row.proposal_state === null
      ? null
      : { id: row.proposal_id, number: row.number, title: row.proposal_title, state: row.proposal_state },
  madeAt: row.made_at,
});
