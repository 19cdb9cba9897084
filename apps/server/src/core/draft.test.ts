import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '../platform/ids.ts';
import { type House, type Someone, aHouse } from '../testing/a-house.ts';
import { paragraph } from './block.ts';

describe('The draft of a proposal, as its editor works on it', () => {
  let house: House;
  let owner: Someone;
  let colleague: Someone;
  let proposal: string;
  before(async () => {
    house = await aHouse();
    owner = await house.addPerson('Noa', ['team-lead']);
    colleague = await house.addPerson('Alix', ['technician']);
  });
  after(() => house.close());

  const begin = async (...texts: string[]): Promise<string[]> => {
    const rule = {
      kind: 'service',
      regulation: 'joint',
      title: 'Visits',
      language: 'en',
      blocks: texts.map(paragraph),
    };
    const begun = await owner.post('/proposals', { title: 'Visits', on: { kind: 'new-rule', rule } });
    proposal = begun.body.proposal;
    return (await read()).blocks.map((b: { id: string }) => b.id);
  };
  const read = async (who = owner) => (await who.get(`/proposals/${proposal}/draft`)).body;
  const texts = async (): Promise<string[]> =>
    (await read()).blocks.map((b: { content: { runs: { text: string }[] } }) => b.content.runs[0]!.text);
  const change = (who: Someone, ...changes: object[]) => who.put(`/proposals/${proposal}/draft`, { changes });

  test('each block tells its revision and who wrote it last', async () => {
    const [first] = await begin('One.', 'Two.');
    await change(colleague, { kind: 'write', block: first, revision: 1, content: paragraph('Uno.') });
    const { blocks, rule, may } = await read();
    assert.deepEqual(
      blocks.map((b: { revision: number; changedBy: { name: string } }) => [b.revision, b.changedBy.name]),
      [
        [2, 'Alix'],
        [1, 'Noa'],
      ],
    );
    assert.equal(rule.title, 'Visits');
    assert.deepEqual(may, { write: true, secrecy: true });
    assert.deepEqual((await read(colleague)).may, { write: true, secrecy: false });
  });

  test('several changes of one block in one go count from the revision that was read', async () => {
    const [first, second] = await begin('One.', 'Two.');
    const done = await change(
      owner,
      { kind: 'move', block: first, after: second },
      { kind: 'write', block: first, revision: 1, content: paragraph('Uno.') },
      { kind: 'secrecy', block: first, revision: 1, secret: true },
    );
    assert.equal(done.status, 200);
    assert.equal(done.body.revisions[first!], 4);
    assert.deepEqual(await texts(), ['Two.', 'Uno.']);
  });

  test('a removed block comes back where it is put, when its remover thinks better of it', async () => {
    const [first, second] = await begin('One.', 'Two.');
    await change(owner, { kind: 'remove', block: first, revision: 1 });
    const back = { kind: 'insert', block: first, after: second, content: paragraph('One again.') };
    assert.equal((await change(owner, back)).status, 200);
    assert.equal((await change(owner, back)).status, 200, 'sent twice, it has one effect');
    assert.deepEqual(await texts(), ['Two.', 'One again.']);
  });

  test('an insertion sent again with other words is told what stands there, so that no word is lost', async () => {
    const [first] = await begin('One.');
    const block = newId();
    await change(owner, { kind: 'insert', block, after: first, content: paragraph('New.') });
    const again = await change(owner, { kind: 'insert', block, after: first, content: paragraph('New, and more.') });
    assert.equal(again.body.code, 'block-changed-meanwhile');
    assert.equal(again.body.extra.theirs.content.runs[0].text, 'New.');
  });

  test('what follows a block keeps its place when somebody removes that block meanwhile', async () => {
    const [, second] = await begin('One.', 'Two.', 'Three.');
    await change(colleague, { kind: 'remove', block: second, revision: 1 });
    await change(owner, { kind: 'insert', block: newId(), after: second, content: paragraph('After two.') });
    assert.deepEqual(await texts(), ['One.', 'After two.', 'Three.']);
  });

  test('the owner of the rule and the quality manager say what is secret, nobody else; others open nothing', async () => {
    const [first] = await begin('The rinse takes 40 minutes.');
    const secret = { kind: 'secrecy', block: first, revision: 1, secret: true };
    assert.equal((await change(colleague, secret)).body.code, 'secrecy-not-yours');
    assert.equal((await change(house.founder, secret)).status, 200, 'Camille is quality manager');

    // Cutting a secret block in two keeps both halves secret; it is no way to open one.
    const half = { kind: 'insert', block: newId(), after: first, content: paragraph('40 minutes.'), from: first };
    assert.equal((await change(colleague, half)).body.code, 'secrecy-not-yours');
    assert.equal((await change(colleague, { ...half, secret: true })).status, 200);
  });

  test('who has the draft open is seen by those who write beside him, until he closes it', async () => {
    const [first] = await begin('One.');
    const come = async (who: Someone, block: string | null) =>
      (await who.put(`/proposals/${proposal}/presence`, { block })).body.rows;
    assert.deepEqual(await come(owner, null), []);
    assert.deepEqual(await come(colleague, first!), [{ membership: owner.membership, name: 'Noa', block: null }]);
    assert.deepEqual(await come(owner, null), [{ membership: colleague.membership, name: 'Alix', block: first }]);
    assert.equal((await colleague.call('DELETE', `/proposals/${proposal}/presence`)).status, 200);
    assert.deepEqual(await come(owner, null), []);
  });

  test('the text of a proposal goes out as Markdown before it is decided, and Markdown comes in as blocks', async () => {
    await begin('One.');
    const out = await owner.get(`/proposals/${proposal}/text.md`);
    assert.equal(out.bytes.toString(), '# Visits\n\nOne.\n');
    const read = await owner.post('/markdown', Buffer.from('## Rinsing\n\nTwice.\n'));
    assert.deepEqual(
      read.body.blocks.map((b: { kind: string }) => b.kind),
      ['heading', 'paragraph'],
    );
  });
});
