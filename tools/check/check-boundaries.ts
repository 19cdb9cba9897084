import { join } from 'node:path';
import { judgeBoundaries } from './boundaries.ts';

/** The import rule on this repository. A look that saw no import has looked at the wrong place, and fails too. */
const { imports, violations } = judgeBoundaries(join(import.meta.dirname, '../..'));
for (const { file, line, what } of violations) console.error(`${file}:${line}: ${what}`);
if (imports === 0) console.error('no import was seen: the check has looked at nothing');
if (violations.length > 0 || imports === 0) process.exitCode = 1;
else console.log(`${imports} imports, none against the rule`);
