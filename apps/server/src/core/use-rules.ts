import type { Actor } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import { json } from '../platform/values.ts';
import { type ParameterName, type ParameterValue, definitionOf } from './parameters.ts';
import type { RuleKind } from './rule.ts';

/**
 * The rules in force for an act: the one door to their parameters. Whatever is read through it is remembered, and
 * {@link recordAct} writes the versions beside the act.
 */
export class RulesInUse<K extends RuleKind> {
  readonly #kind: K;
  readonly #rules: readonly RuleInForce[];
  readonly #used = new Map<string, { version: number; parameters: Record<string, ParameterValue> }>();

  constructor(kind: K, rules: readonly RuleInForce[]) {
    this.#kind = kind;
    this.#rules = rules;
  }

  /**
   * The value of a parameter and the rule version that sets it: a rule agreed with the customer goes before a general one, the
   * newest decided before an older. Undefined where no rule in force says anything: then the caller acts without a rule, and says so.
   */
  value(name: ParameterName<K>): { readonly value: ParameterValue; readonly rule: CitedRule } | undefined {
    if (definitionOf(this.#kind, name) === undefined) throw new Error(`${this.#kind} rules have no parameter ${name}`);
    const rule = this.#rules.find((r) => Object.hasOwn(r.parameters, name));
    if (rule === undefined) return undefined;
    const value = rule.parameters[name]!;
    const used = this.#used.get(rule.id) ?? { version: rule.version, parameters: {} };
    used.parameters[name] = value;
    this.#used.set(rule.id, used);
    return { value, rule: { id: rule.id, label: rule.label, version: rule.version, inForceFrom: rule.inForceFrom } };
  }

  /** The value where it is a number; see {@link value}. */
  number(name: ParameterName<K>): { readonly value: number; readonly rule: CitedRule } | undefined {
    const found = this.value(name);
    return found === undefined || typeof found.value !== 'number'
      ? undefined
      : { value: found.value, rule: found.rule };
  }

  /** What was read so far: rule, version, parameters. */
  get used(): ReadonlyMap<
    string,
    { readonly version: number; readonly parameters: Readonly<Record<string, ParameterValue>> }
  > {
    return this.#used;
  }
}

/** A rule as an act cites it: "under R-12 v3, agreed with you on 2 October". */
export type CitedRule = {
  readonly id: string;
  readonly label: string;
  readonly version: number;
  readonly inForceFrom: Temporal.Instant;
};

type RuleInForce = CitedRule & {
  readonly customer: string | null;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
};

/**
 * The rules of one kind in force, for one customer or in general.
 * Policy: inside on core.rule, core.rule_version, core.parameter_version; so only staff and the system act by rules.
 */
export async function useRules<K extends RuleKind>(
  tx: Transaction,
  actor: Actor,
  scope: { readonly kind: K; readonly customer: string | null },
): Promise<RulesInUse<K>> {
  const rows = await tx
    .selectFrom('core.rule as r')
    .innerJoin('core.rule_version as v', (join) =>
      join
        .onRef('v.organization_id', '=', 'r.organization_id')
        .onRef('v.rule_id', '=', 'r.rule_id')
        .onRef('v.version', '=', 'r.version'),
    )
    .innerJoin('core.parameter_version as p', (join) =>
      join
        .onRef('p.organization_id', '=', 'r.organization_id')
        .onRef('p.rule_id', '=', 'r.rule_id')
        .onRef('p.version', '=', 'r.version'),
    )
    .select(['r.rule_id', 'r.label', 'r.version', 'r.customer_id', 'v.in_force_from', 'p.name', 'p.value'])
    .where('r.organization_id', '=', actor.organization.id)
    .where('r.kind', '=', scope.kind)
    .where('r.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('r.customer_id', 'is', null),
        ...(scope.customer === null ? [] : [eb('r.customer_id', '=', scope.customer)]),
      ]),
    )
    .execute();

  const rules = new Map<string, RuleInForce & { parameters: Record<string, ParameterValue> }>();
  for (const row of rows) {
    const rule = rules.get(row.rule_id) ?? {
      id: row.rule_id,
      label: row.label,
      version: row.version,
      inForceFrom: row.in_force_from,
      customer: row.customer_id,
      parameters: {},
    };
    rule.parameters[row.name] = row.value as ParameterValue;
    rules.set(row.rule_id, rule);
  }
  const ordered = [...rules.values()].toSorted(
    (a, b) =>
      Number(b.customer !== null) - Number(a.customer !== null) ||
      Temporal.Instant.compare(b.inForceFrom, a.inForceFrom) ||
      (a.id < b.id ? -1 : 1),
  );
  return new RulesInUse(scope.kind, ordered);
}

/**
 * Writes an act with the rule versions that it used. The database refuses, at commit, an act without any (migration 0201).
 * @param rules at least one parameter must have been read from it
 */
export async function recordAct(
  tx: Transaction,
  actor: Actor,
  rules: RulesInUse<RuleKind>,
  act: {
    readonly kind: string;
    readonly subject: { readonly kind: string; readonly id: string };
    readonly customer: string | null;
  },
): Promise<string> {
  const actId = newId();
  await tx
    .insertInto('core.act')
    .values({
      organization_id: actor.organization.id,
      act_id: actId,
      kind: act.kind,
      subject_kind: act.subject.kind,
      subject_id: act.subject.id,
      customer_id: act.customer,
      acted_at: actor.now(),
    })
    .execute();
  for (const [rule, { version, parameters }] of rules.used) {
    await tx
      .insertInto('core.act_rule')
      .values({
        organization_id: actor.organization.id,
        act_id: actId,
        rule_id: rule,
        version,
        parameters: json(parameters),
      })
      .execute();
  }
  return actId;
}
