import type { Problem } from '@coprod/planner';
import type { Access } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { type PinnedPlan, factsOf, findPlan } from './plan-store.ts';

export type ShiftRow = {
  readonly line: string;
  /** The shift in which it begins; null outside of any that the calendar knows. */
  readonly shift: string | null;
  readonly setupStart: string;
  readonly start: string;
  readonly end: string;
  readonly item: string;
  readonly pieces: number;
  readonly containers: number;
  readonly heads: number;
  readonly tool: string | null;
};

/**
 * The lots that run on a day, by line and time: a sheet for the floor. No price, no customer stands on it.
 * @refuses not-found
 */
export async function shiftList(
  tx: Transaction,
  access: Access,
  plan: string,
  wish: { readonly line?: string | undefined; readonly day?: string | undefined },
): Promise<Result<{ readonly day: string; readonly number: number; readonly rows: readonly ShiftRow[] }>> {
  const row = await findPlan(tx, access.organization.id, plan);
  if (row === undefined) return refuse('not-found');
  const problem = await factsOf(tx, access.organization.id, row.fingerprint);
  const { timeZone } = problem;
  const day = wish.day ?? access.now().toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const from = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone });
  const [begins, ends] = [from.toInstant(), from.add({ days: 1 }).toInstant()];
  const items = new Map(problem.items.map((item) => [item.id, item]));
  const rows = (row.plan as PinnedPlan).lots
    .filter((lot) => wish.line === undefined || lot.line === wish.line)
    .filter(
      (lot) => Temporal.Instant.compare(lot.setupStart, ends) < 0 && Temporal.Instant.compare(lot.end, begins) > 0,
    )
    .toSorted((a, b) => (a.line === b.line ? Temporal.Instant.compare(a.start, b.start) : a.line < b.line ? -1 : 1))
    .map((lot) => ({
      line: lot.line,
      shift: shiftAt(problem, lot.line, lot.start),
      setupStart: lot.setupStart,
      start: lot.start,
      end: lot.end,
      item: lot.item,
      pieces: lot.pieces,
      containers: Math.ceil(lot.pieces / (items.get(lot.item)?.containerPieces ?? 1)),
      heads: lot.heads,
      tool: items.get(lot.item)?.tool ?? null,
    }));
  return ok({ day, number: row.number, rows });
}

/** The name of the shift into which an instant falls on a line, nights that began the day before included. */
function shiftAt(problem: Problem, line: string, at: string): string | null {
  const here = Temporal.Instant.from(at).toZonedDateTimeISO(problem.timeZone);
  const calendar = problem.calendars?.find(({ id }) => id === problem.lines.find((one) => one.id === line)?.calendar);
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
  const before = ((here.dayOfWeek + 5) % 7) + 1;
  const found = calendar?.shifts.find(({ days, from, to }) => {
    const overnight = to <= from;
    if (days.includes(here.dayOfWeek) && time >= from && (overnight || time < to)) return true;
    return overnight && days.includes(before) && time < to;
  });
  return found?.name ?? null;
}
