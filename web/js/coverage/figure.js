/** How a number is made: its formula, what was counted and what was not, as of when, and the rows behind it. */
import { el } from '../dom.js';
import { openDialog } from '../ui/dialog.js';
import { fetchRows } from '../api/analyses.js';
import { button, skeleton, table, trouble } from '../ui/parts.js';
import { sayValue } from './numbers.js';

const ROWS_SHOWN = 200;

export function openFigure(page, metric) {
  const { words } = page;
  const title = words.title(metric.titles);
  const rows = el('div', { class: 'figure-rows' });
  const dialog = el(
    'dialog',
    { class: 'dialog figure-about', 'aria-labelledby': 'figure-title' },
    el('h2', { id: 'figure-title' }, title),
    el('p', { class: 'figure-value' }, sayValue(metric.value, metric.unit, words)),
    el('dl', { class: 'facts' }, facts(metric, words)),
    exclusions(metric, page, rows),
    metric.counted && button(words.t('coverage.rowsBehind', { count: metric.counted.count }), { onclick: () => showRows(page, metric.counted.href, rows) }),
    rows,
    el('div', { class: 'door-actions' }, button(words.t('coverage.close'), { isStrong: true, onclick: () => dialog.close() })),
  );
  openDialog(dialog);
}

function facts(metric, words) {
  const number = (value) => words.number(Math.round(value * 100) / 100);
  const shown = [
    [words.t('coverage.formula'), words.title(metric.formula)],
    metric.numerator !== null && [words.t('coverage.numerator'), number(metric.numerator)],
    metric.denominator !== null && [words.t('coverage.denominator'), number(metric.denominator)],
    [words.t('coverage.asOf'), words.instant(metric.asOf)],
    metric.reason && [words.t('coverage.why'), words.title(metric.reason.titles)],
  ];
  return shown.filter(Boolean).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)));
}

function exclusions({ exclusions: left }, page, rows) {
  const { words } = page;
  if (left.length === 0) {
    return el('p', { class: 'quiet' }, words.t('coverage.allCounted'));
  }
  const item = ({ titles, count, href }) =>
    el('li', {}, el('span', {}, words.title(titles)), el('span', { class: 'count' }, words.number(count)), href && button(words.t('coverage.rows'), { onclick: () => showRows(page, href, rows) }));
  return el('section', {}, el('h3', {}, words.t('coverage.leftOut')), el('ul', { class: 'left-out' }, left.map(item)));
}

/** The rows themselves, as many as can be read; the file has all. */
async function showRows(page, href, place) {
  const { words } = page;
  place.replaceChildren(skeleton(words.t('page.loading')));
  try {
    const { features } = await fetchRows(href);
    const names = [...new Set(features.slice(0, ROWS_SHOWN).flatMap(({ properties }) => Object.keys(properties)))].filter((name) => !['source', 'updated_at'].includes(name)).slice(0, 6);
    const columns = [{ title: words.t('card.code'), cell: ({ id }) => String(id) }, ...names.map((name) => ({ title: name, cell: ({ properties }) => String(properties[name] ?? '') }))];
    place.replaceChildren(
      table({ caption: words.t('coverage.rows'), columns, rows: features.slice(0, ROWS_SHOWN) }),
      el('p', { class: 'quiet' }, features.length > ROWS_SHOWN ? words.t('coverage.rowsShown', { shown: ROWS_SHOWN, count: features.length }) : ''),
    );
  } catch (failure) {
    place.replaceChildren(trouble(failure.said ?? words.t('coverage.noAnswer'), button(words.t('down.retry'), { onclick: () => showRows(page, href, place) })));
  }
}
