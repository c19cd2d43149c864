import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore, same } from '../../../web/js/state.js';

test('a listener hears of its part only, and only when that became another value', () => {
  const store = createStore({ view: { zoom: 3 }, tab: 'layers' });
  const heard = [];
  store.watch((state) => state.view, (view) => heard.push(view));
  store.set({ tab: 'list' });
  store.set({ view: { zoom: 3 } });
  store.set({ view: { zoom: 4 } });
  assert.deepEqual(heard, [{ zoom: 4 }]);
});

test('a listener that stopped hears no more', () => {
  const store = createStore({ tab: 'layers' });
  const heard = [];
  const stop = store.watch((state) => state.tab, (tab) => heard.push(tab));
  stop();
  store.set({ tab: 'list' });
  assert.deepEqual(heard, []);
});

test('the state cannot be changed behind the back of its listeners', () => {
  const store = createStore({ tab: 'layers' });
  assert.throws(() => {
    store.get().tab = 'list';
  }, TypeError);
});

test('values are the same when all they are made of is', () => {
  assert.ok(same({ a: [1, { b: null }] }, { a: [1, { b: null }] }));
  assert.ok(!same({ a: 1 }, { a: 1, b: undefined }));
  assert.ok(!same([], {}));
  assert.ok(!same(null, {}));
});
