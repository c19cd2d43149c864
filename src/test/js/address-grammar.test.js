import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { COVERAGE_PARTS } from '../../../web/js/coverage/address.js';
import { SOUGHT_PARTS } from '../../../web/js/data/catalogue-wish.js';
import { WANTED_PARTS } from '../../../web/js/data/wanted.js';
import { formatHash, MAP_PARTS, parseHash } from '../../../web/js/hash.js';
import { WISH_PARTS } from '../../../web/js/projects/wish.js';

const WEB = join(dirname(fileURLToPath(import.meta.url)), '../../../web/js');

/** Every page with parts of its own, the file that describes them, and a link of version 1 with what it has always meant. */
const PAGES = {
  map: {
    parts: MAP_PARTS,
    file: 'hash.js',
    link: '#v1&at=16/36.04010/101.43021&layers=buildings,hazards&feature=hazards/HZ-7&tab=list&lang=bo&theme=dark',
    means: { view: { zoom: 16, lat: 36.0401, lon: 101.43021 }, layers: ['buildings', 'hazards'], selected: { layer: 'hazards', code: 'HZ-7' }, tab: 'list', language: 'bo', theme: 'dark' },
  },
  coverage: {
    parts: COVERAGE_PARTS,
    file: 'coverage/address.js',
    link: '#v1&at=15/37.43000/118.67000&lens=access&asof=2026-06-01T10:00:00Z&versus=2026-05-01T10:00:00Z&area=LT01&reach=500&mode=walk&by=square&lang=en',
    means: { view: { zoom: 15, lat: 37.43, lon: 118.67 }, lens: 'access', asOf: '2026-06-01T10:00:00Z', versus: '2026-05-01T10:00:00Z', area: 'LT01', reachMetres: 500, mode: 'walk', by: 'square', language: 'en' },
  },
  projects: {
    parts: WISH_PARTS,
    file: 'projects/wish.js',
    link: '#v1&q=%E8%8A%B1%E5%9B%AD&kind=greening,culture&stage=lapsed&year=2025&area=LT01&cost=5000-10000&sort=near&show=map&theme=light',
    means: { wanted: '花园', kinds: ['greening', 'culture'], stages: ['lapsed'], year: '2025', area: 'LT01', cost: '5000-10000', sort: 'near', show: 'map', theme: 'light' },
  },
  catalogue: {
    parts: SOUGHT_PARTS,
    file: 'data/catalogue-wish.js',
    link: '#v1&find=green%20space&topic=green&as=gpkg&fresh=due&terms=CC-BY-4.0',
    means: { find: 'green space', topic: 'green', asFormat: 'gpkg', fresh: 'due', terms: 'CC-BY-4.0' },
  },
  dataset: {
    parts: WANTED_PARTS,
    file: 'data/wanted.js',
    link: '#v1&where=kind%3Dgreening%3Bcost~5000..%3Btitle~*tyre&ring=118.1,37.1,118.2,37.1,118.2,37.2&from=2025-01-01&to=2025-12-31&format=gpkg&crs=4490',
    means: {
      conditions: [
        { field: 'kind', oneOf: ['greening'] },
        { field: 'cost', from: '5000', to: null },
        { field: 'title', has: 'tyre' },
      ],
      ring: [[118.1, 37.1], [118.2, 37.1], [118.2, 37.2]],
      from: '2025-01-01',
      to: '2025-12-31',
      format: 'gpkg',
      crs: '4490',
    },
  },
};

test('a link of version 1 means on every page what it always did, and is written as it was', () => {
  for (const [page, { parts, link, means }] of Object.entries(PAGES)) {
    assert.deepEqual(parseHash(link, parts), means, page);
    assert.deepEqual(parseHash(formatHash(means, parts), parts), means, page);
  }
});

test('a later version, with parts that nobody here knows, is read as far as it is understood', () => {
  for (const [page, { parts, link, means }] of Object.entries(PAGES)) {
    assert.deepEqual(parseHash(`${link.replace('#v1', '#v2')}&mood=calm&%zz=1`, parts), means, page);
  }
});

test('every part stands in the table of its page', () => {
  for (const [page, { parts, file }] of Object.entries(PAGES)) {
    const [table] = readFileSync(join(WEB, file), 'utf8').split('import ');
    for (const { key } of parts) {
      assert.match(table, new RegExp(`\\|[^|]*\\b${key}\\b[^|]*\\|`), `${page}: ${key}`);
    }
  }
});

test('no part means one thing on a page and another on the next', () => {
  const names = new Map();
  for (const { parts } of Object.values(PAGES)) {
    for (const { key, name } of parts) {
      assert.equal(names.get(key) ?? name, name, key);
      names.set(key, name);
    }
  }
});
