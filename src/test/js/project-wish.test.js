import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatHash, parseHash } from '../../../web/js/hash.js';
import { ANY, countsBy, isChoosy, latestOf, metresTo, wished, wishOf, WISH_PARTS, yearOf } from '../../../web/js/projects/wish.js';
import { parentsOf } from '../../../web/js/projects/place.js';

const project = (id, properties, at = [0, 0], parents = []) => ({ id, properties: { title: id, ...properties }, geometry: { type: 'Point', coordinates: at }, parents, placeNames: ['锦苑'] });
const GARDEN = project('A', { title: '轮胎花园', title_en: 'The tyre garden', kind: 'greening', status: 'maintained', proposed_at: '2025-01-11', completed_at: '2025-03-07', cost: 18600, community_code: 'LT20' }, [0, 0.001], ['LT']);
const LAMP = project('B', { title: '亮灯小路', kind: 'lighting', status: 'completed', proposed_at: '2024-05-02', completed_at: '2024-07-01', cost: 5000, community_code: 'LT21' }, [0, 0.01]);
const DREAM = project('C', { title: '书箱', kind: 'culture', status: 'proposed', proposed_at: '2025-02-01', cost: null, community_code: 'LT21' }, [0, 0.1]);
const ALL = [DREAM, LAMP, GARDEN];
const ids = (wish, here) => wished(ALL, { ...ANY, ...wish }, here).map(({ id }) => id);

test('without a wish all are there, the latest step first', () => {
  assert.deepEqual(ids({}), ['A', 'C', 'B']);
  assert.equal(latestOf(GARDEN), '2025-03-07');
});

test('each part of a wish leaves out what does not fit', () => {
  assert.deepEqual(ids({ kinds: ['lighting', 'culture'] }), ['C', 'B']);
  assert.deepEqual(ids({ stages: ['maintained'] }), ['A']);
  assert.deepEqual(ids({ year: '2025' }), ['A', 'C']);
  assert.deepEqual(ids({ area: 'LT21' }), ['C', 'B']);
  assert.deepEqual(ids({ wanted: 'TYRE garden' }), ['A']);
  assert.deepEqual(ids({ wanted: '锦苑 书箱' }), ['C']);
});

test('a community has the projects of those below it', () => {
  assert.deepEqual(ids({ area: 'LT' }), ['A']);
});

test('a range of cost begins with its lower end and ends before its upper; an unknown cost is in none', () => {
  assert.deepEqual(ids({ cost: '5000-10000' }), ['B']);
  assert.deepEqual(ids({ cost: '-5000' }), []);
  assert.deepEqual(ids({ cost: '10000-20000' }), ['A']);
  assert.deepEqual(ids({ cost: '20000-' }), []);
});

test('the order is the one asked for; without a place nothing is near', () => {
  assert.deepEqual(ids({ sort: 'cost' }), ['A', 'B', 'C']);
  assert.deepEqual(ids({ sort: 'cheap' }), ['B', 'A', 'C']);
  assert.deepEqual(ids({ sort: 'near' }, { lat: 0.012, lon: 0 }), ['B', 'A', 'C']);
  assert.deepEqual(ids({ sort: 'near' }), ['A', 'C', 'B']);
});

test('a distance is along the earth, and without a place without end', () => {
  assert.ok(Math.abs(metresTo(LAMP, { lat: 0, lon: 0 }) - 1112) < 1);
  assert.equal(metresTo({ geometry: null }, { lat: 0, lon: 0 }), Infinity);
});

test('a facet is counted as if it alone were not chosen', () => {
  const counts = countsBy(ALL, { ...ANY, kinds: ['lighting'], year: '2025' }, 'kinds', ({ properties }) => [properties.kind]);
  assert.deepEqual([...counts], [['culture', 1], ['greening', 1]]);
});

test('the year is that of the proposal, and none without one', () => {
  assert.deepEqual(ALL.map(yearOf), ['2025', '2024', '2025']);
  assert.equal(yearOf(project('D', { draft_at: '2025-01-01' })), null);
});

test('an address says the wish, and gives it back', () => {
  const wish = { ...ANY, wanted: '花园 & 树', kinds: ['greening', 'culture'], year: '2025', area: 'LT20', cost: '20000-', sort: 'cost', show: 'map' };
  const hash = formatHash({ ...wish, language: 'bo' }, WISH_PARTS);
  assert.equal(hash, '#v1&q=%E8%8A%B1%E5%9B%AD%20%26%20%E6%A0%91&kind=greening,culture&year=2025&area=LT20&cost=20000-&sort=cost&show=map&lang=bo');
  assert.deepEqual(wishOf({ ...ANY, ...parseHash(hash, WISH_PARTS) }), wish);
  assert.deepEqual(parseHash('#v1&year=20x&cost=5-6&sort=luck&kind=,,', WISH_PARTS), { kinds: [] });
  assert.equal(formatHash(ANY, WISH_PARTS), '#v1');
});

test('only what leaves something out is a choice', () => {
  assert.equal(isChoosy({ ...ANY, sort: 'cost', show: 'map' }), false);
  assert.equal(isChoosy({ ...ANY, stages: ['lapsed'] }), true);
});

test('the communities above are told in their order, whatever circles the data has', () => {
  const community = (id, parent_code) => ({ id, properties: { parent_code } });
  const parents = parentsOf([community('C', 'B'), community('B', 'A'), community('A', null), community('X', 'Y'), community('Y', 'X')]);
  assert.deepEqual(parents.get('C'), ['B', 'A']);
  assert.deepEqual(parents.get('X'), ['Y', 'X']);
});
