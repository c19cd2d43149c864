import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BARE_UNITS, createWords, loadMessages, PAGES_WITH_MESSAGES } from '../../../web/js/i18n/words.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const LANGUAGES = ['zh', 'en', 'bo'];
const messages = Object.fromEntries(await Promise.all(LANGUAGES.map(async (language) => [language, await allMessages(language)])));

async function allMessages(language) {
  const parts = await Promise.all([null, ...PAGES_WITH_MESSAGES].map((page) => loadMessages(language, page)));
  return Object.assign({}, ...parts);
}

const forms = (message) => (typeof message === 'string' ? [message] : Object.values(message));
const placeholders = (message) => [...new Set(forms(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : entry.name.endsWith('.js') ? [readFileSync(join(folder, entry.name), 'utf8')] : [],
  );
}

test('every language has the same messages', () => {
  for (const language of LANGUAGES) {
    assert.deepEqual(Object.keys(messages[language]).sort(), Object.keys(messages.zh).sort(), language);
  }
});

test('no message is missing and none is unused', () => {
  const code = sources(join(ROOT, 'web/js')).join('\n');
  const used = new Set([...code.matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key));
  const known = Object.keys(messages.zh).filter((key) => !key.startsWith('unit.'));
  assert.deepEqual([...used].sort(), known.sort());
});

test('every unit of the built-in layers and analyses has its words, or is of those that need none', () => {
  const resources = join(ROOT, 'src/main/resources');
  const units = ['layers', 'analyses', 'analyses/layers'].flatMap((folder) => unitsIn(join(resources, folder)));
  assert.ok(new Set(units).size > 15);
  for (const unit of units) {
    assert.ok(`unit.${unit}` in messages.zh || [...BARE_UNITS, 'share'].includes(unit), unit);
  }
});

function unitsIn(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\bunit: *"?([^",}\n]+)/g)].map(([, unit]) => unit.trim()));
}

test('a share is said in percent, and what has no unit as a bare number', async () => {
  const words = createWords('zh', messages.zh);
  assert.deepEqual([words.quantity(0.256, 'share'), words.quantity(1.5, 'ratio'), words.unit('index'), words.quantity(3, 'households')], ['25.6%', '1.5', '', '3 户']);
});

test('a message stands for the same values in every language, and none is empty', () => {
  for (const key of Object.keys(messages.zh)) {
    for (const language of LANGUAGES) {
      assert.deepEqual(placeholders(messages[language][key]), key === 'date.day' ? placeholders(messages[language][key]) : placeholders(messages.zh[key]), `${language} ${key}`);
      assert.ok(forms(messages[language][key]).every((form) => form.trim() !== ''), `${language} ${key}`);
    }
  }
});

test('Tibetan is written in Tibetan', () => {
  for (const [key, message] of Object.entries(messages.bo)) {
    if (!['unit.%'].includes(key)) {
      assert.match(message, /[\u0f00-\u0fff]/, key);
      assert.doesNotMatch(message, /[\u4e00-\u9fff]/, key);
    }
  }
});

test('numbers choose the form of their message', () => {
  const { t } = createWords('en', messages.en);
  assert.equal(t('list.count', { count: 1 }), '1 feature in view');
  assert.equal(t('list.count', { count: 12345 }), '12,345 features in view');
});

test('dates are written in each language’s own order, whatever the browser knows of it', () => {
  const dates = Object.fromEntries(LANGUAGES.map((language) => [language, createWords(language, messages[language]).date('2026-11-04')]));
  assert.deepEqual(dates, { zh: '2026年11月4日', en: '4 Nov 2026', bo: '2026 ལོའི་ཟླ་ 11 ཚེས་ 4' });
});

test('a text is taken in the language if there is one, and says in which it is', () => {
  const values = { name: '楼', name_bo: 'ཁང་།' };
  const text = (language) => createWords(language, messages[language]).text('name', (field) => values[field] ?? null);
  assert.deepEqual(text('bo'), { text: 'ཁང་།', language: 'bo' });
  assert.deepEqual(text('en'), { text: '楼', language: 'zh' });
  assert.equal(createWords('zh', messages.zh).text('story', () => null), null);
});
