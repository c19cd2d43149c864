import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemsOf } from '../../../web/js/data/systems.js';

const at = (code) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const names = (...codes) => systemsOf(codes.map(at)).map(({ code, name }) => `${code} ${name}`);

test('systems are called what people call them', () => {
  assert.deepEqual(names(4326, 4490, 3857, 4549, 32650, 32756, 2437), ['4326 WGS 84', '4490 CGCS2000', '3857 Web Mercator', '4549 CGCS2000 / 3° 120°E', '32650 UTM 50N', '32756 UTM 56S', '2437 EPSG:2437']);
});

test('WGS 84 is there once, whatever the collection says', () => {
  assert.deepEqual(systemsOf(['http://www.opengis.net/def/crs/OGC/1.3/CRS84', at(4326)]), [{ code: '4326', name: 'WGS 84' }]);
  assert.deepEqual(systemsOf(undefined), [{ code: '4326', name: 'WGS 84' }]);
});
