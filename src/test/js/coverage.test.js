import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COVERAGE_PARTS, UNNAMED } from '../../../web/js/coverage/address.js';
import { changedMetrics, changesOf, lengthMetres, squareAround, supposedClasses, TOOLS } from '../../../web/js/coverage/changes.js';
import { Findings } from '../../../web/js/coverage/findings.js';
import { daysAround, daysUntil, histogramOf, lowestAreas, metricsOf, questionOf, tendency, tilesOf, weekOf } from '../../../web/js/coverage/lenses.js';
import { figureOf, sayDifference } from '../../../web/js/coverage/numbers.js';
import { SHARES, shareClassOf } from '../../../web/js/coverage/shares.js';
import { pathOf } from '../../../web/js/charts/spark.js';
import { formatHash, parseHash } from '../../../web/js/hash.js';
import { createWords, loadMessages } from '../../../web/js/i18n/words.js';

const words = createWords('en', await loadMessages('en', 'coverage'));

test('an address of the coverage page reads back as the state it was written from', () => {
  const state = {
    ...UNNAMED,
    view: { zoom: 17, lat: 36.04, lon: 101.43 },
    lens: 'access',
    asOf: '2026-06-12T10:00:00Z',
    versus: '2026-06-05T10:00:00Z',
    area: 'DJ-G3',
    only: 'never',
    windowDays: 90,
    reachMetres: 500,
    leastArea: 0,
    mode: 'walk',
  };
  assert.deepEqual({ ...UNNAMED, ...parseHash(formatHash(state, COVERAGE_PARTS), COVERAGE_PARTS) }, state);
  assert.equal(formatHash(UNNAMED, COVERAGE_PARTS), '#v1');
});

test('a moment, a number or a lens that cannot be is passed over', () => {
  for (const part of ['asof=yesterday', 'asof=2026-13-40T00:00Z', 'window=-1', 'reach=x', 'lens=tax', 'mode=fly', 'duty=none']) {
    assert.deepEqual(parseHash(`#v1&${part}`, COVERAGE_PARTS), {}, part);
  }
});

test('each lens asks its own analysis for what the reader chose, and nothing that it does not know', () => {
  const state = { ...UNNAMED, windowDays: 90, asOf: '2026-06-12T10:00:00Z' };
  assert.deepEqual(questionOf(state), { id: 'patrol', parameters: { asOf: state.asOf, duty: 'daily_patrol', window: 90 } });
  assert.deepEqual(questionOf({ ...state, lens: 'hazard' }, null), { id: 'hazard', parameters: { asOf: null, window: 90 } });
  assert.deepEqual(questionOf({ ...state, lens: 'access' }), { id: 'access', parameters: { asOf: state.asOf, mode: 'straight', distance: 300, minArea: 5000 } });
});

test('the days of the slider end with the latest', () => {
  assert.deepEqual(daysUntil('2026-03-01T16:00:00Z', 3), ['2026-02-27T16:00:00Z', '2026-02-28T16:00:00Z', '2026-03-01T16:00:00Z']);
});

test('the days around one are the nearest first, the latest of them without a name of its own', () => {
  const days = daysUntil('2026-03-10T16:00:00Z', 10);
  assert.deepEqual(daysAround(days, null, 2), [days[8], days[7]]);
  assert.deepEqual(daysAround(days, days[8], 2), [days[7], null, days[6]]);
  assert.deepEqual(daysAround(days, '2026-03-01T05:00:00Z', 2), [], 'none are around a moment between them');
});

test('a made layer’s tiles have the analysis’ parameters, and no more fields than are asked for', () => {
  assert.equal(tilesOf('http://a/staff/ogc/collections/x?asOf=1', 'class'), '/staff/ogc/collections/x/tiles/WebMercatorQuad/{z}/{y}/{x}?asOf=1&properties=class');
  assert.equal(tilesOf('/ogc/collections/x', 'class'), '/ogc/collections/x/tiles/WebMercatorQuad/{z}/{y}/{x}?properties=class');
});

test('numbers of one community take the place of the whole’s, with their own numerators', () => {
  const metric = { id: 'a', titles: {}, value: 0.5, numerator: 5, denominator: 10, exclusions: [{ reason: 'x' }], counted: { count: 3 } };
  const finding = { metrics: [metric, { ...metric, id: 'b' }], areas: [{ area: 'N', parent: 'T', metrics: [{ id: 'a', value: 1, numerator: 2, denominator: 2 }] }, { area: 'T', parent: null, metrics: [] }] };
  const [only, ...more] = metricsOf(finding, 'N');
  assert.deepEqual([only.value, only.denominator, only.counted, more.length], [1, 2, null, 0]);
  assert.equal(metricsOf(finding, null), finding.metrics);
  assert.deepEqual(lowestAreas(finding).map(({ area }) => area), ['N']);
});

test('a histogram is read from keys of bin and class, a week from keys of day and hour', () => {
  const { bins, classes } = histogramOf(new Map([['0/fresh', 3], ['1/overdue', 2], ['1/fresh', 1], ['never/never', 4]]));
  assert.deepEqual(bins, ['0', '1', 'never']);
  assert.deepEqual([...classes], [['fresh', [3, 1, 0]], ['overdue', [0, 2, 0]], ['never', [0, 0, 4]]]);
  const week = weekOf(new Map([['1T00', 0.4], ['7T23', 4.4]]));
  assert.deepEqual([week.length, week[0][0], week[6][23], week[3][12]], [7, 0.4, 4.4, null]);
});

test('more coverage is better, more gap is worse, and no difference is neither', () => {
  assert.deepEqual([tendency('coverage.need', 0.1), tendency('gap.person_days', 12), tendency('gap.person_days', -12), tendency('coverage.need', 0)], [1, -1, 1, 0]);
});

test('numbers are written as they are read', () => {
  assert.deepEqual(figureOf(0.6595, 'share', words), { figure: '66%', unit: null });
  assert.deepEqual(figureOf(0.083, 'share', words), { figure: '8.3%', unit: null });
  assert.deepEqual(figureOf(22178.2, 'person-days', words), { figure: '22,178', unit: 'person-days' });
  assert.deepEqual(figureOf(null, 'share', words), { figure: '–', unit: null });
  assert.equal(sayDifference(-0.21, 'share', words), '−21 points');
  assert.equal(sayDifference(0.01, 'share', words), '+1 point');
});

test('a drawn patrol is one walk, a green space a square of its area, and too little is nothing', () => {
  const patrol = { tool: 'patrol', points: [[101.43, 36.04]], startsAt: '2026-06-15T08:00:00Z', kmPerHour: 4 };
  assert.deepEqual(changesOf(patrol), []);
  const [walk] = changesOf({ ...patrol, points: [[101.43, 36.04], [101.44, 36.04]] });
  assert.deepEqual(walk.properties, { operation: 'add', role: 'patrols', started_at: '2026-06-15T08:00:00Z', speed: 4 });
  assert.equal(walk.geometry.type, 'LineString');
  const ring = squareAround([101.43, 36.04], 10_000);
  assert.deepEqual(ring[0], ring[4]);
  assert.ok(Math.abs(lengthMetres(ring) - 400) < 1, `${lengthMetres(ring)} m around`);
  const degree = lengthMetres([[101.43, 36.5], [101.43, 37.5]]);
  assert.ok(Math.abs(degree - 110_996) < 60, `a degree of latitude at 37° has 110,996 m: ${degree}`);
  const [green] = changesOf({ tool: 'green', points: [[101.43, 36.04]], squareMetres: 10_000 });
  assert.equal(green.properties.role, 'green_spaces');
});

test('what would be otherwise is told of the layer that is shown', () => {
  const answer = {
    metrics: [{ id: 'a', difference: 0 }, { id: 'b', difference: 0.2 }, { id: 'c', difference: null }],
    changed: [{ layer: 'patrol_gaps', rows: [{ code: 'B1', after: { class: 'fresh' } }, { code: 'B2', after: null }] }],
  };
  assert.deepEqual([...supposedClasses(answer, 'patrol_gaps')], [['B1', 'fresh']]);
  assert.equal(supposedClasses(answer, 'green_access').size, 0);
  assert.deepEqual(changedMetrics(answer).map(({ id }) => id), ['b']);
  const project = { metrics: [{ id: 'hazards.change.answered', difference: -1 }, { id: 'reach.residents', difference: 5 }] };
  assert.deepEqual(changedMetrics(project, TOOLS.project).map(({ id }) => id), ['reach.residents'], 'of hazards a project promises nothing');
});

test('every share has a class, at its edges too', () => {
  assert.deepEqual([0, 0.399, 0.4, 0.8, 0.95, 1].map(shareClassOf), ['least', 'least', 'low', 'high', 'most', 'most']);
  assert.equal(shareClassOf(null), null);
  assert.equal(SHARES.length, 5);
});

test('tiles of a made layer are those of the very moment', () => {
  assert.equal(
    tilesOf('/staff/ogc/collections/patrol_gaps?asOf=2026-06-15T10%3A00%3A00Z'),
    '/staff/ogc/collections/patrol_gaps/tiles/WebMercatorQuad/{z}/{y}/{x}?asOf=2026-06-15T10%3A00%3A00Z',
  );
});

test('a trend breaks where nothing is known, and does not where it is', () => {
  assert.equal(pathOf([1, 2, null, 4, 5]).line.split('M').length - 1, 2);
  assert.equal(pathOf([1, null, 2]).line, '');
  assert.ok(pathOf([3, 3]).line.includes('16'), 'a flat line lies in the middle');
});

test('an answer is asked for once, and again only when it failed or its asker gave up', async () => {
  const asked = [];
  const findings = new Findings(null, (_, id, parameters, signal) => {
    asked.push(id);
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('given up')));
      if (parameters.fails) {
        reject(new Error('failed'));
      } else if (!parameters.waits) {
        resolve(id);
      }
    });
  });
  const question = { id: 'a', parameters: {} };
  const done = new AbortController();
  await findings.get(question, done.signal);
  done.abort();
  assert.equal(await findings.get(question), 'a');
  assert.deepEqual([findings.find(question), findings.find({ id: 'z', parameters: {} })], ['a', null]);
  assert.deepEqual(asked, ['a'], 'what is here stays, whatever became of who asked');

  await assert.rejects(findings.get({ id: 'b', parameters: { fails: true } }));
  await assert.rejects(findings.get({ id: 'b', parameters: { fails: true } }));
  assert.deepEqual(asked, ['a', 'b', 'b']);

  const ahead = new AbortController();
  const wanted = new AbortController();
  let isGivenUp = false;
  const shared = findings.get({ id: 'd', parameters: { waits: true } }, ahead.signal);
  shared.catch(() => (isGivenUp = true));
  assert.equal(findings.get({ id: 'd', parameters: { waits: true } }, wanted.signal), shared);
  ahead.abort();
  await Promise.resolve();
  assert.equal(isGivenUp, false, 'somebody else still waits');
  wanted.abort();
  await assert.rejects(shared);

  const first = new AbortController();
  const slow = { id: 'c', parameters: { waits: true } };
  const given = findings.get(slow, first.signal);
  first.abort();
  const second = findings.get(slow, new AbortController().signal);
  await assert.rejects(given);
  assert.notEqual(second, given, 'another asker does not share what was given up');
  assert.equal(findings.get(slow), second, 'and the first one’s end does not forget the second');
});

test('the zones of a moment are asked for once, from the worst on, and forgotten with the answers', async () => {
  const asked = [];
  const rows = { features: [{ properties: { rank: 2 } }, { properties: { rank: 1 } }] };
  const findings = new Findings(null, undefined, async (address) => {
    asked.push(address);
    return { features: [...rows.features] };
  });
  const finding = { layers: [{ id: 'gap_zones', geojson: '/zones?asOf=1' }] };
  assert.equal(findings.findZones({ layers: [] }), null, 'nothing for those who may not see them');
  assert.equal(findings.findZones(finding), undefined);
  const zones = await findings.getZones(finding);
  assert.deepEqual(zones.map(({ properties }) => properties.rank), [1, 2]);
  assert.equal(await findings.getZones(finding), zones);
  assert.equal(findings.findZones(finding), zones);
  assert.equal(asked.length, 1);
  findings.forget();
  assert.equal(findings.findZones(finding), undefined);
});
