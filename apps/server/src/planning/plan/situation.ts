import type { Actor } from '../../access/access.ts';
import type { Transaction } from '../../access/doors.ts';
import { type RulesInUse, useRules } from '../../core/use-rules.ts';
import { plantOf } from '../plant/plant-store.ts';
import { type Situation, problemOf } from '../plant/problem-of.ts';
import { askedNow, promisesThatStand } from './asked-store.ts';
import { type PinnedPlan, type UsedRule, factsOf, planInForce, pricedProblem } from './plan-store.ts';

/** The problem as it stands now, what it lacks, from which plan it starts and by which rule versions it was made. */
export type Stand = ReturnType<typeof problemOf> & {
  readonly base: { readonly id: string; readonly plan: PinnedPlan } | null;
  readonly rules: readonly UsedRule[];
};

/** Reads plant, demand, promises, rules and the plan in force. Policies: those of the tables read; prices by planner or system. */
export async function standNow(tx: Transaction, actor: Actor): Promise<Stand> {
  const organization = actor.organization.id;
  const { time_zone: timeZone } = await tx
    .selectFrom('access.organization')
    .select('time_zone')
    .where('organization_id', '=', organization)
    .executeTakeFirstOrThrow();
  const now = actor.now();
  const inForce = await planInForce(tx, organization);
  const { rules, used } = await rulesOfPlanning(tx, actor);
  const plan = inForce?.plan as PinnedPlan | undefined;
  const situation: Situation = {
    plant: await plantOf(tx, organization),
    asked: await askedNow(tx, organization, now),
    promises: await promisesThatStand(tx, organization, now.toZonedDateTimeISO(timeZone).toPlainDate()),
    inForce:
      inForce === undefined
        ? null
        : {
            problem:
              (await pricedProblem(tx, organization, inForce.fingerprint)) ??
              (await factsOf(tx, organization, inForce.fingerprint)),
            plan: plan!,
          },
    now,
    timeZone,
    rules,
  };
  return {
    ...problemOf(situation),
    base: inForce === undefined ? null : { id: inForce.plan_id, plan: plan! },
    rules: used,
  };
}

/** What the planning rules in force for everybody say, and which versions say it. */
export async function rulesOfPlanning(
  tx: Transaction,
  actor: Actor,
): Promise<{
  readonly rules: Situation['rules'];
  readonly used: readonly UsedRule[];
  readonly inUse: RulesInUse<'planning'>;
}> {
  const inUse = await useRules(tx, actor, { kind: 'planning', customer: null });
  const [overtime, frozen] = [inUse.number('overtime-hours'), inUse.number('frozen-days')];
  const used = [overtime, frozen].flatMap((found) =>
    found === undefined ? [] : [{ id: found.rule.id, label: found.rule.label, version: found.rule.version }],
  );
  return {
    rules: { overtimeHours: overtime?.value, frozenDays: frozen?.value },
    used: used.filter((rule, index) => used.findIndex(({ id }) => id === rule.id) === index),
    inUse,
  };
}
