import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type House, type Someone, aHouse, testPassword } from '../testing/a-house.ts';

type Line = { act: string; subject: { kind: string; id: string }; reason: string; due: string | null };
type Done = { act: string; undo: { kind: string; id: string } | null };

describe('For me', () => {
  let house: House;
  let noa: Someone;
  let alix: Someone;
  let charlie: Someone;
  before(async () => {
    house = await aHouse();
    noa = await house.addPerson('Noa', ['team-lead']);
    alix = await house.addPerson('Alix', ['team-lead']);
    charlie = await house.addPerson('Charlie', ['approver'], { customer: await house.addCustomer('Verran Paints') });
  });
  after(() => house.close());

  const linesOf = async (who: Someone): Promise<Line[]> => (await who.get('/waiting')).body.lines;
  const inDays = (days: number): string => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();
  const said = async (words: string): Promise<string> =>
    (await charlie.post('/interventions', { channel: 'voice', words, language: 'en' })).body.id;

  test('a line put off leaves my list until its day, stands under later, and comes back at once when I say so', async () => {
    const subject = { kind: 'intervention', id: await said('Please ring twice.') };
    const answer = { act: 'answer', subject };
    const has = (lines: readonly Line[]): boolean => lines.some((line) => line.subject.id === subject.id);
    assert.ok(has(await linesOf(noa)));

    assert.equal((await noa.put('/waiting/later', { ...answer, until: inDays(3) })).status, 200);
    const { lines, later } = (await noa.get('/waiting')).body;
    assert.ok(!has(lines));
    assert.deepEqual(
      later.map((each: { line: Line; until: string }) => [each.line.subject.id, each.until]),
      [[subject.id, inDays(3)]],
    );
    assert.ok(has(await linesOf(alix)), 'it still waits for the others');

    assert.equal((await noa.put('/waiting/later', { ...answer, until: null })).status, 200);
    assert.ok(has(await linesOf(noa)));
  });

  test('what a colleague is asked to answer waits for him alone, and he may answer it whatever his role', async () => {
    const sam = await house.addPerson('Sam', ['member']);
    const id = await said('Who has my keys?');
    const waitsFor = async (who: Someone): Promise<boolean> =>
      (await linesOf(who)).some((line) => line.subject.id === id);
    const answer = { outcome: 'answered', words: 'We do.' };
    assert.equal((await sam.post(`/interventions/${id}/answer`, answer)).status, 403);
    assert.equal((await sam.put(`/interventions/${id}/assignee`, { assignee: sam.membership })).status, 403);
    assert.equal(
      (await noa.put(`/interventions/${id}/assignee`, { assignee: charlie.membership })).status,
      404,
      'a customer is no colleague',
    );
    assert.equal((await noa.put(`/interventions/${id}/assignee`, { assignee: sam.membership })).status, 200);
    assert.deepEqual([await waitsFor(sam), await waitsFor(noa)], [true, false]);
    assert.equal((await charlie.get(`/interventions/${id}`)).body.assignee, null, 'a customer is not told whom we ask');
    await noa.put(`/interventions/${id}/assignee`, { assignee: null });
    assert.deepEqual([await waitsFor(sam), await waitsFor(noa)], [false, true]);
    await noa.put(`/interventions/${id}/assignee`, { assignee: sam.membership });
    assert.equal((await sam.post(`/interventions/${id}/answer`, answer)).status, 200);
    assert.equal((await noa.put(`/interventions/${id}/assignee`, { assignee: null })).body.code, 'already-answered');
  });

  test('later needs a day: neither today nor a day that is over will do', async () => {
    const answer = { act: 'answer', subject: { kind: 'intervention', id: await said('Close the gate.') } };
    for (const until of [inDays(0), inDays(-2), inDays(500)]) {
      const refused = await noa.put('/waiting/later', { ...answer, until });
      assert.equal(refused.body.code, 'later-needs-a-day', until);
    }
    assert.equal((await noa.put('/waiting/later', answer)).status, 422);
  });

  test('what is past its term stands on the list, whatever was put off', async () => {
    const id = await said('Where is my answer?');
    const { rowCount } = await house.database.owner.query(
      'update core.intervention set due_at = now() - interval $$1 day$$ where intervention_id = $1',
      [id],
    );
    assert.equal(rowCount, 1);
    await noa.put('/waiting/later', { act: 'answer', subject: { kind: 'intervention', id }, until: inDays(3) });
    assert.ok((await linesOf(noa)).some((line) => line.subject.id === id));
  });

  test('a new version waits to be read by those who work by the last one; done today it can be taken back', async () => {
    const begun = await noa.post('/proposals', {
      title: 'First text',
      on: {
        kind: 'new-rule',
        rule: {
          kind: 'service',
          regulation: 'control',
          title: 'Before a visit',
          language: 'en',
          blocks: [{ kind: 'paragraph', runs: [{ text: 'Call.' }] }],
          parameters: {},
        },
      },
    });
    const { rule } = begun.body;
    await decide(begun.body.proposal);
    const toRead = async (): Promise<Line | undefined> => (await linesOf(alix)).find((line) => line.act === 'read');
    assert.equal((await alix.post(`/rules/${rule}/use`, { kind: 'in-use' })).status, 200);
    assert.equal(await toRead(), undefined, 'who says that he works by it has read it');

    const changed = (await noa.post('/proposals', { title: 'Second text', on: { kind: 'rule', rule } })).body.proposal;
    const [block] = (await noa.get(`/proposals/${changed}`)).body.draft;
    await noa.put(`/proposals/${changed}/draft`, {
      changes: [
        {
          kind: 'write',
          block: block.id,
          revision: block.revision,
          content: { kind: 'paragraph', runs: [{ text: 'Call twice.' }] },
        },
      ],
    });
    await decide(changed);
    assert.equal((await toRead())?.reason, '1');
    assert.equal(
      (await linesOf(noa)).find((line) => line.act === 'read'),
      undefined,
      'its owner need not be told',
    );

    await alix.post(`/rules/${rule}/use`, { kind: 'read' });
    assert.equal(await toRead(), undefined);
    const done = async (who: Someone, act: string): Promise<Done | undefined> =>
      (await who.get('/done')).body.lines.find((line: Done) => line.act === act);
    assert.deepEqual((await done(alix, 'read'))?.undo, { kind: 'reading', id: rule });
    assert.equal((await noa.call('DELETE', `/rules/${rule}/use/read`)).status, 404, 'only one’s own');
    assert.equal((await alix.call('DELETE', `/rules/${rule}/use/read`)).status, 200);
    assert.equal((await toRead())?.reason, '1');
    assert.equal(await done(alix, 'read'), undefined);
    assert.equal((await done(noa, 'decided'))?.undo, null, 'what was signed stands');
  });

  const decide = async (proposal: string): Promise<void> => {
    const effect = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };
    await noa.post(`/proposals/${proposal}/open`, { title: 'A change', method: 'by-owner', effect });
    const decided = await noa.post(`/proposals/${proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'Asked.',
      meaning: 'I decide',
      credential: { password: testPassword },
    });
    assert.equal(decided.status, 201, JSON.stringify(decided.body));
  };
});
