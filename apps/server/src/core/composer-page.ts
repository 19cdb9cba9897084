import { z } from 'zod';
import type { Access } from '../access/access.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { id, instant, plainDate } from '../platform/schemas.ts';
import { textOf } from './block.ts';
import { grantsInEffect } from './disclose.ts';
import { blocksOf, findRule, parametersOf } from './rule-store.ts';
import { usualDueDate } from './transmit.ts';
import { refuseTransmitter } from './who-transmits.ts';

export const composerPage = z
  .object({
    rule: z.object({
      id,
      label: z.string(),
      title: z.string(),
      version: z.number().int(),
      language: z.enum(['en', 'fr']),
    }),
    /** By when the rule asks for an acknowledgement, counted from today. */
    dueOn: plainDate,
    /** The beginning of each block: enough to know it by. */
    blocks: z.array(z.object({ id, kind: z.string(), text: z.string(), secret: z.boolean() })),
    customers: z.array(
      z.object({
        id,
        name: z.string(),
        conflictClass: z.string().nullable(),
        /** The newest version sent to him, and whether he acknowledged it. */
        last: z.object({ version: z.number().int().nullable(), sentAt: instant, acknowledged: z.boolean() }).nullable(),
      }),
    ),
    grants: z.array(z.object({ id, block: id, customer: id, agreement: z.string() })),
  })
  .meta({ id: 'Composer' });

/** What the composer of a transmission starts from. @refuses not-found, not-your-role, not-in-force */
export function composerOf(access: Access, ruleId: string): Promise<Result<z.output<typeof composerPage>>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const rule = await findRule(tx, organization, ruleId);
    if (rule === undefined) return refuse('not-found');
    const refused = refuseTransmitter(access, rule.kind);
    if (refused !== undefined) return refused;
    if (rule.version === 0) return refuse('not-in-force', { label: rule.label });
    const customers = await tx
      .selectFrom('access.customer')
      .select(['customer_id', 'name', 'conflict_class'])
      .where('organization_id', '=', organization)
      .orderBy('name')
      .execute();
    const last = await tx
      .selectFrom('core.transmission')
      .distinctOn('customer_id')
      .select(['customer_id', 'version', 'transmitted_at', 'acknowledged_at'])
      .where('organization_id', '=', organization)
      .where('rule_id', '=', ruleId)
      .orderBy('customer_id')
      .orderBy('transmitted_at', 'desc')
      .execute();
    const grants = await grantsInEffect(tx, access, ruleId);
    const blocks = await blocksOf(tx, organization, ruleId, rule.version);
    return ok({
      dueOn: usualDueDate(access, await parametersOf(tx, organization, ruleId, rule.version)),
      rule: { id: ruleId, label: rule.label, title: rule.title, version: rule.version, language: rule.language },
      blocks: blocks.map((block) => ({
        id: block.id,
        kind: block.content.kind,
        text: textOf(block.content).slice(0, 160),
        secret: block.secret,
      })),
      customers: customers.map((customer) => {
        const sent = last.find((row) => row.customer_id === customer.customer_id);
        return {
          id: customer.customer_id,
          name: customer.name,
          conflictClass: customer.conflict_class,
          last:
            sent === undefined
              ? null
              : { version: sent.version, sentAt: sent.transmitted_at, acknowledged: sent.acknowledged_at !== null },
        };
      }),
      grants: grants.map((g) => ({
        id: g.disclosure_id,
        block: g.block_id,
        customer: g.customer_id,
        agreement: g.agreement,
      })),
    });
  });
}
