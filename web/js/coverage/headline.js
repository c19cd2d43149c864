/** The numbers that are read first: each with its course, what it was at the other moment, and how it is made. */
import { el, icon, refill } from '../dom.js';
import { sparkline } from '../charts/spark.js';
import { stat } from '../ui/parts.js';
import { openFigure } from './figure.js';
import { LENS, metricsOf, seriesOf, tendency } from './lenses.js';
import { figureOf, sayDifference, sayValue } from './numbers.js';
import { awaitedNumbers } from './outset.js';

const SIGNS = { 1: 'better', '-1': 'worse', 0: 'same' };

export function createHeadline(page) {
  const element = el('div', { class: 'headline', 'aria-live': 'polite' });
  const refresh = () => refill(element, ...figures(page));
  ['finding', 'then', 'supposed', 'area', 'history'].forEach((name) => page.watch((state) => state[name], refresh));
  refresh();
  return element;
}

function figures(page) {
  const { store, words } = page;
  const state = store.get();
  if (!state.finding) {
    return awaitedNumbers(state.lens);
  }
  const metrics = metricsOf(state.finding, state.area);
  const shown = LENS[state.lens].headline.flatMap((id) => metrics.filter((metric) => metric.id === id));
  return shown.map((metric) => figure(page, state, metric, words));
}

function figure(page, state, metric, words) {
  const supposed = state.supposed?.metrics.find(({ id }) => id === metric.id);
  const isSupposed = supposed && supposed.after !== null && !state.area;
  const value = isSupposed ? supposed.after : metric.value;
  const { figure: said, unit } = figureOf(value, metric.unit, words);
  const title = words.title(metric.titles);
  const about = el(
    'button',
    { type: 'button', class: 'icon-button about', 'data-key': metric.id, 'aria-label': words.t('coverage.about', { title }), title: words.t('coverage.about', { title }), onclick: () => openFigure(page, metric) },
    icon('info'),
  );
  return stat({
    title,
    value: `${metric.atLeast ? '≥ ' : ''}${said}`,
    unit,
    more: about,
    note: note(state, metric, isSupposed ? supposed : null, words),
    'data-metric': metric.id,
    class: isSupposed && supposed.difference ? 'supposed' : null,
    trend: trend(state, metric, words),
  });
}

/** Under the number: what it would change by, what it was then, else what it is a share of. */
function note(state, metric, supposed, words) {
  if (supposed) {
    return difference(words.t('coverage.instead', { value: sayValue(supposed.before, metric.unit, words) }), metric, supposed.difference ?? 0, words);
  }
  const then = state.then && metricsOf(state.then, state.area).find(({ id }) => id === metric.id);
  if (then && then.value !== null && metric.value !== null) {
    return difference(words.t('coverage.then', { value: sayValue(then.value, metric.unit, words) }), metric, metric.value - then.value, words);
  }
  if (metric.value === null) {
    return words.title(metric.reason?.titles);
  }
  const { numerator, denominator } = metric;
  return numerator !== null && denominator !== null && metric.unit === 'share' ? words.t('coverage.of', { part: Math.round(numerator), whole: Math.round(denominator) }) : '';
}

function difference(text, metric, size, words) {
  return el('span', {}, el('span', { class: `change ${SIGNS[tendency(metric.id, size)]}` }, sayDifference(size, metric.unit, words)), ' ', text);
}

function trend(state, metric, words) {
  const id = LENS[state.lens].trends[metric.id];
  const own = id && !state.area ? [...seriesOf(state.finding, id).values()] : [];
  const values = own.some((value) => value !== null) ? own : sampled(state, metric.id);
  if (new Set(values.filter((value) => value !== null)).size < 2) {
    return null;
  }
  const known = values.filter((value) => value !== null);
  return sparkline(values, words.t('coverage.course', { from: sayValue(known[0], metric.unit, words), to: sayValue(known.at(-1), metric.unit, words) }));
}

/** A number's course from the days that have been asked for. */
function sampled({ history, area }, id) {
  return (history ?? []).map((finding) => (finding && metricsOf(finding, area).find((metric) => metric.id === id)?.value) ?? null);
}
