import { type SqlBool, sql } from 'kysely';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { appendToLedger } from './append-to-ledger.ts';
import type { Signature } from './decide.ts';
import { announce } from './live.ts';
import { blocksOf, findRule } from './rule-store.ts';

/** A grant that holds: not revoked, not over, and signed twice where rivals are concerned. */
const inEffect = (today: Temporal.PlainDate) =>
  sql<SqlBool>`d.revoked_at is null and (d.until is null or d.until >= ${today}::date) and (not d.needs_second or d.second_by is not null)`;

export const today = (access: Access): Temporal.PlainDate =>
  access.now().toZonedDateTimeISO(access.organization.timeZone).toPlainDate();

/** The grants of a rule's blocks that hold today. Policy: inside on core.disclosure. */
export const grantsInEffect = (tx: Transaction, access: Access, rule: string) =>
  tx
    .selectFrom('core.disclosure as d')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'd.organization_id').onRef('c.customer_id', '=', 'd.customer_id'),
    )
    .select([
      'd.disclosure_id',
      'd.block_id',
      'd.customer_id',
      'd.agreement',
      'd.granted_at',
      'd.until',
      'c.name',
      'c.conflict_class',
    ])
    .where('d.organization_id', '=', access.organization.id)
    .where('d.rule_id', '=', rule)
    .where(inEffect(today(access)))
    .execute();

/** Names of the customers of one conflict class who hold a block, but the one named. */
export async function rivalsHolding(
  tx: Transaction,
  access: Access,
  rule: string,
  block: string,
  customer: { readonly id: string; readonly conflictClass: string | null },
): Promise<string[]> {
  if (customer.conflictClass === null) return [];
  const grants = await grantsInEffect(tx, access, rule);
  return grants
    .filter((g) => g.block_id === block && g.conflict_class === customer.conflictClass && g.customer_id !== customer.id)
    .map((g) => g.name);
}

/**
 * Grants one secret block of a rule to one customer under an agreement. Where a rival of his holds the block already, the grant waits
 * for the signature of a second person and nothing leaves before.
 * @refuses not-found (rule, customer), not-a-secret (a block that is open needs no grant), already-granted
 */
export function grantBlock(
  access: Access,
  wish: {
    readonly rule: string;
    readonly block: string;
    readonly customer: string;
    readonly agreement: string;
    readonly until: Temporal.PlainDate | null;
    readonly signature: Signature;
  },
): Promise<Result<{ readonly id: string; readonly waits: boolean; readonly rivals: readonly string[] }>> {
  return access.transaction(async (tx) => {
    const organization = access.organization.id;
    const rule = await findRule(tx, organization, wish.rule);
    const customer = await tx
      .selectFrom('access.customer')
      .select(['name', 'conflict_class'])
      .where('organization_id', '=', organization)
      .where('customer_id', '=', wish.customer)
      .executeTakeFirst();
    if (rule === undefined || customer === undefined) return refuse('not-found');
    const block = (await blocksOf(tx, organization, wish.rule, rule.version)).find((b) => b.id === wish.block);
    if (block === undefined) return refuse('not-found');
    if (!block.secret) return refuse('not-a-secret');
    const standing = await tx
      .selectFrom('core.disclosure')
      .select('disclosure_id')
      .where('organization_id', '=', organization)
      .where('block_id', '=', wish.block)
      .where('customer_id', '=', wish.customer)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (standing !== undefined) return refuse('already-granted', { customer: customer.name });
    const rivals = await rivalsHolding(tx, access, wish.rule, wish.block, {
      id: wish.customer,
      conflictClass: customer.conflict_class,
    });
    const disclosure = newId();
    await tx
      .insertInto('core.disclosure')
      .values({
        organization_id: organization,
        disclosure_id: disclosure,
        rule_id: wish.rule,
        block_id: wish.block,
        customer_id: wish.customer,
        agreement: wish.agreement,
        granted_by: access.membership,
        granted_at: access.now(),
        until: wish.until,
        needs_second: rivals.length > 0,
      })
      .execute();
    // Until it is signed twice the customer learns nothing: the entry that he may read is written then.
    if (rivals.length === 0) await enterGrant(tx, access, disclosure, wish.customer, wish.signature);
    await announce(tx, {
      organization,
      subject: { kind: 'disclosure', id: disclosure },
      customer: rivals.length === 0 ? wish.customer : null,
    });
    return ok({ id: disclosure, waits: rivals.length > 0, rivals });
  });
}

/**
 * The second signature, by somebody else than who granted.
 * @refuses not-found, already-answered, second-signature-needed (the same person signs twice)
 */
export function signSecond(access: Access, disclosure: string, signature: Signature): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const row = await lockDisclosure(tx, access, disclosure);
    if (row === undefined) return refuse('not-found');
    if (!row.needs_second || row.second_by !== null || row.revoked_at !== null) return refuse('already-answered');
    if (row.granted_by === access.membership) return refuse('second-person-needed');
    await tx
      .updateTable('core.disclosure')
      .set({ second_by: access.membership, second_at: access.now() })
      .where('organization_id', '=', access.organization.id)
      .where('disclosure_id', '=', disclosure)
      .execute();
    await enterGrant(tx, access, disclosure, row.customer_id, signature);
    await announce(tx, {
      organization: access.organization.id,
      subject: { kind: 'disclosure', id: disclosure },
      customer: row.customer_id,
    });
    return ok(null);
  });
}

/**
 * Ends a grant: from now on the block is withheld from that customer again. What he has read he has read, and his documents stay.
 * @refuses not-found, already-answered
 */
export function revokeGrant(access: Access, disclosure: string, signature: Signature): Promise<Result<null>> {
  return access.transaction(async (tx) => {
    const row = await lockDisclosure(tx, access, disclosure);
    if (row === undefined) return refuse('not-found');
    if (row.revoked_at !== null) return refuse('already-answered');
    await tx
      .updateTable('core.disclosure')
      .set({ revoked_at: access.now(), revoked_by: access.membership })
      .where('organization_id', '=', access.organization.id)
      .where('disclosure_id', '=', disclosure)
      .execute();
    const waited = row.needs_second && row.second_by === null;
    await appendToLedger(tx, access, {
      kind: 'disclosure-revoked',
      subject: { kind: 'disclosure', id: disclosure },
      customer: waited ? null : row.customer_id,
      body: { signed: { by: access.membership, meaning: signature.meaning, credential: signature.credential } },
    });
    await announce(tx, {
      organization: access.organization.id,
      subject: { kind: 'disclosure', id: disclosure },
      customer: waited ? null : row.customer_id,
    });
    return ok(null);
  });
}

const lockDisclosure = (tx: Transaction, access: Access, disclosure: string) =>
  tx
    .selectFrom('core.disclosure')
    .selectAll()
    .where('organization_id', '=', access.organization.id)
    .where('disclosure_id', '=', disclosure)
    .forUpdate()
    .executeTakeFirst();

/** The customer reads this entry: block and agreement by their ids, never another customer and never the secret. */
async function enterGrant(
  tx: Transaction,
  access: Access,
  disclosure: string,
  customer: string,
  signature: Signature,
): Promise<void> {
  const row = (await lockDisclosure(tx, access, disclosure))!;
  await appendToLedger(tx, access, {
    kind: 'disclosure-granted',
    subject: { kind: 'disclosure', id: disclosure },
    customer,
    body: {
      block: row.block_id,
      agreement: row.agreement,
      until: row.until?.toString() ?? null,
      signed: { by: access.membership, meaning: signature.meaning, credential: signature.credential },
    },
  });
}
