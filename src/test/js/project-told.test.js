import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checksOf, effectOf, lifeOf, moneyOf, monthsAfter, pictureOf, stagesOf } from '../../../web/js/projects/told.js';

const CODES = ['draft', 'proposed', 'reviewed', 'funded', 'building', 'completed', 'maintained', 'lapsed'].map((code) => ({ code, titles: { en: code }, colour: '#999999' }));
const LAYER = { fields: [{ name: 'status', codes: CODES }] };
const TODAY = '2026-06-15';
const GARDEN = { status: 'maintained', proposed_at: '2025-01-11', funded_at: '2025-02-08', completed_at: '2025-03-07', maintained_at: '2025-04-15', check_3m: 'passed', check_3m_at: '2025-06-16', check_12m: 'failed', check_12m_at: '2026-03-18', cost: 18600, funding_public: 0 };
const short = (stages) => stages.map(({ code, days, state }) => `${code} ${days ?? '-'} ${state}`);

test('the stages it went through have their days; those to come stand after them', () => {
  assert.deepEqual(short(stagesOf(LAYER, { status: 'funded', proposed_at: '2026-05-01', funded_at: '2026-05-31' })), ['proposed - passed', 'funded 30 now', 'building - ahead', 'completed - ahead', 'maintained - ahead']);
});

test('what has lapsed ends there: nothing is ahead of it', () => {
  assert.deepEqual(short(stagesOf(LAYER, { status: 'lapsed', proposed_at: '2022-07-25', lapsed_at: '2022-11-21' })), ['proposed - passed', 'lapsed 119 now']);
});

test('a stage without a date is shown all the same', () => {
  assert.deepEqual(short(stagesOf(LAYER, { status: 'completed' })), ['completed - now', 'maintained - ahead']);
});

test('a check is due at its month; one that nobody noted is missing, not passed', () => {
  assert.deepEqual(checksOf(GARDEN, TODAY).map(({ months, due, state }) => `${months} ${due} ${state}`), ['3 2025-06-07 passed', '6 2025-09-07 missing', '12 2026-03-07 failed']);
  assert.deepEqual(checksOf({ completed_at: '2026-05-01' }, TODAY).map(({ state }) => state), ['ahead', 'ahead', 'ahead']);
  assert.deepEqual(checksOf({ status: 'proposed' }, TODAY), []);
});

test('what lapsed before a check was due did not miss it', () => {
  assert.deepEqual(checksOf({ completed_at: '2024-01-31', lapsed_at: '2024-06-01' }, TODAY).map(({ state }) => state), ['missing', 'ahead', 'ahead']);
});

test('months end on their last day', () => {
  assert.equal(monthsAfter('2024-11-30', 3), '2025-02-28');
  assert.equal(monthsAfter('2025-01-31', 12), '2026-01-31');
});

test('whether it lives is what the last check that was due says', () => {
  assert.equal(lifeOf(GARDEN, TODAY).state, 'poor');
  assert.equal(lifeOf({ ...GARDEN, check_12m: 'passed' }, TODAY).state, 'good');
  assert.equal(lifeOf({ ...GARDEN, check_12m: null }, TODAY).state, 'unknown');
  assert.equal(lifeOf({ status: 'completed', completed_at: '2026-05-01' }, TODAY).state, 'young');
  assert.equal(lifeOf({ status: 'funded' }, TODAY).state, 'unbuilt');
  assert.equal(lifeOf({ ...GARDEN, status: 'lapsed' }, TODAY).state, 'lapsed');
});

test('who paid is told when the server tells it; not told apart, nobody but staff sees what was public', () => {
  const told = { funding_told: 'told', given_match: 6280, given_crowdfunding: 6280, given_donation: 2000, given_in_kind: 4040 };
  assert.deepEqual(moneyOf(GARDEN, told), {
    state: 'told',
    total: 18600,
    parts: [{ source: 'public', amount: 0 }, { source: 'match', amount: 6280 }, { source: 'crowdfunding', amount: 6280 }, { source: 'donation', amount: 2000 }, { source: 'in_kind', amount: 4040 }],
  });
  assert.deepEqual(moneyOf({ ...GARDEN, funding_public: undefined }, { ...told, given_match: 6000 }).parts[0], { source: 'public', amount: 280 });
  assert.deepEqual(moneyOf({ ...GARDEN, funding_public: undefined }, { funding_told: 'withheld' }), { state: 'withheld', total: 18600, parts: [] });
  assert.deepEqual(moneyOf({ ...GARDEN, funding_public: 600 }, { funding_told: 'withheld' }), { state: 'withheld', total: 18600, parts: [{ source: 'public', amount: 600 }, { source: 'others', amount: 18000 }] });
  assert.equal(moneyOf({ status: 'funded', cost: 5, funding_public: null }, null).state, 'unbuilt');
  assert.deepEqual(moneyOf({ status: 'proposed' }, null), { state: 'none', total: null, parts: [] });
  assert.deepEqual(moneyOf({ cost: 5, funding_public: 9, completed_at: '2025-01-01' }, null), { state: 'unknown', total: 5, parts: [] });
});

test('a picture is a name in the portal’s own folder, and nothing else', () => {
  assert.equal(pictureOf('tyre-garden-after.svg'), '/pictures/tyre-garden-after.svg');
  for (const other of ['//evil.example/a.png', 'https://evil.example/a.png', '../a.png', 'a/b.png', 'javascript:alert(1)', 'a.html', 'a.png?x', '<img onerror>.png', '', null, 7]) {
    assert.equal(pictureOf(other), null, String(other));
  }
});

test('what is said of hazards is said in the language', () => {
  const impact = { verdict: 'cannot_tell', card: '此前', card_en: 'before', card_bo: 'སྔོན།', low_percent: -62, high_percent: 70 };
  assert.equal(effectOf(impact, 'bo').card, 'སྔོན།');
  assert.deepEqual([effectOf(impact, 'en').low, effectOf(impact, 'en').high], [-62, 70]);
  assert.equal(effectOf(null, 'en'), null);
});
