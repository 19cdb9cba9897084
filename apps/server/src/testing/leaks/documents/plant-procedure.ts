import { newId } from '../../../platform/ids.ts';
import { type Customer, type Ground, adopt, decide, done, open, picture, signed } from './ground.ts';
import { type Readers, customerA, customerB, either, nobody, staff } from './readers.ts';

/** The words of the two secret blocks that were granted crosswise. */
export type Crosswise = { readonly grantedToA: readonly string[]; readonly grantedToB: readonly string[] };

/**
 * A procedure that was asked for, argued about, decided twice and handed over twice to two rivals: one secret block granted to A
 * alone, one to B alone, one to nobody, an open one held back from B.
 */
export async function plantProcedure(ground: Ground): Promise<Crosswise> {
  const { plant, camille, technician, a, b } = ground;
  const everyone = either(staff, customerA, customerB);
  const asked = await Promise.all([a, b].map((customer) => ask(ground, customer)));
  const begun = await done(
    camille.post('/proposals', {
      title: 'A procedure',
      on: {
        kind: 'new-rule',
        rule: {
          kind: 'procedure',
          regulation: 'control',
          title: plant('title of a procedure', everyone),
          label: 'PR-1',
          language: 'en',
          parameters: { 'acknowledge-days': 7 },
        },
      },
    }),
  );
  const text = (what: string, readers: Readers) => ({ kind: 'paragraph', runs: [{ text: plant(what, readers) }] });
  const pictureOf = async (what: string, readers: Readers) => {
    const bytes = picture(plant(`bytes of ${what}`, readers), plant(`comment in ${what}`, nobody));
    const name = plant(`name of the file of ${what}`, nobody);
    const { id } = await done(camille.call('POST', `/files?name=${name}.png`, bytes));
    return { kind: 'picture', file: id, alternative: plant(`words for ${what}`, readers) };
  };
  const first: Written[] = [
    { content: text('an open block', everyone), secret: false },
    { content: text('a secret granted to A', either(staff, customerA)), secret: true, grantTo: a },
    { content: text('a secret granted to B', either(staff, customerB)), secret: true, grantTo: b },
    { content: text('a secret granted to nobody', staff), secret: true },
    { content: text('an open block held back from B', either(staff, customerA)), secret: false },
    { content: await pictureOf('an open picture', everyone), secret: false },
    { content: await pictureOf('a picture granted to A', either(staff, customerA)), secret: true, grantTo: a },
    { content: await pictureOf('a picture granted to nobody', staff), secret: true },
  ];
  const blocks = first.map((block) => ({ ...block, id: newId() }));
  const [empty] = (await done(camille.get(`/proposals/${begun.proposal}`))).draft;
  await done(
    camille.put(`/proposals/${begun.proposal}/draft`, {
      changes: blocks.map(({ id, content, secret }, n) => ({
        kind: 'insert',
        block: id,
        after: blocks[n - 1]?.id ?? empty.id,
        content,
        secret,
      })),
    }),
  );
  for (const intervention of asked)
    await done(camille.post(`/proposals/${begun.proposal}/interventions`, { intervention, block: blocks[0]!.id }));
  await adopt(camille, begun.proposal, plant('reasons told to who asked', everyone), {
    title: plant('title of a proposal', staff),
    why: plant('why of a proposal', staff),
  });
  for (const { id, grantTo } of blocks)
    if (grantTo !== undefined)
      await done(
        camille.post('/disclosures', {
          rule: begun.rule,
          block: id,
          customer: grantTo.id,
          agreement: plant('agreement of a grant', either(staff, grantTo.readers)),
          ...signed,
        }),
      );
  const send = async (): Promise<{ id: string; customer: string }[]> => {
    const { prepared } = await done(
      camille.post(`/rules/${begun.rule}/transmissions/prepare`, {
        customers: [a, b].map(({ id }) => ({ customer: id, withheld: id === b.id ? [blocks[4]!.id] : [] })),
      }),
    );
    const ids = prepared.map((p: { id: string }) => p.id);
    return (await done(camille.post(`/rules/${begun.rule}/transmissions`, { prepared: ids, ...signed }))).sent;
  };
  for (const { id, customer } of await send())
    await done([a, b].find((one) => one.id === customer)!.actor.post(`/transmissions/${id}/acknowledge`));

  // The next version changes both secrets and the block that is held back, and is argued about.
  const next = await done(camille.post('/proposals', { title: 'Next', on: { kind: 'rule', rule: begun.rule } }));
  const changed = [
    text('the next words of the secret granted to A', either(staff, customerA)),
    text('the next words of the secret granted to B', either(staff, customerB)),
    text('the next words of the secret granted to nobody', staff),
    text('the next words of the block held back from B', either(staff, customerA)),
  ];
  const { draft } = await done(camille.get(`/proposals/${next.proposal}`));
  await done(
    camille.put(`/proposals/${next.proposal}/draft`, {
      changes: changed.map((content, n) => {
        const { id } = blocks[n + 1]!;
        const { revision } = draft.find((block: { id: string }) => block.id === id);
        return { kind: 'write', block: id, revision, content };
      }),
    }),
  );
  await open(camille, next.proposal, { hours: plant('effect on hours', staff) });
  await argue(ground, next.proposal);
  await decide(camille, next.proposal, plant('reasons of the next decision', staff));
  await done(
    technician.post(`/rules/${begun.rule}/use`, { kind: 'differently', because: plant('applied differently', staff) }),
  );
  for (const { id, customer } of await send()) {
    const one = [a, b].find((c) => c.id === customer)!;
    const words = plant('a question about a hole', either(staff, one.readers));
    await done(one.actor.post(`/transmissions/${id}/ask`, { words, language: 'en' }));
  }
  // And one that is still written on.
  const other = await done(camille.post('/proposals', { title: 'Open', on: { kind: 'rule', rule: begun.rule } }));
  await done(
    camille.put(`/proposals/${other.proposal}/draft`, {
      changes: [{ kind: 'insert', block: newId(), after: null, content: text('a draft', staff), secret: false }],
    }),
  );
  const wordsOf = (content: object): string => /zqleak[a-j]{6}/.exec(JSON.stringify(content))![0];
  return {
    grantedToA: [wordsOf(blocks[1]!.content), wordsOf(changed[0]!)],
    grantedToB: [wordsOf(blocks[2]!.content), wordsOf(changed[1]!)],
  };
}

type Written = { readonly content: object; readonly secret: boolean; readonly grantTo?: Customer };

/** Words of a customer, and the answer to them. */
async function ask({ plant, camille }: Ground, { actor, readers }: Customer): Promise<string> {
  const say = (what: string) =>
    done(
      actor.post('/interventions', {
        channel: 'certification',
        words: plant(what, either(staff, readers)),
        language: 'en',
      }),
    );
  const refused = await say('words that were refused');
  const words = plant('answer to an intervention', either(staff, readers));
  await done(camille.post(`/interventions/${refused.id}/answer`, { outcome: 'refused', words }));
  return (await say('words of a customer')).id;
}

async function argue({ plant, camille, technician, lead }: Ground, proposal: string): Promise<void> {
  await done(
    technician.post(`/proposals/${proposal}/remarks`, { kind: 'argument', words: plant('an argument', staff) }),
  );
  const { remark } = await done(
    lead.post(`/proposals/${proposal}/remarks`, {
      kind: 'objection',
      ground: 'hours',
      words: plant('an objection', staff),
    }),
  );
  await done(camille.post(`/remarks/${remark}/answers`, { words: plant('answer to an objection', staff) }));
}
