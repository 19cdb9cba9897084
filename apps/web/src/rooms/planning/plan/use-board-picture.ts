import type { Plan, Problem } from '@coprod/planner';
import { useMemo } from 'react';
import { type BoardLot, type BoardRow, rowsOf } from './board/board-rows.ts';
import type { BoardTime } from './board/use-board-time.ts';
import type { BoardState } from './edit-history.ts';
import { differenceOf, type PlanDifference } from './plan-difference.ts';
import type { Moving } from './use-plan-edits.ts';

export interface BoardPicture {
  readonly rows: readonly BoardRow[];
  /** The rows as they are drawn: while a lot is held, as they would be, without it. */
  readonly drawn: readonly BoardRow[];
  readonly byId: ReadonlyMap<string, BoardLot>;
  /** The lot that is held, where it would stand. */
  readonly ghost: BoardLot | null;
  /** What holding it there changes; null while the engine reckons. */
  readonly difference: PlanDifference | null;
}

/** What the board shows of a plan, and of a move that is being tried on it. @param base what counts as not moved */
export function useBoardPicture(
  problem: Problem,
  present: BoardState,
  base: Plan | null,
  moving: Moving | null,
  time: BoardTime,
): BoardPicture {
  const pinned = useMemo(() => new Set(present.pins.map(({ lot }) => lot)), [present.pins]);
  const rows = useMemo(
    () =>
      rowsOf({
        problem,
        plan: present.plan,
        deliveries: present.evaluation.deliveries,
        windows: present.windows,
        pinned,
        base,
      }),
    [problem, present, pinned, base],
  );
  const byId = useMemo(() => new Map(rows.flatMap(({ lots }) => lots.map((lot) => [lot.id, lot]))), [rows]);
  const tried = moving?.tried?.ok ? moving.tried : null;
  const triedRows = useMemo(
    () =>
      tried &&
      rowsOf({
        problem,
        plan: tried.plan,
        deliveries: tried.evaluation.deliveries,
        windows: tried.windows,
        pinned,
        base: present.plan,
      }),
    [problem, tried, pinned, present.plan],
  );
  const difference = useMemo(
    () => tried && differenceOf(present.evaluation, tried.evaluation),
    [present.evaluation, tried],
  );
  const held = moving === null ? undefined : byId.get(moving.lot);
  const answered = moving?.answeredIn !== null;
  return useMemo(() => {
    if (moving === null || held === undefined) return { rows, drawn: rows, byId, ghost: null, difference: null };
    const there = triedRows?.flatMap(({ lots }) => lots).find(({ id }) => id === moving.lot);
    const row = rows.findIndex(({ line }) => line === moving.line);
    const from = time.at(moving.start);
    const wished = { ...held, row, setupFrom: from, from, to: from + held.to - held.from, moved: true };
    // Until the answer comes the lot follows the hand; then it stands where the engine found room for it.
    const ghost = answered && there ? there : wished;
    const without = (list: readonly BoardRow[]): BoardRow[] =>
      list.map((entry) => ({ ...entry, lots: entry.lots.filter(({ id }) => id !== moving.lot) }));
    return { rows, drawn: without(triedRows ?? rows), byId, ghost, difference };
  }, [rows, byId, moving, held, triedRows, answered, difference, time]);
}
