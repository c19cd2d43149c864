import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topFirst } from '../../../web/js/panels/view-list.js';

test('the list has what lies on top first, and passes over what nobody knows any more', () => {
  const rules = new Map([['ground', { order: 1 }], ['houses', { order: 5 }], ['untold', { order: 9 }]]);
  const page = { ruleOf: (id) => rules.get(id), layerOf: (id) => (id === 'untold' ? undefined : { id }) };
  const seen = { layers: new Map([['ground', { total: 2 }], ['gone', { total: 3 }], ['houses', { total: 1 }], ['untold', { total: 4 }], ['none', { total: 0 }]]) };
  assert.deepEqual(topFirst(page, seen).map(([id]) => id), ['houses', 'ground']);
});
