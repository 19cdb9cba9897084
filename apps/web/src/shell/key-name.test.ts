import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf } from './key-name.ts';

const none = { ctrlKey: false, altKey: false, metaKey: false };

test('a letter is read by what it prints: G is g on AZERTY and on QWERTY alike', () => {
  assert.equal(nameOf({ ...none, key: 'a', code: 'KeyQ' }), 'a');
  assert.equal(nameOf({ ...none, key: 'J', code: 'KeyJ' }), 'J');
  assert.equal(nameOf({ ...none, key: '?', code: 'KeyM' }), '?');
});

test('a digit is read by its place, with or without Shift', () => {
  assert.equal(nameOf({ ...none, key: '&', code: 'Digit1' }), '1');
  assert.equal(nameOf({ ...none, key: '7', code: 'Digit7' }), '7');
  assert.equal(nameOf({ ...none, key: '3', code: 'Numpad3' }), '3');
});

test('keys of the browser and of the language are left alone', () => {
  assert.equal(nameOf({ ...none, key: 'k', code: 'KeyK', ctrlKey: true }), null);
  assert.equal(nameOf({ ...none, key: '€', code: 'KeyE', ctrlKey: true, altKey: true }), null);
  assert.equal(nameOf({ ...none, key: 'c', code: 'KeyC', metaKey: true }), null);
  assert.equal(nameOf({ ...none, key: 'e', code: 'KeyE', isComposing: true }), null);
});

test('the space bar has a name', () => {
  assert.equal(nameOf({ ...none, key: ' ', code: 'Space' }), 'Space');
});
