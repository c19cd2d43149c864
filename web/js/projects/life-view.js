/** Whether it lives: the checks after 3, 6 and 12 months, those that nobody made, too. */
import { el, icon } from '../dom.js';
import { card } from '../ui/parts.js';
import { checksOf, lifeOf } from './told.js';

export function createLife(words, properties, today) {
  const checks = checksOf(properties, today);
  const { state, check } = lifeOf(properties, today);
  return card(
    { title: words.t('alive.title'), class: 'alive' },
    el('p', { class: `alive-said ${state}` }, sentence(words, state, check)),
    checks.length > 0 && el('ol', { class: 'checks-made' }, checks.map((each) => made(words, each))),
  );
}

function sentence(words, state, check) {
  const date = check?.at ? words.date(check.at) : '';
  const sentences = {
    good: words.t('alive.good', { date }),
    poor: words.t('alive.poor', { date }),
    unknown: words.t('alive.unknown', { date: check ? words.date(check.due) : '' }),
    young: words.t('alive.young'),
    lapsed: words.t('alive.lapsed'),
    unbuilt: words.t('alive.unbuilt'),
  };
  return sentences[state];
}

function made(words, { months, due, at, state }) {
  const titles = { passed: words.t('check.passed'), failed: words.t('check.failed'), missing: words.t('check.missing'), ahead: words.t('check.ahead') };
  const drawings = { passed: 'tick', failed: 'wrench', missing: 'question', ahead: 'plan' };
  return el(
    'li',
    { class: `check-made ${state}` },
    el('span', { class: 'check-mark' }, icon(drawings[state])),
    el('span', { class: 'check-months' }, words.t('check.months', { count: months })),
    el('span', {}, titles[state]),
    el('span', { class: 'quiet' }, at ? words.date(at) : words.t('check.due', { date: words.date(due) })),
  );
}
