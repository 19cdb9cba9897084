import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { generatePlant } from '../sample/generate-plant.ts';
import { problemSchema, type Schema } from './problem-schema.ts';
import { validate } from './validate.ts';

const plant = generatePlant({ items: 6, lines: 2, days: 7, kind: 'crews', seed: 1, rich: true });

/** A copy of the plant with one value put somewhere. */
const broken = (path: readonly (string | number)[], value: unknown): unknown => {
  const copy = JSON.parse(JSON.stringify(plant)) as Record<string, unknown>;
  let at: Record<string | number, unknown> = copy;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[path.at(-1) ?? ''] = value;
  return copy;
};

const codesOf = (document: unknown): string[] => {
  const result = validate(document);
  return result.ok ? [] : result.faults.map((fault) => `${fault.path} ${fault.code}`);
};

test('a good plant is taken as it is', () => {
  assert.deepEqual(validate(plant), { ok: true, problem: plant });
});

test('the published schema file is the schema that is used', () => {
  const published = JSON.parse(
    readFileSync(new URL('../../schema/problem.schema.json', import.meta.url), 'utf8'),
  ) as Schema;
  assert.deepEqual(published, problemSchema);
});

test('each kind of fault is named at its place, in English and French', () => {
  const cases: [path: (string | number)[], value: unknown, fault: string][] = [
    [['items', 0, 'openingStockPieces'], -1, '/items/0/openingStockPieces out-of-bounds'],
    [['items', 0, 'openingStockPieces'], 1.5, '/items/0/openingStockPieces wrong-type'],
    [['items', 0, 'colour'], 'red', '/items/0/colour unknown-field'],
    [['demands', 0, 'latestDispatch'], '2027-01-05', '/demands/0/latestDispatch wrong-form'],
    [['demands', 0, 'firmness'], 'sure', '/demands/0/firmness not-allowed'],
    [['demands', 0, 'item'], 'nothing', '/demands/0/item unknown-reference'],
    [['lines', 0, 'calendar'], 'never', '/lines/0/calendar unknown-reference'],
    [['items', 1, 'id'], 'item-1', '/items/1/id duplicate'],
    [['timeZone'], 'Europe/Nowhere', '/timeZone unknown-zone'],
    [['end'], '2026-01-01T00:00:00Z', '/end end-before-start'],
    [['items', 0, 'bill'], [{ of: 'item-1', perPiece: 1 }], '/items/0/bill/0/of bill-cycle'],
    [['items', 0, 'maximumLotPieces'], 1, '/items/0 lot-bounds'],
    [
      ['lines', 0, 'runs', 0, 'modes', 0, 'secondsPerPiece'],
      0.00001,
      '/lines/0/runs/0/modes/0/secondsPerPiece inexact-cycle',
    ],
    [['lines', 0, 'state'], { item: 'item-1', family: 'family-1' }, '/lines/0/state one-of-two'],
    [['calendars', 0, 'shifts', 0, 'from'], '25:00', '/calendars/0/shifts/0/from wrong-form'],
    [['pins'], [{ lot: 'none' }], '/pins/0/lot unknown-reference'],
  ];
  for (const [path, value, expected] of cases) {
    const document = broken(path, value);
    assert.ok(codesOf(document).includes(expected), `${expected}, not ${codesOf(document).join('; ')}`);
    const result = validate(document);
    for (const fault of result.ok ? [] : result.faults) {
      assert.doesNotMatch(fault.en + fault.fr, /[{}]|undefined/);
      assert.notEqual(fault.en, fault.fr);
    }
  }
});

test('all faults come at once', () => {
  const copy = broken(['items', 0, 'openingStockPieces'], -1) as { demands: { pieces: number }[] };
  for (const demand of copy.demands) demand.pieces = 0;
  assert.equal(codesOf(copy).length, 1 + copy.demands.length);
});

test('whatever the document, it is refused with sentences or taken; nothing is thrown', (t) => {
  let documents = 0;
  fc.assert(
    fc.property(
      fc.anything(),
      fc.constantFrom('items', 'lines', 'demands', 'calendars', 'flexibility', 'previous'),
      (value, field) => {
        assert.equal(validate(value).ok, false);
        const result = validate({ ...plant, [field]: value });
        if (!result.ok) assert.ok(result.faults.length > 0);
        documents += 2;
      },
    ),
    { numRuns: process.env['COPROD_LONG'] === '1' ? 50_000 : 1000 },
  );
  t.diagnostic(`${documents} documents`);
});
