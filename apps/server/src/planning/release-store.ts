import { type Insertable, sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';
import type { Tables } from '../platform/tables.gen.ts';
import type { ReleaseOutcome } from './decide-release.ts';
import type { DemandCurve } from './demand-curve.ts';
import type { EarlierRelease } from './judge-change.ts';
import type { JudgedWeek } from './apply-release.ts';
import { promisedCurve } from './promised-curve.ts';
import type { Amount } from './reply-store.ts';

/** How many releases of a line a snapshot is looked for in: more than the longest zone of weekly releases. */
const releasesBack = 26;

export type LineHistory = EarlierRelease & {
  readonly release: string;
  readonly document: string;
  /** Place of the release in the order of documents. */
  readonly order: string;
  /** As it was asked, whatever was agreed then: what a net change of the customer's adds to. */
  readonly asked: DemandCurve;
  readonly totals: LineTotals;
  readonly agreed: boolean;
};

/** What a line says in figures, beside its curve. */
export type LineTotals = {
  readonly received: number | null;
  readonly shipped: number | null;
  readonly askedToDate: number;
  /** Start of the customer's count, as sent. */
  readonly since: string | null;
  readonly receipts: readonly { readonly note: string | null; readonly on: string | null; readonly quantity: number }[];
  readonly drift: string;
  /** Set where totals could not be compared as sent: no cumulative, or a reset in between. */
  readonly anchored: boolean;
  readonly container: number | null;
};

/**
 * What was asked of some agreement lines before, by their keys, oldest first. By lines and not by releases, since a customer may send
 * each item in a document of its own. Policy: inside on planning.release, planning.release_line, planning.reply.
 */
export async function historyOf(
  tx: Transaction,
  organization: string,
  customer: string,
  thread: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly LineHistory[]>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .selectFrom(
      tx
        .selectFrom('planning.release_line as l')
        .innerJoin('planning.release as r', (join) =>
          join.onRef('r.organization_id', '=', 'l.organization_id').onRef('r.release_id', '=', 'l.release_id'),
        )
        .select(['l.organization_id', 'l.release_id', 'l.line', 'r.document', 'r.document_day', 'r.document_order'])
        .select('r.applied_at')
        .select(
          sql<number>`row_number() over (partition by l.line_key order by r.document_order desc, r.applied_at desc)`.as(
            'age',
          ),
        )
        .where('l.organization_id', '=', organization)
        .where('l.customer_id', '=', customer)
        .where('l.line_key', 'in', keys)
        .where('r.thread', '=', thread)
        .where('r.state', '=', 'applied')
        .as('h'),
    )
    .innerJoin('planning.release_line as l', (join) =>
      join
        .onRef('l.organization_id', '=', 'h.organization_id')
        .onRef('l.release_id', '=', 'h.release_id')
        .onRef('l.line', '=', 'h.line'),
    )
    .leftJoin('planning.reply as y', (join) =>
      join
        .onRef('y.organization_id', '=', 'l.organization_id')
        .onRef('y.release_id', '=', 'l.release_id')
        .onRef('y.line', '=', 'l.line')
        .on('y.state', '=', 'taken'),
    )
    .select(['l.line_key', 'l.curve', 'l.totals', 'l.agreed', 'h.release_id', 'h.document_day', 'h.document_order'])
    .select(['h.document', 'y.lines as promised', sql`case when y.lines is not null then l.weeks end`.as('weeks')])
    .where('h.age', '<=', releasesBack)
    .orderBy('h.document_order')
    .orderBy('h.applied_at')
    .execute();
  const lines = new Map<string, LineHistory[]>();
  for (const row of rows) {
    const line = {
      release: row.release_id,
      document: row.document,
      order: row.document_order,
      documentDay: Math.round(row.document_day.since('1970-01-01').total('days')),
      curve: referenceOf(row),
      asked: row.curve as DemandCurve,
      totals: row.totals as LineTotals,
      agreed: row.agreed || row.promised !== null,
    };
    // What was agreed, by the planner's word or by the customer's, is the reference from then on.
    const earlier = line.agreed ? [] : (lines.get(row.line_key) ?? []);
    lines.set(row.line_key, [...earlier, line]);
  }
  return lines;
}

/** What later releases are measured by: what was promised where an offer was taken, else what was asked. */
export function referenceOf(row: {
  readonly curve: unknown;
  readonly weeks: unknown;
  readonly promised: unknown;
}): DemandCurve {
  const curve = row.curve as DemandCurve;
  if (row.promised === null) return curve;
  const answered = (row.weeks as readonly JudgedWeek[]).filter((week) => week.verdict?.kind === 'outside');
  return promisedCurve(curve, answered, row.promised as readonly Amount[]);
}

/** Whether the same document has been taken already, under whatever control reference. Policy: inside on planning.release. */
export const isRepeated = async (
  tx: Transaction,
  organization: string,
  customer: string,
  release: { readonly thread: string; readonly document: string; readonly day: string; readonly digest: Buffer },
): Promise<boolean> =>
  (await tx
    .selectFrom('planning.release')
    .select('release_id')
    .where('organization_id', '=', organization)
    .where('customer_id', '=', customer)
    .where('thread', '=', release.thread)
    .where('document', '=', release.document)
    .where('document_day', '=', Temporal.PlainDate.from(release.day))
    .where('digest', '=', release.digest)
    .where('state', '<>', 'repeated')
    .executeTakeFirst()) !== undefined;

/** Releases of a thread that wait for what they change, in the order of documents. Policy: inside on planning.release. */
export const findWaiting = (tx: Transaction, organization: string, customer: string, thread: string) =>
  tx
    .selectFrom('planning.release')
    .select(['release_id', 'interchange_id', 'message'])
    .where('organization_id', '=', organization)
    .where('customer_id', '=', customer)
    .where('thread', '=', thread)
    .where('state', '=', 'without-base')
    .orderBy('document_order')
    .execute();

/** What a release waited for has come. Policy: inside on planning.release. */
export const settleRelease = (
  tx: Transaction,
  organization: string,
  release: string,
  set: {
    readonly state: 'applied';
    readonly replaces: string | null;
    readonly outside: number;
    readonly changes: number;
    readonly applied_at: Temporal.Instant;
  },
) =>
  tx
    .updateTable('planning.release')
    .set(set)
    .where('organization_id', '=', organization)
    .where('release_id', '=', release)
    .execute();

/** Policy: inside on planning.release. */
export const insertRelease = (tx: Transaction, row: Insertable<Tables['planning.release']>) =>
  tx.insertInto('planning.release').values(row).execute();

/** Policy: inside on planning.release_line. */
export async function insertLines(
  tx: Transaction,
  rows: readonly Insertable<Tables['planning.release_line']>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto('planning.release_line').values(rows).execute();
}

/** Releases, newest first. Policies: inside, customer_reads on planning.release. */
export async function listReleases(
  tx: Transaction,
  organization: string,
  filter: {
    readonly customer?: string | undefined;
    readonly outside?: boolean | undefined;
    readonly state?: ReleaseOutcome | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
) {
  const key = decodeKey(filter.after, 2);
  const rows = await tx
    .selectFrom('planning.release as r')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'r.organization_id').onRef('c.customer_id', '=', 'r.customer_id'),
    )
    .leftJoin('planning.release as b', (join) =>
      join.onRef('b.organization_id', '=', 'r.organization_id').onRef('b.release_id', '=', 'r.replaces'),
    )
    .select(['r.release_id', 'r.interchange_id', 'r.customer_id', 'c.name as customer', 'r.kind', 'r.document'])
    .select(['r.document_day', 'r.message_type', 'r.place', 'r.state', 'r.replaces', 'b.document as replaced'])
    .select(['r.outside', 'r.changes', 'r.received_at', 'r.applied_at'])
    .where('r.organization_id', '=', organization)
    .$if(filter.customer !== undefined, (q) => q.where('r.customer_id', '=', filter.customer!))
    .$if(filter.outside === true, (q) => q.where('r.outside', '>', 0))
    .$if(filter.state !== undefined, (q) => q.where('r.state', '=', filter.state!))
    .$if(key !== undefined, (q) =>
      q.where(sql<boolean>`(r.applied_at, r.release_id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`),
    )
    .orderBy('r.applied_at', 'desc')
    .orderBy('r.release_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.applied_at.toString(), row.release_id]);
}

/** One release. Policies: inside, customer_reads on planning.release. */
export async function findRelease(tx: Transaction, organization: string, release: string) {
  const row = await tx
    .selectFrom('planning.release as r')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'r.organization_id').onRef('c.customer_id', '=', 'r.customer_id'),
    )
    .leftJoin('planning.release as b', (join) =>
      join.onRef('b.organization_id', '=', 'r.organization_id').onRef('b.release_id', '=', 'r.replaces'),
    )
    .select(['r.release_id', 'r.interchange_id', 'r.customer_id', 'c.name as customer', 'r.kind', 'r.document'])
    .select(['r.document_day', 'r.message_type', 'r.place', 'r.state', 'r.replaces', 'b.document as replaced'])
    .select(['r.outside', 'r.changes', 'r.received_at', 'r.applied_at', 'r.content'])
    .where('r.organization_id', '=', organization)
    .where('r.release_id', '=', release)
    .executeTakeFirst();
  return row;
}

/** Lines of a release, those outside a rule first. Policies: inside, customer_reads on planning.release_line, core.intervention. */
export const linesOf = (tx: Transaction, organization: string, release: string) =>
  tx
    .selectFrom('planning.release_line as l')
    .leftJoin('core.intervention as i', (join) =>
      join.onRef('i.organization_id', '=', 'l.organization_id').onRef('i.intervention_id', '=', 'l.intervention_id'),
    )
    .select([
      'l.line',
      'l.line_key',
      'l.item',
      'l.description',
      'l.unit',
      'l.totals',
      'l.curve',
      'l.weeks',
      'l.outside',
    ])
    .select(['l.intervention_id', 'i.number', 'i.state as intervention_state', 'i.due_at'])
    .where('l.organization_id', '=', organization)
    .where('l.release_id', '=', release)
    .orderBy('l.outside', 'desc')
    .orderBy('l.line')
    .execute();

/**
 * What the lines of a release are the reference of, by line key. Policies: inside, customer_reads on planning.release_line,
 * planning.reply.
 */
export async function curvesOf(
  tx: Transaction,
  organization: string,
  release: string,
): Promise<ReadonlyMap<string, DemandCurve>> {
  const rows = await tx
    .selectFrom('planning.release_line as l')
    .leftJoin('planning.reply as y', (join) =>
      join
        .onRef('y.organization_id', '=', 'l.organization_id')
        .onRef('y.release_id', '=', 'l.release_id')
        .onRef('y.line', '=', 'l.line')
        .on('y.state', '=', 'taken'),
    )
    .select(['l.line_key', 'l.curve', 'l.weeks', 'y.lines as promised'])
    .where('l.organization_id', '=', organization)
    .where('l.release_id', '=', release)
    .execute();
  return new Map(rows.map((row) => [row.line_key, referenceOf(row)]));
}
