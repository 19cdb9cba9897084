import { z } from 'zod';
import type { Access } from '../access/access.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { id, instant } from '../platform/schemas.ts';
import { maySetSecrecy } from './edit-draft.ts';
import { draftBlocks, draftParameters, findProposal } from './proposal-store.ts';
import { block, parameter, presentParameters } from './rule-schemas.ts';
import { ruleKinds } from './rule.ts';

/** What the editor works on: the draft alone, light enough to be asked anew at each change of somebody else. */
export const draftPage = z
  .object({
    id,
    number: z.number().int(),
    title: z.string(),
    state: z.enum(['draft', 'open', 'decided', 'refused', 'withdrawn']),
    rule: z.object({
      id,
      label: z.string(),
      title: z.string(),
      kind: z.enum(ruleKinds),
      language: z.enum(['en', 'fr']),
    }),
    blocks: z.array(
      block.extend({
        revision: z.number().int(),
        changedBy: z.object({ membership: id, name: z.string() }),
        changedAt: instant,
      }),
    ),
    parameters: z.array(parameter),
    may: z.object({ write: z.boolean(), secrecy: z.boolean() }),
  })
  .meta({ id: 'Draft' });

/** The draft of a proposal, with who wrote each block last. @refuses not-found */
export function readDraft(access: Access, proposal: string): Promise<Result<z.output<typeof draftPage>>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const p = await findProposal(tx, organization, proposal);
    if (p === undefined) return refuse('not-found');
    const values = Object.fromEntries(
      (await draftParameters(tx, organization, proposal)).map((one) => [one.name, one.value]),
    );
    return ok({
      id: proposal,
      number: p.number,
      title: p.title,
      state: p.state,
      rule: { id: p.rule_id, label: p.rule_label, title: p.rule_title, kind: p.rule_kind, language: p.rule_language },
      blocks: (await draftBlocks(tx, organization, proposal)).map(({ rank: _rank, ...one }) => one),
      parameters: presentParameters(p.rule_kind, values, access.language),
      may: { write: p.state === 'draft' || p.state === 'open', secrecy: maySetSecrecy(access, p.rule_owner_id) },
    });
  });
}
