import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plan, validate } from './index.ts';

test('the plant of the README is a valid problem, and can be planned without anything late', async () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```json\n(?<json>[\s\S]*?)```/.exec(text)?.groups?.['json'] ?? '';
  const checked = validate(JSON.parse(example));
  assert.ok(checked.ok);
  const planned = await plan(checked.problem, { steps: 2000 });
  assert.deepEqual(planned.violations, []);
  assert.equal(planned.costs.lateness, 0);
  assert.equal(planned.costs.unserved, 0);
});
