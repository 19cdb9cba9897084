import { type SqlBool, sql } from 'kysely';
import type { Access } from '../access/access.ts';
import type { Transaction } from '../access/doors.ts';
import { decodeKey, toPage } from '../platform/key-page.ts';
import type { Capture } from './capture-expectation.ts';

/**
 * SQL of expectations. Policies: team_or_joined on voice.expectation (peers, later the lead; the others what is joined to a theme),
 * team_or_named on voice.speaker, team_only on voice.technician_view and voice.photo, own on voice.capture and voice.heard.
 */

export const findCustomerName = async (
  tx: Transaction,
  organization: string,
  customer: string,
): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('access.customer')
      .select('name')
      .where('organization_id', '=', organization)
      .where('customer_id', '=', customer)
      .executeTakeFirst()
  )?.name;

/** @returns whether it was new; an id that is there already leaves everything as it is */
export async function insertExpectation(
  tx: Transaction,
  access: Access,
  expectation: Capture & {
    readonly id: string;
    readonly who: string;
    readonly receivedAt: Temporal.Instant;
    readonly leadFrom: Temporal.Instant;
    readonly salt: Uint8Array;
    readonly digest: Uint8Array;
  },
): Promise<boolean> {
  const key = { organization_id: access.organization.id, expectation_id: expectation.id };
  const inserted = await tx
    .insertInto('voice.expectation')
    .values({
      ...key,
      team_id: access.team,
      words: expectation.words,
      words_language: expectation.language,
      consent: expectation.consent,
      happened_at: expectation.happenedAt,
      received_at: expectation.receivedAt,
      lead_from: expectation.leadFrom,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return false;
  await tx
    .insertInto('voice.capture')
    .values({
      ...key,
      captured_by: access.membership,
      contact_mail: expectation.contact.mail,
      contact_phone: expectation.contact.phone,
      salt: expectation.salt,
      digest: expectation.digest,
    })
    .execute();
  await tx
    .insertInto('voice.speaker')
    .values({
      ...key,
      customer_id: expectation.customer,
      customer_label: expectation.label,
      site: expectation.site,
      who: expectation.who,
    })
    .execute();
  if (expectation.view !== null) {
    await tx
      .insertInto('voice.technician_view')
      .values({ ...key, view: expectation.view, view_language: access.language })
      .execute();
  }
  return true;
}

export const findOwnCapture = (tx: Transaction, organization: string, expectation: string) =>
  tx
    .selectFrom('voice.capture as c')
    .innerJoin('voice.expectation as e', (join) =>
      join.onRef('e.organization_id', '=', 'c.organization_id').onRef('e.expectation_id', '=', 'c.expectation_id'),
    )
    .select(['c.salt', 'c.digest', 'e.received_at', 'e.lead_from', 'e.withdrawn_at'])
    .where('c.organization_id', '=', organization)
    .where('c.expectation_id', '=', expectation)
    .executeTakeFirst();

/** Locks an expectation until the end of the transaction, so that a withdrawal comes wholly before or wholly after. */
export const lockExpectation = (tx: Transaction, organization: string, expectation: string) =>
  tx
    .selectFrom('voice.expectation')
    .select('expectation_id')
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .forUpdate()
    .executeTakeFirst();

export type ExpectationFilter = {
  /** Of the caller's own team only: what its peers share. */
  readonly team?: string | null | undefined;
  readonly theme?: string | undefined;
  readonly joined?: 'yes' | 'no' | undefined;
  readonly consent?: 'by-name' | 'without-name' | 'none' | undefined;
  readonly words?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Newest first. */
export async function listExpectations(tx: Transaction, organization: string, filter: ExpectationFilter) {
  const key = decodeKey(filter.after, 2);
  const rows = await expectations(tx, organization)
    .$if(filter.team !== undefined, (q) => q.where(sql<SqlBool>`e.team_id is not distinct from ${filter.team ?? null}`))
    .$if(filter.theme !== undefined, (q) => q.where('e.theme_id', '=', filter.theme!))
    .$if(filter.joined !== undefined, (q) => q.where('e.theme_id', filter.joined === 'yes' ? 'is not' : 'is', null))
    .$if(filter.consent !== undefined, (q) => q.where('e.consent', '=', filter.consent!))
    .$if(filter.words !== undefined, (q) =>
      q.where('e.words', 'ilike', `%${filter.words!.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`),
    )
    .$if(key !== undefined, (q) =>
      q.where(sql<SqlBool>`(e.received_at, e.expectation_id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`),
    )
    .orderBy('e.received_at', 'desc')
    .orderBy('e.expectation_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return toPage(rows, filter.limit, (row) => [row.received_at.toString(), row.expectation_id]);
}

export const findExpectation = (tx: Transaction, organization: string, expectation: string) =>
  expectations(tx, organization).where('e.expectation_id', '=', expectation).executeTakeFirst();

export type ExpectationRow = NonNullable<Awaited<ReturnType<typeof findExpectation>>>;

const expectations = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('voice.expectation as e')
    .leftJoin('voice.speaker as s', (join) =>
      join.onRef('s.organization_id', '=', 'e.organization_id').onRef('s.expectation_id', '=', 'e.expectation_id'),
    )
    .leftJoin('voice.theme as t', (join) =>
      join.onRef('t.organization_id', '=', 'e.organization_id').onRef('t.theme_id', '=', 'e.theme_id'),
    )
    .leftJoin('voice.heard as h', (join) =>
      join.onRef('h.organization_id', '=', 'e.organization_id').onRef('h.expectation_id', '=', 'e.expectation_id'),
    )
    .leftJoin('voice.capture as c', (join) =>
      join.onRef('c.organization_id', '=', 'e.organization_id').onRef('c.expectation_id', '=', 'e.expectation_id'),
    )
    .select([
      'e.expectation_id',
      'e.team_id',
      'e.words',
      'e.words_language',
      'e.consent',
      'e.happened_at',
      'e.received_at',
      'e.lead_from',
      'e.heard',
      'e.photos',
      'e.theme_id',
      'e.intervention_id',
      'e.cited_at',
      'e.answered_at',
      'e.withdrawn_at',
      's.customer_id',
      's.customer_label',
      's.site',
      't.title as theme_title',
      't.language as theme_language',
    ])
    .select([
      sql<boolean>`h.membership_id is not null`.as('i_heard'),
      sql<boolean>`c.captured_by is not null`.as('mine'),
    ])
    .where('e.organization_id', '=', organization);

export const viewOf = (tx: Transaction, organization: string, expectation: string) =>
  tx
    .selectFrom('voice.technician_view')
    .select(['view', 'view_language'])
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .executeTakeFirst();

export const photosOf = (tx: Transaction, organization: string, expectation: string) =>
  tx
    .selectFrom('voice.photo')
    .select(['photo_id', 'media_type'])
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .where('bytes', 'is not', null)
    .orderBy('kept_at')
    .orderBy('photo_id')
    .execute();

export const consentChangesOf = (tx: Transaction, organization: string, expectation: string) =>
  tx
    .selectFrom('voice.consent_change')
    .select(['before', 'after', 'asked_by', 'reason', 'changed_at'])
    .where('organization_id', '=', organization)
    .where('expectation_id', '=', expectation)
    .orderBy('changed_at')
    .execute();

/** Sites that were written before, for whom, so that a phone can offer them. What the caller may see, newest first. */
export async function knownSites(tx: Transaction, organization: string) {
  const rows = await tx
    .selectFrom('voice.expectation as e')
    .innerJoin('voice.speaker as s', (join) =>
      join.onRef('s.organization_id', '=', 'e.organization_id').onRef('s.expectation_id', '=', 'e.expectation_id'),
    )
    .select(['s.customer_id', 's.site'])
    .where('e.organization_id', '=', organization)
    .where('s.customer_id', 'is not', null)
    .where('s.site', '<>', '')
    .orderBy('e.received_at', 'desc')
    .limit(500)
    .execute();
  return [...new Map(rows.map((row) => [`${row.customer_id}/${row.site}`, row])).values()];
}
