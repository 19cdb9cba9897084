import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { Refused } from '../../../problem.ts';
import type { DraftBlock } from './block.ts';
import { type DraftChange, type KeptBlock, applyChanges } from './draft-changes.ts';
import { type Unsent, openDraftKeeper } from './draft-keeper.ts';

const text = (id: string, words: string): DraftBlock => ({
  id,
  content: { kind: 'paragraph', runs: [{ text: words }] },
  secret: false,
  from: null,
});
const wordsOf = (blocks: readonly DraftBlock[]): string[] =>
  blocks.map(({ content }) =>
    content.kind === 'paragraph' ? content.runs.map((run) => ('text' in run ? run.text : '')).join('') : '',
  );

const runs = process.env['COPROD_LONG'] === '1' ? 5000 : 1000;

const refusal = (code: string, status: number): Refused => new Refused({ title: code, status, code, whatToDo: '' });

/** A server that keeps one draft as the real one does, and a network that can be cut before or after a request arrives. */
function aServer(...words: string[]) {
  let blocks: KeptBlock[] = words.map((one, place) => ({ ...text(`b${place}`, one), revision: 1 }));
  return {
    network: 'up' as 'up' | 'down' | 'answers are lost',
    get words() {
      return wordsOf(blocks);
    },
    read() {
      if (this.network === 'down') throw refusal('unreachable', 0);
      return { blocks };
    },
    send(changes: readonly DraftChange[]) {
      if (this.network === 'down') throw refusal('unreachable', 0);
      for (const change of changes) {
        const held = blocks.find(({ id }) => id === change.block);
        if ('revision' in change && held?.revision !== change.revision) throw refusal('block-changed-meanwhile', 409);
        if (change.kind === 'insert' && held !== undefined) throw refusal('block-changed-meanwhile', 409);
      }
      blocks = applyChanges(blocks, changes);
      if (this.network === 'answers are lost') throw refusal('unreachable', 0);
      return Object.fromEntries(blocks.map(({ id, revision }) => [id, revision]));
    },
  };
}

function aWriter(server: ReturnType<typeof aServer>, left: readonly Unsent[] = [], rest = 5) {
  let unsent: Unsent | null = null;
  let shown: readonly DraftBlock[] = [];
  const keeper = openDraftKeeper(
    {
      read: async () => server.read(),
      send: async (changes) => server.send(changes),
      remember: (what) => (unsent = structuredClone(what)),
      remembered: () => left,
    },
    { rest, longest: rest * 4, pause: rest * 3 },
  );
  keeper.onText((blocks) => (shown = blocks));
  return {
    keeper,
    unsent: () => unsent,
    blocks: () => shown,
    words: () => wordsOf(shown),
    write(...blocks: DraftBlock[]) {
      shown = blocks;
      keeper.write(blocks);
    },
  };
}

describe('Keeping a draft while it is written', () => {
  test('what is written is kept by itself, shortly after the last key', async () => {
    const server = aServer('One.');
    const noa = aWriter(server);
    await noa.keeper.read();
    noa.write(text('b0', 'O'));
    noa.write(text('b0', 'Ones.'), text('new', 'Two.'));
    assert.equal(noa.keeper.keeping.get().kind, 'writing');
    assert.notEqual(noa.unsent(), null, 'on this device at once');
    await pause(40);
    assert.deepEqual(server.words, ['Ones.', 'Two.']);
    assert.equal(noa.keeper.keeping.get().kind, 'kept');
    assert.equal(noa.unsent(), null);
  });

  test('two people write in different blocks, and each reads the other’s', async () => {
    const server = aServer('One.', 'Two.');
    const [noa, ali] = [aWriter(server), aWriter(server)];
    await Promise.all([noa.keeper.read(), ali.keeper.read()]);
    noa.write(text('b0', 'Noa.'), text('b1', 'Two.'));
    ali.write(text('b0', 'One.'), text('b1', 'Ali.'));
    await Promise.all([noa.keeper.flush(), ali.keeper.flush()]);
    await Promise.all([noa.keeper.read(), ali.keeper.read()]);
    assert.deepEqual(
      [noa.words(), ali.words(), server.words],
      [
        ['Noa.', 'Ali.'],
        ['Noa.', 'Ali.'],
        ['Noa.', 'Ali.'],
      ],
    );
  });

  test('two people write in one block: the second sees both texts, goes on elsewhere, and chooses', async () => {
    const server = aServer('One.', 'Two.');
    const [noa, ali] = [aWriter(server), aWriter(server)];
    await Promise.all([noa.keeper.read(), ali.keeper.read()]);
    noa.write(text('b0', 'Noa.'), text('b1', 'Two.'));
    await noa.keeper.flush();
    ali.write(text('b0', 'Ali.'), text('b1', 'Two, by Ali.'));
    await ali.keeper.flush();
    assert.deepEqual(server.words, ['Noa.', 'Two, by Ali.'], 'the other block is not held up');
    assert.deepEqual(ali.words(), ['Ali.', 'Two, by Ali.']);
    assert.deepEqual(wordsOf([ali.keeper.conflicts.get().get('b0')!]), ['Noa.']);
    assert.notEqual(ali.unsent(), null, 'until it is answered it stays on this device');
    ali.keeper.settle('b0');
    await ali.keeper.flush();
    assert.deepEqual(server.words, ['Ali.', 'Two, by Ali.']);
    assert.equal(ali.unsent(), null);
  });

  test('without network nothing is lost, and it is sent by itself when the network is back', async () => {
    const server = aServer('One.');
    const noa = aWriter(server);
    await noa.keeper.read();
    server.network = 'down';
    noa.write(text('b0', 'On the train.'));
    await noa.keeper.flush();
    assert.equal(noa.keeper.keeping.get().kind, 'unsent');
    server.network = 'up';
    await pause(60);
    assert.deepEqual(server.words, ['On the train.']);
  });

  test('an answer that was lost is no conflict with oneself, however much was typed on meanwhile', async () => {
    const server = aServer('One.');
    const noa = aWriter(server);
    await noa.keeper.read();
    server.network = 'answers are lost';
    noa.write(text('b0', 'One two.'), text('new', 'New.'));
    await noa.keeper.flush();
    noa.write(text('b0', 'One two three.'), text('new', 'New, and more.'));
    server.network = 'up';
    await noa.keeper.flush();
    assert.equal(noa.keeper.conflicts.get().size, 0);
    assert.deepEqual(server.words, ['One two three.', 'New, and more.']);
  });

  test('a window closed without network goes on where it was, and so does a second one', async () => {
    const server = aServer('One.', 'Two.');
    const [first, second] = [aWriter(server), aWriter(server)];
    await Promise.all([first.keeper.read(), second.keeper.read()]);
    server.network = 'down';
    first.write(text('b0', 'In the first window.'), text('b1', 'Two.'));
    second.write(text('b0', 'One.'), text('b1', 'In the second.'));
    await Promise.all([first.keeper.flush(), second.keeper.flush()]);
    first.keeper.close();
    second.keeper.close();
    const left = [first.unsent()!, second.unsent()!];
    server.network = 'up';
    const again = aWriter(server, left);
    await again.keeper.read();
    await again.keeper.flush();
    assert.deepEqual(server.words, ['In the first window.', 'In the second.']);
  });

  test('two people, a network that comes and goes, answers that are lost: every word is still somewhere before their eyes', async () => {
    const act = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom('write', 'write', 'insert', 'flush', 'read'),
      where: fc.nat(),
      network: fc.constantFrom('up', 'up', 'up', 'down', 'answers are lost'),
    });
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
        const server = aServer('One.', 'Two.', 'Three.');
        const [noa, ali] = [aWriter(server, [], 60_000), aWriter(server, [], 60_000)];
        const writers = [noa, ali];
        for (const { keeper } of writers) await keeper.read();
        const typed: string[] = [];
        for (const [step, { who, what, where, network }] of acts.entries()) {
          const writer = who === 0 ? noa : ali;
          server.network = network as 'up';
          const blocks = [...writer.blocks()];
          const place = where % blocks.length;
          const token = `<${step}>`;
          if (what === 'write') {
            typed.push(token);
            writer.write(
              ...blocks.map((one, n) => (n === place ? text(one.id, wordsOf([one]).join('') + token) : one)),
            );
          } else if (what === 'insert') {
            typed.push(token);
            blocks.splice(place, 0, text(`new${step}`, token));
            writer.write(...blocks);
          } else if (what === 'flush') await writer.keeper.flush();
          else await writer.keeper.read().catch(() => undefined);
        }
        server.network = 'up';
        for (const { keeper } of [...writers, ...writers]) await keeper.flush();
        const questions = writers.flatMap(({ keeper }) => [...keeper.conflicts.get().values()]);
        conflicts += questions.length;
        const seen = [
          ...server.words,
          ...writers.flatMap((writer) => writer.words()),
          ...wordsOf(questions.filter((one) => one !== null)),
        ].join();
        for (const token of typed) assert.ok(seen.includes(token), `lost: ${token}`);
        for (const { keeper } of writers) keeper.close();
      }),
      { numRuns: runs },
    );
    assert.ok(conflicts > 0, 'the property never met a conflict');
    console.log(`two writers, ${runs} runs over a bad network, ${conflicts} conflicts, no word lost`);
  });

  test('a refusal is told, and the text stays on this device', async () => {
    const server = aServer('One.');
    const noa = aWriter(server);
    await noa.keeper.read();
    server.send = () => {
      throw refusal('proposal-closed', 409);
    };
    noa.write(text('b0', 'Too late.'));
    await noa.keeper.flush();
    const keeping = noa.keeper.keeping.get();
    assert.equal(keeping.kind === 'refused' && keeping.problem.code, 'proposal-closed');
    assert.deepEqual(wordsOf(noa.unsent()!.mine), ['Too late.']);
  });
});
