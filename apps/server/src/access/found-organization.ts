import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import type { Doors, Transaction } from './doors.ts';
import type { OrganizationRole } from './roles.ts';

export type NewOrganization = {
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly waysIn: readonly ('certification' | 'voice' | 'planning')[];
  readonly demo: boolean;
  readonly founder: {
    readonly person: string;
    readonly name: string;
    readonly email: string;
    readonly roles: readonly OrganizationRole[];
  };
};

export type Founded = { readonly organization: string; readonly slug: string; readonly membership: string };

/**
 * Founds an organization with its first member. The slug is made from the name; a number is added where it is taken.
 * @param then what belongs to the founding, in the same transaction: ledger key and entry 0
 */
export async function foundOrganization(
  doors: Doors,
  wish: NewOrganization,
  isTaken: (slug: string) => Promise<boolean>,
  then: (tx: Transaction, founded: Founded) => Promise<void>,
): Promise<Founded> {
  const founded: Founded = { organization: newId(), slug: await freeSlug(wish.name, isTaken), membership: newId() };
  await doors.transaction({ side: 'system', organization: founded.organization, roles: [] }, async (tx) => {
    await tx
      .insertInto('access.organization')
      .values({
        organization_id: founded.organization,
        slug: founded.slug,
        name: wish.name,
        language: wish.language,
        time_zone: wish.timeZone,
        ways_in: [...wish.waysIn],
        demo: wish.demo,
      })
      .execute();
    await tx
      .insertInto('access.membership')
      .values({
        organization_id: founded.organization,
        membership_id: founded.membership,
        person_id: wish.founder.person,
        side: 'organization',
        name: wish.founder.name,
        email: wish.founder.email,
        roles: [...wish.founder.roles],
      })
      .execute();
    await then(tx, founded);
  });
  return founded;
}

async function freeSlug(name: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const base = plain === '' ? 'organization' : plain;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await isTaken(slug))) return slug;
  }
}
