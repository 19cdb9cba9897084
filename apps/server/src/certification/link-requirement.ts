import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { beginProposalIn, type Begun } from '../core/begin-proposal.ts';
import { type BlockContent, paragraph } from '../core/block.ts';
import { announce } from '../core/live.ts';
import { draftBlocks, findProposal, linkIntervention } from '../core/proposal-store.ts';
import { blocksOf, findRule } from '../core/rule-store.ts';
import type { Language } from '../platform/language.ts';
import { type Result, ok, refuse } from '../platform/result.ts';

/**
 * Says that a block answers a requirement, or answers it in part. The block may stand in a version in force or in a draft; in a draft
 * the customer's words become the origin of this very block, and lineage will show them.
 * @refuses not-found (requirement, block), proposal-closed
 */
export function linkRequirement(
  access: Access,
  requirement: string,
  to: { readonly rule: string; readonly block: string; readonly proposal: string | null; readonly partly: boolean },
): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await requirementRow(tx, organization, requirement);
    const rule = await findRule(tx, organization, to.rule);
    if (row === undefined || rule === undefined) return refuse('not-found');
    if (to.proposal === null) {
      const inForce = await blocksOf(tx, organization, to.rule, rule.version);
      if (!inForce.some((b) => b.id === to.block)) return refuse('not-found');
    } else {
      const proposal = await findProposal(tx, organization, to.proposal);
      if (proposal === undefined || proposal.rule_id !== to.rule) return refuse('not-found');
      if (proposal.state !== 'draft' && proposal.state !== 'open') return refuse('proposal-closed');
      const draft = await draftBlocks(tx, organization, to.proposal);
      if (!draft.some((b) => b.id === to.block)) return refuse('not-found');
      await linkIntervention(tx, organization, {
        proposal: to.proposal,
        intervention: row.intervention_id,
        block: to.block,
        parameter: null,
        by: access.membership,
        at: access.now(),
      });
    }
    await writeAnswer(tx, access, requirement, to);
    return ok(null);
  });
}

/** Takes a link back. What a decided version was said to answer stays in its proposal. @refuses not-found */
export function unlinkRequirement(access: Access, requirement: string, block: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const gone = await tx
      .deleteFrom('certification.answer')
      .where('organization_id', '=', access.organization.id)
      .where('requirement_id', '=', requirement)
      .where('block_id', '=', block)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) return refuse('not-found');
    await changed(tx, access, requirement);
    return ok(null);
  });
}

/**
 * Says of requirements why they do not apply, or, with null, that they do; or who owns them. All or none.
 * @refuses not-found (a requirement, a colleague)
 */
export function judgeRequirements(
  access: Access,
  requirements: readonly string[],
  judgement: { readonly notApplicableBecause?: string | null | undefined; readonly owner?: string | null | undefined },
): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const { owner, notApplicableBecause } = judgement;
    if (typeof owner === 'string' && !(await isColleague(tx, organization, owner))) return refuse('not-found');
    const set = {
      ...(notApplicableBecause === undefined ? {} : { not_applicable_because: notApplicableBecause }),
      ...(owner === undefined ? {} : { owner_id: owner }),
    };
    if (Object.keys(set).length === 0) return ok(null);
    const done = await tx
      .updateTable('certification.requirement')
      .set(set)
      .where('organization_id', '=', organization)
      .where('requirement_id', 'in', [...requirements])
      .executeTakeFirst();
    if (Number(done.numUpdatedRows) !== new Set(requirements).size) return refuse('not-found');
    for (const requirement of requirements) await changed(tx, access, requirement);
    return ok(null);
  });
}

const isColleague = async (tx: Transaction, organization: string, membership: string): Promise<boolean> =>
  (await tx
    .selectFrom('access.membership')
    .select('membership_id')
    .where('organization_id', '=', organization)
    .where('membership_id', '=', membership)
    .where('side', '=', 'organization')
    .where('ended_at', 'is', null)
    .executeTakeFirst()) !== undefined;

/**
 * Begins a procedure that answers requirements: one heading and one empty paragraph per clause, each paragraph linked to its clause, so
 * that the customer's words stand at the origin of the block from its first version on.
 * @refuses not-found, name-taken
 */
export function writeProcedure(
  access: Access,
  wish: {
    readonly title: string;
    readonly label: string | null;
    readonly language: Language;
    readonly requirements: readonly string[];
  },
): Promise<Result<Begun>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const rows = [];
    for (const id of wish.requirements) {
      const row = await requirementRow(tx, organization, id);
      if (row === undefined) return refuse('not-found');
      rows.push(row);
    }
    const blocks = rows.flatMap((row): BlockContent[] => [
      { kind: 'heading', level: 2, runs: [{ text: row.clause }] },
      paragraph(''),
    ]);
    const begun = await beginProposalIn(tx, access, {
      title: wish.title,
      why: '',
      method: 'by-owner',
      interventions: [],
      on: {
        kind: 'new-rule',
        rule: {
          kind: 'procedure',
          regulation: 'control',
          title: wish.title,
          label: wish.label,
          language: wish.language,
          customer: null,
          reviewOn: null,
          blocks,
          parameters: {},
        },
      },
    });
    if (!begun.ok) return begun;
    const draft = await draftBlocks(tx, organization, begun.value.proposal);
    for (const [index, row] of rows.entries()) {
      const block = draft[index * 2 + 1]!.id;
      await linkIntervention(tx, organization, {
        proposal: begun.value.proposal,
        intervention: row.intervention_id,
        block,
        parameter: null,
        by: access.membership,
        at: access.now(),
      });
      await writeAnswer(tx, access, row.requirement_id, { rule: begun.value.rule, block, partly: false });
    }
    return begun;
  });
}

const requirementRow = (tx: Transaction, organization: string, requirement: string) =>
  tx
    .selectFrom('certification.requirement')
    .select(['requirement_id', 'intervention_id', 'clause', 'customer_id'])
    .where('organization_id', '=', organization)
    .where('requirement_id', '=', requirement)
    .executeTakeFirst();

async function writeAnswer(
  tx: Transaction,
  access: Access,
  requirement: string,
  to: { readonly rule: string; readonly block: string; readonly partly: boolean },
): Promise<void> {
  await tx
    .insertInto('certification.answer')
    .values({
      organization_id: access.organization.id,
      requirement_id: requirement,
      block_id: to.block,
      rule_id: to.rule,
      partly: to.partly,
      linked_by: access.membership,
      linked_at: access.now(),
    })
    .onConflict((c) => c.columns(['organization_id', 'requirement_id', 'block_id']).doUpdateSet({ partly: to.partly }))
    .execute();
  await changed(tx, access, requirement);
}

const changed = (tx: Transaction, access: Access, requirement: string): Promise<void> =>
  announce(tx, {
    organization: access.organization.id,
    subject: { kind: 'requirement', id: requirement },
    customer: null,
  });
