import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogues } from './catalogues.ts';

const source = join(import.meta.dirname, '..');
const english = flatten(catalogues.en);
const french = flatten(catalogues.fr);
const code = globSync('**/*.{ts,tsx}', { cwd: source })
  .filter((file) => !file.startsWith('texts/') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

/** Written alike in both languages; everything else that is alike was forgotten. */
const alike = new Set(
  (
    'Coprod Interventions Propositions Transmissions Certification Audits Plan Planning Audit Date Technicien Code ' +
    'Clause Clauses clause clauses Document Documents Source Standard Message Transmission Proposition Intervention Version Versions Question Questions Action Actions Total ' +
    'Article Articles Note Notes Site Sites Type Types Service Services Photo Discussion Conclusion Rotation Solution ' +
    'lot lots Lot stock Secret clause clauses https Invitation Capture Minimum Maximum Production Simulation ISO PDF CSV JSON EDI TOTP OK'
  ).split(' '),
);

test('every text exists in both languages and nowhere else', () => {
  assert.ok(english.size > 200, `only ${english.size} texts were found`);
  assert.deepEqual(
    [...english.keys()].filter((key) => !french.has(key)),
    [],
  );
  assert.deepEqual(
    [...french.keys()].filter((key) => !english.has(key)),
    [],
  );
});

test('both languages name the same values in a text', () => {
  for (const [key, text] of english) assert.deepEqual(values(french.get(key) ?? ''), values(text), key);
});

test('no English text stands in a French screen', () => {
  const forgotten = [...english].filter(([key, text]) => french.get(key) === text && !isAlike(text));
  assert.deepEqual(forgotten, []);
});

test('French punctuation has its narrow spaces and its own quotation marks, and nobody is shouted at', () => {
  for (const [key, text] of french) {
    assert.doesNotMatch(text, / [;?!»:]|« /, `${key}: a space that breaks the line`);
    assert.doesNotMatch(text, /"|“|”/, `${key}: quotation marks of another language`);
    assert.doesNotMatch(text, /'/, `${key}: the apostrophe is ’`);
  }
  for (const [key, text] of [...english, ...french]) assert.doesNotMatch(text, /!/, `${key}: no exclamation mark`);
});

test('no text is written for a screen that does not exist', () => {
  const unused = [...english.keys()].filter((key) => !isUsed(key));
  assert.deepEqual(unused, []);
});

function isAlike(text: string): boolean {
  const words = text.replaceAll(/\{\{[^}]*\}\}/g, ' ').match(/\p{L}+/gu) ?? [];
  return words.every((word) => word.length < 2 || alike.has(word));
}

/** By its whole name, or by the fixed beginning of a composed one: `t(`state.${state}`)` uses all of `state`. */
function isUsed(key: string): boolean {
  const [room, path = ''] = key.split(':');
  const base = path.replace(/_(zero|one|two|few|many|other)$/, '');
  const names = [base, `${room}:${base}`];
  if (names.some((name) => code.includes(`'${name}'`) || code.includes(`\`${name}\``) || code.includes(`"${name}"`)))
    return true;
  const parts = base.split('.');
  return parts.some((_, index) => {
    const prefix = parts.slice(0, index).join('.');
    return prefix !== '' && (code.includes(`\`${prefix}.\${`) || code.includes(`\`${room}:${prefix}.\${`));
  });
}

/** The names in `{{name}}`, sorted. */
function values(text: string): (string | undefined)[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).toSorted();
}

/** `room:path.to.key` and its text. */
function flatten(rooms: object): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path.endsWith(':') ? path + key : `${path}.${key}`);
  };
  for (const [room, texts] of Object.entries(rooms)) walk(texts, `${room}:`);
  return found;
}
