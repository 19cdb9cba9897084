import { generateKeyBetween } from 'fractional-indexing';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { BlockContent } from './block.ts';
import { announce } from './live.ts';
import { checkParameter } from './parameters.ts';
import {
  draftBlocks,
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
 * Applies changes to a draft, all or none. Ids of new blocks are made by the writer, so that sending twice has one effect.
 * A block that somebody else wrote meanwhile is not overwritten: the refusal carries both texts.
 * @returns the revision of each block that was touched
 * @refuses not-found, proposal-closed, block-changed-meanwhile with `extra.theirs` (content, revision) and `extra.block`
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
    const revisions: Record<string, number> = {};
    for (const change of changes) {
      const done = await applyChange(tx, access, proposal, change);
      if (!done.ok) return done;
      revisions[change.block] = done.value;
    }
    await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
    return ok({ revisions });
  });
}

async function applyChange(
  tx: Transaction,
  access: Access,
  proposal: string,
  change: DraftChange,
): Promise<Result<number>> {
  const organization = access.organization.id;
  const block = await lockDraftBlock(tx, organization, proposal, change.block);

  if (change.kind === 'insert') {
    if (block !== undefined) return ok(block.revision); // sent again
    const rank = await rankAfter(tx, organization, proposal, change.after, change.block);
    const inserted = { id: change.block, content: change.content, secret: change.secret, from: change.from, rank };
    await insertDraftBlocks(tx, organization, proposal, access.membership, [inserted]);
    return ok(1);
  }
  if (block === undefined) return refuse('not-found');
  // Also one's own other window: nothing that was written is overwritten unseen.
  if ('revision' in change && change.revision !== block.revision) {
    const theirs = { content: block.content, revision: block.revision, removed: block.removed };
    return refuse('block-changed-meanwhile', { name: block.changed_by_name }, { block: change.block, theirs });
  }
  const write = (set: Omit<Parameters<typeof updateDraftBlock>[4], 'id'>): Promise<number> =>
    updateDraftBlock(tx, organization, proposal, access.membership, { id: change.block, ...set });
  switch (change.kind) {
    case 'write':
      return ok(await write({ content: change.content }));
    case 'secrecy':
      return ok(await write({ secret: change.secret }));
    case 'move':
      return ok(await write({ rank: await rankAfter(tx, organization, proposal, change.after, change.block) }));
    case 'remove':
      return ok(await write({ removed: true }));
    case 'restore':
      return ok(await write({ removed: false }));
  }
}

async function rankAfter(
  tx: Transaction,
  organization: string,
  proposal: string,
  after: string | null,
  moving: string,
): Promise<string> {
  const others = (await draftBlocks(tx, organization, proposal)).filter((block) => block.id !== moving);
  const at = after === null ? -1 : others.findIndex((block) => block.id === after);
  return generateKeyBetween(others[at]?.rank ?? null, others[at + 1]?.rank ?? null);
}

/** @refuses not-found, proposal-closed, parameter-out-of-bounds */
export function writeParameter(access: Access, proposal: string, name: string, value: unknown): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const open = await openDraft(tx, organization, proposal);
    if (!open.ok) return open;
    const found = await findProposal(tx, organization, proposal);
    const checked = checkParameter(found!.rule_kind, name, value);
    if (!checked.ok) return checked;
    await setDraftParameter(tx, organization, proposal, access.membership, name, checked.value);
    await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
    return ok(null);
  });
}

/** A proposal may be written while it is a draft or open; what is said about it then stays, marked "the text has changed since". */
async function openDraft(tx: Transaction, organization: string, proposal: string): Promise<Result<null>> {
  const row = await lockProposal(tx, organization, proposal);
  if (row === undefined) return refuse('not-found');
  return row.state === 'draft' || row.state === 'open' ? ok(null) : refuse('proposal-closed');
}
