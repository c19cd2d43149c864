import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TileSource } from '../../../web/js/map/tile-source.js';

const ADDRESS = { template: '/houses/{z}/{y}/{x}', z: 3, x: 1, y: 2 };
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A server under the test's hand, and a clock that only the test moves. */
function stand() {
  const asked = [];
  const timers = [];
  const health = [];
  const gone = [];
  const load = (address, signal) => new Promise((resolve, reject) => asked.push({ address, signal, resolve, reject }));
  const clock = {
    start: (callback, ms) => timers.push({ callback, ms, stopped: false }),
    stop: (number) => (timers[number - 1].stopped = true),
  };
  return { asked, timers, health, source: new TileSource(load, clock, { health: (waiting) => health.push(waiting), gone: (template) => gone.push(template) }), gone };
}

test('a tile that two cells need is asked for once, and comes to both', async () => {
  const { source, asked } = stand();
  const came = [];
  source.need(ADDRESS, (tile) => came.push(`1 ${tile}`));
  source.need(ADDRESS, (tile) => came.push(`2 ${tile}`));
  asked[0].resolve('tile');
  await settle();
  source.need(ADDRESS, (tile) => came.push(`3 ${tile}`));
  assert.equal(asked.length, 1);
  assert.deepEqual(came, ['1 tile', '2 tile', '3 tile']);
});

test('a tile that nobody needs any more is given up', () => {
  const { source, asked } = stand();
  const release = source.need(ADDRESS, () => assert.fail('nobody waits'));
  const releaseOther = source.need(ADDRESS, () => assert.fail('nobody waits'));
  release();
  assert.equal(asked[0].signal.aborted, false);
  releaseOther();
  assert.equal(asked[0].signal.aborted, true);
  source.need(ADDRESS, () => {});
  assert.equal(asked.length, 2);
});

test('a failure is tried again, later each time, and the reader is told as long as it lasts', async () => {
  const { source, asked, timers, health } = stand();
  const came = [];
  source.need(ADDRESS, (tile) => came.push(tile));
  for (const ms of [1000, 2000, 4000]) {
    asked.at(-1).reject(Object.assign(new Error('down'), { passing: true }));
    await settle();
    assert.equal(timers.at(-1).ms, ms);
    timers.at(-1).callback();
  }
  asked.at(-1).resolve('tile');
  await settle();
  assert.deepEqual(came, ['tile']);
  assert.deepEqual(health, [1, 0], 'late without a break from the first failure until it is here');
});

test('what the server refuses for good is not asked for again, and is told', async () => {
  const { source, asked, timers, gone } = stand();
  const came = [];
  source.need(ADDRESS, (tile) => came.push(tile));
  asked[0].reject(Object.assign(new Error('404'), { passing: false }));
  await settle();
  assert.deepEqual(came, [null]);
  assert.deepEqual(gone, [ADDRESS.template]);
  assert.equal(timers.length, 0);
});

test('a tile out of view stops waiting for its next try', async () => {
  const { source, asked, timers, health } = stand();
  const release = source.need(ADDRESS, () => {});
  asked[0].reject(Object.assign(new Error('down'), { passing: true }));
  await settle();
  release();
  assert.equal(timers[0].stopped, true);
  assert.deepEqual(health, [1, 0]);
});

test('the reader may try at once', async () => {
  const { source, asked } = stand();
  source.need(ADDRESS, () => {});
  asked[0].reject(Object.assign(new Error('down'), { passing: true }));
  await settle();
  source.retryNow();
  assert.equal(asked.length, 2);
});

test('of tiles out of view only the latest are kept, and the others are given back', async () => {
  const { source, asked } = stand();
  const givenBack = [];
  for (let x = 0; x < 100; x++) {
    const release = source.need({ ...ADDRESS, x }, () => {});
    asked[x].resolve({ kept: { forget: () => givenBack.push(x) } });
    await settle();
    release();
  }
  assert.deepEqual(givenBack, [0, 1, 2, 3]);
  source.need({ ...ADDRESS, x: 99 }, () => {});
  assert.equal(asked.length, 100);
  source.need({ ...ADDRESS, x: 0 }, () => {});
  assert.equal(asked.length, 101);
});

test('a tile that is only prepared is here when it is needed', async () => {
  const { source, asked } = stand();
  const prepared = source.prepare(ADDRESS);
  asked[0].resolve('tile');
  await prepared;
  const came = [];
  source.need(ADDRESS, (tile) => came.push(tile));
  assert.deepEqual([came, asked.length], [['tile'], 1]);
});
