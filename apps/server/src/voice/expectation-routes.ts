import { z } from 'zod';
import type { Access } from '../access/access.ts';
import { actAsSystem } from '../access/access.ts';
import type { Parts } from '../access/room.ts';
import { type RouteGroup, bytes, routes } from '../access/routes.ts';
import { ok, refuse } from '../platform/result.ts';
import { id, instant, language, page, pageQuery, text } from '../platform/schemas.ts';
import { answersTo } from './answer-store.ts';
import { captureExpectation } from './capture-expectation.ts';
import { changeConsent, findOfTeam } from './change-consent.ts';
import { renewAnswerLink, replyToContest } from './contest-answer.ts';
import {
  type ExpectationRow,
  consentChangesOf,
  findExpectation,
  knownSites,
  listExpectations,
  photosOf,
  viewOf,
} from './expectation-store.ts';
import { hearTheSame } from './hear-the-same.ts';
import { keepPhoto, photoLimit } from './keep-photo.ts';
import { withdrawWords } from './withdraw-words.ts';

const consent = z.enum(['by-name', 'without-name', 'none']);

const capture = z.strictObject({
  customer: id.nullable(),
  label: z.string().trim().max(200),
  site: z.string().trim().max(200),
  words: text(10_000),
  language,
  consent,
  contact: z.strictObject({ mail: z.email().max(200).nullable(), phone: z.string().trim().min(3).max(40).nullable() }),
  view: text(10_000).nullable(),
  happenedAt: instant,
});

const expectation = z
  .object({
    id,
    words: z.string(),
    language,
    /** Null where it may not be named here, or where nobody was named. */
    customer: z.string().nullable(),
    customerId: id.nullable(),
    site: z.string(),
    consent,
    /** By how many technicians; who they are is told nowhere. */
    heard: z.number().int(),
    iHeard: z.boolean(),
    /** Captured by the caller. */
    mine: z.boolean(),
    /** Of the caller's team. */
    myTeam: z.boolean(),
    state: z.enum(['peers', 'heard', 'in-a-theme', 'answered', 'withdrawn']),
    theme: z.object({ id, title: z.string(), language }).nullable(),
    photos: z.number().int(),
    happenedAt: instant,
    receivedAt: instant,
    leadFrom: instant,
  })
  .meta({ id: 'Expectation' });

const answer = z.object({
  id,
  proposal: id,
  ruleTitle: z.string(),
  answeredAt: instant,
  mailed: z.boolean(),
  seenAt: instant.nullable(),
  contested: z.object({ at: instant, words: z.string(), reply: z.string().nullable() }).nullable(),
});

const technicians = ['organization:technician', 'organization:team-lead'] as const;
const one = z.object({ expectation: id });

/** Expectations: what technicians bring from customers. */
export const expectationRoutes = ({ doors, publicUrl }: Parts): RouteGroup =>
  routes((r) => {
    r.get(
      '/organizations/:organization/captures/choices',
      {
        summary: 'Customers and known sites, for a phone to keep while there is no network',
        allow: technicians,
        answer: z.object({ customers: z.array(z.object({ id, name: z.string(), sites: z.array(z.string()) })) }),
      },
      ({ access }) => access.transaction(async (tx) => ok({ customers: await customersWithSites(tx, access) })),
    );

    r.put(
      '/organizations/:organization/captures/:capture',
      {
        summary: 'Keep an expectation under the id that the phone made; sending it again has no further effect',
        allow: technicians,
        params: z.object({ capture: id }),
        body: capture,
        answer: z.object({ id, receivedAt: instant, leadFrom: instant }),
      },
      ({ access, params, body }) => captureExpectation(access, params.capture, body),
    );

    r.put(
      '/organizations/:organization/captures/:capture/photos/:photo',
      {
        summary: 'Keep a photo of an expectation, without the place where it was taken',
        allow: technicians,
        params: z.object({ capture: id, photo: id }),
        body: bytes(),
        bodyLimit: photoLimit,
        answer: z.object({ id }),
      },
      ({ access, params, body }) => keepPhoto(access, params.capture, params.photo, body),
    );

    r.get(
      '/organizations/:organization/expectations',
      {
        summary: 'Expectations, newest first: of one’s team, and whatever is joined to a theme',
        allow: ['organization:*'],
        query: pageQuery.extend({
          team: z.literal('mine').optional(),
          theme: id.optional(),
          joined: z.enum(['yes', 'no']).optional(),
          consent: consent.optional(),
          words: z.string().trim().min(1).max(200).optional(),
        }),
        answer: page(expectation),
      },
      ({ access, query: { team, ...query } }) =>
        access.transaction(async (tx) => {
          const filter = team === undefined ? query : { ...query, team: access.team };
          const { rows, next } = await listExpectations(tx, access.organization.id, filter);
          return ok({ rows: rows.map((row) => present(row, access)), next });
        }),
    );

    r.get(
      '/organizations/:organization/expectations/:expectation',
      {
        summary: 'One expectation: the words; for the team the technician’s view and the photos; consent and answers',
        allow: ['organization:*'],
        params: one,
        answer: expectation.extend({
          view: z.object({ text: z.string(), language }).nullable(),
          photoIds: z.array(id),
          intervention: id.nullable(),
          consentChanges: z.array(
            z.object({
              before: consent,
              after: consent,
              askedBy: z.enum(['technician', 'customer']),
              reason: z.string(),
              at: instant,
            }),
          ),
          answers: z.array(answer),
        }),
      },
      ({ access, params }) =>
        access.transaction(async (tx) => {
          const organization = access.organization.id;
          const row = await findExpectation(tx, organization, params.expectation);
          if (row === undefined) return refuse('not-found');
          const view = await viewOf(tx, organization, params.expectation);
          const photos = await photosOf(tx, organization, params.expectation);
          const changes = await consentChangesOf(tx, organization, params.expectation);
          const answers = await answersTo(tx, organization, [params.expectation]);
          return ok({
            ...present(row, access),
            view: view === undefined ? null : { text: view.view, language: view.view_language },
            photoIds: photos.map((photo) => photo.photo_id),
            intervention: row.intervention_id,
            consentChanges: changes.map(({ asked_by, changed_at, ...change }) => ({
              ...change,
              askedBy: asked_by,
              at: changed_at,
            })),
            answers: answers.map((a) => ({
              id: a.answer_id,
              proposal: a.proposal_id,
              ruleTitle: a.rule_title,
              answeredAt: a.answered_at,
              mailed: a.mailed,
              seenAt: a.seen_at,
              contested:
                a.contested_at === null ? null : { at: a.contested_at, words: a.contest_words ?? '', reply: a.reply },
            })),
          });
        }),
    );

    r.get(
      '/organizations/:organization/expectations/:expectation/photos/:photo',
      { summary: 'A photo, for the team', allow: technicians, params: one.extend({ photo: id }) },
      ({ access, params, reply }) =>
        access.transaction(async (tx) => {
          // Policy: team_only on voice.photo.
          const photo = await tx
            .selectFrom('voice.photo')
            .select(['media_type', 'bytes'])
            .where('organization_id', '=', access.organization.id)
            .where('expectation_id', '=', params.expectation)
            .where('photo_id', '=', params.photo)
            .executeTakeFirst();
          if (photo === undefined || photo.bytes === null) return refuse('not-found');
          return reply
            .type(photo.media_type)
            .header('cache-control', 'private, no-store')
            .header('content-disposition', 'inline')
            .send(photo.bytes);
        }),
    );

    r.post(
      '/organizations/:organization/expectations/:expectation/heard',
      {
        summary: 'I heard the same, or I take it back',
        allow: technicians,
        params: one,
        body: z.strictObject({ heard: z.boolean() }),
        answer: z.object({ heard: z.number().int() }),
      },
      ({ access, params, body }) => hearTheSame(access, params.expectation, body.heard),
    );

    r.post(
      '/organizations/:organization/expectations/:expectation/consent',
      {
        summary: 'Change whether the words may be cited, as the customer said, with a reason',
        allow: technicians,
        params: one,
        body: z.strictObject({ consent, reason: text(1000) }),
      },
      async ({ access, params, body }) => {
        const changed = await changeConsent(access, params.expectation, body);
        if (!changed.ok) return changed;
        if (!changed.value.mustWithdraw) return ok(null);
        const wish = { askedBy: 'technician', reason: body.reason } as const;
        return withdrawWords(actAsSystem(doors, access.organization.id), params.expectation, wish);
      },
    );

    r.post(
      '/organizations/:organization/expectations/:expectation/withdrawal',
      {
        summary: 'Withdraw the customer’s words, as he asked, with a reason',
        allow: technicians,
        params: one,
        body: z.strictObject({ reason: text(1000) }),
      },
      async ({ access, params, body }) => {
        const found = await access.transaction((tx) => findOfTeam(tx, access, params.expectation));
        if (found === undefined) return refuse('not-found');
        const wish = { askedBy: 'technician', reason: body.reason } as const;
        return withdrawWords(actAsSystem(doors, access.organization.id), params.expectation, wish);
      },
    );

    r.post(
      '/organizations/:organization/answers/:answer/reply',
      {
        summary: 'Reply to somebody who said that an answer is not what he meant',
        allow: ['organization:team-lead'],
        params: z.object({ answer: id }),
        body: z.strictObject({ words: text(5000) }),
      },
      ({ access, params, body }) => replyToContest(access, params.answer, body.words),
    );

    r.post(
      '/organizations/:organization/answers/:answer/link',
      {
        summary: 'A new link to an answer, to be handed to somebody without a mail address; the one before is void',
        allow: technicians,
        params: z.object({ answer: id }),
        answer: z.object({ url: z.string() }),
      },
      ({ access, params }) => renewAnswerLink(access, params.answer, publicUrl),
    );
  });

function present(row: ExpectationRow, access: Access): z.output<typeof expectation> {
  return {
    id: row.expectation_id,
    words: row.words,
    language: row.words_language,
    customer: row.customer_label === '' ? null : row.customer_label,
    customerId: row.customer_id,
    site: row.site ?? '',
    consent: row.consent,
    heard: row.heard,
    iHeard: row.i_heard,
    mine: row.mine,
    myTeam: row.mine || row.team_id === access.team,
    state: stateOf(row, access.now()),
    theme:
      row.theme_id === null || row.theme_title === null || row.theme_language === null
        ? null
        : { id: row.theme_id, title: row.theme_title, language: row.theme_language },
    photos: row.photos,
    happenedAt: row.happened_at,
    receivedAt: row.received_at,
    leadFrom: row.lead_from,
  };
}

function stateOf(row: ExpectationRow, now: Temporal.Instant): z.output<typeof expectation>['state'] {
  if (row.withdrawn_at !== null) return 'withdrawn';
  if (row.answered_at !== null) return 'answered';
  if (row.theme_id !== null) return 'in-a-theme';
  return Temporal.Instant.compare(row.lead_from, now) > 0 ? 'peers' : 'heard';
}

/** Policy: inside on access.customer. */
async function customersWithSites(tx: Parameters<typeof knownSites>[0], access: Access) {
  const sites = await knownSites(tx, access.organization.id);
  const customers = await tx
    .selectFrom('access.customer')
    .select(['customer_id', 'name'])
    .where('organization_id', '=', access.organization.id)
    .orderBy('name')
    .limit(2000)
    .execute();
  return customers.map((customer) => ({
    id: customer.customer_id,
    name: customer.name,
    sites: sites.filter((site) => site.customer_id === customer.customer_id).map((site) => site.site),
  }));
}
