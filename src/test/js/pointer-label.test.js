import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beside } from '../../../web/js/panels/pointer-label.js';

test('a label stands after the pointer, before it at the far edge, and never outside', () => {
  assert.equal(beside(100, 80, 1000), 115);
  assert.equal(beside(950, 80, 1000), 855);
  assert.equal(beside(30, 80, 90), 0);
});
