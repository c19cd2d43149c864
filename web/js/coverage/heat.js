/** When nobody comes: the hours of a week as a table, each darker the more often somebody passes. A real table, to be read and heard. */
import { el } from '../dom.js';

const STEPS = 5;

/** @param week seven rows of 24 numbers, Monday first; `null` where it is not known */
export function heatTable(week, words) {
  const most = Math.max(...week.flat(), 1e-9);
  const days = weekdays(words);
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return el(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': words.t('coverage.heat') },
    el(
      'table',
      { class: 'heat' },
      el('caption', { class: 'unseen' }, words.t('coverage.heat')),
      el('thead', {}, el('tr', {}, el('td', {}), hours.map((hour) => el('th', { scope: 'col' }, hour % 3 === 0 ? String(hour) : el('span', { class: 'unseen' }, String(hour)))))),
      el('tbody', {}, week.map((row, day) => el('tr', {}, el('th', { scope: 'row' }, days[day]), row.map((value) => cell(value, most, words))))),
    ),
  );
}

function cell(value, most, words) {
  const said = value === null ? words.t('chart.none') : words.number(Math.round(value * 10) / 10);
  return el('td', { class: `heat-${stepOf(value, most)}`, title: said }, el('span', {}, said));
}

/** How dark a number is; what is not known is no shade of nothing. */
export function stepOf(value, most) {
  if (value === null) {
    return 'none';
  }
  return value <= 0 ? 0 : Math.min(STEPS, Math.ceil((value / most) * STEPS));
}

function weekdays(words) {
  return [
    words.t('week.1'),
    words.t('week.2'),
    words.t('week.3'),
    words.t('week.4'),
    words.t('week.5'),
    words.t('week.6'),
    words.t('week.7'),
  ];
}
