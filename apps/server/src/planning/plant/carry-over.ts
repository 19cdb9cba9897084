import type { Item, Line, Pin, Plan, PlanLot, Previous, Problem } from '@coprod/planner';
import type { PinnedPlan } from '../plan/plan-store.ts';
import { workingSeconds } from './working-time.ts';

/** A plan with the problem that it solves. */
export type Standing = { readonly problem: Problem; readonly plan: PinnedPlan };

export type CarriedOver = {
  readonly lines: readonly Line[];
  readonly previous: Previous;
  readonly pins: readonly Pin[];
};

/**
 * What of the plan in force still holds when planning begins anew at `start`: lots that have ended are history, one that runs is begun
 * with what remains of it, the rest is the previous plan. Lots of lines and items that are there no more are left out.
 * @param price the price of a changed lot in cents, and in how many days it halves
 */
export function carryOver(
  standing: Standing,
  start: Temporal.Instant,
  lines: readonly Line[],
  items: readonly Item[],
  price: Pick<Previous, 'centsPerChangedLot' | 'halvingDays'>,
): CarriedOver {
  const { plan } = standing;
  const from = start.epochMilliseconds;
  const runs = new Set(lines.flatMap((line) => line.runs.map((run) => `${line.id}\n${run.item}`)));
  const known = new Set(items.map(({ id }) => id));
  const isLine = new Set(lines.map(({ id }) => id));
  const lots = plan.lots.filter((lot) => runs.has(`${lot.line}\n${lot.item}`));
  const future = lots.filter((lot) => at(lot.start) >= from);
  const kept = new Set(future.map(({ id }) => id));
  const day = start.toZonedDateTimeISO(standing.problem.timeZone).toPlainDate().toString();
  return {
    lines: lines.map((line) => {
      const own = lots.filter((lot) => lot.line === line.id).toSorted((a, b) => at(a.start) - at(b.start));
      const running = own.find((lot) => at(lot.start) < from && at(lot.end) > from);
      // A changeover that is under way counts as done: the line stands for what comes.
      const setFor = own.findLast((lot) => at(lot.setupStart) < from)?.item;
      return {
        ...line,
        ...(setFor !== undefined && known.has(setFor) ? { state: { item: setFor } } : {}),
        ...(running === undefined ? {} : { begun: begunOf(running, standing, start) }),
      };
    }),
    previous: {
      lots: future.map(({ id, line, item, pieces, heads, start: begins }) => ({
        id,
        line,
        item,
        pieces,
        heads,
        start: begins,
      })),
      overtime: plan.overtime.filter((entry) => entry.date >= day && isLine.has(entry.line)),
      extraShifts: plan.extraShifts.filter((entry) => entry.date >= day && isLine.has(entry.line)),
      outside: plan.outside.filter((entry) => at(entry.arrival) >= from && known.has(entry.item)),
      ...price,
    },
    pins: (plan.pins ?? []).filter(({ lot }) => kept.has(lot)),
  };
}

/**
 * Pieces of an item that the plan in force has brought between two instants, transfer aside: lots that ended, and what is done of the
 * one that runs.
 */
export function piecesMade(standing: Standing, item: string, since: Temporal.Instant, until: Temporal.Instant): number {
  const [from, to] = [since.epochMilliseconds, until.epochMilliseconds];
  const done = (lot: PlanLot, by: Temporal.Instant): number =>
    at(lot.end) <= by.epochMilliseconds
      ? lot.pieces
      : at(lot.start) >= by.epochMilliseconds
        ? 0
        : lot.pieces - remainingOf(lot, standing, by);
  return standing.plan.lots
    .filter((lot) => lot.item === item && at(lot.start) < to && at(lot.end) > from)
    .reduce((sum, lot) => sum + done(lot, until) - done(lot, since), 0);
}

const at = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

const begunOf = (lot: PlanLot, standing: Standing, start: Temporal.Instant): NonNullable<Line['begun']> => ({
  id: lot.id,
  item: lot.item,
  remainingPieces: Math.max(1, remainingOf(lot, standing, start)),
  ...(lot.heads > 0 ? { heads: lot.heads } : {}),
});

/** Pieces of a lot that are still to be made, as many as the rest of its time holds. */
function remainingOf(lot: PlanLot, { problem, plan }: Standing, now: Temporal.Instant): number {
  const run = problem.lines.find(({ id }) => id === lot.line)?.runs.find(({ item }) => item === lot.item);
  const mode = run?.modes.find(({ heads }) => (heads ?? 0) === lot.heads) ?? run?.modes[0];
  if (mode === undefined) return lot.pieces;
  const left = workingSeconds(problem, plan, lot.line, now, Temporal.Instant.from(lot.end));
  return Math.min(lot.pieces, Math.floor(left / mode.secondsPerPiece + 1e-6));
}

/** What is left of the plan in force within a problem, as the plan from which the engine starts; null before the first plan. */
export function lastOf(problem: Problem): Plan | null {
  const { previous } = problem;
  if (previous === undefined) return null;
  return {
    format: 'coprod-plan/1',
    // The engine reads no end of a previous lot: it works it out.
    lots: previous.lots.map((lot) => ({ heads: 0, ...lot, setupStart: lot.start, end: lot.start })),
    overtime: previous.overtime ?? [],
    extraShifts: previous.extraShifts ?? [],
    outside: previous.outside ?? [],
  };
}
