import assert from 'node:assert/strict';
import { test } from 'node:test';
import Pbf from '../../../lib/pbf.js';
import { featureAt } from '../../../web/js/map/hit-test.js';
import { readTile } from '../../../web/js/map/mvt.js';
import { TileFeatures } from '../../../web/js/map/tile-features.js';
import { writeTile } from './tiles.js';

const box = (x, y, size) => [[x, y], [x, y + size], [x + size, y + size], [x + size, y]];
const features = new TileFeatures(
  readTile(
    new Pbf(
      writeTile([
        { type: 3, parts: [box(0, 0, 1000)] },
        { type: 3, parts: [box(100, 100, 100)] },
        { type: 3, parts: [box(300, 300, 100), box(340, 340, 20).reverse()] },
        { type: 2, parts: [[[0, 600], [1000, 600]]] },
        { type: 1, parts: [[[500, 600]]] },
        { type: 1, parts: [[[504, 600]]] },
      ]),
    ),
  ),
);

test('of areas that lie in each other the smallest is meant', () => {
  assert.equal(featureAt(features, 150, 150, 5), 1);
  assert.equal(featureAt(features, 250, 250, 5), 0);
});

test('a hole is not part of the area', () => {
  assert.equal(featureAt(features, 310, 310, 5), 2);
  assert.equal(featureAt(features, 350, 350, 5), 0);
});

test('an area is hit inside only', () => {
  assert.equal(featureAt(features, 1003, 500, 5), -1);
});

test('a line is hit beside it, as far as the reach goes', () => {
  assert.equal(featureAt(features, 200, 604, 5), 3);
  assert.equal(featureAt(features, 200, 606, 5), 0);
});

test('a mark comes before a line, and the nearer mark before the farther', () => {
  assert.equal(featureAt(features, 501, 602, 5), 4);
  assert.equal(featureAt(features, 503, 602, 5), 5);
});

test('what is not accepted is not hit', () => {
  assert.equal(featureAt(features, 150, 150, 5, (feature) => feature !== 1), 0);
});
