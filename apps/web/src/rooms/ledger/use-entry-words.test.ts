import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogues } from '../../texts/catalogues.ts';

test('every kind of entry that the server writes has its words', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../../server/src/core/append-to-ledger.ts'), 'utf8');
  const union = /export type EntryKind =([^;]+);/.exec(source)?.[1] ?? '';
  const kinds = [...union.matchAll(/'([a-z-]+)'/g)].map(([, kind = '']) => kind);
  assert.ok(kinds.length >= 25);
  assert.deepEqual(
    kinds.filter((kind) => !Object.hasOwn(catalogues.en.ledger.kind, kind)),
    [],
  );
});
