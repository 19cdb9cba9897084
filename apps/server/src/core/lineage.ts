import { sql } from 'kysely';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { BlockContent } from './block.ts';
import { type Piece, wordsBetween } from './difference.ts';
import { textOf } from './block.ts';
import { type ParameterValue, valueWriter } from './parameters.ts';

/** A customer's words at the origin of a change; empty where consent was withdrawn or never given. */
export type OriginWords = {
  readonly intervention: string;
  readonly number: number;
  readonly channel: 'certification' | 'voice' | 'planning';
  readonly customer: string | null;
  readonly words: string;
  readonly language: string;
  readonly consent: string;
  readonly happenedAt: Temporal.Instant;
  /** Said of this very block or parameter, not only of the proposal. */
  readonly precise: boolean;
};

/** One change of a block or parameter: what it changed, who asked, who objected, who decided, who was told. */
export type Change = {
  readonly version: number;
  /** The block or parameter as it was called then: a block that was split from another goes by the other's identity before. */
  readonly subject: string;
  readonly inForceFrom: Temporal.Instant;
  readonly words: readonly Piece[];
  readonly proposal: { readonly id: string; readonly number: number; readonly title: string };
  readonly origins: readonly OriginWords[];
  readonly objections: { readonly raised: number; readonly answered: number; readonly withdrawn: number };
  readonly voices: { readonly consent: number; readonly inNameOfCustomers: number };
  readonly decision: {
    readonly id: string;
    readonly method: string;
    readonly decidedBy: string;
    readonly inWhoseName: string;
    readonly reasons: string;
    readonly decidedAt: Temporal.Instant;
  };
  readonly transmissions: { readonly sent: number; readonly acknowledged: number; readonly withheld: number };
};

export type Lineage = {
  readonly subject: { readonly kind: 'block' | 'parameter'; readonly id: string };
  readonly changes: readonly Change[];
};

/**
 * Where a block or a parameter of a version comes from, newest change first; a block that was split from another goes on with the
 * changes of that one. Six statements, whatever the age of the rule.
 * @refuses not-found
 */
export function lineageOf(
  access: Access,
  of: {
    readonly rule: string;
    readonly version: number;
    readonly subject: { readonly kind: 'block' | 'parameter'; readonly id: string };
  },
): Promise<Result<Lineage>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const steps =
      of.subject.kind === 'block'
        ? await blockSteps(tx, organization, of.rule, of.version, of.subject.id, access.language)
        : await parameterSteps(tx, organization, of.rule, of.version, of.subject.id);
    if (steps.length === 0) return refuse('not-found');
    return ok({ subject: of.subject, changes: await tellChanges(tx, organization, of.rule, of.subject, steps) });
  });
}

type Step = { readonly version: number; readonly subject: string; readonly text: string };

/** Policy: inside on core.block_version; index block_version_changes. Follows a split to the block it came from. */
async function blockSteps(
  tx: Transaction,
  organization: string,
  rule: string,
  version: number,
  block: string,
  language: Access['language'],
): Promise<Step[]> {
  const { rows } = await sql<{
    version: number;
    block_id: string;
    content: BlockContent;
    parameters: Record<string, ParameterValue> | null;
  }>`
    with recursive line (block_id, until, depth) as (
      select ${block}::uuid, ${version}::int, 0
      union all
      select birth.from_block_id, birth.version - 1, line.depth + 1
      from line
      cross join lateral (
        select b.from_block_id, b.version from core.block_version b
        where b.organization_id = ${organization} and b.rule_id = ${rule} and b.block_id = line.block_id and b.changed and b.version <= line.until
        order by b.version limit 1) birth
      where birth.from_block_id is not null and line.depth < 50)
    select b.version, b.block_id, b.content,
      (select jsonb_object_agg(p.name, p.value) from core.parameter_version p
        where p.organization_id = ${organization} and p.rule_id = ${rule} and p.version = b.version) as parameters
    from line join core.block_version b
      on b.organization_id = ${organization} and b.rule_id = ${rule} and b.block_id = line.block_id and b.changed and b.version <= line.until
    order by line.depth, b.version desc
    limit 100`.execute(tx);
  return rows.map((row) => ({
    version: row.version,
    subject: row.block_id,
    text: textOf(row.content, valueWriter(row.parameters ?? {}, language)),
  }));
}

/** Policy: inside on core.parameter_version. */
async function parameterSteps(
  tx: Transaction,
  organization: string,
  rule: string,
  version: number,
  name: string,
): Promise<Step[]> {
  const rows = await tx
    .selectFrom('core.parameter_version')
    .select(['version', 'name', 'value'])
    .where('organization_id', '=', organization)
    .where('rule_id', '=', rule)
    .where('name', '=', name)
    .where('version', '<=', version)
    .where('changed', '=', true)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ version: row.version, subject: row.name, text: String(row.value as ParameterValue) }));
}

async function tellChanges(
  tx: Transaction,
  organization: string,
  rule: string,
  subject: Lineage['subject'],
  steps: readonly Step[],
): Promise<Change[]> {
  const versions = [...new Set(steps.map((step) => step.version))];
  const decided = await decidedVersions(tx, organization, rule, versions);
  const proposals = decided.map((d) => d.proposal_id);
  const [origins, remarks, voices, told] = [
    await originsOf(tx, organization, proposals),
    await remarkCounts(tx, organization, proposals),
    await voiceCounts(tx, organization, proposals),
    await transmissionCounts(tx, organization, rule, versions, subject),
  ];
  const subjects = new Set(steps.map((step) => step.subject));
  return steps.map((step, index) => {
    const decision = decided.find((d) => d.version === step.version)!;
    const about = (row: { block_id: string | null; parameter: string | null }): boolean =>
      subjects.has(row.block_id ?? row.parameter ?? '');
    const counts = remarks.find((r) => r.proposal_id === decision.proposal_id);
    const voice = voices.find((v) => v.proposal_id === decision.proposal_id);
    const sent = told.find((t) => t.version === step.version);
    return {
      version: step.version,
      subject: step.subject,
      inForceFrom: decision.in_force_from,
      words: wordsBetween(steps[index + 1]?.text ?? '', step.text),
      proposal: { id: decision.proposal_id, number: decision.number, title: decision.title },
      origins: origins
        .filter(
          (o) => o.proposal_id === decision.proposal_id && ((o.block_id === null && o.parameter === null) || about(o)),
        )
        .map((o) => ({
          intervention: o.intervention_id,
          number: o.number,
          channel: o.channel,
          customer: o.consent === 'by-name' ? (o.customer_name ?? o.customer_label) : null,
          words: o.consent === 'none' ? '' : o.words,
          language: o.words_language,
          consent: o.consent,
          happenedAt: o.happened_at,
          precise: about(o),
        }))
        .toSorted((a, b) => Number(b.precise) - Number(a.precise)),
      objections: { raised: counts?.raised ?? 0, answered: counts?.answered ?? 0, withdrawn: counts?.withdrawn ?? 0 },
      voices: { consent: voice?.consent ?? 0, inNameOfCustomers: voice?.in_name_of_customers ?? 0 },
      decision: {
        id: decision.decision_id,
        method: decision.method,
        decidedBy: decision.decided_by_name,
        inWhoseName: decision.in_whose_name,
        reasons: decision.reasons,
        decidedAt: decision.decided_at,
      },
      transmissions: { sent: sent?.sent ?? 0, acknowledged: sent?.acknowledged ?? 0, withheld: sent?.withheld ?? 0 },
    };
  });
}

/** Policy: inside on core.rule_version, core.proposal, core.decision. */
const decidedVersions = (tx: Transaction, organization: string, rule: string, versions: readonly number[]) =>
  tx
    .selectFrom('core.rule_version as v')
    .innerJoin('core.proposal as p', (join) =>
      join.onRef('p.organization_id', '=', 'v.organization_id').onRef('p.proposal_id', '=', 'v.proposal_id'),
    )
    .innerJoin('core.decision as d', (join) =>
      join.onRef('d.organization_id', '=', 'v.organization_id').onRef('d.decision_id', '=', 'v.decision_id'),
    )
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'd.organization_id').onRef('m.membership_id', '=', 'd.decided_by'),
    )
    .select([
      'v.version',
      'v.in_force_from',
      'v.proposal_id',
      'p.number',
      'p.title',
      'd.decision_id',
      'd.method',
      'd.in_whose_name',
      'd.reasons',
      'd.decided_at',
      'm.name as decided_by_name',
    ])
    .where('v.organization_id', '=', organization)
    .where('v.rule_id', '=', rule)
    .where('v.version', 'in', [...versions])
    .execute();

/** Policy: inside on core.proposal_intervention, core.intervention; thirty origins of a proposal are shown, the rest is counted there. */
const originsOf = (tx: Transaction, organization: string, proposals: readonly string[]) =>
  tx
    .selectFrom('core.proposal_intervention as l')
    .innerJoin('core.intervention as i', (join) =>
      join.onRef('i.organization_id', '=', 'l.organization_id').onRef('i.intervention_id', '=', 'l.intervention_id'),
    )
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'i.organization_id').onRef('c.customer_id', '=', 'i.customer_id'),
    )
    .select([
      'l.proposal_id',
      'l.block_id',
      'l.parameter',
      'i.intervention_id',
      'i.number',
      'i.channel',
      'i.customer_label',
      'c.name as customer_name',
      'i.words',
      'i.words_language',
      'i.consent',
      'i.happened_at',
    ])
    .where('l.organization_id', '=', organization)
    .where('l.proposal_id', 'in', [...proposals])
    .orderBy('i.happened_at')
    .limit(500)
    .execute();

/** Policy: inside on core.remark, core.answer. */
async function remarkCounts(tx: Transaction, organization: string, proposals: readonly string[]) {
  const { rows } = await sql<{ proposal_id: string; raised: number; answered: number; withdrawn: number }>`
    select k.proposal_id, count(*) as raised,
      count(*) filter (where exists (select from core.answer a where a.organization_id = k.organization_id and a.remark_id = k.remark_id)) as answered,
      count(*) filter (where k.withdrawn_at is not null) as withdrawn
    from core.remark k
    where k.organization_id = ${organization} and k.proposal_id = any (${[...proposals]}::uuid[]) and k.kind = 'objection'
    group by k.proposal_id`.execute(tx);
  return rows;
}

/** Policy: inside on core.voice_on_proposal. */
async function voiceCounts(tx: Transaction, organization: string, proposals: readonly string[]) {
  const { rows } = await sql<{ proposal_id: string; consent: number; in_name_of_customers: number }>`
    select proposal_id, count(*) as consent, count(in_name_of) as in_name_of_customers
    from core.voice_on_proposal
    where organization_id = ${organization} and proposal_id = any (${[...proposals]}::uuid[])
    group by proposal_id`.execute(tx);
  return rows;
}

/** Policy: inside on core.transmission, core.transmission_block. */
async function transmissionCounts(
  tx: Transaction,
  organization: string,
  rule: string,
  versions: readonly number[],
  subject: Lineage['subject'],
) {
  const block = subject.kind === 'block' ? subject.id : null;
  const { rows } = await sql<{ version: number; sent: number; acknowledged: number; withheld: number }>`
    select t.version, count(*) as sent, count(t.acknowledged_at) as acknowledged, count(*) filter (where not b.disclosed) as withheld
    from core.transmission t
    left join core.transmission_block b
      on b.organization_id = t.organization_id and b.transmission_id = t.transmission_id and b.block_id = ${block}::uuid
    where t.organization_id = ${organization} and t.rule_id = ${rule} and t.version = any (${[...versions]}::int[])
    group by t.version`.execute(tx);
  return rows;
}
