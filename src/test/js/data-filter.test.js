import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatHash, parseHash } from '../../../web/js/hash.js';
import { filterOf, literal, nameText, patternOf } from '../../../web/js/data/cql2.js';
import { commandsFor } from '../../../web/js/data/commands.js';
import { addressWith, EVERYTHING, queryOf, typed, wantedOf, WANTED_PARTS } from '../../../web/js/data/wanted.js';

const FIELDS = [
  { name: 'kind', type: 'text' },
  { name: 'cost', type: 'real' },
  { name: 'floors', type: 'integer' },
  { name: 'built', type: 'date' },
  { name: 'at', type: 'instant' },
  { name: 'lit', type: 'boolean' },
];

test('each condition becomes its CQL2, and together they are joined', () => {
  const conditions = [
    { field: 'kind', type: 'text', oneOf: ['greening'] },
    { field: 'kind', type: 'text', oneOf: ['a', 'b'] },
    { field: 'title', type: 'text', has: 'garden' },
    { field: 'cost', type: 'real', from: '1.5', to: 5 },
    { field: 'floors', type: 'integer', from: null, to: 6 },
    { field: 'built', type: 'date', from: '2025-01-01', to: null },
    { field: 'at', type: 'instant', from: '2025-01-01T00:00:00Z', to: null },
    { field: 'lit', type: 'boolean', is: false },
    { field: 'story', type: 'text', isMissing: true },
    { field: 'story', type: 'text', isMissing: false },
  ];
  assert.deepEqual(filterOf(conditions).split(' AND '), [
    "kind = 'greening'",
    "kind IN ('a', 'b')",
    "CASEI(title) LIKE CASEI('%garden%')",
    'cost >= 1.5',
    'cost <= 5',
    'floors <= 6',
    "built >= DATE('2025-01-01')",
    "at >= TIMESTAMP('2025-01-01T00:00:00Z')",
    'lit = FALSE',
    'story IS NULL',
    'story IS NOT NULL',
  ]);
  assert.equal(filterOf([]), null);
  assert.equal(filterOf([{ field: 'cost', type: 'real', from: null, to: null }]), null);
});

test('no text gets out of its quotes, and signs of a pattern mean themselves', () => {
  assert.equal(literal("O'Brien' OR '1'='1"), "'O''Brien'' OR ''1''=''1'");
  assert.equal(patternOf('50%_\\'), '50\\%\\_\\\\');
  assert.equal(filterOf([{ field: 'n', type: 'text', has: "100%'" }]), "CASEI(n) LIKE CASEI('%100\\%''%')");
});

test('a name that could be read otherwise is quoted', () => {
  assert.equal(nameText('kind'), 'kind');
  assert.equal(nameText('名称'), '"名称"');
  assert.equal(nameText('in'), '"in"');
  assert.equal(nameText('a"b'), '"a""b"');
  assert.equal(nameText('date'), '"date"');
});

test('what is no number is never written as one', () => {
  assert.throws(() => filterOf([{ field: 'cost', type: 'real', from: '1 OR 1=1', to: null }]), RangeError);
  assert.throws(() => filterOf([{ field: 'cost', type: 'real', oneOf: ['Infinity'] }]), RangeError);
});

test('a drawn area is a closed ring in lon-lat, without exponents', () => {
  assert.equal(filterOf([], [[118.67, 37.43], [118.68, 37.43], [1e-7, -0.5]]), 'S_INTERSECTS(geometry, POLYGON((118.67 37.43, 118.68 37.43, 0 -0.5, 118.67 37.43)))');
});

test('an address keeps conditions, and gives them back as they were', () => {
  const conditions = [
    { field: 'kind', oneOf: ['a,b', 'c;d=~!*?..'] },
    { field: 'cost', from: '1.5', to: null },
    { field: 'title', has: '轮胎 & 花园' },
    { field: 'lit', is: true },
    { field: 'code', isMissing: true },
  ];
  const hash = formatHash({ ...EVERYTHING, conditions, box: [118.65, 37.42, 118.69, 37.44], from: '2025-01-01', format: 'gpkg', crs: '4490' }, WANTED_PARTS);
  const read = wantedOf({ ...EVERYTHING, ...parseHash(hash, WANTED_PARTS) });
  assert.deepEqual(read.conditions, conditions);
  assert.deepEqual([read.box, read.from, read.format, read.crs], [[118.65, 37.42, 118.69, 37.44], '2025-01-01', 'gpkg', '4490']);
  assert.equal(formatHash(EVERYTHING, WANTED_PARTS), '#v1');
});

test('an address that cannot be read is passed over', () => {
  assert.deepEqual(parseHash('#v1&box=1,2,3&ring=1,2,3,4&from=2025-13-99&crs=x&where=%3D%3D;;a', WANTED_PARTS), { conditions: [] });
});

test('a condition on a field that the layer lacks, or of another type, is left out', () => {
  const asked = [{ field: 'nothing', oneOf: ['1'] }, { field: 'floors', oneOf: ['x'] }, { field: 'floors', from: '2', to: null }, { field: 'built', from: 'yesterday', to: null }, { field: 'lit', is: true }, { field: 'kind', from: '1', to: null }];
  assert.deepEqual(typed(asked, FIELDS), [
    { field: 'floors', from: '2', to: null, type: 'integer' },
    { field: 'lit', is: true, type: 'boolean' },
  ]);
});

test('a request carries the box, the time and the filter, and nothing when all is wanted', () => {
  const wish = { ...EVERYTHING, conditions: [{ field: 'kind', type: 'text', oneOf: ["it's"] }], box: [1, 2, 3, 4], from: '2025-01-01', to: null };
  assert.deepEqual(queryOf(wish), [['bbox', '1,2,3,4'], ['datetime', '2025-01-01/..'], ['filter', "kind = 'it''s'"]]);
  assert.equal(addressWith('/data/projects.geojson', queryOf(wish)), '/data/projects.geojson?bbox=1,2,3,4&datetime=2025-01-01/..&filter=kind%20%3D%20%27it%27%27s%27');
  assert.equal(addressWith('/data/projects.geojson', queryOf(EVERYTHING)), '/data/projects.geojson');
});

const RECORD = {
  id: 'p',
  downloads: [{ format: 'csv', url: 'http://localhost/data/p.csv' }, { format: 'geojson', url: 'http://localhost/data/p.geojson' }],
  api: { items: 'http://localhost/ogc/collections/p/items' },
  commands: [
    { tool: 'curl', title: 'curl', texts: { zh: 'curl "http://localhost/data/p.geojson"\n', en: 'curl "http://localhost/data/p.geojson"\n' } },
    { tool: 'javascript', title: 'JavaScript', texts: { zh: "ask('http://localhost/ogc/collections/p/items?limit=100')" } },
  ],
};

test('the commands of the dataset ask for the choice instead of the whole', () => {
  const query = [['filter', "kind = 'a'"]];
  const commands = commandsFor(RECORD, { file: addressWith('http://localhost/data/p.geojson', query), items: addressWith(RECORD.api.items, query) });
  assert.equal(commands[0].texts.en, 'curl "http://localhost/data/p.geojson?filter=kind%20%3D%20%27a%27"');
  assert.equal(commands[1].texts.zh, "ask('http://localhost/ogc/collections/p/items?filter=kind%20%3D%20%27a%27&limit=100')");
  assert.equal(commandsFor(RECORD, { file: 'http://localhost/data/p.geojson', items: RECORD.api.items })[1].texts.zh, RECORD.commands[1].texts.zh);
});

test('an address holds nothing that a shell or a quoted text would take for its own', () => {
  const file = addressWith('http://localhost/data/p.geojson', [['filter', `a = 'x"y$(rm -rf ~)\`!' AND b = '\\'`]]);
  assert.match(file.split('?')[1], /^[A-Za-z0-9=%&.,/_~-]*$/);
  assert.equal(new URL(file).searchParams.get('filter'), `a = 'x"y$(rm -rf ~)\`!' AND b = '\\'`);
});
