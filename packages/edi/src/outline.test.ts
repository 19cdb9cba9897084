import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sample, sampleNames } from '../test/samples.ts';
import { outline, readInterchanges } from './index.ts';

test('the outline shows every segment where it stands in the file, indented by its groups', () => {
  const bytes = sample('delfor-d97a.edi');
  const text = new TextDecoder('latin1').decode(bytes);
  const all = outline(bytes);
  assert.equal(all.length, readInterchanges(bytes).interchanges[0]!.messages[0]!.segments);
  for (const one of all) assert.ok(text.slice(one.from, one.to + 1).startsWith(one.tag) && text[one.to] === "'");
  const depths = new Map(all.map((one) => [one.tag, one.depth]));
  assert.deepEqual(
    ['UNH', 'NAD', 'LIN', 'SCC', 'UNT'].map((tag) => depths.get(tag)),
    [0, 2, 2, 3, 0],
  );
  assert.equal(all.find((one) => one.tag === 'QTY' && one.depth === 4)?.elements[0]?.[0], '84');
});

test('a value knows its segment: the outline leads from the one to the other', () => {
  for (const name of ['delfor-d96a.edi', '830-4010.x12', 'vda4905.vda']) {
    const bytes = sample(name);
    const value = readInterchanges(bytes).interchanges[0]!.messages[0]!.value;
    assert.ok(value?.kind === 'release');
    const segments = outline(bytes);
    for (const item of value.items)
      for (const line of item.schedule)
        assert.ok(['QTY', 'FST', '513', '514'].includes(segments[line.segment - 1]!.tag), name);
  }
});

test('every sample has an outline, and a file that is none has an empty one', () => {
  for (const name of sampleNames()) assert.ok(outline(sample(name)).length > 0, name);
  assert.deepEqual(outline(new Uint8Array(0)), []);
  assert.equal(outline(sample('delfor-d96a.edi'), 5).length, 5);
});
