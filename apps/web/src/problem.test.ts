import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf, problemOf } from './problem.ts';

const refusal = {
  type: '/problems/invalid-request',
  title: 'name: too short',
  status: 422,
  code: 'invalid-request',
  whatToDo: 'Correct the value and send it again. Nothing was changed.',
};

test('a refusal of the server is shown as the server told it', () => {
  assert.deepEqual(problemOf(refusal, 422), refusal);
});

test('anything else that comes back still becomes a refusal that can be shown', () => {
  for (const body of ['<html>502</html>', undefined, null, 42, {}, { ...refusal, code: 7 }, { title: 'x' }])
    assert.deepEqual(problemOf(body, 502), { title: '', status: 502, code: 'unexpected', whatToDo: '' });
  assert.equal(problemOf(undefined, 0).code, 'unreachable');
});

test('faults of fields are found by the name of the field, nested ones with dots', () => {
  const problem = {
    ...refusal,
    extra: { faults: [{ where: 'person/email', what: 'Invalid email' }, { where: 3 }, null] },
  };
  assert.deepEqual([...faultsOf(problem)], [['person.email', 'Invalid email']]);
  assert.equal(faultsOf(refusal).size, 0);
  assert.equal(faultsOf({ ...refusal, extra: { faults: 'all' } }).size, 0);
});
