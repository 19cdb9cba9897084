import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '../platform/ids.ts';
import { type House, type Someone, aHouse, testPassword } from '../testing/a-house.ts';

const effect = { hours: '+6 min per visit', pace: 'none', mobility: 'none', autonomy: 'he picks the moment' };
const signature = { meaning: 'I decide this in the name of Chimie Ostrelle', credential: { password: testPassword } };

describe('From a customer’s words to a rule in force', () => {
  let house: House;
  let owner: Someone;
  let colleague: Someone;
  let customer: Someone;
  before(async () => {
    house = await aHouse();
    owner = await house.addPerson('Noa', ['team-lead']);
    colleague = await house.addPerson('Alix', ['technician']);
    const verran = await house.addCustomer('Verran Paints');
    customer = await house.addPerson('Charlie', ['approver'], { customer: verran });
  });
  after(() => house.close());

  /** A new rule with one paragraph, decided at once. */
  const aRule = async (text: string): Promise<{ rule: string; label: string; block: string }> => {
    const begun = await owner.post('/proposals', {
      title: 'First text',
      on: {
        kind: 'new-rule',
        rule: {
          kind: 'service',
          regulation: 'control',
          title: 'Telling the customer',
          language: 'en',
          blocks: [paragraph(text)],
          parameters: { 'notice-hours': 24 },
        },
      },
    });
    assert.equal(begun.status, 201, JSON.stringify(begun.body));
    await decide(begun.body.proposal);
    const { blocks } = (await owner.get(`/rules/${begun.body.rule}`)).body;
    return { rule: begun.body.rule, label: begun.body.label, block: blocks[0].id };
  };
  const decide = async (proposal: string): Promise<void> => {
    const opened = await owner.post(`/proposals/${proposal}/open`, { title: 'A change', method: 'by-owner', effect });
    assert.equal(opened.status, 200, JSON.stringify(opened.body));
    const decided = await owner.post(`/proposals/${proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'Because it was asked.',
      ...signature,
    });
    assert.equal(decided.status, 201, JSON.stringify(decided.body));
  };
  const draftOf = async (proposal: string): Promise<{ id: string; revision: number }[]> =>
    (await owner.get(`/proposals/${proposal}`)).body.draft;

  test('a paragraph tells which customer’s words put it there, who decided and what it changed', async () => {
    const { rule, block } = await aRule('The technician calls the day before.');
    const said = await customer.post('/interventions', {
      channel: 'voice',
      words: 'He came at five and I had waited all day.',
      language: 'en',
    });
    assert.equal(said.status, 201, JSON.stringify(said.body));

    const begun = await owner.post('/proposals', {
      title: 'Call before coming',
      method: 'by-consent',
      on: { kind: 'rule', rule },
    });
    const { proposal } = begun.body;
    await owner.post(`/proposals/${proposal}/interventions`, { intervention: said.body.id, block });
    const [first] = await draftOf(proposal);
    const written = await owner.put(`/proposals/${proposal}/draft`, {
      changes: [
        {
          kind: 'write',
          block,
          revision: first!.revision,
          content: paragraph('The technician calls two hours before.'),
        },
      ],
    });
    assert.equal(written.status, 200, JSON.stringify(written.body));
    await owner.put(`/proposals/${proposal}/parameters/notice-hours`, { value: 2 });

    const term = Temporal.Now.instant().add({ milliseconds: 400 }).toString();
    assert.equal(
      (
        await owner.post(`/proposals/${proposal}/open`, {
          title: 'Call before coming',
          method: 'by-consent',
          term,
          effect,
        })
      ).status,
      200,
    );
    const objected = await colleague.post(`/proposals/${proposal}/remarks`, {
      kind: 'objection',
      ground: 'pace',
      block,
      words: 'The call is not in the visit time.',
    });
    assert.equal(objected.status, 201);

    const tooEarly = await owner.post(`/proposals/${proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'Asked by many.',
      ...signature,
    });
    assert.equal(tooEarly.body.code, 'objection-open');
    assert.equal(
      (await colleague.post(`/remarks/${objected.body.remark}/answers`, { words: 'Mine' })).body.code,
      'not-your-role',
    );
    assert.equal(
      (await owner.post(`/remarks/${objected.body.remark}/answers`, { words: 'Now it is: block 1.' })).status,
      201,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    const wrong = await owner.post(`/proposals/${proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'x',
      meaning: 'x',
      credential: { password: 'guess' },
    });
    assert.equal(wrong.body.code, 'wrong-credential');
    const decided = await owner.post(`/proposals/${proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'Asked by many.',
      ...signature,
    });
    assert.equal(decided.status, 201, JSON.stringify(decided.body));
    assert.equal(decided.body.version, 2);

    const lineage = await colleague.get(`/rules/${rule}/versions/2/blocks/${block}/lineage`);
    assert.equal(lineage.status, 200, JSON.stringify(lineage.body));
    const [newest, oldest] = lineage.body.changes;
    assert.equal(newest.version, 2);
    assert.equal(newest.origins[0].words, 'He came at five and I had waited all day.');
    assert.equal(newest.origins[0].customer, 'Verran Paints');
    assert.deepEqual(newest.objections, { raised: 1, answered: 1, withdrawn: 0 });
    assert.equal(newest.decision.decidedBy, 'Noa');
    assert.deepEqual(
      newest.words.filter((w: { how: string }) => w.how !== 'same').map((w: { text: string }) => w.text.trim()),
      ['the day', 'two hours'],
    );
    assert.equal(oldest.version, 1);
    const parameter = await colleague.get(`/rules/${rule}/versions/2/parameters/notice-hours/lineage`);
    assert.deepEqual(
      parameter.body.changes.map((c: { version: number }) => c.version),
      [2, 1],
    );

    const prov = (await colleague.get(`/rules/${rule}/versions/2/blocks/${block}/lineage.prov.json`)).body;
    const words = `house:interventions/${said.body.id}`;
    assert.equal(prov.entity[words]['prov:value'].$, 'He came at five and I had waited all day.');
    const speaker = relationOf(prov.wasAttributedTo, 'prov:entity', words, 'prov:agent');
    assert.equal(prov.agent[speaker]['prov:label'], 'Verran Paints');
    const asked = relationOf(prov.wasDerivedFrom, 'prov:usedEntity', words, 'prov:generatedEntity');
    const decision = relationOf(prov.used, 'prov:entity', asked, 'prov:activity');
    const text = relationOf(prov.wasGeneratedBy, 'prov:activity', decision, 'prov:entity');
    assert.equal(prov.entity[text]['prov:value'], 'The technician calls two hours before.');
    assertNamesResolve(prov);

    const heard = await customer.get(`/interventions/${said.body.id}`);
    assert.equal(heard.body.state, 'answered');
    assert.match(heard.body.answer.words, /R-\d+ v2\. Asked by many\./);
    assert.deepEqual(heard.body.outcomes, [], 'a customer learns the answer, not the debate');
    assert.equal((await colleague.get(`/interventions/${said.body.id}`)).body.outcomes[0].decision.version, 2);
  });

  test('a proposal whose base was overtaken says so, shows both texts, and is never merged in silence', async () => {
    const { rule, block } = await aRule('One.');
    const mine = (await owner.post('/proposals', { title: 'Mine', on: { kind: 'rule', rule } })).body.proposal;
    const theirs = (await owner.post('/proposals', { title: 'Theirs', on: { kind: 'rule', rule } })).body.proposal;
    await owner.put(`/proposals/${mine}/draft`, {
      changes: [{ kind: 'write', block, revision: 1, content: paragraph('One, mine.') }],
    });
    await owner.put(`/proposals/${theirs}/draft`, {
      changes: [
        { kind: 'write', block, revision: 1, content: paragraph('One, theirs.') },
        { kind: 'insert', block: newId(), after: block, content: paragraph('Two.') },
        { kind: 'insert', block: newId(), after: null, content: paragraph('Zero.') },
      ],
    });
    await decide(theirs);

    const page = (await owner.get(`/proposals/${mine}`)).body;
    assert.equal(page.overtaken, true);
    assert.equal(page.concerned, 1);
    await owner.post(`/proposals/${mine}/open`, { title: 'Mine', method: 'by-owner', effect });
    const refused = await owner.post(`/proposals/${mine}/decide`, { outcome: 'adopted', reasons: 'r', ...signature });
    assert.equal(refused.body.code, 'base-overtaken');
    const asked = await owner.post(`/proposals/${mine}/rebase`, {});
    assert.equal(asked.status, 409);
    assert.equal(asked.body.extra.clashes[0].theirs.content.runs[0].text, 'One, theirs.');
    assert.equal((await owner.post(`/proposals/${mine}/rebase`, { choices: { [block]: 'mine' } })).status, 200);
    const texts = (await owner.get(`/proposals/${mine}`)).body.draft.map(
      (b: { content: { runs: { text: string }[] } }) => b.content.runs[0]!.text,
    );
    assert.deepEqual(texts, ['Zero.', 'One, mine.', 'Two.']);
  });

  test('two people on one draft never lose a word: the second sees both texts', async () => {
    const { rule, block } = await aRule('Start.');
    const { proposal } = (await owner.post('/proposals', { title: 'Together', on: { kind: 'rule', rule } })).body;
    const change = (text: string): object => ({
      changes: [{ kind: 'write', block, revision: 1, content: paragraph(text) }],
    });
    assert.equal((await owner.put(`/proposals/${proposal}/draft`, change('From Noa.'))).status, 200);
    const second = await colleague.put(`/proposals/${proposal}/draft`, change('From Alix.'));
    assert.equal(second.status, 409);
    assert.equal(second.body.extra.theirs.content.runs[0].text, 'From Noa.');
    assert.equal(second.body.title, 'Noa changed this block while you were writing.');
  });

  test('a block that was split goes on with the history of the one it came from', async () => {
    const { rule, block } = await aRule('First half. Second half.');
    const { proposal } = (await owner.post('/proposals', { title: 'Split', on: { kind: 'rule', rule } })).body;
    const half = newId();
    await owner.put(`/proposals/${proposal}/draft`, {
      changes: [
        { kind: 'write', block, revision: 1, content: paragraph('First half.') },
        { kind: 'insert', block: half, after: block, content: paragraph('Second half.'), from: block },
      ],
    });
    await decide(proposal);
    const lineage = await owner.get(`/rules/${rule}/versions/2/blocks/${half}/lineage`);
    assert.deepEqual(
      lineage.body.changes.map((c: { version: number }) => c.version),
      [2, 1],
    );
  });

  test('what is decided cannot be edited or deleted, by the program or with its database roles', async () => {
    const { rule } = await aRule('Fixed.');
    const [{ proposal }] = (await owner.get(`/rules/${rule}/versions`)).body.rows;
    assert.equal(
      (await owner.put(`/proposals/${proposal.id}/parameters/notice-hours`, { value: 5 })).body.code,
      'proposal-closed',
    );
    const { doors } = house.server.parts;
    for (const table of [
      'core.decision',
      'core.rule_version',
      'core.block_version',
      'core.ledger_entry',
      'core.remark',
    ] as const) {
      for (const side of ['organization', 'system'] as const) {
        const caller = {
          side,
          organization: house.organization,
          membership: owner.membership,
          roles: ['administrator'],
        } as const;
        await assert.rejects(
          doors.transaction(caller, (tx) => tx.deleteFrom(table).execute()),
          { code: '42501' },
          `${side} ${table}`,
        );
      }
    }
  });

  test('search finds rules and words by what the caller may see, as he types', async () => {
    await aRule('Drums are rinsed with cyclohexane.');
    assert.equal((await colleague.get('/search?q=cyclohex')).body.found[0].kind, 'rule');
    assert.deepEqual((await customer.get('/search?q=cyclohex')).body.found, []);
  });

  test('what is sent again under its id, at once or later, is said and proposed once', async () => {
    const saying = { id: newId(), channel: 'voice', words: 'Ring once only.', language: 'en' };
    const said = await Promise.all([1, 2, 3].map(() => customer.post('/interventions', saying)));
    assert.deepEqual(
      said.map(({ status, body }) => [status, body.id]),
      said.map(() => [201, saying.id]),
    );
    const { rows } = (await owner.get('/interventions?limit=200')).body;
    assert.equal(rows.filter((row: { words: string }) => row.words === saying.words).length, 1);
    const other = await customer.post('/interventions', { ...saying, words: 'Ring twice.' });
    assert.equal(other.body.code, 'sent-before-with-other-content');
    const stranger = await house.addPerson('Dana', ['approver'], { customer: await house.addCustomer('Lumet') });
    const taken = await stranger.post('/interventions', saying);
    assert.equal(taken.body.code, 'sent-before-with-other-content');

    const { rule } = await aRule('Rings are counted.');
    const wish = { id: newId(), title: 'Count the rings', on: { kind: 'rule', rule } };
    const begun = await Promise.all([1, 2, 3].map(() => owner.post('/proposals', wish)));
    for (const { status, body } of begun) assert.deepEqual([status, body], [201, begun[0]!.body]);
    const again = await owner.post('/proposals', { ...wish, title: 'Something else' });
    assert.equal(again.body.code, 'sent-before-with-other-content');
  });

  test('what waits for me is listed with its term', async () => {
    await customer.post('/interventions', { channel: 'voice', words: 'Please ring twice.', language: 'en' });
    const { lines } = (await owner.get('/waiting')).body;
    assert.ok(
      lines.some(
        (line: { act: string; words: { text: string } | null }) =>
          line.act === 'answer' && line.words?.text === 'Please ring twice.',
      ),
    );
    const answered = (await owner.get('/interventions?state=open&channel=voice')).body.rows[0];
    assert.equal(
      (await owner.post(`/interventions/${answered.id}/answer`, { outcome: 'refused', words: 'The bell is broken.' }))
        .status,
      200,
    );
    assert.equal(
      (await owner.post(`/interventions/${answered.id}/answer`, { outcome: 'refused', words: 'Again.' })).body.code,
      'already-answered',
    );
  });

  test('changes of another person arrive without asking', async () => {
    const live = await fetch(`${house.server.url}/api/organizations/${house.slug}/live`, {
      headers: { cookie: colleague.cookie },
    });
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
    await customer.post('/interventions', { channel: 'voice', words: 'Live.', language: 'en' });
    let heard = '';
    while (!heard.includes('"intervention"')) heard += (await reader.read()).value ?? assert.fail('the stream ended');
    assert.ok(!heard.includes('Live.'), 'ids only');
    await reader.cancel();
  });

  test('when changes may have been missed the stream ends, and the next one hears again', async () => {
    const open = async () => {
      const live = await fetch(`${house.server.url}/api/organizations/${house.slug}/live`, {
        headers: { cookie: colleague.cookie },
      });
      return live.body!.pipeThrough(new TextDecoderStream()).getReader();
    };
    const first = await open();
    await first.read();
    const { rowCount } = await house.database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen coprod_live' and datname = current_database()`,
    );
    assert.equal(rowCount, 1);
    while (!(await first.read()).done);
    const second = await open();
    let heard = '';
    // It listens again within seconds; words said before that are what the client asks for when it opens a stream anew.
    const saying = setInterval(
      () => void customer.post('/interventions', { channel: 'voice', words: 'Live again.', language: 'en' }),
      500,
    );
    while (!heard.includes('"intervention"')) heard += (await second.read()).value ?? assert.fail('the stream ended');
    clearInterval(saying);
    await second.cancel();
  });
});

const paragraph = (text: string): object => ({ kind: 'paragraph', runs: [{ text }] });

type Relations = Record<string, Record<string, string>>;

/** What stands in the role `other` where `name` stands in the role `role`. */
const relationOf = (relations: Relations, role: string, name: string, other: string): string =>
  Object.values(relations).find((relation) => relation[role] === name)?.[other] ??
  assert.fail(`nothing has ${name} as ${role}`);

/** Every relation of a PROV document speaks of elements that stand in it. */
function assertNamesResolve(prov: Record<string, Relations>): void {
  const { prefix: _prefix, entity, activity, agent, ...relations } = prov;
  const known = new Set(Object.keys({ ...entity, ...activity, ...agent }));
  const named = Object.values(relations)
    .flatMap((instances) => Object.values(instances))
    .flatMap(({ 'prov:time': _time, 'prov:type': _type, ...names }) => Object.values(names));
  assert.ok(named.length > 0);
  assert.deepEqual(
    [...new Set(named)].filter((name) => !known.has(name)),
    [],
  );
}
