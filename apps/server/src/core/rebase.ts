import { generateKeyBetween } from 'fractional-indexing';
import type { Access } from '../access/access.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { type Block, sameBlock } from './block.ts';
import { announce } from './live.ts';
import {
  draftBlocks,
  draftParameters,
  insertDraftBlocks,
  lockProposal,
  setDraftParameter,
  updateDraftBlock,
} from './proposal-store.ts';
import { blocksOf, findRule, parametersOf } from './rule-store.ts';

/** A block that both the draft and the rule changed since the base: a person chooses, nobody merges. `null` means removed. */
export type Clash = {
  readonly block: string;
  readonly base: Block | null;
  readonly mine: Block | null;
  readonly theirs: Block | null;
};

/** What a rebase would do: blocks to take over as they are now in force, and clashes. Pure. */
export function compareForRebase(
  base: readonly Block[],
  mine: readonly Block[],
  theirs: readonly Block[],
): {
  readonly takeOver: readonly { readonly block: string; readonly theirs: Block | null }[];
  readonly clashes: readonly Clash[];
} {
  const byId = (blocks: readonly Block[]): Map<string, Block> => new Map(blocks.map((block) => [block.id, block]));
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)];
  const same = (x: Block | undefined, y: Block | undefined): boolean =>
    x === undefined || y === undefined ? x === y : sameBlock(x, y);
  const takeOver: { block: string; theirs: Block | null }[] = [];
  const clashes: Clash[] = [];
  for (const block of new Set([...b.keys(), ...t.keys()])) {
    if (same(b.get(block), t.get(block))) continue; // the rule did not change it
    if (same(m.get(block), t.get(block))) continue; // both did the same
    if (same(b.get(block), m.get(block))) takeOver.push({ block, theirs: t.get(block) ?? null });
    else clashes.push({ block, base: b.get(block) ?? null, mine: m.get(block) ?? null, theirs: t.get(block) ?? null });
  }
  return { takeOver, clashes };
}

/**
 * Puts a draft onto the version now in force. What only the rule changed is taken over; where both changed a block, `choices` says
 * for each whether `mine` or `theirs` goes on. Parameters that the draft left alone follow the rule.
 * @refuses not-found, proposal-closed; base-overtaken with `extra.clashes` while a choice is missing: nothing is changed then
 */
export function rebase(
  access: Access,
  proposal: string,
  choices: Readonly<Record<string, 'mine' | 'theirs'>>,
): Promise<Result<{ readonly base: number }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await lockProposal(tx, organization, proposal);
    if (row === undefined) return refuse('not-found');
    if (row.state !== 'draft' && row.state !== 'open') return refuse('proposal-closed');
    const rule = (await findRule(tx, organization, row.rule_id))!;
    if (rule.version === row.base_version) return ok({ base: rule.version });

    const base = await blocksOf(tx, organization, row.rule_id, row.base_version);
    const theirs = await blocksOf(tx, organization, row.rule_id, rule.version);
    const draft = await draftBlocks(tx, organization, proposal);
    const { takeOver, clashes } = compareForRebase(base, draft, theirs);
    const undecided = clashes.filter((clash) => choices[clash.block] === undefined);
    if (undecided.length > 0) return refuse('base-overtaken', { version: rule.version }, { clashes: undecided });

    const taken = [...takeOver, ...clashes.filter((clash) => choices[clash.block] === 'theirs')];
    const order: { id: string; rank: string }[] = [...draft];
    const inDraft = new Set(order.map((block) => block.id));
    for (const { block, theirs: text } of taken) {
      if (text === null)
        await updateDraftBlock(tx, organization, proposal, access.membership, { id: block, removed: true });
      else if (inDraft.has(block)) {
        await updateDraftBlock(tx, organization, proposal, access.membership, {
          id: block,
          content: text.content,
          secret: text.secret,
        });
      } else if (base.some((b) => b.id === block)) {
        await updateDraftBlock(tx, organization, proposal, access.membership, {
          id: block,
          content: text.content,
          secret: text.secret,
          removed: false,
        });
      } else {
        const before = theirs
          .slice(
            0,
            theirs.findIndex((b) => b.id === block),
          )
          .findLast((b) => order.some((o) => o.id === b.id));
        const at = order.findIndex((o) => o.id === before?.id);
        const rank = generateKeyBetween(order[at]?.rank ?? null, order[at + 1]?.rank ?? null);
        await insertDraftBlocks(tx, organization, proposal, access.membership, [{ ...text, rank }]);
        order.splice(at + 1, 0, { id: block, rank });
      }
    }
    const was = await parametersOf(tx, organization, row.rule_id, row.base_version);
    const now = await parametersOf(tx, organization, row.rule_id, rule.version);
    const own = new Map((await draftParameters(tx, organization, proposal)).map((p) => [p.name, p.value]));
    for (const [name, value] of Object.entries(now)) {
      if (own.get(name) === was[name])
        await setDraftParameter(tx, organization, proposal, access.membership, name, value);
    }
    await tx
      .updateTable('core.proposal')
      .set({ base_version: rule.version })
      .where('organization_id', '=', organization)
      .where('proposal_id', '=', proposal)
      .execute();
    await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
    return ok({ base: rule.version });
  });
}
