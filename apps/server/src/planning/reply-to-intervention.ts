import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { announce } from '../core/live.ts';
import { recordAct, useRules } from '../core/use-rules.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { json } from '../platform/values.ts';
import type { JudgedWeek, VerdictRule } from './apply-release.ts';
import { dayOf } from './demand-curve.ts';
import { type Amount, findAsked, insertPromises, insertReply } from './reply-store.ts';

export type Reply = {
  readonly kind: 'accept' | 'refuse' | 'offer';
  /** What the customer reads beside the amounts. */
  readonly words: string;
  /** The amounts offered, several days allowed; only with an offer. */
  readonly lines: readonly Amount[];
};

/**
 * The planner answers what a customer asked beyond the rule: he accepts and so promises it, refuses, or offers another quantity or
 * date. The rule version by which he does so is read from the rules in force, recorded with the act and cited to the customer.
 * @refuses not-found, already-answered, offer-open
 */
export function replyToIntervention(
  access: Access,
  intervention: string,
  reply: Reply,
): Promise<Result<{ readonly reply: string }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const asked = await findAsked(tx, organization, intervention);
    if (asked === undefined) return refuse('not-found');
    if (asked.state === 'offered') return refuse('offer-open');
    if (asked.state !== 'open') return refuse('already-answered');

    const beyond = (asked.weeks as readonly JudgedWeek[]).filter((week) => week.verdict?.kind === 'outside');
    const wanted = beyond.map((week) => ({ on: dayOf(week.from).toString(), quantity: week.asked }));
    const id = newId();
    const rule = await ruleNow(tx, access, asked.customer_id, beyond, id);
    const lines = reply.kind === 'offer' ? reply.lines : reply.kind === 'accept' ? wanted : [];
    await insertReply(tx, {
      organization_id: organization,
      reply_id: id,
      customer_id: asked.customer_id,
      intervention_id: intervention,
      release_id: asked.release_id,
      line: asked.line,
      item: asked.item,
      unit: asked.unit,
      kind: reply.kind,
      asked: json(wanted),
      lines: json(lines),
      words: reply.words,
      language: access.language,
      rule: rule === null ? null : json(rule),
      state: reply.kind === 'offer' ? 'offered' : 'given',
      made_at: access.now(),
      made_by: access.membership,
    });
    await settle(tx, access, { intervention, customer: asked.customer_id, reply });
    const cited = rule === null ? {} : { rule: rule.label, version: rule.version };
    if (reply.kind === 'offer') {
      await appendToLedger(tx, access, {
        kind: 'offer-made',
        subject: { kind: 'offer', id },
        customer: asked.customer_id,
        body: { item: asked.item, asked: wanted, offered: [...lines], words: reply.words, ...cited },
      });
    } else {
      await appendToLedger(tx, access, {
        kind: 'intervention-answered',
        subject: { kind: 'intervention', id: intervention },
        customer: asked.customer_id,
        body: { outcome: reply.kind === 'accept' ? 'accepted' : 'refused', reasons: reply.words, ...cited },
      });
    }
    if (reply.kind === 'accept') {
      await promise(tx, access, { ...asked, reply: id, asked: wanted, promised: lines });
      // What was accepted is the reference for later changes of this line.
      await tx
        .updateTable('planning.release_line')
        .set({ agreed: true })
        .where('organization_id', '=', organization)
        .where('release_id', '=', asked.release_id)
        .where('line', '=', asked.line)
        .execute();
    }
    for (const subject of [
      { kind: 'intervention', id: intervention },
      { kind: 'offer', id },
      { kind: 'release', id: asked.release_id },
    ])
      await announce(tx, { organization, subject, customer: asked.customer_id });
    return ok({ reply: id });
  });
}

/** The rule in force that the change went beyond, with the value it has now; the act is recorded with it. */
async function ruleNow(
  tx: Transaction,
  access: Access,
  customer: string,
  beyond: readonly JudgedWeek[],
  reply: string,
): Promise<(VerdictRule & { readonly by: string }) | null> {
  const verdict = beyond[0]?.verdict;
  if (verdict === null || verdict === undefined || verdict.kind === 'no-rule') return null;
  const rules = await useRules(tx, access, { kind: 'planning', customer });
  const found = rules.value(verdict.by);
  if (found === undefined) return null;
  await recordAct(tx, access, rules, { kind: 'call-off-answered', subject: { kind: 'offer', id: reply }, customer });
  const { customer_id: agreedWith } = await tx
    .selectFrom('core.rule')
    .select('customer_id')
    .where('organization_id', '=', access.organization.id)
    .where('rule_id', '=', found.rule.id)
    .executeTakeFirstOrThrow();
  return {
    by: verdict.by,
    id: found.rule.id,
    label: found.rule.label,
    version: found.rule.version,
    since: found.rule.inForceFrom.toString(),
    value: found.value,
    agreed: agreedWith === customer,
  };
}

async function settle(
  tx: Transaction,
  access: Access,
  answered: { readonly intervention: string; readonly customer: string; readonly reply: Reply },
): Promise<void> {
  const state = ({ accept: 'answered', refuse: 'refused', offer: 'offered' } as const)[answered.reply.kind];
  await tx
    .updateTable('core.intervention')
    .set({
      state,
      answer: answered.reply.words,
      answer_language: access.language,
      answered_at: access.now(),
      answered_by: access.membership,
    })
    .where('organization_id', '=', access.organization.id)
    .where('intervention_id', '=', answered.intervention)
    .execute();
}

/** Writes what is promised, each amount beside the one that was asked. */
export async function promise(
  tx: Transaction,
  access: Access,
  promised: {
    readonly reply: string;
    readonly customer_id: string;
    readonly item: string;
    readonly unit: string | null;
    readonly asked: readonly Amount[];
    readonly promised: readonly Amount[];
  },
): Promise<void> {
  const organization = access.organization.id;
  const rows = promised.promised.map((amount, index) => {
    const asked = promised.asked[Math.min(index, promised.asked.length - 1)] ?? amount;
    return {
      organization_id: organization,
      promise_id: newId(),
      customer_id: promised.customer_id,
      reply_id: promised.reply,
      item: promised.item,
      unit: promised.unit,
      asked_on: Temporal.PlainDate.from(asked.on),
      asked_quantity: String(asked.quantity),
      promised_on: Temporal.PlainDate.from(amount.on),
      promised_quantity: String(amount.quantity),
      made_at: access.now(),
    };
  });
  await insertPromises(tx, rows);
  for (const row of rows) {
    await appendToLedger(tx, access, {
      kind: 'promise-made',
      subject: { kind: 'promise', id: row.promise_id },
      customer: promised.customer_id,
      body: { item: row.item, on: row.promised_on.toString(), quantity: row.promised_quantity },
    });
  }
}
