import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInterchanges, type Finding } from '../index.ts';
import { bytesOf } from '../../test/samples.ts';
import { EDIFACT_MESSAGES } from './edifact-messages.ts';
import { edifactGrammar } from './edifact.ts';
import { elementsOf } from './elements.ts';

const delfor = (directory: string, body: string): Finding[] => {
  const segments = body.trim().split(/\s*\n\s*/);
  const text = `UNB+UNOC:3+A+B+261124:0600+1'UNH+1+DELFOR:D:${directory}:UN'${segments.join('')}UNT+${segments.length + 2}+1'UNZ+1+1'`;
  const reading = readInterchanges(bytesOf(text));
  return [...reading.interchanges[0]!.messages[0]!.findings];
};
const codes = (findings: readonly Finding[]): string[] => findings.map((f) => `${f.code} ${f.place.tag}`);

test('a segment out of its place is named, and what follows is still checked', () => {
  const findings = delfor(
    '97A',
    "BGM+241+1+5'\nDTM+137:20261124:102'\nGIS+37'\nNAD+ST+P'\nCTA+IC'\nLIN+1++A:IN'\nCTA+IC'\nQTY+70:1'\nXYZ+1'\nSCC+1'\nQTY+113:1'\nDTM+2:20261130:102'",
  );
  assert.deepEqual(
    codes(findings).filter((c) => c.startsWith('segment')),
    ['segment-unexpected CTA', 'segment-unknown XYZ'],
  );
});

test('a required segment that is missing is named before the one that stands in its place', () => {
  const [first] = delfor('97A', "BGM+241+1+5'\nGIS+37'\nLIN+1++A:IN'");
  assert.equal(first?.code, 'segment-missing');
  assert.equal(first?.expected, 'DTM');
  assert.equal(first?.found, 'GIS');
});

test('a segment that stands too often is named once', () => {
  const many = "DTM+137:20261124:102'\n".repeat(15);
  const findings = delfor('97A', `BGM+241+1+5'\n${many}GIS+37'\nNAD+ST+P'\nLIN+1++A:IN'`);
  assert.deepEqual(
    codes(findings).filter((c) => c.startsWith('segment')),
    ['segment-too-often DTM'],
  );
});

test('a message that is labelled D.96A but built after D.97A is read as built, and says so', () => {
  const findings = delfor(
    '96A',
    "BGM+241+1+5'\nDTM+137:20261124:102'\nGIS+37'\nNAD+ST+P'\nLIN+1++A:IN'\nSCC+1'\nQTY+113:1'\nDTM+2:20261130:102'",
  );
  assert.deepEqual(
    codes(findings).filter((c) => !c.startsWith('customer')),
    ['directory-mislabelled UNH', 'status-order UNH'],
  );
});

test('an element that is too long, missing or no number is named with its place', () => {
  const findings = delfor(
    '97A',
    "BGM+241+1+5'\nDTM+137:20261124:102'\nGIS+37'\nNAD+ST+P::92+++STREET++++LUXEMBURG'\nLIN+1++A:IN'\nALI+FRANCE'\nPIA+1'\nSCC'\nQTY+113:1'\nDTM+2:20261130:102'",
  );
  const told = findings.map((f) => `${f.code} ${f.place.tag}/${f.place.element}/${f.place.component} ${f.expected}`);
  assert.ok(told.includes('element-too-long NAD/9/1 3'), told.join(', '));
  assert.ok(told.includes('element-too-long ALI/1/1 3'));
  assert.ok(told.includes('element-missing PIA/2/null PIA/2'));
  assert.ok(told.includes('segment-empty SCC/null/null null'));
});

test('every table of every directory can be compiled, and begins and ends with its service segments', () => {
  for (const [type, directories] of Object.entries(EDIFACT_MESSAGES))
    for (const directory of Object.keys(directories)) {
      const found = edifactGrammar(type, directory);
      const top = found!.grammar.structure.top;
      assert.equal(top[0]?.tag, 'UNH', `${type} ${directory}`);
      assert.equal(top.at(-1)?.tag, 'UNT', `${type} ${directory}`);
    }
});

test('a directory without a table takes the one before it', () => {
  assert.equal(edifactGrammar('DELFOR', '98A')?.directory, '96B');
  assert.equal(edifactGrammar('DELFOR', '10A')?.directory, '04A');
  assert.equal(edifactGrammar('DELFOR', '95A')?.directory, '96A');
  assert.equal(edifactGrammar('ORDERS', '96A'), null);
});

test('the notation of elements says length, number, presence and repetition', () => {
  assert.deepEqual(
    elementsOf('x3! (n18 x35!)! x2-3*2').map((e) => [
      e.required,
      e.components.map((c) => [c.numeric, c.min, c.max, c.required]),
    ]),
    [
      [true, [[false, 0, 3, true]]],
      [
        true,
        [
          [true, 0, 18, false],
          [false, 0, 35, true],
        ],
      ],
      [false, [[false, 2, 3, false]]],
      [false, [[false, 2, 3, false]]],
    ],
  );
});
