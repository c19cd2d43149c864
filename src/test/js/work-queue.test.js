import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WorkQueue } from '../../../web/js/map/work-queue.js';

/** Frames come when the test says; every slice of work takes 4 milliseconds. */
function stand(budgetMs) {
  let now = 0;
  const frames = [];
  const queue = new WorkQueue(budgetMs, () => now, (run) => frames.push(run));
  const done = [];
  function* job(name, slices) {
    for (let slice = 1; slice <= slices; slice++) {
      now += 4;
      done.push(`${name}${slice}`);
      yield;
    }
  }
  return { queue, done, job, frame: () => frames.shift()() };
}

test('a frame does as much as its budget allows, and the next goes on', () => {
  const { queue, done, job, frame } = stand(8);
  queue.add('a', job('a', 5));
  frame();
  assert.deepEqual(done, ['a1', 'a2']);
  frame();
  assert.deepEqual(done, ['a1', 'a2', 'a3', 'a4']);
  frame();
  assert.ok(queue.isIdle);
});

test('a job of the same key replaces the one before', () => {
  const { queue, done, job, frame } = stand(100);
  queue.add('a', job('old', 1));
  queue.add('a', job('new', 1));
  frame();
  assert.deepEqual(done, ['new1']);
});

test('a job may ask for itself again while it runs', () => {
  const { queue, done, job, frame } = stand(4);
  queue.add('a', (function* () {
    queue.add('a', job('again', 1));
  })());
  frame();
  frame();
  assert.deepEqual(done, ['again1']);
});

test('dropped work is not done', () => {
  const { queue, done, job, frame } = stand(8);
  queue.add('a', job('a', 3));
  queue.drop('a');
  frame();
  assert.deepEqual(done, []);
});
