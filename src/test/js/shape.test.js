/** The shape of the page's code: who may import, fetch and write markup. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SHEETS } from '../../../web/js/shell/sheets.js';

const PAGES = ['map', 'coverage', 'projects', 'data', 'accounts'];
/** What a page's code asks for by itself once its map is under way. */
const FURNITURE = '/js/map/furniture.js';
const LATER = { map: [FURNITURE, '/js/panels/map-view.js'], coverage: [FURNITURE, '/js/coverage/view.js'], projects: [FURNITURE], data: [FURNITURE] };
const WEB = join(dirname(fileURLToPath(import.meta.url)), '../../../web');

function modules(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? modules(path) : entry.name.endsWith('.js') ? [path] : [];
  });
}

const code = new Map(modules(join(WEB, 'js')).map((path) => [`/${relative(WEB, path)}`, readFileSync(path, 'utf8')]));
const importsOf = (path) => [...code.get(path).matchAll(/^(?:import|export) .*?from '([^']+)';$|^import '([^']+)';$/gms)].map(([, from, bare]) => from ?? bare);
const resolve = (path, target) => (target.startsWith('/') ? target : posix.join(posix.dirname(path), target));

function reachable(path, found = new Set()) {
  if (!found.has(path)) {
    found.add(path);
    (code.has(path) ? importsOf(path) : []).forEach((target) => reachable(resolve(path, target), found));
  }
  return found;
}

test('only map/ knows Leaflet', () => {
  for (const path of code.keys()) {
    assert.ok(path.startsWith('/js/map/') || !importsOf(path).includes('/lib/leaflet.js'), path);
  }
});

test('only charts/ knows ECharts', () => {
  for (const path of code.keys()) {
    assert.ok(path.startsWith('/js/charts/') || !code.get(path).includes('/lib/echarts.js'), path);
  }
});

test('what asks the server first waits for no module of a page', () => {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const soon = [...html.matchAll(/<link rel="soon" href="([^"]+)"/g)].map(([, href]) => href);
  const first = [...reachable('/js/main.js'), ...reachable('/js/coverage/ahead.js')];
  assert.deepEqual(soon.filter((href) => first.includes(href)), []);
});

test('no map waits for ECharts', () => {
  assert.ok(!reachable('/js/main.js').has('/lib/echarts.js'));
  assert.ok(!reachable('/js/pages/map.js').has('/lib/echarts.js'));
  assert.ok(!reachable('/js/pages/coverage.js').has('/lib/echarts.js'));
});

test('only api/ fetches', () => {
  for (const [path, text] of code) {
    assert.ok(path.startsWith('/js/api/') || !/\bfetch\(|XMLHttpRequest|EventSource|sendBeacon/.test(text), path);
  }
});

test('no module writes markup or evaluates text', () => {
  for (const [path, text] of code) {
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|bindPopup|bindTooltip/, path);
  }
});

test('every import leads to a module of ours or to a library that is served', () => {
  for (const path of code.keys()) {
    for (const target of importsOf(path)) {
      assert.ok(code.has(resolve(path, target)) || ['/lib/leaflet.js', '/lib/pbf.js', '/lib/echarts.js'].includes(target), `${path} imports ${target}`);
    }
  }
});

test('each page is announced every module that it will need, and no other', () => {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const announced = [...html.matchAll(/<link rel="(?:modulepreload|soon)" href="([^"]+)"(?: data-pages="([a-z ]+)")?>/g)];
  assert.ok(announced.length > 0);
  for (const page of PAGES) {
    const hers = announced.filter(([, , pages]) => !pages || pages.split(' ').includes(page)).map(([, href]) => href);
    const needed = [...reachable(`/js/pages/${page}.js`, reachable('/js/main.js'))].filter((path) => path !== '/js/main.js');
    assert.deepEqual(hers.sort(), needed.sort(), page);
  }
});

test('what comes later is announced whole too, and nothing of it twice', () => {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const announced = [...html.matchAll(/<link rel="later" href="([^"]+)" data-pages="([a-z ]+)">/g)];
  for (const page of PAGES) {
    const first = reachable(`/js/pages/${page}.js`, reachable('/js/main.js'));
    const needed = (LATER[page] ?? []).flatMap((path) => [...reachable(path)]).filter((path) => !first.has(path));
    const hers = announced.filter(([, , pages]) => pages.split(' ').includes(page)).map(([, href]) => href);
    assert.deepEqual(hers.sort(), [...new Set(needed)].sort(), page);
  }
});

test('each page has the style sheets in its head that going to it from another page would bring', () => {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const inHead = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)" data-pages="([a-z ]+)">/g)].map(([, href, pages]) => [href, pages.split(' ')]);
  assert.deepEqual(inHead, SHEETS);
});

test('the page has no script or style of its own', () => {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  assert.doesNotMatch(html, /<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
});
