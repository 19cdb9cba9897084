import { z } from 'zod';
import type { Access } from '../access/access.ts';
import { id, instant, language } from '../platform/schemas.ts';
import type { CatalogueRow } from './catalogue-store.ts';
import type { RequirementRow } from './certification-store.ts';
import { clauseDepth } from './clause-order.ts';

/** How requirements and catalogues leave, the same on every route. */

export const requirementStates = ['covered', 'partial', 'gap', 'not-applicable'] as const;
export const requirementState = z.enum(requirementStates);

/** Who reads what customers require: the organization, and on a customer's side all but his scheduler. */
export const readers = ['organization:*', 'customer:approver', 'customer:auditor', 'customer:reader'] as const;
export const manager = ['organization:quality-manager'] as const;

export const totals = z
  .object({
    covered: z.number().int(),
    partial: z.number().int(),
    gap: z.number().int(),
    'not-applicable': z.number().int(),
  })
  .meta({ id: 'CoverageTotals' });

export type Totals = z.output<typeof totals>;

export const totalsOf = (
  counts: readonly { readonly state: (typeof requirementStates)[number]; readonly count: number }[],
): Totals => {
  const of = (state: (typeof requirementStates)[number]): number =>
    counts.find((one) => one.state === state)?.count ?? 0;
  return {
    covered: of('covered'),
    partial: of('partial'),
    gap: of('gap'),
    'not-applicable': of('not-applicable'),
  };
};

const otherEdition = z.object({ id, edition: z.string() }).nullable();

export const catalogue = z
  .object({
    id,
    name: z.string(),
    edition: z.string(),
    language,
    source: z.string(),
    customer: z.object({ id, name: z.string() }),
    clauses: z.number().int(),
    madeAt: instant,
    replaces: otherEdition,
    replacedBy: otherEdition,
    /** Until a later edition has clauses, this one holds. */
    holds: z.boolean(),
    /** Null on a customer's side, and where a later edition holds. */
    totals: totals.nullable(),
  })
  .meta({ id: 'Catalogue' });

export const requirement = z
  .object({
    id,
    catalogue: z.object({ id, name: z.string(), edition: z.string() }),
    customer: z.object({ id, name: z.string() }),
    clause: z.string(),
    depth: z.number().int(),
    words: z.string(),
    language,
    source: z.string(),
    receivedAt: instant,
    /** Null on a customer's side: what answers him is what was transmitted to him. */
    state: requirementState.nullable(),
    /** Blocks in force that answer it; null on a customer's side. */
    blocks: z.number().int().nullable(),
    /** Documents in the customer's hands that answer it; null on the organization side. */
    documents: z.number().int().nullable(),
    owner: z.object({ id, name: z.string() }).nullable(),
    notApplicableBecause: z.string().nullable(),
  })
  .meta({ id: 'Requirement' });

export const presentCatalogue = (row: CatalogueRow, counts: Totals | null): z.output<typeof catalogue> => ({
  id: row.catalogue_id,
  name: row.name,
  edition: row.edition,
  language: row.language,
  source: row.source,
  customer: { id: row.customer_id, name: row.customer },
  clauses: row.clauses,
  madeAt: row.made_at,
  replaces:
    row.replaces === null || row.earlier_edition === null ? null : { id: row.replaces, edition: row.earlier_edition },
  replacedBy:
    row.later_id === null || row.later_edition === null ? null : { id: row.later_id, edition: row.later_edition },
  holds: row.holds,
  totals: counts,
});

export const presentRequirement = (row: RequirementRow, side: Access['side']): z.output<typeof requirement> => ({
  id: row.requirement_id,
  catalogue: { id: row.catalogue_id, name: row.catalogue, edition: row.edition },
  customer: { id: row.customer_id, name: row.customer },
  clause: row.clause,
  depth: clauseDepth(row.clause),
  words: row.words,
  language: row.language,
  source: row.source,
  receivedAt: row.received_at,
  state: row.state,
  blocks: row.blocks,
  documents: row.documents,
  owner: row.owner === null || row.owner_id === null ? null : { id: row.owner_id, name: row.owner },
  notApplicableBecause: side === 'organization' ? row.not_applicable_because : null,
});
