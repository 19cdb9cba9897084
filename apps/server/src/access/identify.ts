import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Kysely, sql } from 'kysely';
import { type Language, languageOf } from '../platform/language.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import type { Tables } from '../platform/tables.gen.ts';
import type { Access, OrganizationFacts } from './access.ts';
import type { Caller, Doors } from './doors.ts';
import type { Role } from './roles.ts';
import type { Person, SignIn } from './sign-in.ts';

/** Whoever stands at the door, before any organization is named. */
export type Visitor = { readonly person: Person | null };

export type Identify = {
  visitor(request: FastifyRequest): Promise<Visitor>;
  /**
   * The caller as a member of the organization named in the path.
   * @refuses not-signed-in; not-found, the same whether the organization is not there or not his; not-in-the-scope-of-this-key
   */
  member(request: FastifyRequest, slug: string, scope: 'read' | 'write' | 'edi'): Promise<Result<Access>>;
};

/** Header by which a person who stands on several sides of one organization says on which he stands now. */
export const membershipHeader = 'coprod-membership';

/** @param people connects as `coprod_auth`: the one role that may look up memberships before there is a context */
export function openIdentify(people: Kysely<Tables>, signIn: SignIn, doors: Doors): Identify {
  return {
    visitor: async (request) => ({ person: await signIn.personOf(request) }),
    async member(request, slug, scope) {
      const language = languageOf(request.headers['accept-language']);
      const key = /^Bearer (coprod_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
      if (key !== undefined) {
        const known = await findKey(people, slug, createHash('sha256').update(key).digest());
        if (known === undefined) return refuse('not-signed-in');
        if (!known.scopes.includes(scope)) return refuse('not-in-the-scope-of-this-key', { scope });
        await noteUse(doors, known);
        return ok({ ...accessOf(known, language, doors), key: known.api_key_id });
      }
      const person = await signIn.personOf(request);
      if (person === null) return refuse('not-signed-in');
      const wanted = request.headers[membershipHeader];
      const memberships = await findMemberships(people, slug, person.id);
      const found = memberships.find((m) => m.membership_id === wanted) ?? memberships[0];
      return found === undefined ? refuse('not-found') : ok(accessOf(found, language, doors));
    },
  };
}

type Member = Awaited<ReturnType<typeof findMemberships>>[number];

function accessOf(member: Member, language: Language, doors: Doors): Access {
  const caller: Caller = {
    side: member.side,
    organization: member.organization_id,
    customer: member.customer_id ?? undefined,
    person: member.person_id,
    membership: member.membership_id,
    roles: member.roles as Role[],
  };
  return {
    organization: {
      id: member.organization_id,
      slug: member.slug,
      name: member.organization_name,
      language: member.language,
      timeZone: member.time_zone,
      waysIn: member.ways_in as OrganizationFacts['waysIn'],
      demo: member.demo,
    },
    side: member.side,
    customer: member.customer_id === null ? null : { id: member.customer_id, name: member.customer_name ?? '' },
    person: member.person_id,
    membership: member.membership_id,
    team: member.team_id,
    name: member.name,
    roles: caller.roles,
    key: null,
    language,
    now: doors.now,
    enqueue: doors.enqueue,
    transaction: (work) => doors.transaction(caller, work),
  };
}

const memberColumns = [
  'm.organization_id',
  'm.membership_id',
  'm.person_id',
  'm.side',
  'm.customer_id',
  'm.team_id',
  'm.name',
  'm.roles',
  'o.slug',
  'o.name as organization_name',
  'o.language',
  'o.time_zone',
  'o.ways_in',
  'o.demo',
  'c.name as customer_name',
] as const;

/** Policy: sign_in_reads on access.membership, access.organization, access.customer. The organization side comes first. */
const findMemberships = (people: Kysely<Tables>, slug: string, person: string) =>
  people
    .selectFrom('access.membership as m')
    .innerJoin('access.organization as o', 'o.organization_id', 'm.organization_id')
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.customer_id', '=', 'm.customer_id'),
    )
    .select(memberColumns)
    .where('m.person_id', '=', person)
    .where('m.ended_at', 'is', null)
    .where('o.slug', '=', slug)
    .orderBy(sql`m.side = 'organization'`, 'desc')
    .orderBy('m.since')
    .execute();

/** Policy: sign_in_reads on access.api_key and the tables above. */
const findKey = (people: Kysely<Tables>, slug: string, hash: Uint8Array) =>
  people
    .selectFrom('access.api_key as k')
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'k.organization_id').onRef('m.membership_id', '=', 'k.membership_id'),
    )
    .innerJoin('access.organization as o', 'o.organization_id', 'k.organization_id')
    .leftJoin('access.customer as c', (join) =>
      join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.customer_id', '=', 'm.customer_id'),
    )
    .select(memberColumns)
    .select(['k.scopes', 'k.api_key_id'])
    .select(sql<boolean>`k.last_used_on is distinct from (now() at time zone 'UTC')::date`.as('first_use_today'))
    .where('k.key_hash', '=', Buffer.from(hash))
    .where('o.slug', '=', slug)
    .where('k.revoked_at', 'is', null)
    .where('m.ended_at', 'is', null)
    .where((eb) => eb.or([eb('k.expires_at', 'is', null), eb('k.expires_at', '>', sql<Temporal.Instant>`now()`)]))
    .executeTakeFirst();

/** The day of a key's last use, written once a day: by it people find the keys that nobody needs. Policy: inside on access.api_key. */
async function noteUse(
  doors: Doors,
  key: { readonly organization_id: string; readonly api_key_id: string; readonly first_use_today: boolean },
): Promise<void> {
  if (!key.first_use_today) return;
  await doors.transaction({ side: 'system', organization: key.organization_id, roles: [] }, (tx) =>
    tx
      .updateTable('access.api_key')
      .set({ last_used_on: doors.now().toZonedDateTimeISO('UTC').toPlainDate() })
      .where('organization_id', '=', key.organization_id)
      .where('api_key_id', '=', key.api_key_id)
      .execute(),
  );
}
