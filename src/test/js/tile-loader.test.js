import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TileFeatures } from '../../../web/js/map/tile-features.js';
import { createTileDesk } from '../../../web/js/map/tile-loader.js';

/** A worker under the test's hand: what it was told, and how it answers. */
function stand() {
  const told = [];
  let answer;
  const worker = { postMessage: (message) => told.push(message), addEventListener: (_, listener) => (answer = (data) => listener({ data })) };
  const frames = [];
  const desk = createTileDesk(worker, true, (run) => frames.push(run));
  return { desk, told, answer, frame: () => frames.splice(0).forEach((run) => run()) };
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

test('a painting that is dropped never comes, and the desk rests when none is under way', () => {
  const { desk, told, answer, frame } = stand();
  const came = [];
  const bitmap = { close() {} };
  const first = desk.paint({ layers: [] }, () => came.push('first'));
  const second = desk.paint({ layers: [] }, () => came.push('second'));
  desk.drop(first);
  answer({ number: first, bitmap });
  assert.equal(desk.isIdle, false);
  answer({ number: second, bitmap });
  frame();
  assert.deepEqual([came, desk.isIdle], [['second'], true]);
  assert.deepEqual(told.map(({ kind }) => kind), ['paint', 'paint', 'drop']);
});

test('pictures that came since the last frame are placed together in the next', () => {
  const { desk, answer, frame } = stand();
  const came = [];
  const bitmap = { close() {} };
  const jobs = ['a', 'b', 'c'].map((name) => desk.paint({ layers: [] }, () => came.push(name)));
  answer({ number: jobs[0], bitmap });
  answer({ number: jobs[1], bitmap });
  assert.deepEqual(came, []);
  desk.drop(jobs[0]);
  frame();
  assert.deepEqual(came, ['b'], 'what was dropped meanwhile is not placed');
  answer({ number: jobs[2], bitmap });
  frame();
  assert.deepEqual(came, ['b', 'c']);
});
