import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPreferences, readPreferences } from '../../../web/js/preferences.js';

test('a choice that was kept is read again', () => {
  const kept = new Map();
  const storage = () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) });
  keepPreferences(storage, { language: 'bo' });
  assert.deepEqual(readPreferences(storage), { language: 'bo' });
});

test('a browser that keeps nothing is no obstacle', () => {
  const blocked = () => {
    throw new Error('SecurityError');
  };
  keepPreferences(blocked, { language: 'bo' });
  assert.deepEqual(readPreferences(blocked), {});
  assert.deepEqual(readPreferences(() => ({ getItem: () => 'null' })), {});
  assert.deepEqual(readPreferences(() => ({ getItem: () => '{broken' })), {});
});
