import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aHouse } from '@coprod/server/testing/a-house';
import openapi, { astToString } from 'openapi-typescript';

/**
 * `npm run api-types`: writes apps/web/src/api.gen.ts from the routes of a running house, so that a page that asks for what the
 * server does not answer does not compile. `--check` writes nothing and fails when the file is not current.
 */
const file = join(import.meta.dirname, '../../apps/web/src/api.gen.ts');

const house = await aHouse();
let document: string;
try {
  document = (await house.founder.get('/openapi.json')).bytes.toString();
} finally {
  await house.close();
}
const current = `// Written by \`npm run api-types\` from /openapi.json. Do not edit.\n${astToString(await openapi(document))}`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, current);
} else if (readFileSync(file, 'utf8') !== current) {
  console.error('apps/web/src/api.gen.ts is not what the server serves: run npm run api-types.');
  process.exitCode = 1;
}
