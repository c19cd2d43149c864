import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TileFeatures } from '../../../web/js/map/tile-features.js';
import { createTileDesk } from '../../../web/js/map/tile-loader.js';

/** A worker under the test's hand: what it was told, and how it answers. */
function stand() {
  const told = [];
  let answer;
  const worker = { postMessage: (message) => told.push(message), addEventListener: (_, listener) => (answer = (...data) => listener({ data })) };
  const runs = new Map();
  const timers = { start: (run) => runs.set(runs.size + 1, run).size, stop: (timer) => runs.delete(timer) };
  const desk = createTileDesk(worker, true, timers);
  return { desk, told, answer: (...news) => answer(...news), passes: () => [...runs.values()].forEach((run) => run()) };
}

const ADDRESS = { template: '/t/{z}/{y}/{x}', z: 1, x: 0, y: 0 };

test('a tile that came is painted by the number it came with, and given back by it', async () => {
  const { desk, told, answer } = stand();
  const loading = desk.load(ADDRESS, new AbortController().signal);
  answer({ number: told[0].number, tile: TileFeatures.EMPTY_TILE });
  const features = await loading;
  assert.equal(features.kept.number, told[0].number);
  features.kept.forget();
  assert.deepEqual(told[1], { kind: 'forget', number: told[0].number });
});

test('a tile that nobody waits for any more is given back at once', () => {
  const { desk, told, answer } = stand();
  const giveUp = new AbortController();
  desk.load(ADDRESS, giveUp.signal);
  giveUp.abort();
  answer({ number: told[0].number, tile: TileFeatures.EMPTY_TILE });
  assert.deepEqual(told.map(({ kind }) => kind), ['load', 'cancel', 'forget']);
});

test('what the worker tells together is heard one by one', async () => {
  const { desk, told, answer } = stand();
  const [first, second] = [1, 2].map(() => desk.load(ADDRESS, new AbortController().signal));
  answer({ number: told[0].number, tile: TileFeatures.EMPTY_TILE }, { number: told[1].number, failure: 'gone', passing: false });
  assert.equal((await first).size, 0);
  await assert.rejects(second, { message: 'gone', passing: false });
});

test('a painting that is dropped never comes, and the desk rests when none is under way', () => {
  const { desk, told, answer } = stand();
  const came = [];
  const bitmap = { close() {} };
  const first = desk.paint({ layers: [] }, () => came.push('first'));
  const second = desk.paint({ layers: [] }, () => came.push('second'));
  const third = desk.paint({ layers: [] }, () => came.push('third'));
  desk.drop(first);
  answer({ number: first, bitmap });
  assert.equal(desk.isIdle, false);
  answer({ number: second, bitmap }, { number: third, bitmap });
  assert.deepEqual([came, desk.isIdle], [['second', 'third'], true]);
  assert.deepEqual(told.map(({ kind }) => kind), ['paint', 'paint', 'paint', 'drop']);
});

test('pictures are placed together: those that are still painted are waited for, a little', () => {
  const { desk, answer, passes } = stand();
  const came = [];
  const bitmap = { close() {} };
  const jobs = ['a', 'b', 'c', 'd'].map((name) => desk.paint({ layers: [] }, () => came.push(name)));
  answer({ number: jobs[0], bitmap });
  answer({ number: jobs[1], bitmap });
  assert.deepEqual(came, []);
  desk.drop(jobs[0]);
  passes();
  assert.deepEqual(came, ['b'], 'what was dropped meanwhile is not placed');
  answer({ number: jobs[2], bitmap });
  assert.deepEqual(came, ['b']);
  answer({ number: jobs[3], bitmap });
  assert.deepEqual(came, ['b', 'c', 'd'], 'the last one needs no waiting');
});
