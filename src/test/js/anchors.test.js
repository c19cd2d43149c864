import assert from 'node:assert/strict';
import { test } from 'node:test';
import Pbf from '../../../lib/pbf.js';
import { anchorOf } from '../../../web/js/map/anchors.js';
import { readTile } from '../../../web/js/map/mvt.js';
import { writeTile } from './tiles.js';

const WHOLE = [0, 0, 4096, 4096];
const tileOf = (type, ...parts) => readTile(new Pbf(writeTile([{ type, parts }])));

test('a square is named in its middle', () => {
  const anchor = anchorOf(tileOf(3, [[0, 0], [0, 100], [100, 100], [100, 0]]), 0, WHOLE);
  assert.equal(anchor.x, 50);
  assert.ok(Math.abs(anchor.y - 50) < 1);
  assert.equal(anchor.room, 100);
});

test('the name of a courtyard stands on the house, not in the yard', () => {
  const house = [[0, 0], [0, 100], [200, 100], [200, 0]];
  const yard = [[120, 20], [180, 20], [180, 80], [120, 80]];
  assert.equal(anchorOf(tileOf(3, house, yard), 0, WHOLE).x, 60);
});

test('a name stays within its window', () => {
  const wide = tileOf(3, [[-500, 0], [-500, 100], [300, 100], [300, 0]]);
  const anchor = anchorOf(wide, 0, WHOLE);
  assert.equal(anchor.x, 150);
  assert.equal(anchor.room, 300);
  assert.equal(anchorOf(wide, 0, [400, 0, 500, 100]), null);
});

test('a line is named along its longest straight stretch, and never upside down', () => {
  const anchor = anchorOf(tileOf(2, [[400, 300], [400, 100], [390, 90]]), 0, WHOLE);
  assert.deepEqual([anchor.x, anchor.y, anchor.room], [400, 200, 200]);
  assert.ok(Math.abs(anchor.angle) <= Math.PI / 2);
  const back = anchorOf(tileOf(2, [[100, 0], [0, 0]]), 0, WHOLE);
  assert.ok(Math.abs(back.angle) < 1e-9);
});

test('a point outside the window belongs to another cell', () => {
  assert.equal(anchorOf(tileOf(1, [[4096, 5]]), 0, WHOLE), null);
  assert.equal(anchorOf(tileOf(1, [[4095, 5]]), 0, WHOLE).x, 4095);
});
