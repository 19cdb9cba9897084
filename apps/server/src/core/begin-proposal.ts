import { generateNKeysBetween } from 'fractional-indexing';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { type Block, type BlockContent, paragraph } from './block.ts';
import { nextNumber } from './counter.ts';
import { announce } from './live.ts';
import { type ParameterValue, checkParameter } from './parameters.ts';
import { insertDraftBlocks, linkIntervention, setDraftParameter } from './proposal-store.ts';
import type { Regulation, RuleKind } from './rule.ts';
import { blocksOf, findRule, insertRule, labelTaken, parametersOf } from './rule-store.ts';
import { idTaken, lockSent } from './say-something.ts';

export type NewRule = {
  readonly kind: RuleKind;
  readonly regulation: Regulation;
  readonly title: string;
  /** The house's own label, such as PR-QUA-07; R-31 is given where there is none. */
  readonly label: string | null;
  readonly language: Language;
  /** The customer with whom it is agreed, if it holds for one only. */
  readonly customer: string | null;
  readonly reviewOn: Temporal.PlainDate | null;
  readonly blocks: readonly BlockContent[];
  readonly parameters: Readonly<Record<string, ParameterValue>>;
};

export type Begun = {
  readonly proposal: string;
  readonly number: number;
  readonly rule: string;
  readonly label: string;
};

/**
 * Begins a proposal: a draft that holds a copy of the version in force, or the first text of a new rule. The caller becomes owner
 * of a new rule.
 * @param wish.on.regulation another regulation than the rule's own: so an autonomous rule becomes a joint one
 * @param interventions the customers' words it answers; further ones can be linked to single blocks later
 * @refuses not-found (rule), name-taken (label), parameter-out-of-bounds, sent-before-with-other-content (the id was used for
 *   another proposal)
 */
export function beginProposal(
  access: Access,
  wish: {
    /** Made by the sender: sent again, it begins one proposal and gets the same answer. */
    readonly id?: string | undefined;
    readonly title: string;
    readonly why: string;
    readonly method: 'by-owner' | 'by-consent';
    readonly on:
      | { readonly kind: 'rule'; readonly rule: string; readonly regulation?: Regulation | undefined }
      | { readonly kind: 'new-rule'; readonly rule: NewRule };
    readonly interventions: readonly string[];
  },
): Promise<Result<Begun>> {
  return access.transaction((tx) => beginProposalIn(tx, access, wish)).catch(idTaken);
}

/** The same inside a transaction that a channel has opened: a theme or a refused call-off starts a proposal. */
export async function beginProposalIn(
  tx: Transaction,
  access: Access,
  wish: Parameters<typeof beginProposal>[1],
): Promise<Result<Begun>> {
  const organization = access.organization.id;
  if (wish.id !== undefined) {
    await lockSent(tx, wish.id);
    const before = await findBegun(tx, organization, wish.id);
    if (before !== undefined) {
      const { title, proposedBy, ...begun } = before;
      const same = title === wish.title && proposedBy === access.membership;
      return same ? ok(begun) : refuse('sent-before-with-other-content');
    }
  }
  const start =
    wish.on.kind === 'rule'
      ? await startFromRule(tx, organization, wish.on)
      : await startNewRule(tx, access, wish.on.rule);
  if (!start.ok) return start;
  const { rule, label, base, regulation, blocks, parameters } = start.value;

  const proposal = wish.id ?? newId();
  const number = await nextNumber(tx, organization, 'proposal');
  await tx
    .insertInto('core.proposal')
    .values({
      organization_id: organization,
      proposal_id: proposal,
      number,
      rule_id: rule,
      base_version: base,
      title: wish.title,
      why: wish.why,
      state: 'draft',
      method: wish.method,
      regulation,
      proposed_by: access.membership,
      begun_at: access.now(),
    })
    .execute();
  const ranks = generateNKeysBetween(null, null, blocks.length);
  if (blocks.length > 0) {
    await insertDraftBlocks(
      tx,
      organization,
      proposal,
      access.membership,
      blocks.map((block, index) => ({ ...block, rank: ranks[index]! })),
    );
  }
  for (const [name, value] of Object.entries(parameters)) {
    await setDraftParameter(tx, organization, proposal, access.membership, name, value);
  }
  for (const intervention of wish.interventions) {
    await linkIntervention(tx, organization, {
      proposal,
      intervention,
      block: null,
      parameter: null,
      by: access.membership,
      at: access.now(),
    });
  }
  await announce(tx, { organization, subject: { kind: 'proposal', id: proposal }, customer: null });
  return ok({ proposal, number, rule, label });
}

/** Policy: inside on core.proposal, core.rule. */
const findBegun = (tx: Transaction, organization: string, proposal: string) =>
  tx
    .selectFrom('core.proposal as p')
    .innerJoin('core.rule as r', (join) =>
      join.onRef('r.organization_id', '=', 'p.organization_id').onRef('r.rule_id', '=', 'p.rule_id'),
    )
    .select([
      'p.proposal_id as proposal',
      'p.number',
      'p.rule_id as rule',
      'r.label',
      'p.title',
      'p.proposed_by as proposedBy',
    ])
    .where('p.organization_id', '=', organization)
    .where('p.proposal_id', '=', proposal)
    .executeTakeFirst();

type Start = {
  readonly rule: string;
  readonly label: string;
  readonly base: number;
  readonly regulation: Regulation;
  readonly blocks: readonly Block[];
  readonly parameters: Readonly<Record<string, ParameterValue>>;
};

async function startFromRule(
  tx: Transaction,
  organization: string,
  on: { readonly rule: string; readonly regulation?: Regulation | undefined },
): Promise<Result<Start>> {
  const rule = await findRule(tx, organization, on.rule);
  if (rule === undefined) return refuse('not-found');
  return ok({
    rule: on.rule,
    label: rule.label,
    base: rule.version,
    regulation: on.regulation ?? rule.regulation,
    blocks: await blocksOf(tx, organization, on.rule, rule.version),
    parameters: await parametersOf(tx, organization, on.rule, rule.version),
  });
}

async function startNewRule(tx: Transaction, access: Access, rule: NewRule): Promise<Result<Start>> {
  const organization = access.organization.id;
  for (const [name, value] of Object.entries(rule.parameters)) {
    const checked = checkParameter(rule.kind, name, value);
    if (!checked.ok) return checked;
  }
  const number = await nextNumber(tx, organization, 'rule');
  const label = rule.label ?? `R-${number}`;
  if (await labelTaken(tx, organization, label)) return refuse('name-taken', { name: label });
  const id = newId();
  await insertRule(tx, organization, { ...rule, id, number, label, owner: access.membership, madeAt: access.now() });
  const texts = rule.blocks.length === 0 ? [paragraph('')] : rule.blocks;
  const blocks = texts.map((content) => ({ id: newId(), content, secret: false, from: null }));
  return ok({ rule: id, label, base: 0, regulation: rule.regulation, blocks, parameters: rule.parameters });
}
