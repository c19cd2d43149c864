import assert from 'node:assert/strict';
import { test } from 'node:test';
import Pbf from '../../../lib/pbf.js';
import { inView } from '../../../web/js/map/in-view.js';
import { readTile } from '../../../web/js/map/mvt.js';
import { TileFeatures } from '../../../web/js/map/tile-features.js';
import { writeTile } from './tiles.js';

const RULE = { id: 'houses', field: 'use', classes: [{ code: 'home' }, { code: 'shop' }] };
const FRAME = { size: 512, zoom: 16, tilesAcross: 1, column: 0, row: 0 };
const ALL = { minX: -1e9, minY: -1e9, maxX: 1e9, maxY: 1e9 };

// 4096 units on 512 pixels: eight units a pixel.
const square = (code, x, y, use, more = {}) => ({
  type: 3,
  parts: [[[x, y], [x, y + 80], [x + 80, y + 80], [x + 80, y]]],
  properties: { code, use, ...more },
});
const cell = (x, features, frame = FRAME) => ({
  coords: { x, y: 0, z: 16 },
  frame,
  layers: [{ rule: RULE, features: new TileFeatures(readTile(new Pbf(writeTile(features)))) }],
});
const codesOf = ({ rows }) => rows.map(({ features, feature }) => features.code(feature));

test('features are counted by class', () => {
  const cells = [cell(0, [square('a', 0, 0, 'home'), square('b', 800, 0, 'shop'), square('c', 1600, 0, 'castle')])];
  const seen = inView(cells, ALL, 9).layers.get('houses');
  assert.deepEqual([seen.total, seen.classes], [3, [1, 1, 1]]);
});

test('a feature that two cells share counts once', () => {
  const cells = [cell(0, [square('a', 4060, 0, 'home')]), cell(1, [square('a', -36, 0, 'home')])];
  assert.equal(inView(cells, ALL, 9).layers.get('houses').total, 1);
});

test('only what touches the window counts', () => {
  const cells = [cell(0, [square('a', 0, 0, 'home'), square('b', 2000, 0, 'home')])];
  const window = { minX: 200, minY: 0, maxX: 512, maxY: 512 };
  assert.deepEqual(codesOf(inView(cells, window, 9).layers.get('houses')), ['b']);
});

test('the nearest to the middle come first, and no more than wanted', () => {
  const cells = [cell(0, [0, 1, 2, 3, 4].map((i) => square(`h${i}`, i * 800, 2000, 'home')))];
  const seen = inView(cells, { minX: 0, minY: 0, maxX: 512, maxY: 512 }, 2).layers.get('houses');
  // The middle is at 2048; h3 stands about 2440 (392 away), h2 about 1640 (408 away).
  assert.equal(seen.total, 5);
  assert.deepEqual(codesOf(seen), ['h3', 'h2']);
});

test('one that stands for many counts as many, and is no row', () => {
  const seen = inView([cell(0, [square('a', 0, 0, 'home', { _count: 40 })])], ALL, 9).layers.get('houses');
  assert.deepEqual([seen.total, seen.rows.length], [40, 0]);
  const alone = inView([cell(0, [square('a', 0, 0, 'home', { _count: 1 })])], ALL, 9).layers.get('houses');
  assert.deepEqual([alone.total, alone.rows.length], [1, 0]);
});

test('a mark on the edge belongs to one cell', () => {
  const mark = (x) => ({ type: 1, parts: [[[x, 10]]], properties: { code: 'm', use: 'home' } });
  assert.equal(inView([cell(0, [mark(4096)]), cell(1, [mark(0)])], ALL, 9).layers.get('houses').total, 1);
});

test('cells that share a deep tile count its features once', () => {
  const features = [square('a', 100, 100, 'home'), square('b', 2500, 100, 'home'), square('c', 2010, 100, 'home')];
  const frames = [0, 1].map((column) => ({ ...FRAME, tilesAcross: 2, column, row: 0 }));
  const cells = frames.map((frame, i) => cell(i, features, frame));
  assert.equal(inView(cells, ALL, 9).layers.get('houses').total, 3);
});
