import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type House, type Someone, aHouse, testPassword } from '../testing/a-house.ts';

const effect = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };

describe('Editions, coverage, and what waits for the quality manager', () => {
  let house: House;
  let camille: Someone;
  let tarvel: Someone;
  let rival: Someone;
  let customer: string;
  let fourth: string;
  let fifth: string;
  before(async () => {
    house = await aHouse();
    camille = await house.addPerson('Camille', ['quality-manager']);
    customer = await house.addCustomer('Tarvel Pharma');
    tarvel = await house.addPerson('Auditor', ['auditor'], { customer });
    rival = await house.addPerson('Rival', ['auditor'], { customer: await house.addCustomer('Lumet Coatings') });
    fourth = await begin('4', null);
    await take(fourth, 'clause,text\n4.1,Drums are rinsed twice.\n4.2,Labels are kept.\n4.3,Records for ten years.\n');
  });
  after(() => house.close());

  const begin = async (edition: string, replaces: string | null): Promise<string> => {
    const made = await camille.post('/catalogues', {
      customer,
      name: 'Supplier standard',
      edition,
      language: 'en',
      replaces,
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body.id;
  };
  const preview = (catalogue: string, text: string, query = '') =>
    camille.call('POST', `/catalogues/${catalogue}/import/preview${query}`, Buffer.from(text));
  const take = async (catalogue: string, text: string) => {
    const { body } = await preview(catalogue, text);
    const done = await camille.call('POST', `/catalogues/${catalogue}/import?seal=${body.seal}`, Buffer.from(text));
    assert.equal(done.status, 201, JSON.stringify(done.body));
    return { fates: body.rows.map((r: { fate: string }) => r.fate), done: done.body };
  };
  const clauses = async (who: Someone, query = '') => (await who.get(`/requirements${query}`)).body.rows;
  const gapLines = async (who: Someone) =>
    (await who.get('/waiting')).body.lines.filter((line: { act: string }) => line.act === 'cover');

  /** A procedure in force whose one paragraph answers the clause. */
  const answer = async (requirement: string) => {
    const begun = (
      await camille.post('/procedures', { title: 'Drum cleaning', language: 'en', requirements: [requirement] })
    ).body;
    const block = (await camille.get(`/proposals/${begun.proposal}`)).body.draft[1];
    const content = { kind: 'paragraph', runs: [{ text: 'We rinse twice.' }] };
    await camille.put(`/proposals/${begun.proposal}/draft`, {
      changes: [{ kind: 'write', block: block.id, revision: block.revision, content }],
    });
    await camille.post(`/proposals/${begun.proposal}/open`, { title: 'Drum cleaning', method: 'by-owner', effect });
    const decided = await camille.post(`/proposals/${begun.proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'Asked for.',
      meaning: 'I decide',
      credential: { password: testPassword },
    });
    assert.equal(decided.status, 201, JSON.stringify(decided.body));
    return { rule: begun.rule as string, block: block.id as string };
  };

  test('gaps wait for the quality manager as one line a catalogue, and for nobody else', async () => {
    const [line, ...more] = await gapLines(camille);
    assert.equal(more.length, 0);
    assert.equal(line.count, 3);
    assert.deepEqual(line.subject, { kind: 'catalogue', id: fourth });
    assert.equal(line.label, 'Tarvel Pharma');
    const ali = await house.addPerson('Ali', ['member', 'planner']);
    assert.equal((await gapLines(ali)).length, 0);
    assert.equal((await gapLines(tarvel)).length, 0);
  });

  test('the line counts down as clauses are answered or judged, and ends with the last gap', async () => {
    const rows = await clauses(camille);
    await answer(rows[0].id);
    assert.equal((await gapLines(camille))[0].count, 2);
    const judged = await camille.put('/requirements', {
      requirements: [rows[1].id, rows[2].id],
      notApplicableBecause: 'No drums of this kind.',
      owner: camille.membership,
    });
    assert.equal(judged.status, 200, JSON.stringify(judged.body));
    assert.equal((await gapLines(camille)).length, 0);
    assert.deepEqual(
      (await clauses(camille, `?owner=${camille.membership}`)).map((r: { clause: string }) => r.clause),
      ['4.2', '4.3'],
    );
    const { totals } = (await camille.get(`/catalogues/${fourth}`)).body;
    assert.deepEqual(totals, { covered: 1, partial: 0, gap: 0, 'not-applicable': 2 });
  });

  test('several are judged together or not at all, and only a colleague can own one', async () => {
    const rows = await clauses(camille);
    const unknown = '01890000-0000-7000-8000-000000000000';
    const half = await camille.put('/requirements', {
      requirements: [rows[1].id, unknown],
      notApplicableBecause: null,
    });
    assert.equal(half.status, 404);
    assert.equal((await clauses(camille))[1].state, 'not-applicable');
    const outside = await camille.put('/requirements', { requirements: [rows[1].id], owner: tarvel.membership });
    assert.equal(outside.status, 404);
    assert.equal((await tarvel.put('/requirements', { requirements: [rows[1].id], owner: null })).status, 404);
  });

  test('a new edition holds once it has a clause; words that stay take their blocks and judgement along', async () => {
    fifth = await begin('5', fourth);
    assert.equal((await clauses(camille)).length, 3, 'an empty edition takes nothing away');
    const { fates, done } = await take(
      fifth,
      'clause,text\n4.1,Drums are rinsed three times.\n4.2,Labels are kept.\n4.4,Spills are told at once.\n',
    );
    assert.deepEqual(fates, ['changed', 'carried', 'new']);
    assert.deepEqual({ ...done, id: null }, { id: null, received: 1, changed: 1, carried: 1 });
    const rows = await clauses(camille);
    assert.deepEqual(
      rows.map((r: { clause: string; state: string }) => [r.clause, r.state]),
      [
        ['4.1', 'partial'],
        ['4.2', 'not-applicable'],
        ['4.4', 'gap'],
      ],
      'changed words are answered in part until somebody has looked',
    );
    assert.equal((await clauses(camille, `?catalogue=${fourth}`)).length, 3, 'the earlier edition stays readable');
    const [first] = rows;
    const { before: was } = (await camille.get(`/requirements/${first.id}`)).body;
    assert.equal(was.edition, '4');
    assert.deepEqual(
      was.words.filter((w: { how: string }) => w.how !== 'same').map((w: { text: string }) => w.text),
      ['twice', 'three times'],
    );
  });

  test('two editions are compared clause by clause, and what is gone is told', async () => {
    const { rows, same } = (await camille.get(`/catalogues/${fifth}/difference`)).body;
    assert.equal(same, 1);
    assert.deepEqual(
      rows.map((r: { clause: string; how: string }) => [r.clause, r.how]),
      [
        ['4.1', 'changed'],
        ['4.4', 'new'],
        ['4.3', 'gone'],
      ],
    );
    assert.equal((await camille.get(`/catalogues/${fourth}/difference`)).status, 404, 'it replaces none');
    assert.equal((await rival.get(`/catalogues/${fifth}/difference`)).status, 404);
  });

  test('an edition is replaced once, and by its own customer’s', async () => {
    const again = { customer, name: 'Supplier standard', edition: '5b', language: 'en', replaces: fourth };
    assert.equal((await camille.post('/catalogues', again)).body.code, 'replaced-already');
    const other = await house.addCustomer('Verran Paints');
    assert.equal((await camille.post('/catalogues', { ...again, customer: other, replaces: fifth })).status, 404);
  });

  test('the grid has a row for each clause and a column for each customer whose edition holds', async () => {
    const { customers, rows } = (await camille.get('/coverage/grid')).body;
    assert.deepEqual(
      customers.map((c: { name: string }) => c.name),
      ['Tarvel Pharma'],
    );
    assert.deepEqual(
      rows.map((r: { clause: string; cells: { state: string }[] }) => [r.clause, r.cells[0]!.state]),
      [
        ['4.1', 'partial'],
        ['4.2', 'not-applicable'],
        ['4.4', 'gap'],
      ],
    );
    assert.equal((await tarvel.get('/coverage/grid')).status, 404);
  });

  test('words and clause numbers are found', async () => {
    const found = async (find: string) =>
      (await clauses(camille, `?find=${encodeURIComponent(find)}`)).map((r: { clause: string }) => r.clause);
    assert.deepEqual(await found('SPILLS'), ['4.4']);
    assert.deepEqual(await found('4.'), ['4.1', '4.2', '4.4']);
    assert.deepEqual(await found('100%_'), []);
  });

  test('a table with names of its own is read by the columns that a person chose', async () => {
    const text = 'Chapter;Wording of the buyer\n9.1;Tell us at once.\n';
    const guessed = (await preview(fifth, text)).body;
    assert.deepEqual(guessed.head, ['Chapter', 'Wording of the buyer']);
    assert.equal(guessed.named, false);
    assert.equal(guessed.rows.length, 2, 'nothing tells that the first line is none');
    const chosen = (await preview(fifth, text, '?clause=0&words=1')).body;
    assert.deepEqual(
      chosen.rows.map((r: { clause: string; words: string }) => [r.clause, r.words]),
      [['9.1', 'Tell us at once.']],
    );
    const swapped = (await preview(fifth, text, '?clause=1&words=0&named=no')).body;
    assert.deepEqual([swapped.rows[0].clause, swapped.rows.length], ['Wording of the buyer', 2]);
  });

  test('an import is taken back as a whole: its clauses stand no more, those that they replaced stand again', async () => {
    const { done } = await take(fifth, 'clause,text\n4.2,Labels are kept for three years.\n7.1,A row by mistake.\n');
    assert.deepEqual((await clauses(camille)).at(-1).clause, '7.1');
    const back = (importId: string, who = camille) => who.post(`/catalogues/${fifth}/imports/${importId}/take-back`);
    assert.equal((await back(done.id, tarvel)).status, 404);
    assert.equal((await back(done.id)).status, 200);
    const rows = await clauses(camille);
    assert.deepEqual(
      rows.map((r: { clause: string; words: string }) => [r.clause, r.words]),
      [
        ['4.1', 'Drums are rinsed three times.'],
        ['4.2', 'Labels are kept.'],
        ['4.4', 'Spills are told at once.'],
      ],
    );
    assert.equal(rows[1].state, 'not-applicable', 'its judgement never left it');
    assert.equal((await camille.get('/search?q=mistake')).body.found.length, 0);
    assert.equal((await back(done.id)).status, 404, 'once');
    const { imports } = (await camille.get(`/catalogues/${fifth}`)).body;
    assert.equal(imports.length, 2);
    assert.ok(imports[0].takenBackAt !== null && imports[1].takenBackAt === null);
    assert.deepEqual((await tarvel.get(`/catalogues/${fifth}`)).body.imports, []);
    const again = await take(fifth, 'clause,text\n7.1,Now on purpose.\n');
    const [seventh] = await clauses(camille, '?clause=7.1');
    await camille.post('/procedures', { title: 'On purpose', language: 'en', requirements: [seventh.id] });
    const refused = await back(again.done.id);
    assert.equal(refused.body.code, 'import-built-on');
    assert.match(refused.body.title, /7\.1/);
  });

  test('the customer reads which document in his hands answers a clause, and no other customer’s', async () => {
    const [first] = await clauses(tarvel);
    assert.equal(first.documents, 0);
    assert.equal(first.blocks, null);
    const { answers } = (await camille.get(`/requirements/${first.id}`)).body;
    const rule = answers[0].rule.id;
    const made = await camille.post(`/rules/${rule}/transmissions/prepare`, {
      customers: [{ customer, withheld: [] }],
    });
    assert.equal(made.status, 200, JSON.stringify(made.body));
    const sent = await camille.post(`/rules/${rule}/transmissions`, {
      prepared: [made.body.prepared[0].id],
      meaning: 'approved for transmission',
      credential: { password: testPassword },
    });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    const again = (await clauses(tarvel))[0];
    assert.equal(again.documents, 1);
    const own = (await tarvel.get(`/requirements/${first.id}`)).body;
    assert.equal(own.received[0].title, 'Drum cleaning');
    assert.deepEqual(own.answers, [], 'blocks of the house are not his to browse');
    assert.equal((await rival.get(`/requirements/${first.id}`)).status, 404);
  });
});
