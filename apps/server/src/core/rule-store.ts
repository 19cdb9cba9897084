import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import type { Language } from '../platform/language.ts';
import { json } from '../platform/values.ts';
import type { Block, BlockContent } from './block.ts';
import type { ParameterValue } from './parameters.ts';
import type { Regulation, RuleKind } from './rule.ts';

/** SQL of rules and their versions. Policy of all: inside; a customer has no way to these tables. */

export const findRule = (tx: Transaction, organization: string, rule: string) =>
  tx
    .selectFrom('core.rule as r')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'r.organization_id').onRef('m.membership_id', '=', 'r.owner_id'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'r.organization_id').onRef('c.customer_id', '=', 'r.customer_id'),
    )
    .selectAll('r')
    .select(['m.name as owner_name', 'c.name as customer_name'])
    .where('r.organization_id', '=', organization)
    .where('r.rule_id', '=', rule)
    .executeTakeFirst();

/** The rule's row, locked until the end of the transaction: two decisions on one rule happen one after the other. */
export const lockRule = (tx: Transaction, organization: string, rule: string) =>
  tx
    .selectFrom('core.rule')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('rule_id', '=', rule)
    .forUpdate()
    .executeTakeFirst();

export async function blocksOf(tx: Transaction, organization: string, rule: string, version: number): Promise<Block[]> {
  const rows = await tx
    .selectFrom('core.block_version')
    .select(['block_id', 'content', 'secret', 'from_block_id'])
    .where('organization_id', '=', organization)
    .where('rule_id', '=', rule)
    .where('version', '=', version)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.block_id,
    content: row.content as BlockContent,
    secret: row.secret,
    from: row.from_block_id,
  }));
}

export async function parametersOf(
  tx: Transaction,
  organization: string,
  rule: string,
  version: number,
): Promise<Record<string, ParameterValue>> {
  const rows = await tx
    .selectFrom('core.parameter_version')
    .select(['name', 'value'])
    .where('organization_id', '=', organization)
    .where('rule_id', '=', rule)
    .where('version', '=', version)
    .orderBy('name')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.name, row.value as ParameterValue]));
}

/** Writes a version with all its blocks and parameters, and makes it the one in force. */
export async function writeVersion(
  tx: Transaction,
  organization: string,
  version: {
    readonly rule: string;
    readonly version: number;
    readonly title: string;
    readonly regulation: Regulation;
    readonly proposal: string;
    readonly decision: string;
    readonly inForceFrom: Temporal.Instant;
    readonly blocks: readonly (Block & { readonly changed: boolean })[];
    readonly parameters: readonly {
      readonly name: string;
      readonly value: ParameterValue;
      readonly changed: boolean;
    }[];
  },
): Promise<void> {
  const key = { organization_id: organization, rule_id: version.rule, version: version.version };
  await tx
    .insertInto('core.rule_version')
    .values({
      ...key,
      title: version.title,
      regulation: version.regulation,
      proposal_id: version.proposal,
      decision_id: version.decision,
      in_force_from: version.inForceFrom,
    })
    .execute();
  const blocks = version.blocks.map((block, position) => ({
    ...key,
    block_id: block.id,
    position,
    kind: block.content.kind,
    content: json(block.content),
    secret: block.secret,
    changed: block.changed,
    from_block_id: block.from,
  }));
  if (blocks.length > 0) await tx.insertInto('core.block_version').values(blocks).execute();
  const parameters = version.parameters.map((p) => ({
    ...key,
    name: p.name,
    value: json(p.value),
    changed: p.changed,
  }));
  if (parameters.length > 0) await tx.insertInto('core.parameter_version').values(parameters).execute();
  await tx
    .updateTable('core.rule')
    .set({ version: version.version, title: version.title, regulation: version.regulation })
    .where('organization_id', '=', organization)
    .where('rule_id', '=', version.rule)
    .execute();
}

export const insertRule = (
  tx: Transaction,
  organization: string,
  rule: {
    readonly id: string;
    readonly number: number;
    readonly label: string;
    readonly kind: RuleKind;
    readonly regulation: Regulation;
    readonly title: string;
    readonly language: Language;
    readonly customer: string | null;
    readonly owner: string;
    readonly reviewOn: Temporal.PlainDate | null;
    readonly madeAt: Temporal.Instant;
  },
) =>
  tx
    .insertInto('core.rule')
    .values({
      organization_id: organization,
      rule_id: rule.id,
      number: rule.number,
      label: rule.label,
      kind: rule.kind,
      regulation: rule.regulation,
      title: rule.title,
      language: rule.language,
      customer_id: rule.customer,
      owner_id: rule.owner,
      review_on: rule.reviewOn,
      made_at: rule.madeAt,
    })
    .execute();

export const labelTaken = async (tx: Transaction, organization: string, label: string): Promise<boolean> =>
  (await tx
    .selectFrom('core.rule')
    .select(sql`1`.as('one'))
    .where('organization_id', '=', organization)
    .where('label', '=', label)
    .executeTakeFirst()) !== undefined;
