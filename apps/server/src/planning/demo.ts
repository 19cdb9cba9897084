import { randomBytes } from 'node:crypto';
import { type Access, type SystemAccess, actAsSystem } from '../access/access.ts';
import { foundOrganization } from '../access/found-organization.ts';
import type { Role } from '../access/roles.ts';
import type { Parts } from '../access/room.ts';
import { beginProposal } from '../core/begin-proposal.ts';
import { paragraph } from '../core/block.ts';
import { decide } from '../core/decide.ts';
import { answerRemark, openProposal, remark } from '../core/deliberate.ts';
import { writeParameter } from '../core/edit-draft.ts';
import type { ParameterValue } from '../core/parameters.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import type { Result } from '../platform/result.ts';
import { applyInterchange } from './apply-interchange.ts';
import { chooseCustomer } from './choose-customer.ts';
import { type DemoCustomer, demoRelease, demoTexts, lastDocument, weeksOfDemo } from './demo-releases.ts';
import { receiveFile } from './receive-file.ts';
import { replyToIntervention } from './reply-to-intervention.ts';

/**
 * Ateliers Morvane, kits and presses, with half a year behind it: 26 weeks of releases of Norvik and Brenval, rules agreed with them,
 * 4711 that breaks the frozen days and is answered by a counter-offer that waits in Norvik's portal, a file in quarantine, an overtime
 * rule whose objection on hours was answered by a bound. All through the use cases, each at its own moment before `now`.
 * @param isTaken whether an organization of this slug is there
 * @returns organization and slug; the people sign in by stepping into them (demo)
 */
export async function planningDemo(
  parts: Parts,
  options: {
    readonly now: Temporal.Instant;
    readonly language: Language;
    readonly isTaken: (slug: string) => Promise<boolean>;
  },
): Promise<{ readonly organization: string; readonly slug: string }> {
  const cast = await castOf(parts, options);
  await agreeRules(cast);
  await decideOvertime(cast);
  await receiveHistory(cast);
  await quarantineOne(cast);
  await offerToNorvik(cast);
  return { organization: cast.organization, slug: cast.slug };
}

type Member = { readonly membership: string; readonly name: string; readonly roles: readonly Role[] };
type Cast = {
  readonly parts: Parts;
  readonly organization: string;
  readonly slug: string;
  readonly sacha: Member;
  readonly mika: Member;
  readonly customers: Readonly<Record<DemoCustomer, string>>;
  readonly language: Language;
  readonly today: Temporal.PlainDate;
  /** Somebody at work, so many days before now. */
  readonly at: (member: Member, daysAgo: number) => Access;
  readonly system: (daysAgo: number) => SystemAccess;
};

async function castOf(parts: Parts, { now, language, isTaken }: Parameters<typeof planningDemo>[1]): Promise<Cast> {
  const register = (name: string) =>
    parts.signIn.register({
      name,
      email: `${name.toLowerCase()}.${newId().slice(-6)}@morvane.example`,
      password: randomBytes(24).toString('base64url'),
    });
  const founder = await register('Sacha');
  const facts = {
    name: 'Ateliers Morvane',
    language,
    timeZone: 'Europe/Paris',
    waysIn: ['planning'],
    demo: true,
  } as const;
  const roles = ['planner', 'administrator'] as const;
  const { organization, slug, membership } = await foundOrganization(
    parts.doors,
    { ...facts, founder: { person: founder.person, name: 'Sacha', email: 'sacha@morvane.example', roles: [...roles] } },
    isTaken,
    parts.founding,
  );
  const moment = (daysAgo: number): Temporal.Instant => now.subtract({ minutes: Math.round(daysAgo * 24 * 60) });
  const quiet: Access['enqueue'] = async () => undefined; // a demo sends no mail, and applies its files itself
  const system = (daysAgo: number): SystemAccess => ({
    ...actAsSystem(parts.doors, organization),
    now: () => moment(daysAgo),
    enqueue: quiet,
  });
  const inside = system(0);
  const customers = { norvik: newId(), brenval: newId() };
  const key = { organization_id: organization };
  await inside.transaction(async (tx) => {
    await tx
      .insertInto('access.customer')
      .values([
        { ...key, customer_id: customers.norvik, name: 'Norvik Automobiles', language },
        { ...key, customer_id: customers.brenval, name: 'Brenval Trucks', language },
      ])
      .execute();
    // The numbers of a house that has worked for years.
    await tx
      .insertInto('core.counter')
      .values([
        { ...key, name: 'rule', value: 11 },
        { ...key, name: 'proposal', value: 60 },
        { ...key, name: 'intervention', value: 203 },
      ])
      .execute();
  });
  const join = async (name: string, held: readonly Role[], customer: string | null): Promise<Member> => {
    const { person } = await register(name);
    const id = newId();
    await inside.transaction((tx) =>
      tx
        .insertInto('access.membership')
        .values({
          ...key,
          membership_id: id,
          person_id: person,
          side: customer === null ? 'organization' : 'customer',
          customer_id: customer,
          team_id: null,
          name,
          email: `${name.toLowerCase()}@morvane.example`,
          roles: [...held],
        })
        .execute(),
    );
    return { membership: id, name, roles: held };
  };
  const mika = await join('Mika', ['team-lead'], null);
  await join('Charlie', ['scheduler', 'approver'], customers.norvik);
  await join('Robin', ['scheduler'], customers.brenval);

  const at = (member: Member, daysAgo: number): Access => ({
    organization: { id: organization, slug, ...facts },
    side: 'organization',
    customer: null,
    person: member.membership,
    membership: member.membership,
    team: null,
    name: member.name,
    roles: member.roles,
    language,
    now: () => moment(daysAgo),
    enqueue: quiet,
    transaction: (work) =>
      parts.doors.transaction(
        { side: 'organization', organization, membership: member.membership, roles: member.roles },
        work,
      ),
  });
  const today = now.toZonedDateTimeISO(facts.timeZone).toPlainDate();
  const sacha = { membership, name: 'Sacha', roles };
  return { parts, organization, slug, sacha, mika, customers, language, today, at, system };
}

async function agreeRules(cast: Cast): Promise<void> {
  const { customers } = cast;
  const [frozen, tolerance, brenval] = demoTexts.rules[cast.language];
  const norvikFrozen = { 'frozen-days': 7, 'answer-hours': 4, 'container-rounding': true };
  await decideNew(cast, frozen, customers.norvik, norvikFrozen, 184);
  const bands = { 'tolerance-firm': 5, 'tolerance-production': 15, 'tolerance-forecast': 30 };
  await decideNew(cast, tolerance, customers.norvik, bands, 183);
  await decideNew(cast, brenval, customers.brenval, { 'frozen-days': 3, ...bands, 'answer-hours': 8 }, 182);
  for (const [customer, sender] of [
    ['norvik', 'NORVIK'],
    ['brenval', 'BRENVAL'],
  ] as const)
    must(await chooseCustomer(cast.at(cast.sacha, 182), { customer: customers[customer], sender, qualifier: 'ZZ' }));
}

/** An objection on hours to the first draft of the overtime rule; the bound answers it. */
async function decideOvertime(cast: Cast): Promise<void> {
  const { at, sacha, mika, language } = cast;
  const text = demoTexts.overtime[language];
  const begun = await beginRule(cast, text.title, null, { 'overtime-hours': 12 }, 64);
  must(
    await openProposal(at(sacha, 63), begun.proposal, {
      title: text.title,
      why: text.why,
      method: 'by-owner',
      term: null,
      effect: text.effect,
    }),
  );
  const objection = must(
    await remark(at(mika, 62), begun.proposal, {
      kind: 'objection',
      ground: 'hours',
      block: null,
      words: text.objection,
    }),
  );
  must(await writeParameter(at(sacha, 61), begun.proposal, 'overtime-hours', 4));
  must(await answerRemark(at(sacha, 61), objection.remark, text.answer));
  must(await sign(cast, begun.proposal, text.title, 60));
}

async function decideNew(
  cast: Cast,
  title: string,
  customer: string,
  parameters: Readonly<Record<string, ParameterValue>>,
  daysAgo: number,
): Promise<void> {
  const begun = await beginRule(cast, title, customer, parameters, daysAgo + 2);
  const { effect } = demoTexts.overtime[cast.language];
  must(
    await openProposal(cast.at(cast.sacha, daysAgo + 1), begun.proposal, {
      title,
      why: title,
      method: 'by-owner',
      term: null,
      effect,
    }),
  );
  must(await sign(cast, begun.proposal, title, daysAgo));
}

const beginRule = async (
  cast: Cast,
  title: string,
  customer: string | null,
  parameters: Readonly<Record<string, ParameterValue>>,
  daysAgo: number,
) =>
  must(
    await beginProposal(cast.at(cast.sacha, daysAgo), {
      title,
      why: title,
      method: 'by-owner',
      on: {
        kind: 'new-rule',
        rule: {
          kind: 'planning',
          regulation: customer === null ? 'control' : 'joint',
          title,
          label: null,
          language: cast.language,
          customer,
          reviewOn: cast.today.add({ months: 5 }),
          blocks: [paragraph(title)],
          parameters,
        },
      },
      interventions: [],
    }),
  );

const sign = (cast: Cast, proposal: string, meaning: string, daysAgo: number) =>
  decide(cast.at(cast.sacha, daysAgo), proposal, {
    outcome: 'adopted',
    reasons: meaning,
    signature: { credential: 'demo', meaning },
  });

/** One release a week of each customer; what they open on the way is accepted the same day, but for the last of Norvik. */
async function receiveHistory(cast: Cast): Promise<void> {
  for (let weeksAgo = weeksOfDemo; weeksAgo >= 0; weeksAgo--) {
    for (const customer of ['brenval', 'norvik'] as const) {
      const daysAgo = weeksAgo * 7 + (customer === 'norvik' ? 0.1 : 0.2);
      const { name, bytes } = demoRelease(customer, cast.today, weeksAgo, cast.language);
      const received = await receiveFile(cast.at(cast.sacha, daysAgo), { bytes, name, cameBy: 'folder' });
      for (const { interchange_id: id } of received.interchanges) await applyInterchange(cast.system(daysAgo), id);
    }
    if (weeksAgo > 0) await acceptAllOpen(cast, weeksAgo * 7 - 0.3);
  }
}

async function openInterventions(cast: Cast): Promise<readonly { id: string; customer: string | null }[]> {
  return cast
    .system(0)
    .transaction((tx) =>
      tx
        .selectFrom('core.intervention')
        .select(['intervention_id as id', 'customer_id as customer'])
        .where('organization_id', '=', cast.organization)
        .where('channel', '=', 'planning')
        .where('state', '=', 'open')
        .orderBy('number')
        .execute(),
    );
}

async function acceptAllOpen(cast: Cast, daysAgo: number): Promise<void> {
  for (const { id } of await openInterventions(cast))
    must(
      await replyToIntervention(cast.at(cast.sacha, daysAgo), id, {
        kind: 'accept',
        words: demoTexts.accepted[cast.language],
        lines: [],
      }),
    );
}

/** The control reference of Brenval's last file once more, with another quantity in it. */
async function quarantineOne(cast: Cast): Promise<void> {
  const { name, bytes } = demoRelease('brenval', cast.today, 0, cast.language);
  const changed = Buffer.from(bytes.toString('latin1').replace(/QTY\+113:(\d+)/, 'QTY+113:9$1'), 'latin1');
  const second = { bytes: changed, name: name.replace('.edi', '-2.edi'), cameBy: 'folder' } as const;
  await receiveFile(cast.at(cast.sacha, 0.05), second);
}

/** What release 4711 asks inside the frozen days is answered by part now and the rest two days later. */
async function offerToNorvik(cast: Cast): Promise<void> {
  const asked = (await openInterventions(cast)).filter((i) => i.customer === cast.customers.norvik);
  const first = lastDocument.frozenMonday(cast.today);
  for (const { id } of asked.slice(0, 1))
    must(
      await replyToIntervention(cast.at(cast.sacha, 0.02), id, {
        kind: 'offer',
        words: demoTexts.offer[cast.language],
        lines: [
          { on: first.toString(), quantity: 280 },
          { on: first.add({ days: 2 }).toString(), quantity: 80 },
        ],
      }),
    );
}

function must<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`the demo was refused: ${result.refusal.code} ${JSON.stringify(result.refusal.values)}`);
  return result.value;
}
