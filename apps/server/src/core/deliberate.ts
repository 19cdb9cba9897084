import type { Access } from '../access/access.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { textOf } from './block.ts';
import { announce } from './live.ts';
import { draftBlocks, findProposal, lockProposal } from './proposal-store.ts';
import { indexForSearch } from './search.ts';

export type WorkingConditions = {
  readonly hours: string;
  readonly pace: string;
  readonly mobility: string;
  readonly autonomy: string;
};

/**
 * Puts a draft before everybody, with its effect on working conditions and the term until which people may object.
 * @refuses not-found, proposal-closed, effect-missing
 */
export function openProposal(
  access: Access,
  proposal: string,
  wish: {
    readonly title: string;
    readonly why: string;
    readonly method: 'by-owner' | 'by-consent';
    readonly term: Temporal.Instant | null;
    readonly effect: WorkingConditions;
  },
): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await lockProposal(tx, organization, proposal);
    if (row === undefined) return refuse('not-found');
    if (row.state !== 'draft' && row.state !== 'open') return refuse('proposal-closed');
    const { hours, pace, mobility, autonomy } = wish.effect;
    if ([hours, pace, mobility, autonomy].some((said) => said.trim() === '')) return refuse('effect-missing');
    if (wish.method === 'by-consent' && wish.term === null)
      return refuse('invalid-request', { where: 'term', what: '' });
    await tx
      .updateTable('core.proposal')
      .set({
        title: wish.title,
        why: wish.why,
        method: wish.method,
        term: wish.term,
        state: 'open',
        opened_at: row.opened_at ?? access.now(),
        effect_hours: hours,
        effect_pace: pace,
        effect_mobility: mobility,
        effect_autonomy: autonomy,
      })
      .where('organization_id', '=', organization)
      .where('proposal_id', '=', proposal)
      .execute();
    const texts = (await draftBlocks(tx, organization, proposal)).map((block) =>
      block.secret ? '' : textOf(block.content),
    );
    await indexForSearch(tx, access, {
      kind: 'proposal',
      id: proposal,
      audience: 'organization',
      label: `P-${row.number}`,
      title: wish.title,
      body: [wish.why, ...texts].join('\n'),
    });
    await appendToLedger(tx, access, {
      kind: 'proposal-opened',
      subject: { kind: 'proposal', id: proposal },
      customer: null,
      body: {
        number: row.number,
        rule: row.rule_id,
        base: row.base_version,
        title: wish.title,
        effect: { hours, pace, mobility, autonomy },
      },
    });
    await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
    return ok(null);
  });
}

/**
 * Says something about an open proposal: an argument, or an objection with the ground it stands on. A remark at a block keeps
 * the text it was said about. Objecting takes back one's consent.
 * @refuses not-found, proposal-closed
 */
export function remark(
  access: Access,
  proposal: string,
  said: {
    readonly kind: 'argument' | 'objection';
    readonly ground: 'hours' | 'pace' | 'mobility' | 'autonomy' | 'other' | null;
    readonly block: string | null;
    readonly words: string;
  },
): Promise<Result<{ readonly remark: string }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await lockProposal(tx, organization, proposal);
    if (row === undefined) return refuse('not-found');
    if (row.state !== 'open') return refuse('proposal-closed');
    const block =
      said.block === null
        ? undefined
        : (await draftBlocks(tx, organization, proposal)).find((b) => b.id === said.block);
    const id = newId();
    await tx
      .insertInto('core.remark')
      .values({
        organization_id: organization,
        remark_id: id,
        proposal_id: proposal,
        kind: said.kind,
        ground: said.kind === 'objection' ? (said.ground ?? 'other') : null,
        block_id: said.block,
        block_text: block === undefined ? null : textOf(block.content),
        words: said.words,
        said_by: access.membership,
        said_at: access.now(),
      })
      .execute();
    if (said.kind === 'objection') {
      await tx
        .deleteFrom('core.voice_on_proposal')
        .where('organization_id', '=', organization)
        .where('proposal_id', '=', proposal)
        .where('membership_id', '=', access.membership)
        .execute();
      await appendToLedger(tx, access, {
        kind: 'objection-raised',
        subject: { kind: 'proposal', id: proposal },
        customer: null,
        body: { remark: id, ground: said.ground ?? 'other', words: said.words },
      });
    }
    await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
    return ok({ remark: id });
  });
}

/**
 * Answers a remark: the author of the proposal or the owner of the rule.
 * @refuses not-found, proposal-closed, not-your-role
 */
export function answerRemark(access: Access, remarkId: string, words: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const said = await tx
      .selectFrom('core.remark')
      .selectAll()
      .where('organization_id', '=', organization)
      .where('remark_id', '=', remarkId)
      .executeTakeFirst();
    if (said === undefined) return refuse('not-found');
    const proposal = (await findProposal(tx, organization, said.proposal_id))!;
    if (proposal.state !== 'open') return refuse('proposal-closed');
    if (access.membership !== proposal.proposed_by && access.membership !== proposal.rule_owner_id) {
      return refuse('not-your-role', { roles: proposal.proposed_by_name });
    }
    await tx
      .insertInto('core.answer')
      .values({
        organization_id: organization,
        answer_id: newId(),
        remark_id: remarkId,
        words,
        said_by: access.membership,
        said_at: access.now(),
      })
      .execute();
    if (said.kind === 'objection') {
      await appendToLedger(tx, access, {
        kind: 'objection-answered',
        subject: { kind: 'proposal', id: said.proposal_id },
        customer: null,
        body: { remark: remarkId, words },
      });
    }
    await announce(tx, { organization, subject: { kind: 'proposal', id: said.proposal_id }, customer: null });
    return ok(null);
  });
}

/** Takes an own remark back. It stays readable, struck. @refuses not-found, proposal-closed */
export function withdrawRemark(access: Access, remarkId: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const taken = await tx
      .updateTable('core.remark')
      .set({ withdrawn_at: access.now() })
      .where('organization_id', '=', organization)
      .where('remark_id', '=', remarkId)
      .where('said_by', '=', access.membership)
      .where('withdrawn_at', 'is', null)
      .returning('proposal_id')
      .executeTakeFirst();
    if (taken === undefined) return refuse('not-found');
    await announce(tx, { organization, subject: { kind: 'proposal', id: taken.proposal_id }, customer: null });
    return ok(null);
  });
}

/** Consents to an open proposal, or takes consent back. @refuses not-found, proposal-closed */
export function giveVoice(access: Access, proposal: string, voice: 'consent' | 'silent'): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await lockProposal(tx, organization, proposal);
    if (row === undefined) return refuse('not-found');
    if (row.state !== 'open') return refuse('proposal-closed');
    const mine = {
      organization_id: organization,
      proposal_id: proposal,
      membership_id: access.membership,
      given_at: access.now(),
    };
    if (voice === 'consent') {
      await tx
        .insertInto('core.voice_on_proposal')
        .values(mine)
        .onConflict((c) => c.doNothing())
        .execute();
    } else {
      await tx
        .deleteFrom('core.voice_on_proposal')
        .where('organization_id', '=', organization)
        .where('proposal_id', '=', proposal)
        .where('membership_id', '=', access.membership)
        .execute();
    }
    await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
    return ok(null);
  });
}

/** Withdraws a proposal: its author only. It stays readable. @refuses not-found, proposal-closed, not-your-role */
export function withdrawProposal(access: Access, proposal: string): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const row = await lockProposal(tx, organization, proposal);
    if (row === undefined) return refuse('not-found');
    if (row.state !== 'draft' && row.state !== 'open') return refuse('proposal-closed');
    if (row.proposed_by !== access.membership) {
      return refuse('not-your-role', { roles: (await findProposal(tx, organization, proposal))!.proposed_by_name });
    }
    await tx
      .updateTable('core.proposal')
      .set({ state: 'withdrawn', closed_at: access.now() })
      .where('organization_id', '=', organization)
      .where('proposal_id', '=', proposal)
      .execute();
    await appendToLedger(tx, access, {
      kind: 'proposal-withdrawn',
      subject: { kind: 'proposal', id: proposal },
      customer: null,
      body: { number: row.number },
    });
    await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
    return ok(null);
  });
}
