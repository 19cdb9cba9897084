import { type Problem, evaluate, validate } from '@coprod/planner';
import type { Access } from '../../access/access.ts';
import { announce } from '../../core/live.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { gapInWords } from '../plant/gaps.ts';
import { pinsOf, planFrom } from './draft-for-release.ts';
import { type NewPlan, type PinnedPlan, findPlan, insertPlan, pricedProblem } from './plan-store.ts';
import type { Planner } from './planner-pool.ts';
import { standNow } from './situation.ts';

/**
 * Plans anew, from the plan in force where there is one: the plant as it stands now, and all that is asked.
 * @refuses nothing-to-plan with what is missing first
 */
export async function planAnew(access: Access, planner: Planner): Promise<Result<{ readonly plan: string }>> {
  const stand = await access.transaction((tx) => standNow(tx, access));
  const { problem } = stand;
  if (problem === null) {
    const [first] = stand.gaps.filter(({ effect }) => effect === 'stops');
    return refuse('nothing-to-plan', { what: first === undefined ? '' : gapInWords(first, access.language) });
  }
  const planned = await planFrom(planner, problem);
  return keep(access, {
    base: stand.base?.id ?? null,
    problem,
    plan: { ...planned.plan, ...pinsOf(problem) },
    evaluation: planned,
    gaps: stand.gaps,
    rules: stand.rules,
  });
}

/**
 * Keeps a plan as somebody moved it by hand: a draft of its own, judged anew by the server.
 * @param base the plan that was moved; it may be a draft itself
 * @refuses not-found, contradictory-pins
 */
export async function keepByHand(
  access: Access,
  base: string,
  plan: PinnedPlan,
): Promise<Result<{ readonly plan: string }>> {
  const found = await access.transaction(async (tx) => {
    const row = await findPlan(tx, access.organization.id, base);
    const problem = row === undefined ? undefined : await pricedProblem(tx, access.organization.id, row.fingerprint);
    return row === undefined || problem === undefined ? undefined : { row, problem };
  });
  if (found === undefined) return refuse('not-found');
  const { row, problem } = found;
  const pinned = withPins(problem, plan);
  if (!pinned.ok) return pinned;
  return keep(access, {
    // Whatever draft it was moved from, it starts from the plan in force from which that one did.
    base: row.state === 'draft' ? row.base : row.plan_id,
    problem,
    plan,
    evaluation: evaluate(problem, plan),
    gaps: (row.outcome as { readonly gaps: NewPlan['gaps'] }).gaps,
    rules: row.rules as NewPlan['rules'],
  });
}

/**
 * The problem in which a plan is the previous one and its pins hold.
 * @refuses contradictory-pins with the sentence of the engine
 */
export function withPins(problem: Problem, plan: PinnedPlan): Result<Problem> {
  const begun = new Set(problem.lines.flatMap((line) => line.begun?.id ?? []));
  const lots = plan.lots.filter(({ id }) => !begun.has(id));
  const pins = (plan.pins ?? []).filter(({ lot }) => lots.some(({ id }) => id === lot));
  const checked = validate({
    ...problem,
    previous: {
      ...problem.previous,
      lots: lots.map(({ id, line, item, pieces, heads, start }) => ({ id, line, item, pieces, heads, start })),
      overtime: plan.overtime,
      extraShifts: plan.extraShifts,
      outside: plan.outside,
    },
    pins,
  });
  if (checked.ok) return ok(checked.problem);
  const [fault] = checked.faults;
  return refuse('contradictory-pins', { what: fault?.en ?? '', quoi: fault?.fr ?? '' });
}

function keep(
  access: Access,
  made: Omit<NewPlan, 'because' | 'release' | 'customer'>,
): Promise<Result<{ readonly plan: string }>> {
  const organization = access.organization.id;
  return access.transaction(async (tx) => {
    const id = await insertPlan(
      tx,
      { organization, membership: access.membership, at: access.now() },
      { ...made, because: 'person', release: null, customer: null },
    );
    if (id === undefined) throw new Error('a plan by hand is never there already');
    await announce(tx, { organization, subject: { kind: 'plan', id }, customer: null });
    return ok({ plan: id });
  });
}
