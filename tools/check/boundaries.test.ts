import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { judgeBoundaries } from './boundaries.ts';

/** A house in small, with the files planted in it; what is found there, as `file: what`. */
function judged(planted: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'coprod-house-'));
  try {
    for (const [path, text] of Object.entries({ ...house, ...planted })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return judgeBoundaries(root).violations.map(({ file, line, what }) => `${file}:${line}: ${what}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const manifest = (name: string, more: object = {}): string => JSON.stringify({ name, ...more });

const house = {
  'package.json': manifest('coprod', {
    workspaces: ['packages/*', 'apps/*', 'tools/*'],
    devDependencies: { 'fast-check': '1' },
  }),
  'packages/edi/package.json': manifest('@coprod/edi'),
  'packages/edi/src/index.ts': 'export const edi = 1;\n',
  'packages/ledger/package.json': manifest('@coprod/ledger', {
    dependencies: { '@coprod/edi': '0' },
    imports: {
      '#hash': { node: './src/hash-node.ts', default: './src/hash.ts' },
      '#out': { node: './src/hash-node.ts', default: '../edi/src/index.ts' },
    },
  }),
  'packages/ledger/src/index.ts': "import { hash } from '#hash';\nexport const ledger = hash;\n",
  'packages/ledger/src/hash.ts': 'export const hash = 1;\n',
  'packages/ledger/src/hash-node.ts': 'export const hash = 1;\n',
  'apps/server/package.json': manifest('@coprod/server', {
    dependencies: { '@coprod/edi': '0', pg: '8' },
    devDependencies: { vite: '8' },
  }),
  'apps/server/src/server.ts':
    "import { a } from './planning/a.ts';\nimport { edi } from '@coprod/edi';\nexport const server = [a, edi];\n",
  'apps/server/src/planning/a.ts': "import { c } from '../core/c.ts';\nexport const a = c;\n",
  'apps/server/src/voice/v.ts': "import { p } from '../platform/p.ts';\nexport const v = p;\n",
  'apps/server/src/core/c.ts': "import { d } from '../access/d.ts';\nexport const c = d;\n",
  'apps/server/src/access/d.ts': "import { p } from '../platform/p.ts';\nexport const d = p;\n",
  'apps/server/src/platform/p.ts': "import pg from 'pg';\nexport const p = pg;\n",
  'apps/server/src/platform/p.test.ts': "import 'fast-check';\nimport 'vite';\nimport { p } from './p.ts';\np;\n",
  'apps/server/src/testing/house.ts': "export { server as house } from '../server.ts';\n",
  'apps/server/src/voice/v.test.ts': "import '../testing/house.ts';\n",
  'apps/web/package.json': manifest('@coprod/web'),
  'apps/web/src/main.tsx': 'export const Main = () => <p />;\n',
  'apps/cli/package.json': manifest('@coprod/cli', { dependencies: { '@coprod/server': '0' } }),
  'apps/cli/src/main.ts': "export const main = () => import('@coprod/server');\n",
  'tools/check/package.json': manifest('@coprod/check'),
  'tools/check/a.ts': 'export const a = 1;\n',
};

test('a house in order has no violation', () => {
  assert.deepEqual(judged({}), []);
});

const planted: Readonly<Record<string, { file: string; text: string; found: RegExp }>> = {
  'a channel that imports another channel': {
    file: 'apps/server/src/planning/x.ts',
    text: "import { v } from '../voice/v.ts';\nv;\n",
    found: /planning imports voice: channels speak to core/,
  },
  'core that imports a channel': {
    file: 'apps/server/src/core/x.ts',
    text: "export { a } from '../planning/a.ts';\n",
    found: /core imports planning, which stands above it/,
  },
  'platform that imports access in a type': {
    file: 'apps/server/src/platform/x.ts',
    text: "export type D = typeof import('../access/d.ts');\n",
    found: /platform imports access, which stands above it/,
  },
  'access that imports the server': {
    file: 'apps/server/src/access/x.ts',
    text: "export const x = () => import('../server.ts');\n",
    found: /access imports the root of the server/,
  },
  'a package that imports an app': {
    file: 'packages/edi/src/x.ts',
    text: "export * from '@coprod/server';\n",
    found: /a package imports @coprod\/server/,
  },
  'a package that imports another one without a word in its README': {
    file: 'packages/ledger/src/x.ts',
    text: "import '@coprod/edi';\n",
    found: /a package imports @coprod\/edi, and its README gives no reason/,
  },
  'an app that imports another app': {
    file: 'apps/web/src/x.ts',
    text: "import type { S } from '@coprod/server';\nexport type X = S;\n",
    found: /@coprod\/web imports @coprod\/server: apps import packages/,
  },
  'a path into another workspace': {
    file: 'apps/server/src/core/x.ts',
    text: "import { edi } from '../../../../packages/edi/src/index.ts';\nedi;\n",
    found: /leads by a path out of its workspace/,
  },
  'an internal name that nobody declared': {
    file: 'packages/ledger/src/x.ts',
    text: "import '#other';\n",
    found: /imports #other, which its package.json does not declare/,
  },
  'an internal name that leads out of its workspace under one condition': {
    file: 'packages/ledger/src/x.ts',
    text: "import '#out';\n",
    found: /imports #out, which leads by a path out of its workspace/,
  },
  'a dependency that nobody declared': {
    file: 'apps/server/src/core/x.ts',
    text: "import _ from 'lodash/fp';\n_;\n",
    found: /imports lodash, which its package.json does not declare/,
  },
  'a development dependency in code that runs': {
    file: 'apps/server/src/core/x.ts',
    text: "import { build } from 'vite';\nbuild;\n",
    found: /imports vite, which is declared for development only/,
  },
  'code that runs and imports what only tests may': {
    file: 'apps/server/src/core/x.ts',
    text: "import { house } from '../testing/house.ts';\nhouse;\n",
    found: /core imports what only tests may/,
  },
  'a computed import without a reason': {
    file: 'apps/server/src/core/x.ts',
    text: 'export const x = (name: string) => import(`./${name}.ts`);\n',
    found: /computes the name of what it imports/,
  },
  'a module of Node without node: before it': {
    file: 'packages/edi/src/x.ts',
    text: "import fs from 'fs';\nfs;\n",
    found: /imports fs without node:/,
  },
};

for (const [name, { file, text, found }] of Object.entries(planted)) {
  test(`found: ${name}`, () => {
    const [violation = '', ...more] = judged({ [file]: text });
    assert.deepEqual(more, []);
    assert.match(violation, found);
    assert.ok(violation.startsWith(`${file}:1: `), violation);
  });
}

test('allowed: a computed import that says why, and a package whose README names the other', () => {
  assert.deepEqual(
    judged({
      'apps/server/src/core/x.ts':
        '// computed import: the folder holds one file a command\nexport const x = (name: string) => import(`./${name}.ts`);\n',
      'packages/ledger/README.md': 'It uses @coprod/edi because ...\n',
      'packages/ledger/src/x.ts': "import '@coprod/edi';\n",
    }),
    [],
  );
});

test('a file that cannot be parsed is not passed over', () => {
  assert.throws(() => judged({ 'apps/server/src/core/x.ts': 'import {' }));
});
