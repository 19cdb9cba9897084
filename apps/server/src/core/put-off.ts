import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { WaitingLine } from './waiting.ts';

/** Names a line of "For me": what is to be done, with what. */
export type LineName = Pick<WaitingLine, 'act' | 'subject'>;

/** The furthest day until which a line may be put off, in days from today. */
const furthest = 366;

/**
 * Puts a line of "For me" off until a day, or takes it back onto the list at once. On that day it stands there again, and before if
 * its term comes first: what is late is never out of sight.
 * @param until a day after today, at most a year ahead; null brings the line back
 * @refuses later-needs-a-day
 */
export function putOff(access: Access, line: LineName, until: Temporal.PlainDate | null): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const key = {
      organization_id: access.organization.id,
      membership_id: access.membership,
      act: line.act,
      subject_kind: line.subject.kind,
      subject_id: line.subject.id,
    };
    if (until === null) {
      // Policy: own on core.put_off.
      await tx
        .deleteFrom('core.put_off')
        .where((e) => e.and(key))
        .execute();
      return ok(null);
    }
    const today = todayOf(access);
    if (Temporal.PlainDate.compare(until, today) <= 0) return refuse('later-needs-a-day');
    if (Temporal.PlainDate.compare(until, today.add({ days: furthest })) > 0) return refuse('later-needs-a-day');
    const put = { until, put_off_at: access.now() };
    await tx
      .insertInto('core.put_off')
      .values({ ...key, ...put })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'membership_id', 'act', 'subject_kind', 'subject_id']).doUpdateSet(put),
      )
      .execute();
    return ok(null);
  });
}

/** Which lines wait now, and which were put off until a day that has not come. Policy: own on core.put_off. */
export async function partPutOff(
  tx: Transaction,
  access: Access,
  lines: readonly WaitingLine[],
): Promise<{
  readonly lines: readonly WaitingLine[];
  readonly later: readonly { readonly line: WaitingLine; readonly until: Temporal.PlainDate }[];
}> {
  if (access.side !== 'organization') return { lines, later: [] };
  const rows = await tx
    .selectFrom('core.put_off')
    .select(['act', 'subject_kind', 'subject_id', 'until'])
    .where('organization_id', '=', access.organization.id)
    .where('membership_id', '=', access.membership)
    .where('until', '>', todayOf(access))
    .execute();
  const until = new Map(rows.map((row) => [`${row.act} ${row.subject_kind} ${row.subject_id}`, row.until]));
  const now: WaitingLine[] = [];
  const later: { line: WaitingLine; until: Temporal.PlainDate }[] = [];
  for (const line of lines) {
    const day = until.get(`${line.act} ${line.subject.kind} ${line.subject.id}`);
    const late = line.due !== null && Temporal.Instant.compare(line.due, access.now()) <= 0;
    if (day === undefined || late) now.push(line);
    else later.push({ line, until: day });
  }
  return { lines: now, later: later.toSorted((a, b) => Temporal.PlainDate.compare(a.until, b.until)) };
}

/** The day it is where the organization works. */
const todayOf = (access: Access): Temporal.PlainDate =>
  access.now().toZonedDateTimeISO(access.organization.timeZone).toPlainDate();
