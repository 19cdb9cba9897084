import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { canonicalJson, readCanonicalJson } from './canonical-json.ts';

const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).filter((value) => !hasProto(value));

test('the examples of RFC 8785 come out as the RFC has them', () => {
  const sample = JSON.parse(
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
  );
  assert.equal(
    canonicalJson(sample),
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
  // 3.2.3: by UTF-16 code units, so that the emoji (a surrogate pair) stands before the ligature.
  const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1F600}': 5, '\u0080': 6, '\u00f6': 7 };
  assert.deepEqual(JSON.parse(canonicalJson(names)), names);
  assert.deepEqual(
    [...canonicalJson(names).matchAll(/:(\d)/g)].map(([, digit]) => Number(digit)),
    [2, 4, 6, 7, 1, 5, 3],
  );
  assert.equal(canonicalJson([-0, 1e21, 2 ** 53, 5e-324]), '[0,1e+21,9007199254740992,5e-324]');
});

test('what has no canonical form is refused, with its path', () => {
  const refused: [unknown, RegExp][] = [
    [{ a: [1, { b: undefined }] }, /\$\.a\[1\]\.b is undefined/],
    [Number.NaN, /\$ is NaN/],
    [[Number.POSITIVE_INFINITY], /\$\[0\] is Infinity/],
    ['\ud800', /half a surrogate pair/],
    [{ '\udc00': 1 }, /half a surrogate pair/],
    [new Date(0), /an object of a class/],
    [new Map(), /an object of a class/],
    [10n, /bigint/],
    [() => 1, /function/],
    // oxlint-disable-next-line no-sparse-arrays -- the hole is what is refused
    [[1, , 2], /\$\[1\] is undefined/],
    [JSON.parse('{"__proto__":1}'), /__proto__/],
    [nested(65), /nested deeper than 64/],
  ];
  for (const [value, reason] of refused) assert.throws(() => canonicalJson(value), reason);
  assert.doesNotThrow(() => canonicalJson(nested(64)));
});

test('whatever is written is read back, and the text of a value is one', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      const read = readCanonicalJson(text);
      assert.ok(read.ok);
      assert.equal(canonicalJson(read.value), text);
      // JSON has no minus zero: what is read is what any JSON parser reads.
      assert.deepEqual(read.value, JSON.parse(text));
    }),
  );
});

test('a text is taken if, and only if, it is the canonical text of what it says', () => {
  const variant = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    json.map((value) => JSON.stringify(value, null, 1)),
    fc
      .tuple(json, fc.nat(), fc.integer({ min: 1, max: 255 }))
      .map(([value, at, mask]) => damage(canonicalJson(value), at, mask)),
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        'u',
        '0',
        '1',
        '9',
        'e',
        'E',
        '+',
        '-',
        '.',
        'true',
        'null',
        ' ',
      ),
    }),
  );
  fc.assert(
    fc.property(variant, (text) => {
      const read = readCanonicalJson(text);
      assert.equal(read.ok, text === ownText(text));
    }),
    { numRuns: 5_000 },
  );
});

test('the refusal stands where the doubt is', () => {
  const doubts: [string, number][] = [
    ['{"a":1,"a":2}', 7],
    ['{"b":1,"a":2}', 7],
    ['{"a": 1}', 5],
    ['{"a":1.0}', 5],
    ['{"a":"\\u0041"}', 7],
    ['[1,2]\n', 5],
    ['["a\tb"]', 3],
    ['{"a":01}', 6],
    ['[-0]', 1],
    ['["open', 6],
    ['\ufeff1', 0],
    ['', 0],
  ];
  for (const [text, at] of doubts) {
    const read = readCanonicalJson(text);
    assert.equal(read.ok, false, text);
    assert.equal(!read.ok && read.at, at, text);
  }
});

test('nesting cannot overflow the stack', () => {
  const read = readCanonicalJson('['.repeat(1_000_000));
  assert.deepEqual(read, { ok: false, at: 65, why: 'nested deeper than 64' });
});

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

function damage(text: string, at: number, mask: number): string {
  const position = at % text.length;
  return text.slice(0, position) + String.fromCharCode(text.charCodeAt(position) ^ mask) + text.slice(position + 1);
}

/** The other way round: parsed by the engine, written again. */
function ownText(text: string): string | null {
  try {
    return canonicalJson(JSON.parse(text));
  } catch {
    return null;
  }
}

function hasProto(value: unknown): boolean {
  return JSON.stringify(value).includes('__proto__');
}
