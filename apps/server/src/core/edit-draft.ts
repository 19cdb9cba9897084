import { isDeepStrictEqual } from 'node:util';
import { generateKeyBetween } from 'fractional-indexing';
import { type Access, holds } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { BlockContent } from './block.ts';
import { announce } from './live.ts';
import { checkParameter } from './parameters.ts';
import {
  type ProposalRow,
  draftRanks,
  findProposal,
  insertDraftBlocks,
  lockDraftBlock,
  lockProposal,
  setDraftParameter,
  updateDraftBlock,
} from './proposal-store.ts';

/** One change to a draft, as the editor sends it: each names the revision of the block that the writer had before his eyes. */
export type DraftChange =
  | {
      readonly kind: 'insert';
      readonly block: string;
      readonly after: string | null;
      readonly content: BlockContent;
      readonly secret: boolean;
      readonly from: string | null;
    }
  | { readonly kind: 'write'; readonly block: string; readonly revision: number; readonly content: BlockContent }
  | { readonly kind: 'secrecy'; readonly block: string; readonly revision: number; readonly secret: boolean }
  | { readonly kind: 'move'; readonly block: string; readonly after: string | null }
  | { readonly kind: 'remove'; readonly block: string; readonly revision: number }
  | { readonly kind: 'restore'; readonly block: string };

/**
 * Applies changes to a draft, all or none. Ids of new blocks are made by the writer, so that sending twice has one effect; to insert
 * a block that was removed brings it back. A block that somebody else wrote meanwhile is not overwritten: the refusal carries his text.
 * Revisions are those from before the changes, however often they touch one block.
 * @returns the revision of each block that was touched
 * @refuses not-found, proposal-closed, secrecy-not-yours, block-changed-meanwhile with `extra.theirs` (content, revision) and `extra.block`
 */
export function editDraft(
  access: Access,
  proposal: string,
  changes: readonly DraftChange[],
): Promise<Result<{ readonly revisions: Record<string, number> }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const open = await openDraft(tx, organization, proposal);
    if (!open.ok) return open;
    const maySecrecy = maySetSecrecy(access, open.value.rule_owner_id);
    const revisions: Record<string, number> = {};
    for (const change of changes) {
      const seen = revisions[change.block] === undefined && 'revision' in change ? change.revision : undefined;
      const done = await applyChange(tx, access, proposal, { change, seen, maySecrecy });
      if (!done.ok) return done;
      revisions[change.block] = done.value;
    }
    await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
    return ok({ revisions });
  });
}

/** Who says that a block is secret, or no longer: the owner of the rule, and the quality manager. */
export const maySetSecrecy = (access: Access, ruleOwner: string): boolean =>
  ruleOwner === access.membership || holds(access, 'quality-manager');

type Wish = {
  readonly change: DraftChange;
  /** The revision that the writer saw; nothing to compare where the same batch has touched the block already. */
  readonly seen: number | undefined;
  readonly maySecrecy: boolean;
};

async function applyChange(
  tx: Transaction,
  access: Access,
  proposal: string,
  { change, seen, maySecrecy }: Wish,
): Promise<Result<number>> {
  const organization = access.organization.id;
  const block = await lockDraftBlock(tx, organization, proposal, change.block);
  const changed = (): Result<number> => {
    const { content, revision, removed, changed_by_name: name } = block!;
    return refuse('block-changed-meanwhile', { name }, { block: change.block, theirs: { content, revision, removed } });
  };
  const write = (set: Omit<Parameters<typeof updateDraftBlock>[4], 'id'>): Promise<number> =>
    updateDraftBlock(tx, organization, proposal, access.membership, { id: change.block, ...set });

  if (change.kind === 'insert') {
    if (block !== undefined && !block.removed) {
      const same = block.secret === change.secret && isDeepStrictEqual(block.content, change.content);
      return same ? ok(block.revision) : changed(); // the same was sent again; or somebody has written in it since
    }
    // Whoever brings a secret in may say so; what is cut off a secret block, or comes back, is not opened on the way.
    const source = change.from === null ? undefined : await lockDraftBlock(tx, organization, proposal, change.from);
    const opens = !change.secret && (block?.secret ?? source?.secret ?? false);
    if (opens && !maySecrecy) return refuse('secrecy-not-yours');
    const rank = await rankAfter(tx, organization, proposal, change.after, change.block);
    const { content, secret, from } = change;
    if (block !== undefined) return ok(await write({ content, secret, rank, removed: false }));
    const inserted = { id: change.block, content, secret, from, rank };
    await insertDraftBlocks(tx, organization, proposal, access.membership, [inserted]);
    return ok(1);
  }
  if (block === undefined) return refuse('not-found');
  // Also one's own other window: nothing that was written is overwritten unseen.
  if (seen !== undefined && seen !== block.revision) return changed();
  switch (change.kind) {
    case 'write':
      return ok(await write({ content: change.content }));
    case 'secrecy':
      return maySecrecy ? ok(await write({ secret: change.secret })) : refuse('secrecy-not-yours');
    case 'move':
      return ok(await write({ rank: await rankAfter(tx, organization, proposal, change.after, change.block) }));
    case 'remove':
      return ok(await write({ removed: true }));
    case 'restore':
      return ok(await write({ removed: false }));
  }
}

/** A place right after a block, even one that somebody has removed meanwhile. */
async function rankAfter(
  tx: Transaction,
  organization: string,
  proposal: string,
  after: string | null,
  moving: string,
): Promise<string> {
  const others = (await draftRanks(tx, organization, proposal)).filter((block) => block.id !== moving);
  const at = after === null ? -1 : others.findIndex((block) => block.id === after);
  return generateKeyBetween(others[at]?.rank ?? null, others[at + 1]?.rank ?? null);
}

/** @refuses not-found, proposal-closed, parameter-out-of-bounds */
export function writeParameter(access: Access, proposal: string, name: string, value: unknown): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const open = await openDraft(tx, organization, proposal);
    if (!open.ok) return open;
    const checked = checkParameter(open.value.rule_kind, name, value);
    if (!checked.ok) return checked;
    await setDraftParameter(tx, organization, proposal, access.membership, name, checked.value);
    await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
    return ok(null);
  });
}

/** A proposal may be written while it is a draft or open; what is said about it then stays, marked "the text has changed since". */
async function openDraft(tx: Transaction, organization: string, proposal: string): Promise<Result<ProposalRow>> {
  await lockProposal(tx, organization, proposal);
  const row = await findProposal(tx, organization, proposal);
  if (row === undefined) return refuse('not-found');
  return row.state === 'draft' || row.state === 'open' ? ok(row) : refuse('proposal-closed');
}
