import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWords, loadMessages } from '../../../web/js/i18n/words.js';
import { callOf, describe } from '../../../web/js/panels/describe.js';

const titles = (text) => ({ zh: `${text}中`, en: text, bo: `${text}བོད` });
const field = (name, type = 'text', more = {}) => ({ name, type, titles: titles(name), unit: null, codes: [], ...more });
const code = (name) => ({ code: name, titles: titles(name), colour: '#123456' });
const LAYER = {
  id: 'projects',
  titles: titles('Projects'),
  nameField: 'title',
  styleField: 'status',
  fields: [
    field('title'), field('title_en'), field('title_bo'), field('story'), field('story_en'),
    field('status', 'text', { codes: ['proposed', 'funded', 'completed'].map(code) }),
    field('community_code'), field('proposed_at', 'date'), field('funded_at', 'date'), field('completed_at', 'date'),
    field('cost', 'real', { unit: 'CNY' }), field('year', 'integer'), field('lit', 'boolean'),
    field('check_3m', 'text', { codes: [code('passed')] }), field('check_3m_at', 'date'),
    field('source'), field('updated_at', 'instant'),
  ],
};
const VALUES = {
  title: '遮阳小广场', title_en: 'The shaded square', story: '故'.repeat(60), status: 'completed',
  community_code: 'C-1', proposed_at: '2025-01-01', completed_at: '2025-01-31', cost: 12500.5, year: 2008, lit: false,
  check_3m: 'passed', check_3m_at: '2025-04-30', source: '居委会', updated_at: '2026-05-01T10:00:00Z',
};
const words = async (language) => createWords(language, await loadMessages(language));
const factNamed = (told, name) => told.facts.find((fact) => fact.name === name);

test('a card is in the language of the reader, where the feature is', async () => {
  const english = describe(LAYER, VALUES, await words('en'));
  assert.deepEqual(english.name, { text: 'The shaded square', language: 'en' });
  assert.deepEqual(english.also, [{ text: '遮阳小广场', language: 'zh' }]);
  assert.equal(english.kind, 'completed');
  const tibetan = describe(LAYER, VALUES, await words('bo'));
  assert.deepEqual(tibetan.name, { text: '遮阳小广场', language: 'zh' });
});

test('the states are told in time, with the days between them', async () => {
  const { steps } = describe(LAYER, VALUES, await words('en'));
  assert.deepEqual(steps.map(({ title, date, days, isLast }) => [title, date, days, isLast]), [
    ['proposed', '1 Jan 2025', null, false],
    ['completed', '31 Jan 2025', 30, true],
  ]);
});

test('what the steps, the heading and the story say is not said again', async () => {
  const told = describe(LAYER, VALUES, await words('zh'));
  assert.deepEqual(told.facts.map(({ name }) => name), ['community_code', 'cost', 'year', 'lit', 'check_3m']);
  assert.deepEqual(told.stories, [{ title: 'story中', text: VALUES.story, language: 'zh' }]);
  assert.equal(told.source, '居委会');
});

test('values are written as the language writes them', async () => {
  const told = describe(LAYER, VALUES, await words('zh'));
  assert.equal(factNamed(told, 'cost').text, '12,500.5 元');
  assert.equal(factNamed(told, 'year').text, '2008');
  assert.equal(factNamed(told, 'lit').text, '否');
  assert.equal(factNamed(told, 'check_3m').text, 'passed中 · 2025年4月30日');
});

test('a key of another layer leads there', async () => {
  const told = describe(LAYER, VALUES, await words('zh'));
  assert.deepEqual(factNamed(told, 'community_code').reference, { layer: 'communities', code: 'C-1' });
});

test('a code that is in no list is shown as it is, and what is missing is not shown', async () => {
  const told = describe(LAYER, { status: 'haunted', lit: null, source: '' }, await words('en'));
  assert.deepEqual(told.facts.map(({ name, text }) => [name, text]), [['status', 'haunted']]);
});

test('a feature without a name is called by what it is', async () => {
  const en = await words('en');
  assert.equal(callOf(LAYER, (name) => ({ status: 'funded' })[name] ?? null, en).text, 'funded');
  assert.equal(callOf({ ...LAYER, nameField: null, styleField: null }, () => null, en).text, 'Projects');
});
