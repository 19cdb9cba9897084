import { sql } from 'kysely';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';

/** SQL of requirements. Policies: inside (organization side), customer_reads (a customer sees what he requires himself). */

export type RequirementState = 'covered' | 'partial' | 'gap' | 'not-applicable';

/**
 * The state of a requirement `q`: covered where a block in force answers it whole, partial where blocks answer it only in part. A link
 * to a block that is in no version in force counts for nothing.
 */
const stateOf = sql<RequirementState>`case
  when q.not_applicable_because is not null then 'not-applicable'
  else coalesce((
    select case when bool_or(not a.partly) then 'covered' else 'partial' end
    from certification.answer a
    join core.rule r on r.organization_id = a.organization_id and r.rule_id = a.rule_id and r.withdrawn_at is null
    join core.block_version b on b.organization_id = a.organization_id and b.rule_id = a.rule_id and b.version = r.version and b.block_id = a.block_id
    where a.organization_id = q.organization_id and a.requirement_id = q.requirement_id having count(*) > 0), 'gap') end`;

export type RequirementFilter = {
  readonly catalogue?: string | undefined;
  readonly customer?: string | undefined;
  readonly after?: string | undefined;
  readonly state?: RequirementState | undefined;
  readonly owner?: string | undefined;
  /** One clause, as it is written. */
  readonly clause?: string | undefined;
  /** Words to find in the clause's number or in its text. */
  readonly find?: string | undefined;
  readonly limit: number;
};

/** An edition `k` holds until a later one that has clauses takes its place. */
export const editionHolds = sql<boolean>`not exists (
  select from certification.catalogue n
  join certification.requirement f on f.organization_id = n.organization_id and f.catalogue_id = n.catalogue_id and f.stands
  where n.organization_id = k.organization_id and n.replaces = k.catalogue_id)`;

/**
 * Clauses in the order of their tree; of editions that hold, unless a catalogue is named. On a customer's side the state is not computed:
 * he has no way to rules.
 */
export async function listRequirements(
  tx: Transaction,
  organization: string,
  side: 'organization' | 'customer',
  filter: RequirementFilter,
) {
  const key = decodeKey(filter.after, 3);
  const rows = await requirements(tx, organization, side)
    .where('q.stands', '=', true)
    .$if(filter.catalogue === undefined, (q) => q.where(editionHolds))
    .$if(filter.catalogue !== undefined, (q) => q.where('q.catalogue_id', '=', filter.catalogue!))
    .$if(filter.clause !== undefined, (q) => q.where('q.clause', '=', filter.clause!))
    .$if(filter.find !== undefined, (q) =>
      q.where(
        sql<boolean>`(strpos(lower(q.words), lower(${filter.find!})) > 0 or starts_with(lower(q.clause), lower(${filter.find!})))`,
      ),
    )
    .$if(filter.customer !== undefined, (q) => q.where('q.customer_id', '=', filter.customer!))
    .$if(filter.owner !== undefined, (q) => q.where('q.owner_id', '=', filter.owner!))
    .$if(filter.state !== undefined && side === 'organization', (q) => q.where(stateOf, '=', filter.state!))
    .$if(key !== undefined, (q) =>
      q.where(
        sql<boolean>`(q.catalogue_id, q.clause_key, q.requirement_id) > (${key?.[0]}::uuid, ${key?.[1]} collate "C", ${key?.[2]}::uuid)`,
      ),
    )
    .orderBy('q.catalogue_id')
    .orderBy('q.clause_key')
    .orderBy('q.requirement_id')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.catalogue_id, row.clause_key, row.requirement_id]);
}

export type RequirementRow = NonNullable<Awaited<ReturnType<typeof findRequirement>>>;

export const findRequirement = (
  tx: Transaction,
  organization: string,
  side: 'organization' | 'customer',
  requirement: string,
) => requirements(tx, organization, side).where('q.requirement_id', '=', requirement).executeTakeFirst();

/** How many blocks in force answer a requirement `q`, in whole or in part. */
const blocksInForce = sql<number | null>`(
    select count(*) from certification.answer a
    join core.rule r on r.organization_id = a.organization_id and r.rule_id = a.rule_id and r.withdrawn_at is null
    join core.block_version b on b.organization_id = a.organization_id and b.rule_id = a.rule_id and b.version = r.version and b.block_id = a.block_id
    where a.organization_id = q.organization_id and a.requirement_id = q.requirement_id)`;

/** A document `t` that its customer holds answers `q` by a block that he can read in it. */
const answersInHand = sql<boolean>`exists (select from certification.answer a
    where a.organization_id = q.organization_id and a.requirement_id = q.requirement_id and a.rule_id = t.rule_id
      and jsonb_path_exists(t.document, '$.blocks[*] ? (@.id == $block)', jsonb_build_object('block', a.block_id)))`;

/** How many documents that a customer holds, and that nothing newer has taken the place of, answer his requirement `q`. */
const documentsInHand = sql<number | null>`(
    select count(*) from core.transmission t
    where t.organization_id = q.organization_id and t.customer_id = q.customer_id and t.superseded_by is null and ${answersInHand})`;

const requirements = (tx: Transaction, organization: string, side: 'organization' | 'customer') =>
  tx
    .selectFrom('certification.requirement as q')
    .innerJoin('certification.catalogue as k', (join) =>
      join.onRef('k.organization_id', '=', 'q.organization_id').onRef('k.catalogue_id', '=', 'q.catalogue_id'),
    )
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'q.organization_id').onRef('c.customer_id', '=', 'q.customer_id'),
    )
    .select([
      'q.requirement_id',
      'q.catalogue_id',
      'q.customer_id',
      'q.clause',
      'q.clause_key',
      'q.words',
      'q.source',
      'q.intervention_id',
      'q.received_at',
      'q.replaced_by',
      'q.taken_back_at',
      'q.not_applicable_because',
      'q.owner_id',
      'k.name as catalogue',
      'k.edition',
      'k.language',
      'c.name as customer',
    ])
    .select([
      (side === 'organization' ? stateOf : sql<RequirementState | null>`null`).as('state'),
      (side === 'organization'
        ? sql<
            string | null
          >`(select m.name from access.membership m where m.organization_id = q.organization_id and m.membership_id = q.owner_id)`
        : sql<string | null>`null`
      ).as('owner'),
      (side === 'organization' ? blocksInForce : sql<number | null>`null`).as('blocks'),
      (side === 'customer' ? documentsInHand : sql<number | null>`null`).as('documents'),
    ])
    .where('q.organization_id', '=', organization);

/** The blocks that answer a requirement, each with its rule and whether it stands in the version in force. Policy: inside. */
export const answersTo = (tx: Transaction, organization: string, requirement: string) =>
  tx
    .selectFrom('certification.answer as a')
    .innerJoin('core.rule as r', (join) =>
      join.onRef('r.organization_id', '=', 'a.organization_id').onRef('r.rule_id', '=', 'a.rule_id'),
    )
    .leftJoin('core.block_version as b', (join) =>
      join
        .onRef('b.organization_id', '=', 'a.organization_id')
        .onRef('b.rule_id', '=', 'a.rule_id')
        .onRef('b.version', '=', 'r.version')
        .onRef('b.block_id', '=', 'a.block_id'),
    )
    .select(['a.block_id', 'a.partly', 'r.rule_id', 'r.label', 'r.title', 'r.version', 'b.content', 'b.secret'])
    .where('a.organization_id', '=', organization)
    .where('a.requirement_id', '=', requirement)
    .orderBy('r.number')
    .execute();

/** The documents that a requirement's customer holds and that answer it. Policies: inside, customer_reads, customer_reads_what_answers_him. */
export const documentsAnswering = (tx: Transaction, organization: string, requirement: string) =>
  tx
    .selectFrom('core.transmission as t')
    .innerJoin('certification.requirement as q', (join) =>
      join.onRef('q.organization_id', '=', 't.organization_id').onRef('q.customer_id', '=', 't.customer_id'),
    )
    .select(['t.transmission_id', 't.number', 't.title', 't.version', 't.transmitted_at', 't.acknowledged_at'])
    .where('t.organization_id', '=', organization)
    .where('q.requirement_id', '=', requirement)
    .where('t.superseded_by', 'is', null)
    .where(answersInHand)
    .orderBy('t.transmitted_at', 'desc')
    .execute();

/** The requirements that the blocks of a rule answer. Policy: inside. */
export const answeredBy = (tx: Transaction, organization: string, rule: string) =>
  tx
    .selectFrom('certification.answer as a')
    .innerJoin('certification.requirement as q', (join) =>
      join.onRef('q.organization_id', '=', 'a.organization_id').onRef('q.requirement_id', '=', 'a.requirement_id'),
    )
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'q.organization_id').onRef('c.customer_id', '=', 'q.customer_id'),
    )
    .select(['a.block_id', 'a.partly', 'q.requirement_id', 'q.clause', 'c.name as customer'])
    .where('a.organization_id', '=', organization)
    .where('a.rule_id', '=', rule)
    .where('q.stands', '=', true)
    .orderBy('q.clause_key')
    .execute();
