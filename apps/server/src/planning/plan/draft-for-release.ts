import type { Planned, Problem } from '@coprod/planner';
import type { SystemAccess } from '../../access/access.ts';
import { announce } from '../../core/live.ts';
import { lastOf } from '../plant/carry-over.ts';
import { insertPlan, type PinnedPlan } from './plan-store.ts';
import type { Effort, Planner } from './planner-pool.ts';
import { standNow } from './situation.ts';

/** What a draft may try: enough for a plant of 40 items in a third of a second, and never more than a second. */
const draftEffort: Effort = { seed: 1, steps: 60_000, seconds: 1 };
/** The first plan of a plant begins with nothing. */
const firstEffort: Effort = { seed: 1, steps: 200_000, seconds: 4 };

/**
 * Makes the draft plan that a release calls for, from the plan in force. The engine works outside of any transaction; what it found is
 * written once for each release and plan in force, so that a worker which dies before leaves nothing, and a second run changes nothing.
 * Drafts made for releases before, from the same plan, are replaced: this one answers all that is asked.
 * @returns the draft; undefined where there is none to make, or it is there already
 */
export async function draftForRelease(
  system: SystemAccess,
  planner: Planner,
  release: string,
): Promise<string | undefined> {
  const organization = system.organization.id;
  const before = await system.transaction(async (tx) => {
    const asked = await tx
      .selectFrom('planning.release')
      .select(['customer_id', 'state'])
      .where('organization_id', '=', organization)
      .where('release_id', '=', release)
      .executeTakeFirst();
    if (asked?.state !== 'applied') return undefined;
    // Who keeps no plant here is not planned for, and need not be read.
    const line = await tx
      .selectFrom('planning.plant_row')
      .select('row_id')
      .where('organization_id', '=', organization)
      .where('sheet', '=', 'lines')
      .limit(1)
      .executeTakeFirst();
    if (line === undefined) return undefined;
    const stand = await standNow(tx, system);
    if (stand.problem === null) return undefined;
    const made = await tx
      .selectFrom('planning.plan')
      .select('plan_id')
      .where('organization_id', '=', organization)
      .where('release_id', '=', release)
      .where('base', stand.base === null ? 'is' : '=', stand.base?.id ?? null)
      .executeTakeFirst();
    return made === undefined ? { stand, problem: stand.problem, customer: asked.customer_id } : undefined;
  });
  if (before === undefined) return undefined;
  const { stand, problem, customer } = before;
  const planned = await planFrom(planner, problem);
  return system.transaction(async (tx) => {
    const id = await insertPlan(
      tx,
      { organization, membership: null, at: system.now() },
      {
        because: 'release',
        release,
        customer,
        base: stand.base?.id ?? null,
        problem,
        plan: { ...planned.plan, ...pinsOf(problem) },
        evaluation: planned,
        gaps: stand.gaps,
        rules: stand.rules,
      },
    );
    if (id === undefined) return undefined;
    await tx
      .updateTable('planning.plan')
      .set({ state: 'replaced', ended_at: system.now() })
      .where('organization_id', '=', organization)
      .where('state', '=', 'draft')
      .where('because', '=', 'release')
      .where('plan_id', '<>', id)
      .execute();
    for (const subject of [
      { kind: 'plan', id },
      { kind: 'release', id: release },
    ])
      await announce(tx, { organization, subject, customer: null });
    return id;
  });
}

/** A plan of the problem, near the plan in force where there is one. */
export async function planFrom(planner: Planner, problem: Problem): Promise<Planned> {
  const last = lastOf(problem);
  return last === null
    ? planner.ask({ kind: 'plan', problem, effort: firstEffort })
    : planner.ask({ kind: 'replan', problem, last, effort: draftEffort });
}

/** The pins that a draft takes over. */
export const pinsOf = (problem: Problem): Pick<PinnedPlan, 'pins'> =>
  problem.pins === undefined || problem.pins.length === 0 ? {} : { pins: problem.pins };
