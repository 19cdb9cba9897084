import type { CallOff, Release, ReleaseItem } from '@coprod/edi';
import { whens } from '@coprod/edi';
import type { SystemAccess } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { appendToLedger } from '../core/append-to-ledger.ts';
import { openIntervention } from '../core/intervention.ts';
import { announce } from '../core/live.ts';
import { type RulesInUse, recordAct, useRules } from '../core/use-rules.ts';
import { newId } from '../platform/ids.ts';
import { json } from '../platform/values.ts';
import { cancellationInWords, changeInWords } from './change-in-words.ts';
import { type WeekCompared, anchored, compareWeeks, driftOf } from './compare-releases.ts';
import { curveOfItem } from './curve-of-item.ts';
import { askAboutTotals } from './shipment/compare-shipped.ts';
import { type ReleaseOutcome, decideRelease } from './decide-release.ts';
import { type DemandCurve, dayNumber, receivedTotal, totalAt } from './demand-curve.ts';
import { type LimitName, type PlanningLimits, type Verdict, judgeWeeks } from './judge-change.ts';
import {
  type LineHistory,
  type LineTotals,
  historyOf,
  insertLines,
  insertRelease,
  isRepeated,
  settleRelease,
} from './release-store.ts';

/** A release on its way in. */
export type ArrivedRelease = {
  readonly interchange: string;
  readonly message: number;
  readonly messageType: string;
  readonly document: string;
  readonly day: string;
  readonly order: string;
  readonly thread: string;
  readonly place: string | null;
  readonly content: Release | CallOff;
  readonly receivedAt: Temporal.Instant;
  /** SHA-256 of the content: the same document under another control reference has the same. */
  readonly digest: Buffer;
  /** Its row, where it waits already for what it changes. */
  readonly waiting?: string;
};

/** A rule as a verdict cites it, with what a customer may read of it. */
export type VerdictRule = {
  readonly id: string;
  readonly label: string;
  readonly version: number;
  readonly since: string;
  readonly value: number | boolean;
  /** Agreed with this very customer: he may see it cited. */
  readonly agreed: boolean;
};
export type JudgedWeek = WeekCompared & { readonly verdict: (Verdict & { readonly rule?: VerdictRule }) | null };

/**
 * Applies one release: it replaces the one before it of the same lines, each change is judged by the planning rules in force, and what
 * no rule lets pass opens an intervention per item. What cannot be applied rightly is kept, with its reason as its state: older than
 * the one that counts, a cancellation, changes to something that never came, or the same document once more.
 * @returns what became of it, and its row
 */
export async function applyRelease(
  tx: Transaction,
  system: SystemAccess,
  customer: string,
  arrived: ArrivedRelease,
): Promise<{ readonly outcome: ReleaseOutcome; readonly release: string }> {
  const organization = system.organization.id;
  const release = arrived.waiting ?? newId();
  const keys = [...new Set(arrived.content.items.map(keyOf))];
  const history = await historyOf(tx, organization, customer, arrived.thread, keys);
  const newest = newestOf(history);
  const state = decideRelease(
    {
      kind: arrived.content.kind,
      cancels: arrived.content.document.function === 'cancel',
      netChange: arrived.content.quantities === 'net-change',
      order: arrived.order,
      changes: arrived.content.document.previousNumber,
    },
    {
      newest,
      linesKnown: keys.every((key) => history.has(key)),
      repeated: arrived.waiting === undefined && (await isRepeated(tx, organization, customer, arrived)),
    },
  );
  if (arrived.waiting !== undefined && state !== 'applied') return { outcome: state, release };
  const row = {
    organization_id: organization,
    release_id: release,
    interchange_id: arrived.interchange,
    message: arrived.message,
    customer_id: customer,
    thread: arrived.thread,
    kind: arrived.content.kind,
    document: arrived.document,
    document_day: Temporal.PlainDate.from(arrived.day),
    document_order: arrived.order,
    message_type: arrived.messageType,
    place: arrived.place,
    state,
    digest: arrived.digest,
    content: json(arrived.content),
    received_at: arrived.receivedAt,
    applied_at: system.now(),
  } as const;
  if (state !== 'applied') {
    await insertRelease(tx, row);
    if (state === 'cancellation') await askAboutCancellation(tx, system, customer, release, arrived);
    await announce(tx, { organization, subject: { kind: 'release', id: release }, customer });
    return { outcome: state, release };
  }

  const rules = await useRules(tx, system, { kind: 'planning', customer });
  const { limits, cite } = readLimits(rules, await agreedRules(tx, organization, customer));
  const lines = arrived.content.items
    .filter((item) => !item.summary && !(item.action === 'unchanged' && item.schedule.length === 0))
    .map((item) => judgeLine(arrived.content as Release, item, history, arrived.day, limits, cite));
  const outside = lines.reduce((sum, line) => sum + line.weeks.filter((w) => w.verdict?.kind === 'outside').length, 0);
  const changes = lines.reduce((sum, line) => sum + line.weeks.filter((w) => w.verdict !== null).length, 0);
  const settled = { replaces: newest?.release ?? null, outside, changes };
  if (arrived.waiting === undefined) await insertRelease(tx, { ...row, ...settled });
  else await settleRelease(tx, organization, release, { state, applied_at: row.applied_at, ...settled });

  const who = await customerOf(tx, organization, customer);
  const answerHours = rules.number('answer-hours');
  const rows: Parameters<typeof insertLines>[1][number][] = [];
  for (const [index, line] of lines.entries()) {
    const beyond = line.weeks.filter((w) => w.verdict?.kind === 'outside');
    const intervention =
      beyond.length === 0
        ? undefined
        : await openIntervention(tx, system, {
            channel: 'planning',
            customer,
            customerLabel: who.name,
            words: changeInWords(line.item, beyond, [...line.remarks, ...arrived.content.remarks], who.language),
            wordsLanguage: who.language,
            source: { kind: 'release', id: release },
            consent: 'by-name',
            happenedAt: arrived.receivedAt,
            broughtBy: null,
            dueAt: answerHours === undefined ? null : system.now().add({ hours: answerHours.value }),
          });
    rows.push({
      organization_id: organization,
      release_id: release,
      line: index,
      customer_id: customer,
      line_key: line.key,
      item: line.item,
      description: line.description,
      unit: line.unit,
      totals: json(line.totals),
      curve: json(line.curve),
      weeks: json(line.weeks),
      outside: beyond.length,
      intervention_id: intervention?.id ?? null,
    });
  }
  await insertLines(tx, rows);
  await askAboutTotals(tx, system, { customer, release }, lines);
  // Without any rule in force nothing was decided by a rule, and no act may claim it.
  if (rules.used.size > 0)
    await recordAct(tx, system, rules, { kind: 'release-judged', subject: { kind: 'release', id: release }, customer });
  await appendToLedger(tx, system, {
    kind: 'release-applied',
    subject: { kind: 'release', id: release },
    customer,
    body: { document: arrived.document, day: arrived.day, items: lines.length, changes, outside },
  });
  await announce(tx, { organization, subject: { kind: 'release', id: release }, customer });
  return { outcome: state, release };
}

type JudgedLine = {
  readonly key: string;
  readonly item: string;
  readonly description: string | null;
  readonly unit: string | null;
  readonly remarks: readonly string[];
  readonly curve: DemandCurve;
  readonly totals: LineTotals;
  readonly weeks: readonly JudgedWeek[];
};

function judgeLine(
  release: Release,
  item: ReleaseItem,
  history: ReadonlyMap<string, readonly LineHistory[]>,
  day: string,
  limits: PlanningLimits,
  cite: (by: LimitName) => VerdictRule | undefined,
): JudgedLine {
  const documentDay = dayNumber(day);
  const key = keyOf(item);
  const earlier = history.get(key) ?? [];
  const before = earlier.at(-1);
  const { known, ...asSent } = curveOfItem(release, item, documentDay, before?.asked);
  const received = item.cumulatives.findLast((c) => c.kind === 'received');
  const since = received?.since == null ? null : whens.startOf(received.since);
  const incomparable =
    before !== undefined &&
    release.quantities !== 'net-change' &&
    (!known || before.totals.received === null || before.totals.since !== since);
  const curve = incomparable ? anchored(asSent, before.curve, documentDay) : asSent;
  const container = item.packaging.map((p) => Number(p.perPack?.amount ?? 0)).find((n) => n > 0) ?? null;
  const compared = compareWeeks(curve, before?.curve, documentDay);
  const verdicts = judgeWeeks(compared, curve, earlier, documentDay, limits, container);
  const weeks = compared.map((week, index): JudgedWeek => {
    const verdict = verdicts[index] ?? null;
    const rule = verdict === null || verdict.kind === 'no-rule' ? undefined : cite(verdict.by);
    return { ...week, verdict: verdict === null ? null : { ...verdict, ...(rule === undefined ? {} : { rule }) } };
  });
  const shipped = item.cumulatives.findLast((c) => c.kind === 'despatched');
  return {
    key,
    item: nameOf(item),
    description: item.description,
    unit: item.unit,
    remarks: item.remarks,
    curve,
    weeks,
    totals: {
      received: receivedTotal(item),
      shipped: shipped === undefined ? null : Number(shipped.quantity.amount),
      askedToDate: totalAt(curve, documentDay),
      since,
      receipts: item.receipts.map((r) => ({
        note: r.note,
        on: r.noteDate === null ? (r.when === null ? null : whens.startOf(r.when)) : whens.startOf(r.noteDate),
        quantity: Number(r.quantity.amount),
      })),
      drift: driftOf(weeks),
      anchored: incomparable,
      container,
    },
  };
}

const nameOf = (item: ReleaseItem): string => item.customerItem ?? item.supplierItem ?? item.line ?? '?';
/** Agreement line of an item: place of delivery, item, order. */
export const keyOf = (item: ReleaseItem): string =>
  JSON.stringify([item.shipTo?.id ?? '', nameOf(item), item.order?.number ?? '']);

/** The release that counts now for the lines of another. */
const newestOf = (history: ReadonlyMap<string, readonly LineHistory[]>): LineHistory | undefined =>
  [...history.values()]
    .flatMap((lines) => lines.slice(-1))
    .reduce<LineHistory | undefined>(
      (newest, line) => (newest === undefined || line.order >= newest.order ? line : newest),
      undefined,
    );

/** Which release a cancellation means, and what then holds, no program knows: the planner is asked. */
async function askAboutCancellation(
  tx: Transaction,
  system: SystemAccess,
  customer: string,
  release: string,
  arrived: ArrivedRelease,
): Promise<void> {
  const who = await customerOf(tx, system.organization.id, customer);
  await openIntervention(tx, system, {
    channel: 'planning',
    customer,
    customerLabel: who.name,
    words: cancellationInWords(arrived.document, arrived.content.remarks, who.language),
    wordsLanguage: who.language,
    source: { kind: 'release', id: release },
    consent: 'by-name',
    happenedAt: arrived.receivedAt,
    broughtBy: null,
    dueAt: null,
  });
}

/** Policy: inside on access.customer. */
const customerOf = (tx: Transaction, organization: string, customer: string) =>
  tx
    .selectFrom('access.customer')
    .select(['name', 'language'])
    .where('organization_id', '=', organization)
    .where('customer_id', '=', customer)
    .executeTakeFirstOrThrow();

/** Rules agreed with this very customer. Policy: inside on core.rule. */
async function agreedRules(tx: Transaction, organization: string, customer: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('core.rule')
    .select('rule_id')
    .where('organization_id', '=', organization)
    .where('customer_id', '=', customer)
    .execute();
  return new Set(rows.map((row) => row.rule_id));
}

/** What the rules in force say, and how to cite the one that says it. */
function readLimits(rules: RulesInUse<'planning'>, agreed: ReadonlySet<string>) {
  const value = (name: LimitName): number | undefined => rules.number(name)?.value;
  const limits: PlanningLimits = {
    frozenDays: value('frozen-days'),
    tolerance: Object.fromEntries(
      (['firm', 'production', 'material', 'forecast'] as const).flatMap((horizon) => {
        const tolerance = value(`tolerance-${horizon}`);
        return tolerance === undefined ? [] : [[horizon, tolerance]];
      }),
    ),
    containerRounding: rules.value('container-rounding')?.value === true,
  };
  const cite = (by: LimitName): VerdictRule | undefined => {
    const found = rules.value(by);
    if (found === undefined) return undefined;
    const { id, label, version, inForceFrom } = found.rule;
    return { id, label, version, since: inForceFrom.toString(), value: found.value, agreed: agreed.has(id) };
  };
  return { limits, cite };
}
