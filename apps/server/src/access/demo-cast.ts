import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import type { Result } from '../platform/result.ts';
import { type Access, type OrganizationFacts, type SystemAccess, actAsSystem } from './access.ts';
import type { Doors } from './doors.ts';
import { foundOrganization } from './found-organization.ts';
import type { OrganizationRole, Role } from './roles.ts';
import type { Ground } from './room.ts';

/** Where and when a demo plays. */
export type DemoStage = {
  /** Today: everything happened before it. */
  readonly now: Temporal.Instant;
  /** In which its people write. */
  readonly language: Language;
  /** Whether an organization of this slug is there. */
  readonly isTaken: (slug: string) => Promise<boolean>;
};

type Customer = NonNullable<Access['customer']>;

/** Somebody of a demo. */
export type DemoMember = {
  readonly membership: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly team: string | null;
  readonly customer: Customer | null;
};

/** A demo organization and its people, who act through the use cases at moments of the past. */
export type DemoCast = {
  readonly organization: string;
  readonly slug: string;
  readonly language: Language;
  readonly founder: DemoMember;
  readonly today: Temporal.PlainDate;
  readonly moment: (daysAgo: number) => Temporal.Instant;
  /** Somebody at work, so many days before now. No mail goes and no job begins: a demo does by itself what follows. */
  readonly at: (member: DemoMember, daysAgo: number) => Access;
  readonly system: (daysAgo: number) => SystemAccess;
  readonly addCustomer: (name: string, conflictClass?: string) => Promise<Customer>;
  readonly join: (
    name: string,
    roles: readonly Role[],
    where?: { readonly team?: string; readonly customer?: Customer },
  ) => Promise<DemoMember>;
  /** The history is told to the end: now people can step in. */
  readonly ready: () => Promise<void>;
  /** The last numbers given, as in a house that has worked for years. */
  readonly numberFrom: (last: Readonly<Record<string, number>>) => Promise<void>;
};

/**
 * Founds an organization of the demo.
 * @param wish its name, ways in, and who founded it; team is the founder's
 */
export async function castDemo(
  parts: Ground,
  stage: DemoStage,
  wish: {
    readonly name: string;
    readonly waysIn: OrganizationFacts['waysIn'];
    readonly founder: { readonly name: string; readonly roles: readonly OrganizationRole[] };
    readonly team?: { readonly id: string; readonly name: string };
  },
): Promise<DemoCast> {
  const { language, now } = stage;
  const facts = { name: wish.name, language, timeZone: 'Europe/Paris', waysIn: wish.waysIn, demo: true } as const;
  const plain = (name: string): string => name.normalize('NFKD').replace(/\W/g, '').toLowerCase();
  const domain = `${plain(wish.name.split(' ').at(-1)!)}.example`;
  const register = async (name: string): Promise<string> =>
    (
      await parts.signIn.register({
        name,
        email: `${plain(name)}.${newId().slice(-6)}@${domain}`,
        password: null,
      })
    ).person;
  const { organization, slug, membership } = await foundOrganization(
    parts.doors,
    {
      ...facts,
      founder: {
        ...wish.founder,
        person: await register(wish.founder.name),
        email: `${plain(wish.founder.name)}@${domain}`,
      },
    },
    stage.isTaken,
    parts.founding,
  );
  const key = { organization_id: organization };
  const moment = (daysAgo: number): Temporal.Instant => now.subtract({ minutes: Math.round(daysAgo * 24 * 60) });
  const quiet: Access['enqueue'] = async () => undefined;
  const system = (daysAgo: number): SystemAccess => ({
    ...actAsSystem(parts.doors, organization),
    now: () => moment(daysAgo),
    enqueue: quiet,
  });
  const inside = system(0);
  const team = wish.team?.id ?? null;
  if (wish.team !== undefined) {
    const { id, name } = wish.team;
    await inside.transaction(async (tx) => {
      await tx
        .insertInto('access.team')
        .values({ ...key, team_id: id, name })
        .execute();
      await tx
        .updateTable('access.membership')
        .set({ team_id: id })
        .where('organization_id', '=', organization)
        .where('membership_id', '=', membership)
        .execute();
    });
  }

  return {
    organization,
    slug,
    language,
    founder: { membership, ...wish.founder, team, customer: null },
    today: now.toZonedDateTimeISO(facts.timeZone).toPlainDate(),
    moment,
    system,
    at: (member, daysAgo) => ({
      organization: { id: organization, slug, ...facts },
      side: member.customer === null ? 'organization' : 'customer',
      customer: member.customer,
      person: member.membership,
      membership: member.membership,
      team: member.team,
      name: member.name,
      roles: member.roles,
      key: null,
      language,
      now: () => moment(daysAgo),
      enqueue: quiet,
      transaction: (work) => {
        const caller = { organization, membership: member.membership, roles: member.roles };
        return parts.doors.transaction(
          member.customer === null
            ? { side: 'organization', ...caller }
            : { side: 'customer', customer: member.customer.id, ...caller },
          work,
        );
      },
    }),
    async addCustomer(name, conflictClass) {
      const id = newId();
      await inside.transaction((tx) =>
        tx
          .insertInto('access.customer')
          .values({ ...key, customer_id: id, name, language, conflict_class: conflictClass ?? null })
          .execute(),
      );
      return { id, name };
    },
    async join(name, roles, where = {}) {
      const id = newId();
      const person = await register(name);
      await inside.transaction((tx) =>
        tx
          .insertInto('access.membership')
          .values({
            ...key,
            membership_id: id,
            person_id: person,
            side: where.customer === undefined ? 'organization' : 'customer',
            customer_id: where.customer?.id ?? null,
            team_id: where.team ?? null,
            name,
            email: `${plain(name)}@${domain}`,
            roles: [...roles],
          })
          .execute(),
      );
      return { membership: id, name, roles, team: where.team ?? null, customer: where.customer ?? null };
    },
    ready: () => openDemo(parts.doors, organization, stage.now),
    async numberFrom(last) {
      const values = Object.entries(last).map(([name, value]) => ({ ...key, name, value }));
      await inside.transaction((tx) =>
        tx
          .insertInto('core.counter')
          .values(values)
          .onConflict((c) =>
            c.columns(['organization_id', 'name']).doUpdateSet((e) => ({ value: e.ref('excluded.value') })),
          )
          .execute(),
      );
    },
  };
}

/** From now on people can step into a demo: its history is told to the end. */
export async function openDemo(doors: Doors, organization: string, at: Temporal.Instant): Promise<void> {
  await doors.transaction({ side: 'system', organization, roles: [] }, (tx) =>
    tx
      .updateTable('access.organization')
      .set({ demo_ready_at: at })
      .where('organization_id', '=', organization)
      .execute(),
  );
}

/** The demo's own steps are never refused: if one is, the story no longer fits the rules. */
export function must<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`the demo was refused: ${result.refusal.code} ${JSON.stringify(result.refusal.values)}`);
  return result.value;
}
