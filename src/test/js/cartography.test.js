import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classAt, classOf, drawingRules } from '../../../web/js/map/cartography.js';
import { atLightness, toHex, toOklch } from '../../../web/js/map/colour.js';

const codes = [{ code: 'home', colour: '#d9c7a3' }, { code: 'shop', colour: '#d69a8b' }, { code: 'plain', colour: null }];
const layer = (id, geometry, more = {}) => ({ id, geometry, styleField: 'use', fields: [{ name: 'use', codes }], ...more });
const bare = (id) => ({ id, geometry: 'point', styleField: null, fields: [] });

test('a colour comes back from lightness, chroma and hue', () => {
  for (const hex of ['#000000', '#ffffff', '#d9c7a3', '#0072b2', '#ff0000']) {
    assert.equal(toHex(toOklch(hex)), hex);
  }
  assert.ok(Math.abs(toOklch(atLightness('#0072b2', 0.8)).l - 0.8) < 0.02);
});

test('an area lies under a line, and a line under a mark, whatever the order they come in', () => {
  const rules = drawingRules([layer('hazards', 'point'), layer('paths', 'line'), layer('buildings', 'polygon'), layer('green_spaces', 'polygon')], false);
  const order = [...rules.values()].sort((a, b) => a.order - b.order).map(({ id }) => id);
  assert.deepEqual(order, ['green_spaces', 'paths', 'buildings', 'hazards']);
});

test('classes are those codes that have a colour; any other value is the other class', () => {
  const rule = drawingRules([layer('buildings', 'polygon')], false).get('buildings');
  assert.deepEqual(rule.classes.map(({ code }) => code), ['home', 'shop']);
  assert.equal(classOf(rule, 'shop'), 1);
  assert.equal(classAt(rule, classOf(rule, 'castle')), rule.other);
  assert.equal(classAt(rule, classOf(rule, null)), rule.other);
});

test('on a light ground an area has just the colour of its code', () => {
  const rule = drawingRules([layer('green_spaces', 'polygon')], false).get('green_spaces');
  assert.equal(rule.classes[0].fill, '#d9c7a3');
});

test('buildings, which fill most of a town, are quieter than their codes and keep their hue', () => {
  const [home] = drawingRules([layer('buildings', 'polygon')], false).get('buildings').classes;
  const [drawn, code] = [toOklch(home.fill), toOklch('#d9c7a3')];
  assert.ok(drawn.l > code.l && drawn.c < code.c && Math.abs(drawn.h - code.h) < 0.05);
});

test('a street is a light band between two darker edges, a footway a row of dots', () => {
  const ways = [{ code: 'street', colour: '#c4ac82' }, { code: 'footway', colour: '#a3a9ad' }];
  const paths = { id: 'paths', geometry: 'line', styleField: 'kind', fields: [{ name: 'kind', codes: ways }] };
  for (const dark of [false, true]) {
    const [street, footway] = drawingRules([paths], dark).get('paths').classes;
    assert.ok(toOklch(street.line).l > toOklch(street.casing).l + 0.1);
    assert.ok(footway.dotted && !footway.casing);
  }
});

test('on a dark ground areas are dark, and marks are light enough to be seen', () => {
  const [home] = drawingRules([layer('buildings', 'polygon')], true).get('buildings').classes;
  assert.ok(toOklch(home.fill).l < 0.5);
  assert.ok(toOklch(home.strong).l > 0.6);
});

test('layers without colours get colours that differ', () => {
  const rules = drawingRules([bare('a'), layer('buildings', 'polygon'), bare('b')], false);
  assert.notEqual(rules.get('a').other.fill, rules.get('b').other.fill);
  assert.equal(rules.get('a').field, null);
});
