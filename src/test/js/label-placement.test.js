import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTwoLines, joined, place } from '../../../web/js/map/label-placement.js';

const SIZE = { x: 1000, y: 600 };
const label = (text, x, y, weight, more = {}) => ({ text, x, y, weight, width: 100, height: 20, ...more });
const texts = (placed) => placed.map(({ text }) => text);

test('of two names in one place the weightier stands', () => {
  assert.deepEqual(texts(place([label('a', 100, 100, 1), label('b', 150, 105, 2)], SIZE, 10)), ['b']);
});

test('names beside each other both stand', () => {
  assert.deepEqual(texts(place([label('a', 100, 100, 1), label('b', 201, 100, 2)], SIZE, 10)), ['b', 'a']);
});

test('a street is not named twice in a short way, a house number may be', () => {
  const twice = (apart) => [label('Peace Road', 100, 100, 2, { apart }), label('Peace Road', 300, 100, 1, { apart })];
  assert.equal(place(twice(400), SIZE, 10).length, 1);
  assert.equal(place(twice(150), SIZE, 10).length, 2);
  assert.equal(place(twice(undefined), SIZE, 10).length, 2);
});

test('a name that would be cut off is left out', () => {
  assert.deepEqual(place([label('a', 40, 100, 1), label('b', 500, 595, 1)], SIZE, 10), []);
});

test('a name that stands upright takes room upright', () => {
  const upright = label('a', 100, 100, 2, { angle: Math.PI / 2 });
  assert.deepEqual(texts(place([upright, label('b', 165, 100, 1)], SIZE, 10)), ['a', 'b']);
  assert.deepEqual(texts(place([upright, label('b', 100, 145, 1)], SIZE, 10)), ['a']);
});

test('no name covers an obstacle, and there are no more names than wanted', () => {
  assert.deepEqual(place([label('a', 100, 100, 1)], SIZE, 10, [[90, 95, 96, 101]]), []);
  assert.equal(place([label('a', 100, 100, 1), label('b', 300, 100, 1)], SIZE, 1).length, 1);
});

test('the name of a whole place may stand over marks, a house’s may not', () => {
  const marks = [[90, 95, 96, 101]];
  assert.deepEqual(place([label('a', 100, 100, 1)], SIZE, 10, [], marks), []);
  assert.deepEqual(texts(place([label('a', 100, 100, 1, { overMarks: true })], SIZE, 10, [], marks)), ['a']);
});

test('a long name breaks near its middle, between words or syllables', () => {
  assert.deepEqual(inTwoLines('Long Dyke Court'), ['Long Dyke', 'Court']);
  assert.deepEqual(inTwoLines('བདེ་སྐྱིད་སྡེ་ཁུལ།'), ['བདེ་སྐྱིད་', 'སྡེ་ཁུལ།']);
  assert.deepEqual(inTwoLines('芦汀公园'), ['芦汀公园']);
});

test('an area whose pieces lie above each other is named in the roomier, never between them', () => {
  const piece = (x, y, room) => ({ x, y, room, isArea: true });
  assert.equal(joined(piece(10, 50, 30), piece(40, 150, 20)).x, 10);
});

test('a small area that a cell cuts is named in its middle', () => {
  const piece = (x, room) => ({ x, y: 50, room, isArea: true });
  // From 0 to 30 and from 30 to 40: the middle of 0 to 40 is 20.
  assert.equal(joined(piece(15, 30), piece(35, 10)).x, 20);
  assert.equal(joined(piece(200, 400), piece(450, 100)).x, 200);
});
