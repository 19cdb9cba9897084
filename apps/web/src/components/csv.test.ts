import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from './csv.ts';

test('commas, quotation marks and line breaks stay inside their cell', () => {
  assert.equal(toCsv(['a', 'b'], [['x,y', 'say "no"\nnow']]), '\uFEFFa,b\r\n"x,y","say ""no""\nnow"\r\n');
});

test('what looks like a formula reaches the spreadsheet as text', () => {
  for (const formula of ['=1+1', '+33 1', '-2', '@SUM(A1)', '\t=1'])
    assert.ok(toCsv(['a'], [[formula]]).includes(`'${formula}`), formula);
});

test('a number stays a number, also below zero', () => {
  assert.equal(toCsv(['a'], [[-12.5]]), '\uFEFFa\r\n-12.5\r\n');
});
