import { z } from 'zod';
import { type SystemAccess, actAsSystem } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import type { Parts } from '../access/room.ts';
import { type RouteGroup, routes } from '../access/routes.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { id, instant, page, pageQuery } from '../platform/schemas.ts';
import { answerDocument } from './answer-document.ts';
import { readAnswerLink } from './answer-link.ts';
import { findByLink } from './answer-store.ts';
import { contestAnswer } from './contest-answer.ts';
import { listSaid, markSeen } from './said-store.ts';
import { withdrawWords } from './withdraw-words.ts';

const told = z
  .object({
    organization: z.string(),
    answeredAt: instant,
    /** Null once the words were withdrawn: then nothing of the answer is kept but the proof. */
    document: answerDocument.nullable(),
    contested: z.object({ at: instant, words: z.string(), reply: z.string().nullable() }).nullable(),
    withdrawnAt: instant.nullable(),
  })
  .meta({ id: 'ToldAnswer' });

const said = z
  .object({
    id,
    kind: z.enum(['intervention', 'expectation']),
    channel: z.enum(['certification', 'voice', 'planning']),
    words: z.string(),
    language: z.string(),
    at: instant,
    state: z.enum(['open', 'offered', 'answered', 'refused', 'withdrawn']),
    /** What became of it, in words; the whole answer where there is one to open. */
    answer: z.object({ id: id.nullable(), words: z.string(), at: instant }).nullable(),
  })
  .meta({ id: 'Said' });

const contest = z.strictObject({ words: z.string().trim().max(5000) });
const token = z.object({ token: z.string().max(100) });

/** Answers to those who were cited: for a customer's side in the portal, for whoever has no account by one link to one page. */
export const answerRoutes = ({ doors }: Parts): RouteGroup =>
  routes((r) => {
    r.open.get(
      '/answers/:token',
      { summary: 'An answer, by its link', allow: 'anyone', params: token, answer: told },
      ({ params }) => byLink(params.token, (tx, system, answer) => tell(tx, system, answer)),
    );

    r.open.post(
      '/answers/:token/contest',
      { summary: 'This is not what I meant', allow: 'anyone', params: token, body: contest },
      ({ params, body }) =>
        byLink(params.token, (tx, system, answer) => contestAnswer(tx, system, answer.answer_id, body.words)),
    );

    r.open.post(
      '/answers/:token/withdrawal',
      { summary: 'Withdraw my words', allow: 'anyone', params: token, body: z.strictObject({}) },
      async ({ params }) => {
        const found = await byLink(params.token, async (_tx, system, answer) => ok({ system, answer }));
        if (!found.ok) return found;
        const { system, answer } = found.value;
        return withdrawWords(system, answer.expectation_id, { askedBy: 'customer', reason: '' });
      },
    );

    r.get(
      '/organizations/:organization/said',
      {
        summary: 'What we said, newest first, and what became of it',
        allow: ['customer:approver', 'customer:reader'],
        query: pageQuery,
        answer: page(said),
      },
      ({ access, query }) =>
        access.transaction(async (tx) => {
          const { rows, next } = await listSaid(tx, access.organization.id, query);
          return ok({
            rows: rows.map((row) => ({
              id: row.id,
              kind: row.kind,
              channel: row.channel,
              words: row.words,
              language: row.language,
              at: row.at,
              state: row.state,
              answer:
                row.answered_at === null ? null : { id: row.answer_id, words: row.answer ?? '', at: row.answered_at },
            })),
            next,
          });
        }),
    );

    r.get(
      '/organizations/:organization/said/answers/:answer',
      {
        summary: 'One answer to our words, with the text before and after',
        allow: ['customer:approver', 'customer:reader'],
        params: z.object({ answer: id }),
        answer: told.extend({ expectation: id }),
      },
      async ({ access, params }) => {
        const own = await ownAnswer(access, params.answer);
        if (own === undefined) return refuse('not-found');
        const system = actAsSystem(doors, access.organization.id);
        return system.transaction(async (tx) => {
          const answer = await findById(tx, access.organization.id, params.answer);
          if (answer === undefined) return refuse('not-found');
          const result = await tell(tx, system, answer);
          return result.ok ? ok({ ...result.value, expectation: own }) : result;
        });
      },
    );

    r.post(
      '/organizations/:organization/said/answers/:answer/contest',
      {
        summary: 'This is not what we meant',
        allow: ['customer:approver'],
        params: z.object({ answer: id }),
        body: contest,
      },
      async ({ access, params, body }) => {
        if ((await ownAnswer(access, params.answer)) === undefined) return refuse('not-found');
        const system = actAsSystem(doors, access.organization.id);
        return system.transaction((tx) => contestAnswer(tx, system, params.answer, body.words));
      },
    );

    r.post(
      '/organizations/:organization/said/:expectation/withdrawal',
      {
        summary: 'Withdraw our words',
        allow: ['customer:approver'],
        params: z.object({ expectation: id }),
        body: z.strictObject({}),
      },
      async ({ access, params }) => {
        // Policy: customer_reads on voice.expectation.
        const own = await access.transaction((tx) =>
          tx
            .selectFrom('voice.expectation')
            .select('expectation_id')
            .where('organization_id', '=', access.organization.id)
            .where('expectation_id', '=', params.expectation)
            .executeTakeFirst(),
        );
        if (own === undefined) return refuse('not-found');
        const system = actAsSystem(doors, access.organization.id);
        return withdrawWords(system, params.expectation, { askedBy: 'customer', reason: '' });
      },
    );

    /** Whoever holds a link comes without a side: the system looks for the one answer that it opens, and does no more. */
    function byLink<T>(
      text: string,
      work: (tx: Transaction, system: SystemAccess, answer: Answer) => Promise<Result<T>>,
    ): Promise<Result<T>> {
      const link = readAnswerLink(text);
      if (link === undefined) return Promise.resolve(refuse('not-found'));
      const system = actAsSystem(doors, link.organization);
      return system.transaction(async (tx) => {
        const answer = await findByLink(tx, link.organization, link.hash);
        return answer === undefined ? refuse('not-found') : work(tx, system, answer);
      });
    }
  });

type Answer = NonNullable<Awaited<ReturnType<typeof findByLink>>>;

async function tell(tx: Transaction, system: SystemAccess, answer: Answer): Promise<Result<z.output<typeof told>>> {
  if (answer.seen_at === null) await markSeen(tx, system.organization.id, answer.answer_id, system.now());
  return ok({
    organization: answer.organization_name,
    answeredAt: answer.answered_at,
    document: answer.bytes === null ? null : answerDocument.parse(JSON.parse(answer.bytes.toString('utf8'))),
    contested:
      answer.contested_at === null
        ? null
        : { at: answer.contested_at, words: answer.contest_words ?? '', reply: answer.reply },
    withdrawnAt: answer.withdrawn_at,
  });
}

/** The expectation behind an answer, where it is the caller's own. Policy: customer_reads on voice.answer. */
const ownAnswer = async (
  access: {
    readonly organization: { readonly id: string };
    transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  },
  answer: string,
): Promise<string | undefined> =>
  (
    await access.transaction((tx) =>
      tx
        .selectFrom('voice.answer')
        .select('expectation_id')
        .where('organization_id', '=', access.organization.id)
        .where('answer_id', '=', answer)
        .executeTakeFirst(),
    )
  )?.expectation_id;

/** Policy: system. */
const findById = (tx: Transaction, organization: string, answer: string): Promise<Answer | undefined> =>
  tx
    .selectFrom('voice.answer as a')
    .innerJoin('voice.expectation as e', (join) =>
      join.onRef('e.organization_id', '=', 'a.organization_id').onRef('e.expectation_id', '=', 'a.expectation_id'),
    )
    .innerJoin('access.organization as o', 'o.organization_id', 'a.organization_id')
    .selectAll('a')
    .select(['e.withdrawn_at', 'o.name as organization_name'])
    .where('a.organization_id', '=', organization)
    .where('a.answer_id', '=', answer)
    .executeTakeFirst();
