import type { Finding } from '@coprod/edi';
import type { z } from 'zod';
import type { Access } from '../access/access.ts';
import type { JudgedWeek, VerdictRule } from './apply-release.ts';
import { type DemandCurve, dayOf } from './demand-curve.ts';
import type { LimitName } from './judge-change.ts';
import type { listInterchanges } from './interchange-store.ts';
import { newsByHorizon } from './news-by-horizon.ts';
import type {
  citedRule,
  interchangeRow,
  promiseAnswer,
  releaseLine,
  releaseRow,
  replyAnswer,
} from './planning-schemas.ts';
import type { LineTotals, linesOf, listReleases } from './release-store.ts';
import type { Amount, findReply, listPromises } from './reply-store.ts';

type Page<T extends (...args: never[]) => Promise<{ rows: unknown[] }>> = Awaited<ReturnType<T>>['rows'][number];

/** A file as its list shows it. */
export function presentInterchange(
  row: Page<typeof listInterchanges>,
  language: 'en' | 'fr',
): z.output<typeof interchangeRow> {
  const finding = row.finding as Finding | null;
  return {
    id: row.interchange_id,
    name: row.name,
    part: { number: row.part + 1, of: row.parts },
    cameBy: row.came_by,
    receivedAt: row.received_at,
    sender: row.sender,
    qualifier: row.qualifier,
    controlReference: row.control_reference,
    state: row.state,
    reason: row.reason,
    customer: row.customer,
    customerId: row.customer_id,
    refused:
      finding === null
        ? null
        : { text: finding.text[language], segment: finding.place.segment, byte: finding.place.byte },
  };
}

/** A release as its list shows it. A customer is not told of the rules it went beyond, nor of the file that carried it. */
export function presentRelease(
  row: Omit<Page<typeof listReleases>, never>,
  side: Access['side'],
): z.output<typeof releaseRow> {
  return {
    id: row.release_id,
    customer: row.customer,
    customerId: row.customer_id,
    interchange: side === 'organization' ? row.interchange_id : null,
    kind: row.kind,
    document: row.document,
    day: row.document_day,
    message: row.message_type,
    place: row.place,
    state: row.state,
    replaces: row.replaces === null || row.replaced === null ? null : { id: row.replaces, document: row.replaced },
    changes: row.changes,
    outside: row.outside,
    receivedAt: row.received_at,
    appliedAt: row.applied_at,
  };
}

/** A line of a release. A customer reads of a verdict only that his change went beyond, and the rule where it was agreed with him. */
export function presentLine(
  row: Awaited<ReturnType<typeof linesOf>>[number],
  before: DemandCurve | undefined,
  side: Access['side'],
): z.output<typeof releaseLine> {
  const { drift, anchored, received, shipped, askedToDate, since, receipts } = row.totals as LineTotals;
  return {
    line: row.line,
    item: row.item,
    description: row.description,
    unit: row.unit,
    drift,
    anchored,
    received,
    shipped,
    askedToDate,
    since,
    receipts: [...receipts],
    weeks: (row.weeks as readonly JudgedWeek[]).map((week) => ({
      from: dayOf(week.from),
      to: dayOf(week.to),
      horizon: week.horizon,
      was: week.was,
      asked: week.asked,
      wasTotal: week.wasTotal,
      askedTotal: week.askedTotal,
      verdict: presentVerdict(week.verdict, side),
    })),
    news: newsByHorizon(row.weeks as readonly JudgedWeek[]).map(({ from, ...news }) => ({
      ...news,
      from: from === null ? null : dayOf(from),
    })),
    asked: stepsOf(row.curve as DemandCurve),
    before: before === undefined ? [] : stepsOf(before),
    intervention:
      row.intervention_id === null
        ? null
        : {
            id: row.intervention_id,
            number: side === 'organization' ? row.number : null,
            state: row.intervention_state ?? 'open',
            due: side === 'organization' ? row.due_at : null,
          },
  };
}

function presentVerdict(
  verdict: JudgedWeek['verdict'],
  side: Access['side'],
): z.output<typeof releaseLine>['weeks'][number]['verdict'] {
  if (verdict === null) return null;
  const inside = side === 'organization';
  if (verdict.kind === 'no-rule')
    return inside ? { kind: 'no-rule', by: null, difference: verdict.difference, allowed: null, rule: null } : null;
  if (!inside && verdict.kind !== 'outside') return null;
  const rule = verdict.rule === undefined ? null : presentRule(verdict.rule, side);
  return {
    kind: verdict.kind,
    by: inside || rule !== null ? verdict.by : null,
    difference: verdict.difference,
    allowed: inside ? verdict.allowed : null,
    rule,
  };
}

function presentRule(rule: VerdictRule, side: Access['side']): z.output<typeof citedRule> | null {
  if (side !== 'organization' && !rule.agreed) return null;
  return {
    id: side === 'organization' ? rule.id : null,
    label: rule.label,
    version: rule.version,
    since: Temporal.Instant.from(rule.since),
    value: rule.value,
    agreed: rule.agreed,
  };
}

const stepsOf = (curve: DemandCurve): { on: Temporal.PlainDate; total: number }[] =>
  curve.points.filter((p) => p.exact).map((p) => ({ on: dayOf(p.day), total: p.total }));

/** An answer to a call-off. */
export function presentReply(
  row: NonNullable<Awaited<ReturnType<typeof findReply>>>,
  side: Access['side'],
): z.output<typeof replyAnswer> {
  return {
    id: row.reply_id,
    customer: row.customer,
    customerId: row.customer_id,
    intervention: row.intervention_id,
    release: { id: row.release_id, document: row.document },
    item: row.item,
    unit: row.unit,
    kind: row.kind,
    askedWords: { text: row.asked_words, language: row.words_language },
    asked: [...(row.asked as readonly Amount[])],
    lines: [...(row.lines as readonly Amount[])],
    words: row.words,
    language: row.language,
    rule: presentRuleNow(row.rule, side),
    state: row.state,
    madeAt: row.made_at,
    answeredAt: row.answered_at,
    answerWords: row.answer_words,
  };
}

type RuleNow = VerdictRule & { readonly by: LimitName };

/** The rule by which an answer was given is told to the customer in any case: it is the reason for what he gets. */
function presentRuleNow(stored: unknown, side: Access['side']): z.output<typeof replyAnswer>['rule'] {
  if (stored === null) return null;
  const rule = stored as RuleNow;
  return {
    id: side === 'organization' ? rule.id : null,
    label: rule.label,
    version: rule.version,
    since: Temporal.Instant.from(rule.since),
    value: rule.value,
    agreed: rule.agreed,
    by: rule.by,
  };
}

/** A promise, asked and promised side by side. */
export function presentPromise(row: Page<typeof listPromises>, side: Access['side']): z.output<typeof promiseAnswer> {
  return {
    id: row.promise_id,
    customer: row.customer,
    customerId: row.customer_id,
    reply: row.reply_id,
    release: row.release_id,
    intervention: row.intervention_id,
    item: row.item,
    unit: row.unit,
    asked: { on: row.asked_on, quantity: Number(row.asked_quantity) },
    promised: { on: row.promised_on, quantity: Number(row.promised_quantity) },
    lateBy: Math.round(row.asked_on.until(row.promised_on).total('days')),
    madeAt: row.made_at,
    endedAt: row.ended_at,
    words: row.words ?? '',
    language: row.language ?? '',
    rule: presentRuleNow(row.rule, side),
  };
}
