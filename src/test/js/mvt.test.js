import assert from 'node:assert/strict';
import { test } from 'node:test';
import Pbf from '../../../lib/pbf.js';
import { readTile } from '../../../web/js/map/mvt.js';
import { TileFeatures } from '../../../web/js/map/tile-features.js';
import { writeTile } from './tiles.js';

const read = (features, options) => readTile(new Pbf(writeTile(features, options)));

const SQUARE = [[10, 10], [10, 50], [50, 50], [50, 10]];
const HOLE = [[20, 20], [30, 20], [30, 30], [20, 30]];

test('a polygon with a hole keeps its two rings', () => {
  const tile = read([{ type: 3, parts: [SQUARE, HOLE] }]);
  assert.deepEqual([...tile.parts], [0, 2]);
  assert.deepEqual([...tile.vertices], [0, 4, 8]);
  assert.deepEqual([...tile.xy], [...SQUARE, ...HOLE].flat());
  assert.deepEqual([...tile.boxes], [10, 10, 50, 50]);
});

test('lines and points may have several parts and lie beyond the edge', () => {
  const tile = read([
    { type: 2, parts: [[[-64, 0], [4160, 9]], [[1, 1], [2, 2], [3, 1]]] },
    { type: 1, parts: [[[5, 5]], [[7, 9]]] },
  ]);
  assert.deepEqual([...tile.types], [2, 1]);
  assert.deepEqual([...tile.parts], [0, 2, 4]);
  assert.deepEqual([...tile.vertices], [0, 2, 5, 6, 7]);
  assert.deepEqual([...tile.boxes], [-64, 0, 4160, 9, 5, 5, 7, 9]);
});

test('values of every kind come back', () => {
  const properties = { code: 'b-1', name: '三号楼 ཁང་།', floors: 6, below: -3, height: 17.5, lit: true, dark: false };
  const features = new TileFeatures(read([{ type: 1, parts: [[[0, 0]]], properties }]));
  for (const [name, value] of Object.entries(properties)) {
    assert.equal(features.property(0, name), value, name);
  }
  assert.equal(features.property(0, 'nothing'), null);
  assert.equal(features.code(0), 'b-1');
  assert.equal(features.count(0), 1);
});

test('a feature is found by its key, not by another value that reads the same', () => {
  const features = new TileFeatures(
    read([
      { type: 1, parts: [[[0, 0]]], properties: { code: 'a', name: 'b' } },
      { type: 1, parts: [[[1, 1]]], properties: { code: 'b', name: 'a' } },
    ]),
  );
  assert.equal(features.find('b'), 1);
  assert.equal(features.find('c'), -1);
});

test('a hundred thousand vertices and another extent are read whole', () => {
  const ring = Array.from({ length: 100_000 }, (_, i) => [i % 512, (i * 7) % 512]);
  const tile = read([{ type: 3, parts: [ring] }], { extent: 512 });
  assert.equal(tile.extent, 512);
  assert.deepEqual([...tile.xy], ring.flat());
});

test('an empty answer is a tile without features', () => {
  const tile = readTile(new Pbf(new Uint8Array()));
  assert.equal(tile.size, 0);
  assert.equal(new TileFeatures(tile).find('a'), -1);
});

test('a tile that is none says so', () => {
  assert.throws(() => readTile(new Pbf(writeTileWithCommand(6))), /command 6/);
});

function writeTileWithCommand(command) {
  const pbf = new Pbf();
  pbf.writeMessage(3, (_, layer) => {
    layer.writeMessage(2, (__, feature) => {
      feature.writeVarintField(3, 2);
      feature.writePackedVarint(4, [(1 << 3) | command, 2, 2]);
    });
  });
  return pbf.finish();
}
