/** The pictures beside the map: how long nobody has come, where, and when. A part of them that is chosen filters the map. */
import { el } from '../dom.js';
import { createBars, createStacks } from '../charts/bars.js';
import { card, empty, segments } from '../ui/parts.js';
import { heatTable } from './heat.js';
import { histogramOf, LENS, lowestAreas, seriesOf, weekOf } from './lenses.js';
import { sayValue } from './numbers.js';
import { shareColourOf } from './shares.js';

const MOST_BARS = 14;
/** Of the classes' colours, for what there should be none of, and for what was done about it. */
const ILL = '#fc8d59';
const WELL = '#4575b4';

/** @returns `{ element, end() }` */
export function createCharts(page) {
  const { store, watch } = page;
  const element = el('div', { class: 'coverage-charts' });
  let charts = [];
  let counting = 'buildings';

  function refresh() {
    charts.forEach((chart) => chart.end());
    charts = [];
    const { finding, lens } = store.get();
    const cards = finding ? { patrol: patrolCards, hazard: hazardCards, access: accessCards }[lens](page, finding, keep) : [];
    element.dataset.lens = lens;
    element.replaceChildren(...cards.filter(Boolean));
  }

  function keep(chart) {
    charts.push(chart);
    return chart.element;
  }

  function patrolCards(_, finding) {
    const { words } = page;
    const ages = seriesOf(finding, `age.${counting}`);
    const week = seriesOf(finding, 'blind.hours');
    return [
      areasCard(page, finding, keep),
      ages.size > 0 && card({ title: words.t('coverage.ages'), class: 'ages', actions: countingChoice() }, keep(ageChart(page, ages))),
      week.size > 0 && card({ title: words.t('coverage.heat'), note: words.t('coverage.heatNote'), class: 'blind' }, heatTable(weekOf(week), words)),
    ];
  }

  function countingChoice() {
    const { words } = page;
    const options = [{ value: 'buildings', title: words.t('coverage.buildings') }, { value: 'residents', title: words.t('coverage.residents') }];
    return segments({ label: words.t('coverage.counting'), name: 'counting', options, value: counting, onchange: (value) => {
      counting = value;
      refresh();
      element.querySelector('.ages input:checked')?.focus();
    } });
  }

  watch((state) => state.finding, refresh);
  watch(({ area, only }) => ({ area, only }), refresh);
  refresh();
  return { element, refresh, end: () => charts.forEach((chart) => chart.end()) };
}

/** Communities by the lens' number, from the worst on; choosing one leaves it alone. */
function areasCard(page, finding, keep) {
  const { words, store, actions } = page;
  const { lens, area } = store.get();
  const { metric, isHighGood } = LENS[lens].bars;
  const told = finding.metrics.find(({ id }) => id === metric);
  const valueOf = (each) => each.metrics.find(({ id }) => id === metric)?.value ?? null;
  const known = lowestAreas(finding).filter((each) => valueOf(each) !== null);
  const title = words.t('coverage.byArea', { title: words.title(told?.titles) });
  if (known.length === 0) {
    return card({ title }, empty(words.t('coverage.noAreas')));
  }
  known.sort((a, b) => (valueOf(a) - valueOf(b)) * (isHighGood ? 1 : -1));
  const isShare = told.unit === 'share';
  const items = known.slice(0, MOST_BARS).map((each) => ({
    name: words.title(each.titles),
    value: isShare ? Math.round(valueOf(each) * 100) : valueOf(each),
    said: isShare ? sayValue(valueOf(each), told.unit, words) : words.number(valueOf(each)),
    colour: isShare ? shareColourOf(valueOf(each)) : ILL,
    pick: each.area,
    isFaint: area !== null && area !== each.area,
  }));
  const note = known.length > MOST_BARS ? words.t('coverage.worstOf', { shown: MOST_BARS, count: known.length }) : null;
  return card(
    { title, note, class: 'by-area' },
    keep(
      createBars({
        title,
        nameTitle: words.t('coverage.area'),
        valueTitle: words.title(told.titles),
        items,
        most: isShare ? 100 : null,
        format: (value) => (isShare ? words.quantity(value, '%') : words.number(value)),
        words,
        rowHeight: 26,
        onpick: (code) => actions.chooseArea(store.get().area === code ? null : code),
      }),
    ),
  );
}

function ageChart(page, ages) {
  const { words, store, actions } = page;
  const { definition, only } = store.get();
  const { bins, classes } = histogramOf(ages);
  const codes = definition.layers.flatMap((layer) => layer.fields).find(({ name, codes: has }) => name === 'class' && has.some(({ code }) => code === 'never'))?.codes ?? [];
  const shown = codes.filter(({ code }) => classes.has(code) && classes.get(code).some((value) => value > 0));
  return createStacks({
    title: words.t('coverage.ages'),
    binTitle: words.t('coverage.age'),
    bins: bins.map((bin, i) => binTitle(bin, bins[i + 1], words)),
    classes: shown.map(({ code, titles, colour }) => ({ id: code, title: words.title(titles), colour, values: classes.get(code), isFaint: only !== null && only !== code })),
    words,
    onpick: (code) => actions.chooseClass(store.get().only === code ? null : code),
  });
}

/** Bins are named by the days they begin with. */
function binTitle(bin, next, words) {
  if (bin === 'never') {
    return words.t('coverage.never');
  }
  if (bin === 'unknown') {
    return words.t('coverage.unknown');
  }
  const end = Number(next);
  return Number.isNaN(end) ? `${bin}+` : `${bin}–${next}`;
}

function hazardCards(page, finding, keep) {
  const { words } = page;
  const late = seriesOf(finding, 'backlog.late_by');
  const bins = [...late.keys()];
  const title = words.t('coverage.lateBy');
  return [
    areasCard(page, finding, keep),
    flowCard(page, finding, keep),
    late.size > 0 &&
      card(
        { title },
        keep(createStacks({ title, binTitle: words.t('coverage.age'), bins: bins.map((bin, i) => binTitle(bin, bins[i + 1], words)), classes: [{ id: null, title: words.t('coverage.overdue'), colour: ILL, values: [...late.values()].map((value) => value ?? 0) }], words })),
      ),
  ];
}

/** What came and what was done, week by week. */
function flowCard({ words }, finding, keep) {
  const [reported, resolved] = ['flow.reported', 'flow.resolved'].map((id) => seriesOf(finding, id));
  if (reported.size === 0) {
    return null;
  }
  const weeks = [...reported.keys()].slice(-26);
  const title = words.t('coverage.flow');
  const valuesOf = (series) => weeks.map((week) => series.get(week) ?? 0);
  const classes = [
    { id: null, title: words.t('coverage.reported'), colour: ILL, values: valuesOf(reported), stack: 'reported' },
    { id: null, title: words.t('coverage.resolved'), colour: WELL, values: valuesOf(resolved), stack: 'resolved' },
  ];
  return card({ title }, keep(createStacks({ title, binTitle: words.t('coverage.week'), bins: weeks.map((week) => week.slice(5).replace('-', '/')), classes, words })));
}

function accessCards(page, finding, keep) {
  return [areasCard(page, finding, keep)];
}
