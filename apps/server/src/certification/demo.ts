import { type DemoCast, type DemoMember, type DemoStage, castDemo, must } from '../access/demo-cast.ts';
import type { Ground } from '../access/room.ts';
import { acknowledgeTransmission, markSeen } from '../core/acknowledge-transmission.ts';
import { beginProposal } from '../core/begin-proposal.ts';
import { type BlockContent, paragraph } from '../core/block.ts';
import { decide } from '../core/decide.ts';
import { answerRemark, giveVoice, openProposal, remark } from '../core/deliberate.ts';
import { grantBlock } from '../core/disclose.ts';
import { type DraftChange, editDraft, writeParameter } from '../core/edit-draft.ts';
import type { LedgerKeys } from '../core/ledger-key.ts';
import { type DraftBlock, draftBlocks } from '../core/proposal-store.ts';
import { prepareTransmissions, transmit } from '../core/transmit.ts';
import { newId } from '../platform/ids.ts';
import { beginCatalogue } from './begin-catalogue.ts';
import { wordsOf } from './catalogue-store.ts';
import { demoCatalogue, partlyAnswered, unanswered } from './demo-clauses.ts';
import { demoProcedures, demoWords } from './demo-procedures.ts';
import { confirmImport, previewImport } from './import-requirements.ts';
import { linkRequirement, writeProcedure } from './link-requirement.ts';

/**
 * Chimie Ostrelle, solvents, with half a year behind it: Tarvel's catalogue of 64 clauses, nine procedures that answer 51 of them whole
 * and 8 in part, PR-QUA-07 with two secrets of which one is granted to Tarvel and the other to Lumet, a transmission superseded and one
 * unacknowledged for twelve days, an operator's own rule adopted by all. Through the use cases, each at its own moment before now.
 */
export async function certificationDemo(
  parts: Ground,
  keys: LedgerKeys,
  stage: DemoStage,
): Promise<{ readonly organization: string; readonly slug: string }> {
  const cast = await castOf(parts, keys, stage);
  const catalogue = await takeInTheCatalogue(cast);
  const rules = await writeProcedures(cast, catalogue);
  const cleaning = rules.get('PR-QUA-07')!;
  const secrets = await nameTheSecrets(cast, cleaning);
  await handOver(cast, rules.get('PR-QUA-01')!, [cast.tarvel, cast.verran], 120);
  await grant(cast, cleaning, secrets.blend, cast.tarvel, 118);
  await grant(cast, cleaning, secrets.rinse, cast.lumet, 117);
  await handOver(cast, cleaning, [cast.tarvel, cast.lumet], 110);
  const labels = await labelHisWay(cast);
  await adoptTheLabels(cast, labels);
  await shortenTheRinsing(cast, cleaning, secrets.rinse);
  await leaveUnacknowledged(cast, cleaning, 12);
  await handOver(cast, cleaning, [cast.lumet], 12);
  await sharpen(cast, catalogue);
  await proposeToCloseAGap(cast, rules.get('PR-QUA-05')!, catalogue);
  await cast.ready();
  return { organization: cast.organization, slug: cast.slug };
}

type CustomerOfDemo = { readonly id: string; readonly auditor: DemoMember };
type Words = keyof typeof demoWords;
type Cast = DemoCast & {
  readonly parts: Ground;
  readonly keys: LedgerKeys;
  readonly camille: DemoMember;
  readonly ali: DemoMember;
  readonly tarvel: CustomerOfDemo;
  readonly verran: CustomerOfDemo;
  readonly lumet: CustomerOfDemo;
  readonly say: (words: Words) => string;
};

async function castOf(parts: Ground, keys: LedgerKeys, stage: DemoStage): Promise<Cast> {
  const cast = await castDemo(parts, stage, {
    name: 'Chimie Ostrelle',
    waysIn: ['certification'],
    founder: { name: 'Camille', roles: ['quality-manager', 'administrator'] },
  });
  await cast.numberFrom({ rule: 40, proposal: 80, intervention: 310 });
  const withAuditor = async (name: string, auditor: string, conflictClass?: string): Promise<CustomerOfDemo> => {
    const customer = await cast.addCustomer(name, conflictClass);
    return { id: customer.id, auditor: await cast.join(auditor, ['auditor', 'approver'], { customer }) };
  };
  const ali = await cast.join('Ali', ['technician']);
  return {
    ...cast,
    parts,
    keys,
    camille: cast.founder,
    ali,
    tarvel: await withAuditor('Tarvel Pharma', 'Dominique'),
    verran: await withAuditor('Verran Paints', 'Maxime', 'coatings'),
    lumet: await withAuditor('Lumet Coatings', 'Andrea', 'coatings'),
    say: (words) => demoWords[words][stage.language],
  };
}

const draftOf = (cast: Cast, proposal: string): Promise<DraftBlock[]> =>
  cast.system(0).transaction((tx) => draftBlocks(tx, cast.organization, proposal));

/** Puts a draft before everybody and has its owner decide it a day later. */
async function carryThrough(cast: Cast, owner: DemoMember, proposal: string, title: string, daysAgo: number) {
  await openFor(cast, owner, proposal, title, daysAgo);
  const signature = { credential: 'demo', meaning: title } as const;
  const wish = { outcome: 'adopted', reasons: cast.say('adopted'), signature } as const;
  must(await decide(cast.at(owner, daysAgo - 1), proposal, wish));
}

async function openFor(
  cast: Cast,
  author: DemoMember,
  proposal: string,
  title: string,
  daysAgo: number,
  pace?: string,
): Promise<void> {
  const none = cast.say('none');
  const effect = { hours: none, pace: pace ?? none, mobility: none, autonomy: none };
  const wish = { title, why: title, method: 'by-owner', term: null, effect } as const;
  must(await openProposal(cast.at(author, daysAgo), proposal, wish));
}

async function takeInTheCatalogue(cast: Cast): Promise<string> {
  const camille = cast.at(cast.camille, 178);
  const catalogue = must(
    await beginCatalogue(camille, {
      customer: cast.tarvel.id,
      name: cast.say('catalogue'),
      edition: '2026',
      language: cast.language,
      source: cast.say('contract'),
      replaces: null,
    }),
  );
  await importFile(cast, catalogue.id, demoCatalogue(cast.language, 'first'), 178);
  return catalogue.id;
}

async function importFile(cast: Cast, catalogue: string, file: Uint8Array, daysAgo: number): Promise<void> {
  const camille = cast.at(cast.camille, daysAgo);
  const { seal } = must(await previewImport(camille, catalogue, { bytes: file }));
  must(await confirmImport(camille, catalogue, { bytes: file }, seal));
}

/** The requirement in force by its clause. */
async function clausesOf(cast: Cast, catalogue: string): Promise<ReadonlyMap<string, string>> {
  const rows = await cast.system(0).transaction((tx) => wordsOf(tx, cast.organization, catalogue));
  return new Map(rows.map((row) => [row.clause, row.requirement_id]));
}

/** Nine procedures, each decided a week after the one before. @returns the rule by its label */
async function writeProcedures(cast: Cast, catalogue: string): Promise<ReadonlyMap<string, string>> {
  const requirement = await clausesOf(cast, catalogue);
  const rules = new Map<string, string>();
  for (const [place, { label, chapter, title, paragraphs }] of demoProcedures.entries()) {
    const daysAgo = 172 - place * 5;
    const camille = cast.at(cast.camille, daysAgo);
    const text = title[cast.language];
    const clausesOfParagraph = [[1, 2], [3, 4], [5, 6], [7]].map((numbers) =>
      numbers.map((number) => `${chapter}.${number}`).filter((clause) => !unanswered.has(clause)),
    );
    const begun = must(
      await writeProcedure(camille, {
        title: text,
        label,
        language: cast.language,
        requirements: [requirement.get(clausesOfParagraph[0]![0]!)!],
      }),
    );
    rules.set(label, begun.rule);
    const [heading, first] = await draftOf(cast, begun.proposal);
    const further = paragraphs.slice(1).map((words) => ({ id: newId(), content: paragraph(words[cast.language]) }));
    const changes: DraftChange[] = [
      write(heading!, { kind: 'heading', level: 1, runs: [{ text }] }),
      write(first!, paragraph(paragraphs[0]![cast.language])),
      ...further.map(({ id, content }, index) => insertAfter(further[index - 1]?.id ?? first!.id, id, content)),
    ];
    must(await editDraft(camille, begun.proposal, changes));
    for (const [index, block] of [first!.id, ...further.map(({ id }) => id)].entries()) {
      for (const clause of clausesOfParagraph[index]!) {
        const to = { rule: begun.rule, block, proposal: begun.proposal, partly: partlyAnswered.has(clause) };
        must(await linkRequirement(camille, requirement.get(clause)!, to));
      }
    }
    await carryThrough(cast, cast.camille, begun.proposal, text, daysAgo - 1);
    await reviewIn(cast, begun.rule, 1 + place);
  }
  return rules;
}

const reviewIn = (cast: Cast, rule: string, months: number): Promise<unknown> =>
  cast.at(cast.camille, 0).transaction((tx) =>
    tx
      .updateTable('core.rule')
      .set({ review_on: cast.today.add({ months }) })
      .where('organization_id', '=', cast.organization)
      .where('rule_id', '=', rule)
      .execute(),
  );

const write = (block: DraftBlock, content: BlockContent): DraftChange => ({
  kind: 'write',
  block: block.id,
  revision: block.revision,
  content,
});
const insertAfter = (after: string, block: string, content: BlockContent, secret = false): DraftChange => ({
  kind: 'insert',
  block,
  after,
  content,
  secret,
  from: null,
});

const change = async (cast: Cast, owner: DemoMember, rule: string, title: string, daysAgo: number) =>
  must(
    await beginProposal(cast.at(owner, daysAgo), {
      title,
      why: '',
      method: 'by-owner',
      on: { kind: 'rule', rule },
      interventions: [],
    }),
  ).proposal;

/** The blend and the rinsing time come into PR-QUA-07, as secrets; it is to be acknowledged within ten days. */
async function nameTheSecrets(cast: Cast, rule: string): Promise<{ readonly blend: string; readonly rinse: string }> {
  const title = demoProcedures.find((p) => p.label === 'PR-QUA-07')!.title[cast.language];
  const proposal = await change(cast, cast.camille, rule, title, 122);
  const draft = await draftOf(cast, proposal);
  const [blend, rinse] = [newId(), newId()];
  must(
    await editDraft(cast.at(cast.camille, 122), proposal, [
      insertAfter(draft[1]!.id, blend, paragraph(cast.say('blend')), true),
      insertAfter(blend, rinse, paragraph(cast.say('rinse')), true),
    ]),
  );
  must(await writeParameter(cast.at(cast.camille, 122), proposal, 'acknowledge-days', 10));
  await carryThrough(cast, cast.camille, proposal, title, 121);
  return { blend, rinse };
}

async function grant(cast: Cast, rule: string, block: string, customer: CustomerOfDemo, daysAgo: number) {
  must(
    await grantBlock(cast.at(cast.camille, daysAgo), {
      rule,
      block,
      customer: customer.id,
      agreement: cast.say('agreement'),
      until: cast.today.add({ months: 18 }),
      signature: { credential: 'demo', meaning: cast.say('granted') },
    }),
  );
}

/** @returns the transmissions, in the order of the customers */
async function send(cast: Cast, rule: string, to: readonly CustomerOfDemo[], daysAgo: number): Promise<string[]> {
  const camille = cast.at(cast.camille, daysAgo);
  const choices = to.map(({ id }) => ({ customer: id, withheld: [] }));
  const prepared = must(await prepareTransmissions(cast.parts.doors, cast.keys, camille, rule, choices));
  const signature = { credential: 'demo', meaning: cast.say('signed') } as const;
  const sent = must(
    await transmit(
      camille,
      rule,
      prepared.map(({ id }) => id),
      signature,
    ),
  );
  return sent.map(({ id }) => id);
}

/** Sent, opened a day later and acknowledged the day after. */
async function handOver(cast: Cast, rule: string, to: readonly CustomerOfDemo[], daysAgo: number): Promise<void> {
  const sent = await send(cast, rule, to, daysAgo);
  for (const [place, { auditor }] of to.entries()) {
    await markSeen(cast.at(auditor, daysAgo - 1), sent[place]!);
    must(await acknowledgeTransmission(cast.at(auditor, daysAgo - 2), sent[place]!));
  }
}

async function leaveUnacknowledged(cast: Cast, rule: string, daysAgo: number): Promise<void> {
  const [sent] = await send(cast, rule, [cast.tarvel], daysAgo);
  await markSeen(cast.at(cast.tarvel.auditor, daysAgo - 1), sent!);
}

/** Ali objects to the pace, is answered, and the rinsing gets shorter. */
async function shortenTheRinsing(cast: Cast, rule: string, rinse: string): Promise<void> {
  const title = cast.say('shorterTitle');
  const proposal = await change(cast, cast.camille, rule, title, 26);
  const block = (await draftOf(cast, proposal)).find(({ id }) => id === rinse)!;
  must(await editDraft(cast.at(cast.camille, 26), proposal, [write(block, paragraph(cast.say('shorter')))]));
  await openFor(cast, cast.camille, proposal, title, 25);
  const objection = { kind: 'objection', ground: 'pace', block: rinse, words: cast.say('objection') } as const;
  const raised = must(await remark(cast.at(cast.ali, 24), proposal, objection));
  must(await answerRemark(cast.at(cast.camille, 22), raised.remark, cast.say('objectionAnswer')));
  must(await giveVoice(cast.at(cast.ali, 21), proposal, 'consent'));
  const signature = { credential: 'demo', meaning: title } as const;
  const wish = { outcome: 'adopted', reasons: cast.say('objectionAnswer'), signature } as const;
  must(await decide(cast.at(cast.camille, 20), proposal, wish));
}

/** Tarvel sharpens clause 10.3: what answered it answers it in part, until somebody has looked. */
const sharpen = (cast: Cast, catalogue: string): Promise<void> =>
  importFile(cast, catalogue, demoCatalogue(cast.language, 'sharpened'), 9);

/** Ali's own rule on drum labels. */
async function labelHisWay(cast: Cast): Promise<string> {
  const title = cast.say('labelsTitle');
  const begun = must(
    await beginProposal(cast.at(cast.ali, 100), {
      title,
      why: cast.say('labels'),
      method: 'by-owner',
      on: {
        kind: 'new-rule',
        rule: {
          kind: 'procedure',
          regulation: 'autonomous',
          title,
          label: null,
          language: cast.language,
          customer: null,
          reviewOn: cast.today.add({ months: 4 }),
          blocks: [paragraph(cast.say('labels'))],
          parameters: {},
        },
      },
      interventions: [],
    }),
  );
  await carryThrough(cast, cast.ali, begun.proposal, title, 99);
  return begun.rule;
}

/** The whole shift makes Ali's rule its own. */
async function adoptTheLabels(cast: Cast, rule: string): Promise<void> {
  const title = cast.say('labelsTitle');
  const joint = must(
    await beginProposal(cast.at(cast.camille, 34), {
      title,
      why: cast.say('labelsWhy'),
      method: 'by-owner',
      on: { kind: 'rule', rule, regulation: 'joint' },
      interventions: [],
    }),
  );
  const [block] = await draftOf(cast, joint.proposal);
  const changes = [write(block!, paragraph(cast.say('labelsJoint')))];
  must(await editDraft(cast.at(cast.camille, 34), joint.proposal, changes));
  await openFor(cast, cast.camille, joint.proposal, title, 33);
  const signature = { credential: 'demo', meaning: title } as const;
  const wish = { outcome: 'adopted', reasons: cast.say('labelsWhy'), signature } as const;
  must(await decide(cast.at(cast.ali, 31), joint.proposal, wish));
}

/** One of the five gaps has a proposal, which is open. */
async function proposeToCloseAGap(cast: Cast, rule: string, catalogue: string): Promise<void> {
  const title = cast.say('openTitle');
  const proposal = await change(cast, cast.camille, rule, title, 5);
  const block = newId();
  const last = (await draftOf(cast, proposal)).at(-1)!;
  const camille = cast.at(cast.camille, 5);
  must(await editDraft(camille, proposal, [insertAfter(last.id, block, paragraph(cast.say('open')))]));
  const requirement = (await clausesOf(cast, catalogue)).get('8.5')!;
  must(await linkRequirement(camille, requirement, { rule, block, proposal, partly: false }));
  await openFor(cast, cast.camille, proposal, title, 4, cast.say('openPace'));
}
