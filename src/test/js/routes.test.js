import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGES, pathOf, routeOf } from '../../../web/js/routes.js';

test('every page has a path that leads back to it', () => {
  for (const page of PAGES) {
    assert.deepEqual(routeOf(pathOf({ page, code: null })), { page, code: null });
  }
  assert.deepEqual(routeOf(pathOf({ page: 'projects', code: 'LT 5/楼' })), { page: 'projects', code: 'LT 5/楼' });
  assert.deepEqual(routeOf('/data/green_spaces'), { page: 'data', code: 'green_spaces' });
});

test('a path that is a file, an API or unknown is no page', () => {
  for (const path of ['/data/buildings.geojson', '/ogc', '/coverage/x', '/map', '/projects/a/b', '/projects/%zz', '/data/Not', '/staff/api']) {
    assert.equal(routeOf(path), null, path);
  }
});

test('a slash at the end changes nothing', () => {
  assert.deepEqual(routeOf('/coverage/'), { page: 'coverage', code: null });
});
