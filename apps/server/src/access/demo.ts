import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/tables.gen.ts';

/** A person of a demo organization, into whom anybody may step. */
export type DemoPerson = {
  readonly membership: string;
  readonly person: string;
  readonly name: string;
  readonly side: 'organization' | 'customer';
  readonly customer: string | null;
  readonly roles: readonly string[];
  readonly slug: string;
  readonly organization: string;
};

/**
 * The people of the demo organizations that are built to the end, in the order in which they came. Whoever also belongs to a real organization is none of
 * them: a session in his name would open that one too.
 * @param people as `coprod_auth`; policy: sign_in_reads on access.membership, access.organization, access.customer
 */
export const demoPeople = (people: Kysely<Tables>): Promise<readonly DemoPerson[]> =>
  peopleOfDemos(people)
    // Whoever only fills a team is not somebody to step into.
    .where(sql<boolean>`m.roles <> array['member']`)
    .orderBy('o.founded_at')
    .orderBy('m.side', 'desc')
    .orderBy('m.since')
    .orderBy('m.membership_id')
    .limit(60)
    .execute();

/** One of them, by membership. */
export const demoPerson = (people: Kysely<Tables>, membership: string): Promise<DemoPerson | undefined> =>
  peopleOfDemos(people).where('m.membership_id', '=', membership).executeTakeFirst();

const peopleOfDemos = (people: Kysely<Tables>) =>
  people
    .selectFrom('access.membership as m')
    .innerJoin('access.organization as o', 'o.organization_id', 'm.organization_id')
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.customer_id', '=', 'm.customer_id'),
    )
    .select([
      'm.membership_id as membership',
      'm.person_id as person',
      'm.name',
      'm.side',
      'c.name as customer',
      'm.roles',
      'o.slug',
      'o.name as organization',
    ])
    .where('o.demo_ready_at', 'is not', null)
    .where('m.ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('access.membership as other')
            .innerJoin('access.organization as real', 'real.organization_id', 'other.organization_id')
            .select('other.membership_id')
            .whereRef('other.person_id', '=', 'm.person_id')
            .where('real.demo', '=', false),
        ),
      ),
    );

/**
 * Whether the person belongs, or once belonged, to a demo organization. Such a person never joins a real one: somebody may still
 * hold a session in his name.
 * @param people as `coprod_auth`; policy: sign_in_reads on access.membership, access.organization
 */
export async function isOfTheDemo(people: Kysely<Tables>, person: string): Promise<boolean> {
  const found = await people
    .selectFrom('access.membership as m')
    .innerJoin('access.organization as o', 'o.organization_id', 'm.organization_id')
    .select('m.membership_id')
    .where('m.person_id', '=', person)
    .where('o.demo', '=', true)
    .executeTakeFirst();
  return found !== undefined;
}
