import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fuzz as edifact } from './edifact.ts';
import { fuzz as table } from './table.ts';
import { fuzz as vda } from './vda.ts';
import { fuzz as x12 } from './x12.ts';

const CORPUS = fileURLToPath(new URL('corpus/', import.meta.url));

for (const [name, fuzz] of Object.entries({ edifact, x12, vda, table }))
  test(`what fuzzing found worth keeping for ${name} is read or refused with the place`, () => {
    for (const file of readdirSync(`${CORPUS}${name}`))
      assert.doesNotThrow(() => fuzz(readFileSync(`${CORPUS}${name}/${file}`)), `${name}/${file}`);
  });
