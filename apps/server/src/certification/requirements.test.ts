import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type House, type Someone, aHouse, testPassword } from '../testing/a-house.ts';

const effect = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };

describe('A requirement becomes a procedure', () => {
  let house: House;
  let camille: Someone;
  let tarvel: Someone;
  let rival: Someone;
  let customer: string;
  let catalogue: string;
  before(async () => {
    house = await aHouse();
    camille = house.founder;
    customer = await house.addCustomer('Tarvel Pharma');
    tarvel = await house.addPerson('Auditor', ['auditor'], { customer });
    rival = await house.addPerson('Rival', ['auditor'], { customer: await house.addCustomer('Lumet Coatings') });
    const made = await camille.post('/catalogues', {
      customer,
      name: 'Supplier standard',
      edition: '4',
      language: 'en',
      source: 'Contract 2026-11',
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    catalogue = made.body.id;
  });
  after(() => house.close());

  const importFile = async (text: string) => {
    const file = Buffer.from(text);
    const preview = await camille.call('POST', `/catalogues/${catalogue}/import/preview`, file);
    assert.equal(preview.status, 200, JSON.stringify(preview.body));
    const confirm = () => camille.call('POST', `/catalogues/${catalogue}/import?seal=${preview.body.seal}`, file);
    return { rows: preview.body.rows, confirm };
  };
  const requirements = async (query = '') =>
    (await camille.get(`/requirements?catalogue=${catalogue}${query}`)).body.rows;

  test('the preview says the fate of each row, and writes nothing', async () => {
    const { rows, confirm } = await importFile(
      'clause;text\n4.10;Drums are labelled.\n4.2;Drums are rinsed twice.\n;No clause\n4.2;Again\n5;\n',
    );
    assert.deepEqual(
      rows.map((r: { fate: string; reason: string }) => [r.fate, r.reason]),
      [
        ['new', null],
        ['new', null],
        ['refused', 'no-clause'],
        ['refused', 'twice'],
        ['refused', 'no-text'],
      ],
    );
    assert.equal((await requirements()).length, 0);
    const { id, ...done } = (await confirm()).body;
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.deepEqual(done, { received: 2, changed: 0, carried: 0 });
    assert.equal((await confirm()).body.code, 'changed-since-preview');
  });

  test('clauses stand in the order of their tree', async () => {
    assert.deepEqual(
      (await requirements()).map((r: { clause: string }) => r.clause),
      ['4.2', '4.10'],
    );
  });

  test('the same file again changes nothing; changed words are a new intervention in the customer’s words', async () => {
    const same = await importFile('clause,text\n4.2,Drums are rinsed twice.\n');
    assert.equal(same.rows[0].fate, 'same');
    assert.deepEqual((await same.confirm()).body, { id: null, received: 0, changed: 0, carried: 0 });
    const changed = await importFile('clause,text\n4.2,Drums are rinsed three times.\n');
    assert.equal(changed.rows[0].before, 'Drums are rinsed twice.');
    assert.equal((await changed.confirm()).body.changed, 1);
    const { rows } = (await tarvel.get('/interventions')).body;
    assert.equal(rows[0].words, 'Drums are rinsed three times.');
    assert.equal((await requirements()).length, 2);
  });

  test('a requirement without a block in force is a gap, until the procedure written from it is decided', async () => {
    assert.equal((await requirements('&state=gap')).length, 2);
    const wanted = (await requirements())[0];
    const begun = await camille.post('/procedures', {
      title: 'Drum cleaning',
      label: 'PR-QUA-07',
      language: 'en',
      requirements: [wanted.id],
    });
    assert.equal(begun.status, 201, JSON.stringify(begun.body));
    assert.equal((await requirements('&state=gap')).length, 2, 'a draft covers nothing');
    const { proposal, rule } = begun.body;
    const draft = (await camille.get(`/proposals/${proposal}`)).body.draft;
    const block = draft[1];
    await camille.put(`/proposals/${proposal}/draft`, {
      changes: [
        {
          kind: 'write',
          block: block.id,
          revision: block.revision,
          content: { kind: 'paragraph', runs: [{ text: 'We rinse three times.' }] },
        },
      ],
    });
    await camille.post(`/proposals/${proposal}/open`, { title: 'Drum cleaning', method: 'by-owner', effect });
    const decided = await camille.post(`/proposals/${proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'Asked for.',
      meaning: 'I decide',
      credential: { password: testPassword },
    });
    assert.equal(decided.status, 201, JSON.stringify(decided.body));
    assert.equal((await requirements('&state=covered'))[0].id, wanted.id);
    const lineage = (await camille.get(`/rules/${rule}/versions/1/blocks/${block.id}/lineage`)).body;
    assert.equal(lineage.changes[0].origins[0].words, 'Drums are rinsed three times.');
    assert.equal(lineage.changes[0].origins[0].precise, true);
    const { totals } = (await camille.get('/coverage')).body.rows[0];
    assert.deepEqual(totals, { covered: 1, partial: 0, gap: 1, 'not-applicable': 0 });
    const markdown = await camille.get(`/rules/${rule}/text.md`);
    assert.match(String(markdown.body), /We rinse three times\./);
  });

  test('a block that answers in part leaves the clause partial; one that does not apply says because', async () => {
    const gap = (await requirements('&state=gap'))[0];
    const { rows } = (await camille.get('/rules?kind=procedure')).body;
    const { blocks } = (await camille.get(`/rules/${rows[0].id}`)).body;
    const link = await camille.put(`/requirements/${gap.id}/blocks/${blocks[1].id}`, {
      rule: rows[0].id,
      partly: true,
    });
    assert.equal(link.status, 200, JSON.stringify(link.body));
    assert.equal((await requirements('&state=partial'))[0].id, gap.id);
    await camille.put(`/requirements/${gap.id}`, { notApplicableBecause: 'No drums of this kind.' });
    assert.equal((await requirements('&state=not-applicable')).length, 1);
  });

  test('a customer reads his own clauses, not how they are judged; another customer reads none', async () => {
    const { rows } = (await tarvel.get('/requirements')).body;
    assert.equal(rows.length, 2);
    assert.equal(rows[0].state, null);
    assert.ok(rows.every((r: { notApplicableBecause: string | null }) => r.notApplicableBecause === null));
    assert.equal((await rival.get('/requirements')).body.rows.length, 0);
    assert.equal((await rival.get(`/requirements/${rows[0].id}`)).status, 404);
    assert.equal((await rival.get(`/catalogues/${catalogue}/requirements.csv`)).status, 404);
    const own = { customer, name: 'Mine', edition: '1', language: 'en' };
    assert.equal((await tarvel.post('/catalogues', own)).status, 404);
  });

  test('a cell that a spreadsheet would run leaves as text', async () => {
    await camille.post(`/catalogues/${catalogue}/requirements`, { clause: '9', words: '=HYPERLINK("http://x")' });
    const csv = String((await camille.get(`/catalogues/${catalogue}/requirements.csv`)).body);
    assert.ok(csv.includes(`'=HYPERLINK`), csv);
  });
});
