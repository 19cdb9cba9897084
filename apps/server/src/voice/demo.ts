import { type DemoCast, type DemoMember, type DemoStage, castDemo, must } from '../access/demo-cast.ts';
import type { Ground } from '../access/room.ts';
import { beginProposal } from '../core/begin-proposal.ts';
import type { BlockContent } from '../core/block.ts';
import { decide } from '../core/decide.ts';
import { answerRemark, giveVoice, openProposal, remark } from '../core/deliberate.ts';
import { editDraft, writeParameter } from '../core/edit-draft.ts';
import { draftBlocks } from '../core/proposal-store.ts';
import { reportUse } from '../core/use-report.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';
import { answerCited } from './answer-cited.ts';
import { captureExpectation } from './capture-expectation.ts';
import { contestAnswer } from './contest-answer.ts';
import { demoAlone, demoHouseholds, demoTeams, demoTechnicians, demoTexts, demoThemes } from './demo-words.ts';
import { listExpectations } from './expectation-store.ts';
import { joinToTheme, makeTheme } from './gather.ts';
import { hearTheSame } from './hear-the-same.ts';
import { proposeFromTheme } from './propose-from-theme.ts';
import { markSeen } from './said-store.ts';
import { withdrawWords } from './withdraw-words.ts';

/**
 * Réseau Hautval, lines and repairs, with half a year behind it: 22 teams, 140 expectations, 9 themes, R-31 v4 that came of one of
 * them after two objections were answered, a proposal with one objection open, words that were withdrawn. All through the use cases,
 * each at its own moment before `now`; nothing is sent.
 * @returns organization and slug; the people sign in by stepping into them (demo)
 */
export async function voiceDemo(
  parts: Ground,
  stage: DemoStage,
): Promise<{ readonly organization: string; readonly slug: string }> {
  const cast = await castOf(parts, stage);
  await decideThePeersRule(cast);
  const rule = await writeTheRule(cast);
  const themes = await gatherExpectations(cast);
  await changeTheRule(cast, rule, themes[0]!);
  await reportItsUse(cast, rule);
  await proposeTwoKeys(cast, themes[1]!);
  await cast.ready();
  return { organization: cast.organization, slug: cast.slug };
}

type Text = Readonly<Record<Language, string>>;
type Cast = DemoCast & {
  readonly parts: Ground;
  readonly noa: DemoMember;
  readonly technicians: readonly DemoMember[];
  readonly customers: readonly { readonly id: string; readonly site: string }[];
  /** The text in the language of the demo. */
  readonly say: (text: Text) => string;
};

async function castOf(parts: Ground, stage: DemoStage): Promise<Cast> {
  const { language } = stage;
  const teams = demoTeams.map((name) => ({ id: newId(), name }));
  const cast = await castDemo(parts, stage, {
    name: 'Réseau Hautval',
    waysIn: ['voice'],
    founder: { name: 'Noa', roles: ['team-lead', 'administrator'] },
    team: teams[0]!,
  });
  await cast.numberFrom({ rule: 30, proposal: 113, intervention: 170 });
  const others = teams.slice(1).map(({ id, name }) => ({ organization_id: cast.organization, team_id: id, name }));
  await cast.system(0).transaction((tx) => tx.insertInto('access.team').values(others).execute());
  const clinic = await cast.addCustomer('Clinique des Tilleuls');
  const town = await cast.addCustomer('Mairie de Roqueval');
  const technicians: DemoMember[] = [];
  for (const [place, name] of ['Alix', 'Sam', ...demoTechnicians].entries()) {
    // Alix and Sam are of one team: peers can be seen.
    technicians.push(await cast.join(name, ['technician'], { team: teams[place < 2 ? 0 : place - 1]!.id }));
  }
  await cast.join('Charlie', ['approver'], { customer: clinic });
  await cast.join('Dany', ['approver'], { customer: town });
  return {
    ...cast,
    parts,
    noa: cast.founder,
    technicians,
    customers: [
      { id: clinic.id, site: language === 'fr' ? 'Bâtiment principal' : 'Main building' },
      { id: town.id, site: language === 'fr' ? 'Hôtel de ville' : 'Town hall' },
    ],
    say: (text) => text[language],
  };
}

const paragraphOf = (...runs: readonly (string | { readonly parameter: string })[]): BlockContent => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});

/** Opens a proposal and decides it a day later, as its owner does where nobody objects. */
async function carryThrough(cast: Cast, proposal: string, title: string, daysAgo: number): Promise<string> {
  const { noa, at } = cast;
  await openFor(cast, proposal, title, { daysAgo, method: 'by-owner', term: null });
  const signature = { credential: 'demo', meaning: title } as const;
  const decided = must(await decide(at(noa, daysAgo - 1), proposal, { outcome: 'adopted', reasons: title, signature }));
  return decided.rule;
}

const openFor = async (
  { at, noa, say }: Cast,
  proposal: string,
  title: string,
  how: { readonly daysAgo: number; readonly method: 'by-owner' | 'by-consent'; readonly term: Temporal.Instant | null },
) => {
  const { hours, pace, mobility, autonomy } = demoTexts.effect;
  const effect = { hours: say(hours), pace: say(pace), mobility: say(mobility), autonomy: say(autonomy) };
  must(
    await openProposal(at(noa, how.daysAgo), proposal, {
      title,
      why: title,
      method: how.method,
      term: how.term,
      effect,
    }),
  );
};

const serviceRule = (
  cast: Cast,
  label: string,
  title: string,
  blocks: readonly BlockContent[],
  parameters: Record<string, number>,
) => ({
  kind: 'new-rule' as const,
  rule: {
    kind: 'service' as const,
    regulation: 'joint' as const,
    title,
    label,
    language: cast.language,
    customer: null,
    reviewOn: cast.moment(-150).toZonedDateTimeISO('Europe/Paris').toPlainDate(),
    blocks,
    parameters,
  },
});

async function decideThePeersRule(cast: Cast): Promise<void> {
  const { say, at, noa } = cast;
  const { title, text } = demoTexts.peers;
  const blocks = [paragraphOf(say(text[0]), { parameter: 'peers-days' }, say(text[1]))];
  const begun = must(
    await beginProposal(at(noa, 181), {
      title: say(title),
      why: '',
      method: 'by-owner',
      on: serviceRule(cast, 'R-40', say(title), blocks, { 'peers-days': 3 }),
      interventions: [],
    }),
  );
  await carryThrough(cast, begun.proposal, say(title), 180);
}

/** R-31 up to v3: the day before, delays told, a message when nobody answers. */
async function writeTheRule(cast: Cast): Promise<string> {
  const { say, at, noa } = cast;
  const text = demoTexts.rule;
  const heading: BlockContent = { kind: 'heading', level: 2, runs: [{ text: say(text.heading) }] };
  const begun = must(
    await beginProposal(at(noa, 172), {
      title: say(text.title),
      why: '',
      method: 'by-owner',
      on: serviceRule(cast, 'R-31', say(text.title), [heading, paragraphOf(say(text.first))], { 'answer-days': 60 }),
      interventions: [],
    }),
  );
  const rule = await carryThrough(cast, begun.proposal, say(text.title), 170);
  const steps = [
    {
      daysAgo: 120,
      title: text.delays,
      content: paragraphOf(say(text.delay[0]), { parameter: 'delay-minutes' }, say(text.delay[1])),
      delay: 30,
    },
    { daysAgo: 66, title: text.message, content: paragraphOf(say(text.slot)), delay: null },
  ];
  for (const step of steps) {
    const access = at(noa, step.daysAgo + 1);
    const change = must(
      await beginProposal(access, {
        title: say(step.title),
        why: '',
        method: 'by-owner',
        on: { kind: 'rule', rule },
        interventions: [],
      }),
    );
    if (step.delay !== null) must(await writeParameter(access, change.proposal, 'delay-minutes', step.delay));
    const blocks = await access.transaction((tx) => draftBlocks(tx, cast.organization, change.proposal));
    const after = blocks.at(-1)!.id;
    const insert = { kind: 'insert', block: newId(), after, content: step.content, secret: false, from: null } as const;
    must(await editDraft(access, change.proposal, [insert]));
    await carryThrough(cast, change.proposal, say(step.title), step.daysAgo);
  }
  return rule;
}

/** 121 expectations in 9 themes, 19 that stand alone; some have just come and are still the peers’. */
async function gatherExpectations(cast: Cast): Promise<string[]> {
  const { say, at, technicians, customers } = cast;
  let said = 0;
  const capture = async (words: Text, who: number, daysAgo: number): Promise<string> => {
    said += 1;
    const by = technicians[said % technicians.length]!;
    const customer = who < customers.length ? customers[who]! : null;
    const household = demoHouseholds[(who - customers.length + demoHouseholds.length) % demoHouseholds.length]!;
    const consent = said % 11 === 0 ? 'none' : said % 3 === 0 ? 'without-name' : 'by-name';
    const id = newId();
    const access = at(by, daysAgo);
    must(
      await captureExpectation(access, id, {
        customer: customer?.id ?? null,
        label: customer === null ? household : '',
        site: customer?.site ?? '',
        words: say(words),
        language: cast.language,
        consent,
        contact: { mail: customer === null && said % 2 === 0 ? `client${said}@example.org` : null, phone: null },
        view: said % 9 === 0 ? say(demoTexts.view) : null,
        happenedAt: cast.moment(daysAgo + 0.1),
      }),
    );
    return id;
  };
  const themes: string[] = [];
  for (const [place, theme] of demoThemes.entries()) {
    const ids: string[] = [];
    for (let time = 0; time < theme.times; time += 1) {
      // Of the first theme 27 customers in 31: the last four are said again by the first.
      const who = place === 0 ? time % 27 : place * 5 + time;
      ids.push(
        await capture(theme.words[time % theme.words.length]!, who, 165 - place * 8 - time * (place === 1 ? 4 : 3)),
      );
    }
    const made = await joinAll(cast, say(theme.title), ids, place === 1 ? 6 : 64);
    themes.push(made);
    const shown = await at(technicians[0]!, 5).transaction((tx) =>
      listExpectations(tx, cast.organization, { theme: made, limit: 1 }),
    );
    for (const technician of technicians.slice(0, 3)) {
      must(await hearTheSame(at(technician, 5), shown.rows[0]!.expectation_id, true));
    }
  }
  for (let time = 0; time < 19; time += 1) await capture(demoAlone[time % demoAlone.length]!, 2 + time, 20 - time);
  return themes;
}

/** Each technician joins what he brought: nobody sees the others’ before it stands in a theme. */
async function joinAll(cast: Cast, title: string, ids: readonly string[], daysAgo: number): Promise<string> {
  const { technicians, at, organization } = cast;
  let theme: string | undefined;
  for (const technician of technicians) {
    const access = at(technician, daysAgo);
    const own = await access.transaction((tx) =>
      tx
        .selectFrom('voice.capture')
        .select('expectation_id')
        .where('organization_id', '=', organization)
        .where('expectation_id', 'in', [...ids])
        .execute(),
    );
    const expectations = own.map((row) => row.expectation_id);
    if (expectations.length === 0) continue;
    if (theme === undefined) theme = must(await makeTheme(access, { title, expectations })).theme;
    else must(await joinToTheme(access, theme, expectations));
  }
  return theme!;
}

/** P-118: two objections, both answered, decided by consent; everybody who was cited has his answer; one withdraws his words. */
async function changeTheRule(cast: Cast, rule: string, theme: string): Promise<void> {
  const { say, at, noa, technicians, organization, parts } = cast;
  const text = demoTexts.rule;
  const title = say(text.callBefore);
  const begun = must(
    await proposeFromTheme(at(noa, 63), theme, { title, method: 'by-consent', on: { kind: 'rule', rule } }),
  );
  const access = at(noa, 63);
  must(await writeParameter(access, begun.proposal, 'notice-hours', 2));
  const blocks = await access.transaction((tx) => draftBlocks(tx, organization, begun.proposal));
  const called = blocks[1]!;
  const content = paragraphOf(say(text.call[0]), { parameter: 'notice-hours' }, say(text.call[1]));
  must(
    await editDraft(access, begun.proposal, [{ kind: 'write', block: called.id, revision: called.revision, content }]),
  );
  await openFor(cast, begun.proposal, title, { daysAgo: 62, method: 'by-consent', term: cast.moment(57) });
  const { pace, paceAnswer, hours, hoursAnswer } = demoTexts.objections;
  for (const [by, ground, words, answer, daysAgo] of [
    [technicians[3]!, 'pace', pace, paceAnswer, 61],
    [technicians[7]!, 'hours', hours, hoursAnswer, 60],
  ] as const) {
    const raised = must(
      await remark(at(by, daysAgo), begun.proposal, { kind: 'objection', ground, block: called.id, words: say(words) }),
    );
    must(await answerRemark(at(noa, daysAgo - 1), raised.remark, say(answer)));
  }
  for (const technician of technicians.slice(8, 16))
    must(await giveVoice(at(technician, 58), begun.proposal, 'consent'));
  const signature = { credential: 'demo', meaning: title } as const;
  const decided = must(
    await decide(at(noa, 56.9), begun.proposal, { outcome: 'adopted', reasons: say(text.reasons), signature }),
  );
  await answerCited(cast.system(56.8), decided.decision, parts.publicUrl);

  const answers = await cast
    .system(0)
    .transaction((tx) =>
      tx
        .selectFrom('voice.answer')
        .select(['answer_id', 'expectation_id', 'customer_id'])
        .where('organization_id', '=', organization)
        .orderBy('answer_id')
        .execute(),
    );
  const households = answers.filter((answer) => answer.customer_id === null);
  for (const [place, answer] of answers.slice(0, 19).entries()) {
    await cast.system(0).transaction((tx) => markSeen(tx, organization, answer.answer_id, cast.moment(50 - place)));
  }
  const contesting = cast.system(30);
  must(
    await contesting.transaction((tx) =>
      contestAnswer(tx, contesting, households[3]!.answer_id, say(demoTexts.contested)),
    ),
  );
  must(await withdrawWords(cast.system(20), households[5]!.expectation_id, { askedBy: 'customer', reason: '' }));
}

/** R-31 v4: in use in 18 of 22 teams, two apply it differently and say why. */
async function reportItsUse({ technicians, at, say }: Cast, rule: string): Promise<void> {
  const oneOfEach = technicians.filter(
    (one, place) => technicians.findIndex((other) => other.team === one.team) === place,
  );
  for (const [place, technician] of oneOfEach.slice(0, 18).entries()) {
    must(await reportUse(at(technician, 45 - place), rule, { kind: 'in-use' }));
  }
  for (const [place, technician] of oneOfEach.slice(18, 20).entries()) {
    const because = say(demoTexts.differently[place]!);
    must(await reportUse(at(technician, 25 - place), rule, { kind: 'differently', because, block: null }));
  }
}

/** P-126, with one objection open. */
async function proposeTwoKeys(cast: Cast, theme: string): Promise<void> {
  const { say, at, noa, technicians } = cast;
  const { title, text, objection } = demoTexts.keys;
  await cast.numberFrom({ proposal: 125 });
  const on = { kind: 'new-rule', title: say(title), text: say(text) } as const;
  const begun = must(await proposeFromTheme(at(noa, 4), theme, { title: say(title), method: 'by-consent', on }));
  await openFor(cast, begun.proposal, say(title), { daysAgo: 3, method: 'by-consent', term: cast.moment(-4) });
  must(
    await remark(at(technicians[4]!, 2), begun.proposal, {
      kind: 'objection',
      ground: 'other',
      block: null,
      words: say(objection),
    }),
  );
  for (const technician of technicians.slice(9, 13))
    must(await giveVoice(at(technician, 1), begun.proposal, 'consent'));
}
