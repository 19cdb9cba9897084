import { createHash } from 'node:crypto';
import { canonicalJson } from '@coprod/ledger';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { type Block, sameBlock, textOf } from './block.ts';
import { announce } from './live.ts';
import type { ParameterValue } from './parameters.ts';
import {
  countOpenObjections,
  draftBlocks,
  draftParameters,
  findProposal,
  interventionsOf,
  lockProposal,
} from './proposal-store.ts';
import { blocksOf, lockRule, parametersOf, writeVersion } from './rule-store.ts';
import { indexForSearch } from './search.ts';

/** A signature: that the person re-entered a credential, and the meaning he was shown. */
export type Signature = { readonly credential: 'password' | 'passkey' | 'demo'; readonly meaning: string };

export type Decided = { readonly decision: string; readonly rule: string; readonly version: number | null };

/**
 * Decides an open proposal, in one transaction: the decision, the new version with all its blocks, the rule in force, the ledger.
 * By the owner: whenever he signs. By consent: after the term, and with no objection left open, whoever signs.
 * @refuses not-found, proposal-closed, not-your-role (only the owner of the rule signs), base-overtaken, objection-open,
 *   term-not-over, nothing-proposed
 */
export function decide(
  access: Access,
  proposal: string,
  wish: { readonly outcome: 'adopted' | 'refused'; readonly reasons: string; readonly signature: Signature },
): Promise<Result<Decided>> {
  return access.transaction((tx) => decideIn(tx, access, proposal, wish));
}

async function decideIn(
  tx: Transaction,
  access: Access,
  proposalId: string,
  wish: Parameters<typeof decide>[2],
): Promise<Result<Decided>> {
  const organization = access.organization.id;
  const locked = await lockProposal(tx, organization, proposalId);
  if (locked === undefined) return refuse('not-found');
  if (locked.state !== 'open') return refuse('proposal-closed');
  const rule = (await lockRule(tx, organization, locked.rule_id))!;
  const proposal = (await findProposal(tx, organization, proposalId))!;
  if (rule.owner_id !== access.membership) return refuse('not-your-role', { roles: `${rule.label}: owner` });
  const now = access.now();
  if (wish.outcome === 'adopted') {
    if (rule.version !== proposal.base_version) return refuse('base-overtaken', { version: rule.version });
    const open = await countOpenObjections(tx, organization, proposalId);
    if (open > 0) return refuse('objection-open', { count: open });
    if (
      proposal.method === 'by-consent' &&
      proposal.term !== null &&
      Temporal.Instant.compare(proposal.term, now) > 0
    ) {
      return refuse('term-not-over', { term: proposal.term.toString() });
    }
  }

  const blocks = await draftBlocks(tx, organization, proposalId);
  const parameters = await draftParameters(tx, organization, proposalId);
  const before = await blocksOf(tx, organization, proposal.rule_id, proposal.base_version);
  const parametersBefore = await parametersOf(tx, organization, proposal.rule_id, proposal.base_version);
  const marked = markChanges(before, blocks);
  const changedParameters = parameters.map((p) => ({ ...p, changed: parametersBefore[p.name] !== p.value }));
  if (wish.outcome === 'adopted' && proposal.base_version > 0) {
    const removed = before.some((block) => !blocks.some((b) => b.id === block.id));
    const moved = blocks.map((b) => b.id).join() !== before.map((b) => b.id).join();
    const same = !removed && !moved && marked.every((b) => !b.changed) && changedParameters.every((p) => !p.changed);
    if (same && rule.title === proposal.title && rule.regulation === proposal.regulation)
      return refuse('nothing-proposed');
  }

  const decision = newId();
  const version = wish.outcome === 'adopted' ? rule.version + 1 : null;
  const content = contentDigest(proposal.rule_title, blocks, parameters);
  await tx
    .insertInto('core.decision')
    .values({
      organization_id: organization,
      decision_id: decision,
      proposal_id: proposalId,
      rule_id: proposal.rule_id,
      version,
      outcome: wish.outcome,
      method: proposal.method,
      reasons: wish.reasons,
      decided_by: access.membership,
      in_whose_name: access.organization.name,
      meaning: wish.signature.meaning,
      credential: wish.signature.credential,
      content_sha256: content,
      decided_at: now,
    })
    .execute();
  if (version !== null) {
    await writeVersion(tx, organization, {
      rule: proposal.rule_id,
      version,
      title: proposal.rule_title,
      regulation: proposal.regulation,
      proposal: proposalId,
      decision,
      inForceFrom: now,
      blocks: marked,
      parameters: changedParameters,
    });
    await indexForSearch(tx, access, {
      kind: 'rule',
      id: proposal.rule_id,
      audience: 'organization',
      label: rule.label,
      title: rule.title,
      // A secret block is found by those who may open it on its page, never by its words.
      body: blocks
        .map((block) =>
          block.secret ? '' : textOf(block.content, (name) => String(parameterValueOf(parameters, name))),
        )
        .join('\n'),
    });
  }
  await closeProposal(tx, organization, proposalId, wish.outcome, now);
  await answerInterventions(tx, access, proposalId, wish, version === null ? null : { label: rule.label, version });
  await appendToLedger(tx, access, {
    kind: 'decision-taken',
    subject: { kind: 'decision', id: decision },
    customer: null,
    body: {
      proposal: proposalId,
      rule: proposal.rule_id,
      label: rule.label,
      version,
      outcome: wish.outcome,
      method: proposal.method,
      reasons: wish.reasons,
      signed: {
        by: access.membership,
        name: access.name,
        meaning: wish.signature.meaning,
        credential: wish.signature.credential,
      },
      content: content.toString('hex'),
    },
  });
  await access.enqueue(tx, 'decision-taken', { organization, decision });
  await announce(tx, { organization, subject: { kind: 'proposal', id: proposalId }, customer: null });
  await announce(tx, { organization, subject: { kind: 'rule', id: proposal.rule_id }, customer: null });
  return ok({ decision, rule: proposal.rule_id, version });
}

/** Which blocks read otherwise than in the version before: new ones do. */
export function markChanges(
  before: readonly Block[],
  after: readonly Block[],
): (Block & { readonly changed: boolean })[] {
  const old = new Map(before.map((block) => [block.id, block]));
  return after.map(({ id, content, secret, from }) => {
    const was = old.get(id);
    return { id, content, secret, from, changed: was === undefined || !sameBlock(was, { content, secret }) };
  });
}

const parameterValueOf = (
  parameters: readonly { readonly name: string; readonly value: ParameterValue }[],
  name: string,
): ParameterValue | string => parameters.find((p) => p.name === name)?.value ?? name;

/** What was signed: SHA-256 of the canonical JSON of title, blocks and parameters, so that the decision fixes each word. */
function contentDigest(
  title: string,
  blocks: readonly Block[],
  parameters: readonly { readonly name: string; readonly value: ParameterValue }[],
): Buffer {
  const content = {
    title,
    blocks: blocks.map((block) => ({ id: block.id, secret: block.secret, content: block.content })),
    parameters: Object.fromEntries(parameters.map((p) => [p.name, p.value])),
  };
  return createHash('sha256').update(canonicalJson(content)).digest();
}

const closeProposal = (
  tx: Transaction,
  organization: string,
  proposal: string,
  outcome: 'adopted' | 'refused',
  now: Temporal.Instant,
) =>
  tx
    .updateTable('core.proposal')
    .set({ state: outcome === 'adopted' ? 'decided' : 'refused', closed_at: now })
    .where('organization_id', '=', organization)
    .where('proposal_id', '=', proposal)
    .execute();

/** Whoever's words the proposal answers has his answer: what was decided, or why not. */
async function answerInterventions(
  tx: Transaction,
  access: Access,
  proposal: string,
  wish: Parameters<typeof decide>[2],
  becameOf: { readonly label: string; readonly version: number } | null,
): Promise<void> {
  const organization = access.organization.id;
  const open = (await interventionsOf(tx, organization, proposal)).filter(
    (i) => i.state === 'open' || i.state === 'offered',
  );
  for (const intervention of new Map(open.map((i) => [i.intervention_id, i])).values()) {
    await tx
      .updateTable('core.intervention')
      .set({
        state: becameOf === null ? 'refused' : 'answered',
        answer: becameOf === null ? wish.reasons : `${becameOf.label} v${becameOf.version}. ${wish.reasons}`,
        answer_language: access.organization.language,
        answered_at: access.now(),
        answered_by: access.membership,
      })
      .where('organization_id', '=', organization)
      .where('intervention_id', '=', intervention.intervention_id)
      .execute();
    await appendToLedger(tx, access, {
      kind: 'intervention-answered',
      subject: { kind: 'intervention', id: intervention.intervention_id },
      customer: intervention.customer_id,
      body: {
        outcome: wish.outcome,
        reasons: wish.reasons,
        ...(becameOf === null ? {} : { rule: becameOf.label, version: becameOf.version }),
      },
    });
    await announce(tx, {
      organization,
      subject: { kind: 'intervention', id: intervention.intervention_id },
      customer: intervention.customer_id,
    });
  }
}
