import type { Access } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { appendToLedger } from '../../core/append-to-ledger.ts';
import type { Signature } from '../../core/decide.ts';
import { announce } from '../../core/live.ts';
import { recordAct } from '../../core/use-rules.ts';
import { type Result, ok, refuse } from '../../platform/result.ts';
import { type Outcome, type PlanRow, type UsedRule, factsOf, findPlan, planInForce } from './plan-store.ts';
import { promisesFollow } from './promises-follow.ts';
import { rulesOfPlanning } from './situation.ts';

/**
 * Makes a draft the plan in force: the one before is replaced, the promises follow, and the ledger keeps by which rule versions it was
 * made. Signed by the planner.
 * @refuses not-found, plan-not-a-draft, plan-overtaken, plan-breaks-rules
 */
export function adoptPlan(access: Access, plan: string, signature: Signature): Promise<Result<{ promises: number }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    // One adoption at a time: of two at once the second finds the first in force.
    await tx
      .selectFrom('planning.plan')
      .select('plan_id')
      .where('organization_id', '=', organization)
      .where('state', 'in', ['in-force', 'draft'])
      .orderBy('plan_id')
      .forUpdate()
      .execute();
    const row = await findPlan(tx, organization, plan);
    if (row === undefined) return refuse('not-found');
    if (row.state !== 'draft') return refuse('plan-not-a-draft');
    const before = await planInForce(tx, organization);
    if ((before?.plan_id ?? null) !== row.base) return refuse('plan-overtaken', { number: before?.number ?? '' });
    const outcome = row.outcome as Outcome;
    const [broken] = outcome.violations;
    if (broken !== undefined) return refuse('plan-breaks-rules', { at: broken.at, what: broken.detail });
    const at = access.now();
    if (before !== undefined) await setState(tx, before, { state: 'replaced', ended_at: at });
    await setState(tx, row, { state: 'in-force', adopted_at: at, adopted_by: access.membership });
    const promises = await promisesFollow(tx, access, {
      id: plan,
      problem: await factsOf(tx, organization, row.fingerprint),
      deliveries: outcome.deliveries,
    });
    const used = row.rules as readonly UsedRule[];
    const { inUse } = await rulesOfPlanning(tx, access);
    if (inUse.used.size > 0)
      await recordAct(tx, access, inUse, { kind: 'plan-adopted', subject: { kind: 'plan', id: plan }, customer: null });
    await appendToLedger(tx, access, {
      kind: 'plan-adopted',
      subject: { kind: 'plan', id: plan },
      customer: null,
      body: {
        number: row.number,
        plan: row.plan_sha256.toString('hex'),
        problem: row.fingerprint.toString('hex'),
        replaces: before?.number ?? null,
        rules: used.map(({ label, version }) => ({ rule: label, version })),
        promises,
        signed: { by: access.membership, meaning: signature.meaning, credential: signature.credential },
      },
    });
    await announce(tx, { organization, subject: { kind: 'plan', id: plan }, customer: null });
    return ok({ promises });
  });
}

/**
 * Throws a draft away.
 * @refuses not-found, plan-not-a-draft
 */
export function discardPlan(access: Access, plan: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const row = await findPlan(tx, access.organization.id, plan);
    if (row === undefined) return refuse('not-found');
    if (row.state !== 'draft') return refuse('plan-not-a-draft');
    await setState(tx, row, { state: 'discarded', ended_at: access.now() });
    await announce(tx, {
      organization: access.organization.id,
      subject: { kind: 'plan', id: plan },
      customer: null,
    });
    return ok(null);
  });
}

/** Policy: inside on planning.plan; the trigger a_plan_goes_forward. */
const setState = (
  tx: Transaction,
  row: PlanRow,
  change: {
    readonly state: 'in-force' | 'replaced' | 'discarded';
    readonly adopted_at?: Temporal.Instant;
    readonly adopted_by?: string;
    readonly ended_at?: Temporal.Instant;
  },
) =>
  tx
    .updateTable('planning.plan')
    .set(change)
    .where('organization_id', '=', row.organization_id)
    .where('plan_id', '=', row.plan_id)
    .execute();
