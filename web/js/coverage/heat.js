/** When nobody comes: the hours of a week as a table, each darker the more often somebody passes. A real table, to be read and heard. */
import { el } from '../dom.js';

const STEPS = 5;

/**
 * @param week seven rows of 24 numbers, Monday first; `null` where it is not known
 * @returns `{ element, update(week) }`
 */
export function createHeat(week, words) {
  const days = weekdays(words);
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const cells = week.map((row) => row.map(() => el('td', {}, el('span'))));
  const element = el(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': words.t('coverage.heat') },
    el(
      'table',
      { class: 'heat' },
      el('caption', { class: 'unseen' }, words.t('coverage.heat')),
      el('thead', {}, el('tr', {}, el('td', {}), hours.map((hour) => el('th', { scope: 'col' }, hour % 3 === 0 ? String(hour) : el('span', { class: 'unseen' }, String(hour)))))),
      el('tbody', {}, cells.map((row, day) => el('tr', {}, el('th', { scope: 'row' }, days[day]), row))),
    ),
  );
  function update(shown) {
    const most = Math.max(...shown.flat(), 1e-9);
    cells.forEach((row, day) => row.forEach((cell, hour) => fill(cell, shown[day][hour], most, words)));
  }
  update(week);
  return { element, update };
}

/** From one day to the next most cells stay as they are. */
function fill(cell, value, most, words) {
  const said = value === null ? words.t('chart.none') : words.number(Math.round(value * 10) / 10);
  const shade = `heat-${stepOf(value, most)}`;
  if (cell.className !== shade) {
    cell.className = shade;
  }
  if (cell.title !== said) {
    cell.title = said;
    cell.firstChild.textContent = said;
  }
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
