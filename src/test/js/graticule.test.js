import assert from 'node:assert/strict';
import { test } from 'node:test';
import { multiples, stepFor } from '../../../web/js/map/graticule.js';

test('lines lie at least 150 pixels apart, and no wider than need be', () => {
  assert.equal(stepFor(0.001), 0.2);
  assert.equal(stepFor(0.0000001), 0.0002);
  assert.equal(stepFor(10), 30);
});

test('lines lie on round degrees', () => {
  assert.deepEqual(multiples(101.4301, 101.4351, 0.002), [101.432, 101.434]);
  assert.deepEqual(multiples(-0.3, 0.3, 0.2), [-0.2, 0, 0.2]);
  assert.deepEqual(multiples(1, 0, 0.2), []);
});
