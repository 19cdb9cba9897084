import { type DemoCast, type DemoMember, type DemoStage, castDemo, must } from '../access/demo-cast.ts';
import type { Ground } from '../access/room.ts';
import { beginProposal } from '../core/begin-proposal.ts';
import { paragraph } from '../core/block.ts';
import { decide } from '../core/decide.ts';
import { answerRemark, openProposal, remark } from '../core/deliberate.ts';
import { writeParameter } from '../core/edit-draft.ts';
import type { ParameterValue } from '../core/parameters.ts';
import { applyInterchange } from './apply-interchange.ts';
import type { JudgedWeek } from './apply-release.ts';
import { chooseCustomer } from './choose-customer.ts';
import { demoPlant } from './demo-plant.ts';
import { type DemoCustomer, demoRelease, demoTexts, lastDocument, weeksOfDemo } from './demo-releases.ts';
import { adoptPlan } from './plan/adopt-plan.ts';
import { draftForRelease } from './plan/draft-for-release.ts';
import { planAnew } from './plan/make-draft.ts';
import { openPlanner } from './plan/planner-pool.ts';
import { writeRows } from './plant/plant-store.ts';
import { receiveFile } from './receive-file.ts';
import { replyToIntervention } from './reply-to-intervention.ts';

/**
 * Ateliers Morvane, kits and presses, with half a year behind it: 26 weeks of releases of Norvik and Brenval, rules agreed with them,
 * 4711 that breaks the frozen days and is answered by a counter-offer that waits in Norvik's portal, a call-off of Brenval's that nobody
 * has answered yet, a file in quarantine, an overtime rule whose objection on hours was answered by a bound. All through the use cases, each at its own moment before `now`.
 * @returns organization and slug; the people sign in by stepping into them (demo)
 */
export async function planningDemo(
  parts: Ground,
  stage: DemoStage,
): Promise<{ readonly organization: string; readonly slug: string }> {
  const cast = await castOf(parts, stage);
  await agreeRules(cast);
  await decideOvertime(cast);
  await receiveHistory(cast);
  await planTheWeek(cast);
  await quarantineOne(cast);
  await offerToNorvik(cast);
  await cast.ready();
  return { organization: cast.organization, slug: cast.slug };
}

type Cast = DemoCast & {
  readonly sacha: DemoMember;
  readonly mika: DemoMember;
  readonly customers: Readonly<Record<DemoCustomer, string>>;
};

async function castOf(parts: Ground, stage: DemoStage): Promise<Cast> {
  const cast = await castDemo(parts, stage, {
    name: 'Ateliers Morvane',
    waysIn: ['planning'],
    founder: { name: 'Sacha', roles: ['planner', 'administrator'] },
  });
  await cast.numberFrom({ rule: 11, proposal: 60, intervention: 203 });
  const norvik = await cast.addCustomer('Norvik Automobiles');
  const brenval = await cast.addCustomer('Brenval Trucks');
  const mika = await cast.join('Mika', ['team-lead']);
  await cast.join('Charlie', ['scheduler', 'approver'], { customer: norvik });
  await cast.join('Robin', ['scheduler'], { customer: brenval });
  return { ...cast, sacha: cast.founder, mika, customers: { norvik: norvik.id, brenval: brenval.id } };
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

/** One release a week of each customer; what they open on the way is accepted the same day, but for what came last. */
async function receiveHistory(cast: Cast): Promise<void> {
  for (let weeksAgo = weeksOfDemo; weeksAgo > 0; weeksAgo--) {
    await receiveOne(cast, 'brenval', weeksAgo);
    await receiveOne(cast, 'norvik', weeksAgo);
    await acceptAllOpen(cast, weeksAgo * 7 - 0.3);
  }
}

/** The plant and its plan in force, of yesterday; then today's releases, and the draft that answers them. */
async function planTheWeek(cast: Cast): Promise<void> {
  const { organization, sacha, language } = cast;
  const planner = openPlanner(1);
  try {
    const yesterday = cast.at(cast.sacha, 1);
    await yesterday.transaction((tx) =>
      writeRows(tx, { organization, membership: sacha.membership, at: yesterday.now() }, demoPlant(language)),
    );
    const { plan } = must(await planAnew(yesterday, planner));
    must(await adoptPlan(yesterday, plan, { credential: 'demo', meaning: demoTexts.adopted[language] }));
    await receiveOne(cast, 'brenval', 0);
    const release = await receiveOne(cast, 'norvik', 0);
    await draftForRelease(cast.system(0.09), planner, release);
  } finally {
    await planner.close();
  }
}

/** @returns the release that was applied */
async function receiveOne(cast: Cast, customer: DemoCustomer, weeksAgo: number): Promise<string> {
  const daysAgo = weeksAgo * 7 + (customer === 'norvik' ? 0.1 : 0.2);
  const { name, bytes } = demoRelease(customer, cast.today, weeksAgo, cast.language);
  const received = await receiveFile(cast.at(cast.sacha, daysAgo), { bytes, name, cameBy: 'folder' });
  const [interchange] = received.interchanges;
  await applyInterchange(cast.system(daysAgo), interchange!.interchange_id);
  const { release_id: release } = await cast
    .system(daysAgo)
    .transaction((tx) =>
      tx
        .selectFrom('planning.release')
        .select('release_id')
        .where('organization_id', '=', cast.organization)
        .where('interchange_id', '=', interchange!.interchange_id)
        .executeTakeFirstOrThrow(),
    );
  return release;
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

/** What release 4711 asks inside the frozen days is offered in two parts: most of it on its day, 80 two days later. */
async function offerToNorvik(cast: Cast): Promise<void> {
  const asked = (await openInterventions(cast)).filter((i) => i.customer === cast.customers.norvik);
  const first = lastDocument.frozenMonday(cast.today);
  for (const { id } of asked.slice(0, 1))
    must(
      await replyToIntervention(cast.at(cast.sacha, 0.02), id, {
        kind: 'offer',
        words: demoTexts.offer[cast.language],
        lines: [
          { on: first.toString(), quantity: (await askedBy(cast, id)) - 80 },
          { on: first.add({ days: 2 }).toString(), quantity: 80 },
        ],
      }),
    );
}

/** The whole quantity of the weeks that an intervention is about. */
async function askedBy(cast: Cast, intervention: string): Promise<number> {
  const { weeks } = await cast
    .system(0)
    .transaction((tx) =>
      tx
        .selectFrom('planning.release_line')
        .select('weeks')
        .where('organization_id', '=', cast.organization)
        .where('intervention_id', '=', intervention)
        .executeTakeFirstOrThrow(),
    );
  return (weeks as readonly JudgedWeek[])
    .filter(({ verdict }) => verdict?.kind === 'outside')
    .reduce((sum, { asked }) => sum + asked, 0);
}
