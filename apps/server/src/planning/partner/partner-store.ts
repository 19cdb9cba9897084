import { sql } from 'kysely';
import type { Transaction } from '../../access/doors.ts';
import type { KnownPartner } from '../decide-interchange.ts';
import { type ReadingProfile, readingProfile } from './reading-profile.ts';

/** A partner as his files are taken in and read. */
export type ReadingPartner = KnownPartner & { readonly customerName: string; readonly profile: ReadingProfile };

/** Partners of an organization with what decides on their files. Policies: inside on planning.partner, .identification, .way. */
const partners = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.partner as p')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'p.organization_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .select(['p.partner_id', 'p.customer_id', 'c.name', 'p.mode', 'p.profile', 'p.overrides', 'p.by_hand'])
    .select(
      sql<boolean>`exists (select from planning.way w where w.organization_id = p.organization_id
        and w.partner_id = p.partner_id and w.ended_at is null)`.as('own_way'),
    )
    .select(
      sql<string[]>`array(select i.sender from planning.identification i where i.organization_id = p.organization_id
        and i.partner_id = p.partner_id and i.kind = 'group' and i.ended_at is null)`.as('groups'),
    )
    .where('p.organization_id', '=', organization);

type Row = Awaited<ReturnType<ReturnType<typeof partners>['executeTakeFirstOrThrow']>>;

const presented = (row: Row): ReadingPartner => ({
  id: row.partner_id,
  customer: row.customer_id,
  customerName: row.name,
  test: row.mode === 'test',
  byHand: row.by_hand,
  ownWay: row.own_way,
  groups: row.groups,
  profile: readingProfile(row.profile, row.overrides),
});

/** Who signs with this identification. Policies: those of partners. */
export async function findSigner(
  tx: Transaction,
  organization: string,
  { sender, qualifier }: { readonly sender: string; readonly qualifier: string },
): Promise<ReadingPartner | undefined> {
  const row = await partners(tx, organization)
    .innerJoin('planning.identification as s', (join) =>
      join.onRef('s.organization_id', '=', 'p.organization_id').onRef('s.partner_id', '=', 'p.partner_id'),
    )
    .where('s.sender', '=', sender)
    .where('s.qualifier', '=', qualifier)
    .where('s.kind', '=', 'interchange')
    .where('s.ended_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : presented(row);
}

/** Policies: those of partners. */
export async function findReadingPartner(
  tx: Transaction,
  organization: string,
  partner: string,
): Promise<ReadingPartner | undefined> {
  const row = await partners(tx, organization).where('p.partner_id', '=', partner).executeTakeFirst();
  return row === undefined ? undefined : presented(row);
}

/** Whose key or folder this is. Policy: inside on planning.way. */
export const findWay = (
  tx: Transaction,
  organization: string,
  way: { readonly key: string } | { readonly folder: string },
) =>
  tx
    .selectFrom('planning.way')
    .select('partner_id')
    .where('organization_id', '=', organization)
    .where('ended_at', 'is', null)
    .$if('key' in way, (q) => q.where('api_key_id', '=', 'key' in way ? way.key : ''))
    .$if('folder' in way, (q) => q.where('folder', '=', 'folder' in way ? way.folder : ''))
    .executeTakeFirst();

/** All partners as their page shows them, by customer. Policies: inside on planning.partner and access.customer. */
export const listPartners = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.partner as p')
    .innerJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'p.organization_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .selectAll('p')
    .select('c.name as customer')
    .where('p.organization_id', '=', organization)
    .orderBy('c.name')
    .orderBy('p.added_at')
    .orderBy('p.partner_id')
    .execute();

/** Identifications in use. Policy: inside on planning.identification. */
export const listIdentifications = (tx: Transaction, organization: string, partner?: string) =>
  tx
    .selectFrom('planning.identification')
    .select(['identification_id as id', 'partner_id', 'kind', 'sender', 'qualifier', 'added_at as addedAt'])
    .where('organization_id', '=', organization)
    .where('ended_at', 'is', null)
    .$if(partner !== undefined, (q) => q.where('partner_id', '=', partner!))
    .orderBy('kind', 'desc')
    .orderBy('added_at')
    .orderBy('sender')
    .execute();

/** Ways in use. Policy: inside on planning.way. */
export const listWays = (tx: Transaction, organization: string, partner: string) =>
  tx
    .selectFrom('planning.way')
    .select(['way_id as id', 'kind', 'label', 'folder', 'api_key_id as key', 'added_at as addedAt'])
    .where('organization_id', '=', organization)
    .where('partner_id', '=', partner)
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .execute();

/** Folders that belong to a partner: a file in one of them came by it. Policy: inside on planning.way. */
export const listFolders = (tx: Transaction, organization: string) =>
  tx
    .selectFrom('planning.way')
    .select('folder')
    .where('organization_id', '=', organization)
    .where('ended_at', 'is', null)
    .where('folder', 'is not', null)
    .execute();
