import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { add, compare, decimal, fromUnits, negate, scaleOf, subtract, toUnits } from './decimal.ts';
import { readNumber } from './quantity.ts';

const units = fc.bigInt({ min: -(10n ** 35n), max: 10n ** 35n });
const scale = fc.nat(6);

test('numbers of any length keep every digit, with as many decimals as they have', () =>
  fc.assert(
    fc.property(units, scale, (n, s) => {
      const value = fromUnits(n, s);
      assert.equal(toUnits(value, s), n);
      assert.match(value, /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
      assert.equal(decimal(value), value);
    }),
    { numRuns: 2000 },
  ));

test('sums, differences and order are those of whole numbers of the same fraction', () =>
  fc.assert(
    fc.property(units, units, scale, scale, (a, b, sa, sb) => {
      const [x, y] = [fromUnits(a, sa), fromUnits(b, sb)];
      const most = Math.max(sa, sb);
      const [wide, other] = [a * 10n ** BigInt(most - sa), b * 10n ** BigInt(most - sb)];
      assert.equal(add(x, y), fromUnits(wide + other, most));
      assert.equal(subtract(x, y), fromUnits(wide - other, most));
      assert.equal(Math.sign(compare(x, y)), wide < other ? -1 : wide > other ? 1 : 0);
      assert.equal(negate(negate(x)), x);
    }),
    { numRuns: 2000 },
  ));

test('both decimal marks say the same, leading and trailing zeros say nothing', () =>
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 30n }),
      fc.stringMatching(/^\d{1,6}$/),
      fc.nat(4),
      (whole, fraction, zeros) => {
        const point = decimal(`${'0'.repeat(zeros)}${whole}.${fraction}00`);
        assert.equal(point, decimal(`${whole},${fraction}`));
        assert.ok(scaleOf(point!) <= fraction.length);
      },
    ),
  ));

test('grouped digits, exponents and words are never guessed to be a number', () => {
  for (const text of ['1.234,5', '1,234.5', '1 234', '1.234.567', "1'234"])
    assert.deepEqual(readNumber(text, null), { problem: 'ambiguous' });
  for (const text of ['1E309', 'abc', '--1', '1+1', '.', '-', '0x10', '١٢'])
    assert.deepEqual(readNumber(text, null), { problem: 'wrong' });
  assert.deepEqual(readNumber('  ', null), { problem: 'missing' });
});

test('more decimals than asked for are refused, not rounded', () =>
  assert.throws(() => toUnits(decimal('1.2345')!, 3), RangeError));
