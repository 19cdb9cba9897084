import { z } from 'zod';
import { id, instant, plainDate } from '../platform/schemas.ts';
import { profileNames } from './partner/reading-profile.ts';

/** A file of which every interchange was taken in, in the order in which they stand in it. */
export const received = z
  .object({
    file: id,
    receivedAt: instant,
    interchanges: z.array(z.object({ interchange: id, customer: z.string(), controlReference: z.string() })),
  })
  .meta({ id: 'FileReceived' });

export const interchangeState = z.enum([
  'unknown-sender',
  'unreadable',
  'quarantined',
  'received',
  'applied',
  'set-aside',
  'test',
]);

/** Why an interchange is in quarantine: other content under its control reference, or who signs it does not fit the way it came. */
export const quarantineReason = z.enum(['changed', 'way-of-another', 'not-his-way', 'not-by-hand', 'group-sender']);

/** `repeated`: the same document once more, under another control reference. `kept`: a call-off, which overrules the release inside its own horizon. Only `applied` counts. */
export const releaseState = z.enum(['applied', 'late', 'kept', 'cancellation', 'without-base', 'repeated']);

export const interchangeRow = z
  .object({
    id,
    /** Of the file in which it came first, and its place among the interchanges of that file, from 1. */
    name: z.string(),
    part: z.object({ number: z.number().int(), of: z.number().int() }),
    cameBy: z.enum(['page', 'post', 'folder']),
    receivedAt: instant,
    sender: z.string().nullable(),
    qualifier: z.string(),
    controlReference: z.string().nullable(),
    state: interchangeState,
    reason: quarantineReason.nullable(),
    customer: z.string().nullable(),
    customerId: id.nullable(),
    /** Why it could not be read, in the reader's language, with its place. */
    refused: z.object({ text: z.string(), segment: z.number().nullable(), byte: z.number() }).nullable(),
  })
  .meta({ id: 'Interchange' });

const severity = z.enum(['error', 'warning', 'note']);
const remark = z.object({ severity, text: z.string() });

/** What a segment was read as; quantities as sent, days and periods in ISO form. */
const segmentMeaning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('interchange'), sender: z.string(), recipient: z.string(), reference: z.string() }),
  z.object({ kind: z.literal('message'), document: z.string().nullable(), day: z.string().nullable() }),
  z.object({
    kind: z.literal('item'),
    item: z.string(),
    order: z.string().nullable(),
    action: z.enum(['added', 'deleted', 'changed', 'unchanged', 'other']).nullable(),
  }),
  z.object({
    kind: z.literal('call-off'),
    firmness: z.enum(['immediate', 'backlog', 'firm', 'production', 'material', 'forecast', 'stop', 'unstated']),
    quantity: z.string().nullable(),
    total: z.string().nullable(),
    when: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('cumulative'),
    of: z.enum([
      'received',
      'scheduled',
      'ordered',
      'despatched',
      'received-before-reset',
      'scheduled-before-start',
      'previous',
      'in-transit',
      'unspecified',
    ]),
    quantity: z.string(),
    since: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('receipt'),
    quantity: z.string(),
    note: z.string().nullable(),
    day: z.string().nullable(),
  }),
]);

/** An interchange segment by segment, whichever way it goes. */
export const outlinedSegments = {
  size: z.number().int(),
  family: z.string().nullable(),
  segments: z.array(
    z.object({
      number: z.number().int(),
      byte: z.number().int(),
      text: z.string(),
      tag: z.string(),
      depth: z.number().int(),
      meaning: segmentMeaning.nullable(),
      findings: z.array(remark),
    }),
  ),
  cut: z.boolean(),
  messages: z.array(z.object({ type: z.string(), directory: z.string(), reference: z.string(), ok: z.boolean() })),
  elsewhere: z.array(remark),
} as const;

export const messagePageAnswer = interchangeRow
  .extend({
    ...outlinedSegments,
    sha256: z.string(),
    releases: z.array(z.object({ id, document: z.string(), state: releaseState })),
    file: id,
    /** All interchanges of the file in which this one came first, where there are several. */
    beside: z.array(
      z.object({ id, number: z.number().int(), controlReference: z.string().nullable(), state: interchangeState }),
    ),
    conflictsWith: id.nullable(),
    decidedAt: instant.nullable(),
    /** Whose file it is, and by which profile it was read. */
    partner: z.object({ id, profile: z.enum(profileNames) }).nullable(),
    /** What we answered to it. */
    answers: z.array(z.object({ id, kind: z.string(), state: z.enum(['waiting', 'sent']), reference: z.string() })),
  })
  .meta({ id: 'MessagePage' });

export const releaseRow = z
  .object({
    id,
    customer: z.string(),
    customerId: id,
    /** The file it came in; the organization side only. */
    interchange: id.nullable(),
    kind: z.enum(['release', 'call-off']),
    document: z.string(),
    day: plainDate,
    message: z.string(),
    place: z.string().nullable(),
    state: releaseState,
    replaces: z.object({ id, document: z.string() }).nullable(),
    changes: z.number().int(),
    outside: z.number().int(),
    receivedAt: instant,
    appliedAt: instant,
  })
  .meta({ id: 'Release' });

/** A rule as an act cites it. A customer reads it where it was agreed with him. */
export const citedRule = z
  .object({
    /** Null on a customer's side. */
    id: id.nullable(),
    label: z.string(),
    version: z.number().int(),
    since: instant,
    value: z.union([z.number(), z.boolean()]),
    agreed: z.boolean(),
  })
  .meta({ id: 'CitedRule' });

export const limitName = z.enum([
  'frozen-days',
  'tolerance-firm',
  'tolerance-production',
  'tolerance-material',
  'tolerance-forecast',
  'container-rounding',
]);

const horizon = z.enum(['firm', 'production', 'material', 'forecast', 'unstated']);

const week = z
  .object({
    from: plainDate,
    to: plainDate,
    horizon,
    was: z.number().nullable(),
    asked: z.number(),
    wasTotal: z.number().nullable(),
    askedTotal: z.number(),
    verdict: z
      .object({
        kind: z.enum(['passes', 'outside', 'no-rule']),
        by: limitName.nullable(),
        difference: z.number(),
        allowed: z.number().nullable(),
        rule: citedRule.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'WeekCompared' });

const step = z.object({ on: plainDate, total: z.number() });

export const releaseLine = z
  .object({
    line: z.number().int(),
    item: z.string(),
    description: z.string().nullable(),
    unit: z.string().nullable(),
    drift: z.string(),
    anchored: z.boolean(),
    received: z.number().nullable(),
    shipped: z.number().nullable(),
    askedToDate: z.number(),
    since: z.string().nullable(),
    receipts: z.array(z.object({ note: z.string().nullable(), on: z.string().nullable(), quantity: z.number() })),
    weeks: z.array(week),
    /** By horizon: what changed, in which direction, and the first week that did. */
    news: z.array(
      z.object({
        horizon,
        was: z.number(),
        asked: z.number(),
        kind: z.enum(['more', 'less', 'earlier', 'later', 'same']),
        from: plainDate.nullable(),
      }),
    ),
    asked: z.array(step),
    before: z.array(step),
    intervention: z
      .object({ id, number: z.number().int().nullable(), state: z.string(), due: instant.nullable() })
      .nullable(),
  })
  .meta({ id: 'ReleaseLine' });

export const amount = z.object({ on: z.iso.date(), quantity: z.number().min(0).max(1e12) });

export const replyAnswer = z
  .object({
    id,
    customer: z.string(),
    customerId: id,
    intervention: id,
    release: z.object({ id, document: z.string() }),
    item: z.string(),
    unit: z.string().nullable(),
    kind: z.enum(['accept', 'refuse', 'offer']),
    askedWords: z.object({ text: z.string(), language: z.string() }),
    asked: z.array(amount),
    lines: z.array(amount),
    words: z.string(),
    language: z.string(),
    rule: citedRule.extend({ by: limitName }).nullable(),
    state: z.enum(['given', 'offered', 'taken', 'rejected']),
    madeAt: instant,
    answeredAt: instant.nullable(),
    answerWords: z.string().nullable(),
  })
  .meta({ id: 'Offer' });

export const promiseAnswer = z
  .object({
    id,
    customer: z.string(),
    customerId: id,
    /** The answer on which it stands; null where it stands on a plan that was adopted. */
    reply: id.nullable(),
    release: id.nullable(),
    intervention: id.nullable(),
    item: z.string(),
    unit: z.string().nullable(),
    asked: z.object({ on: plainDate, quantity: z.number() }),
    promised: z.object({ on: plainDate, quantity: z.number() }),
    /** Days between the two, below 0 for early. */
    lateBy: z.number().int(),
    madeAt: instant,
    /** Since when it stands no more: a later plan took its place. */
    endedAt: instant.nullable(),
    words: z.string(),
    language: z.string(),
    rule: citedRule.extend({ by: limitName }).nullable(),
  })
  .meta({ id: 'Promise' });
