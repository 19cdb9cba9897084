import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDigit, sscc } from './sscc.ts';

test('the check digit is that of the GS1 specification', () => {
  assert.equal(checkDigit('37610425002123456'), 9); // its own example, section 7.9
  assert.equal(sscc('1234567', 1).length, 18);
});

test('no two units get one code, and one wrong digit is noticed', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9]{7,12}$/),
      fc.nat({ max: 9_999 }),
      fc.nat({ max: 9_999 }),
      fc.nat({ max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (prefix, one, other, place, by) => {
        const code = sscc(prefix, one);
        assert.match(code, /^\d{18}$/);
        assert.equal(code === sscc(prefix, other), one === other);
        const wrong = code.slice(0, place) + ((Number(code[place]) + by) % 10) + code.slice(place + 1);
        assert.notEqual(checkDigit(wrong.slice(0, 17)), Number(wrong[17]));
      },
    ),
  );
});

test('a prefix whose serials are used up is refused', () => {
  assert.throws(() => sscc('123456789012', 100_000), RangeError);
});
