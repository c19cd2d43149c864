/** The pictures beside the map: how long nobody has come, where, and when. A part of them that is chosen filters the map. */
import { el } from '../dom.js';
import { createBars, createStacks } from '../charts/bars.js';
import { card, empty, segments } from '../ui/parts.js';
import { createHeat } from './heat.js';
import { histogramOf, LENS, lowestAreas, metricsOf, seriesOf, weekOf } from './lenses.js';
import { sayValue } from './numbers.js';
import { shareColourOf } from './shares.js';

const MOST_BARS = 14;
/** Of the classes' colours, for what there should be none of, and for what was done about it. */
const ILL = '#fc8d59';
const WELL = '#4575b4';

/**
 * Fills an element with cards. Another moment of the same lens changes what the charts show and leaves them where they are.
 *
 * A picture is `{ key, props, make(), change(made)?, draw()? }`: its card's properties; how its chart is made, and shown
 * otherwise; or what is drawn anew each time, where it is no chart.
 *
 * @returns `{ end() }`
 */
export function createCharts(page, element) {
  const { store, watch } = page;
  let hung = [];
  let counting = 'buildings';

  function refresh() {
    const { finding, lens } = store.get();
    const pictures = finding ? { patrol: patrolPictures, hazard: hazardPictures, access: accessPictures }[lens](page, finding).filter(Boolean) : [];
    if (pictures.map(({ key }) => key).join() === hung.map(({ key }) => key).join()) {
      pictures.forEach((picture, i) => hung[i].show(picture));
    } else {
      takeDown();
      hung = pictures.map(hang);
      element.dataset.lens = lens;
      element.replaceChildren(...hung.map(({ card: box }) => box));
    }
    element.dataset.moment = finding?.asOf ?? '';
  }

  function hang(picture) {
    const made = picture.make?.();
    const box = card(picture.props, made ? made.element : picture.draw());
    return {
      key: picture.key,
      card: box,
      show: (other) => (made ? other.change(made) : box.lastElementChild.replaceWith(other.draw())),
      end: () => made?.end(),
    };
  }

  function takeDown() {
    hung.forEach((picture) => picture.end());
    hung = [];
  }

  function patrolPictures(_, finding) {
    const { words } = page;
    const ages = seriesOf(finding, `age.${counting}`);
    const week = seriesOf(finding, 'blind.hours');
    return [
      areasPicture(page, finding),
      ages.size > 0 && agePicture(page, { ages, counting }, { key: `ages ${counting}`, props: { title: words.t('coverage.ages'), class: 'ages', actions: countingChoice() } }),
      week.size > 0 && { key: 'week', props: { title: words.t('coverage.heat'), note: words.t('coverage.heatNote'), class: 'blind' }, make: () => createBlindSpots(page, week), change: (made) => made.update(week) },
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

  watch(({ finding, area, only }) => [finding, area, only], refresh);
  refresh();
  return { end: takeDown };
}

/** The hours of the week; under them how many nights pass with nobody there, in the community that is looked at if there is one. */
function createBlindSpots({ words, store }, week) {
  const heat = createHeat(weekOf(week), words);
  const nights = el('p', { class: 'blind-nights' });
  function tellNights() {
    const { finding, area } = store.get();
    const metric = metricsOf(finding, area).find(({ id }) => id === 'blind.nights');
    const place = finding.areas.find((each) => each.area === area);
    nights.hidden = !metric;
    if (metric) {
      nights.replaceChildren([place && words.title(place.titles), words.title(metric.titles)].filter(Boolean).join(' · '), ' ', el('strong', {}, sayValue(metric.value, metric.unit, words)));
    }
  }
  tellNights();
  return {
    element: el('div', {}, heat.element, nights),
    update(other) {
      heat.update(weekOf(other));
      tellNights();
    },
    end: () => undefined,
  };
}

/** Communities by the lens' number, from the worst on, then those of which it is not known; choosing one leaves it alone. */
function areasPicture(page, finding) {
  const { words, store, actions } = page;
  const { lens, area } = store.get();
  const { metric, isHighGood } = LENS[lens].bars;
  const told = finding.metrics.find(({ id }) => id === metric);
  const valueOf = (each) => each.metrics.find(({ id }) => id === metric)?.value ?? null;
  const areas = lowestAreas(finding);
  const known = areas.filter((each) => valueOf(each) !== null);
  const unknown = areas.filter((each) => valueOf(each) === null);
  const title = words.t('coverage.byArea', { title: words.title(told?.titles) });
  if (known.length === 0) {
    return { key: `${lens} no areas`, props: { title }, draw: () => empty(words.t('coverage.noAreas')) };
  }
  known.sort((a, b) => (valueOf(a) - valueOf(b)) * (isHighGood ? 1 : -1));
  const isShare = told.unit === 'share';
  const barOf = (each) => barOfArea(valueOf(each), isShare, words);
  const items = [...known, ...unknown].slice(0, MOST_BARS).map((each) => ({
    name: words.title(each.titles),
    ...barOf(each),
    pick: each.area,
    isFaint: area !== null && area !== each.area,
  }));
  const note = known.length > MOST_BARS ? words.t('coverage.worstOf', { shown: MOST_BARS, count: known.length }) : null;
  return {
    key: `${lens} ${items.length} of ${areas.length} areas`,
    props: { title, note, class: 'by-area' },
    change: (chart) => chart.update(items),
    make: () =>
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
  };
}

/** A number of a community as a bar has it. */
function barOfArea(value, isShare, words) {
  if (value === null) {
    return { value, said: words.t('chart.none') };
  }
  return isShare ? { value: Math.round(value * 100), said: sayValue(value, 'share', words), colour: shareColourOf(value) } : { value, said: words.number(value), colour: ILL };
}

function agePicture(page, { ages, counting }, picture) {
  const { words, store, actions } = page;
  const { definition, only } = store.get();
  const { bins, classes } = histogramOf(ages);
  const codes = definition.layers.flatMap((layer) => layer.fields).find(({ name, codes: has }) => name === 'class' && has.some(({ code }) => code === 'never'))?.codes ?? [];
  const present = codes.filter(({ code }) => classes.has(code) && classes.get(code).some((value) => value > 0));
  const shown = {
    bins: bins.map((bin, i) => binTitle(bin, bins[i + 1], words)),
    countTitle: { buildings: words.t('coverage.countBuildings'), residents: words.t('coverage.countResidents') }[counting],
    classes: present.map(({ code, titles, colour }) => ({ id: code, title: words.title(titles), colour, values: classes.get(code), isFaint: only !== null && only !== code })),
  };
  return {
    ...picture,
    change: (chart) => chart.update(shown),
    make: () => createStacks({ title: words.t('coverage.ages'), binTitle: words.t('coverage.age'), ...shown, words, isEachNamed: true, onpick: (code) => actions.chooseClass(store.get().only === code ? null : code) }),
  };
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

function hazardPictures(page, finding) {
  const { words } = page;
  const late = seriesOf(finding, 'backlog.late_by');
  const bins = [...late.keys()];
  const lateness = {
    bins: bins.map((bin, i) => binTitle(bin, bins[i + 1], words)),
    countTitle: words.t('coverage.countHazards'),
    classes: [{ id: null, title: words.t('coverage.overdue'), colour: ILL, values: [...late.values()] }],
  };
  return [areasPicture(page, finding), flowPicture(page, finding), late.size > 0 && stacksPicture('late', words.t('coverage.lateBy'), words.t('coverage.lateDays'), lateness, words)];
}

/** What came and what was done, week by week. */
function flowPicture({ words }, finding) {
  const [reported, resolved] = ['flow.reported', 'flow.resolved'].map((id) => seriesOf(finding, id));
  if (reported.size === 0) {
    return null;
  }
  const weeks = [...reported.keys()].slice(-26);
  const valuesOf = (series) => weeks.map((week) => series.get(week) ?? null);
  const flow = {
    bins: weeks.map((week) => week.slice(5).replace('-', '/')),
    countTitle: words.t('coverage.countHazards'),
    classes: [
      { id: null, title: words.t('coverage.reported'), colour: ILL, values: valuesOf(reported), stack: 'reported' },
      { id: null, title: words.t('coverage.resolved'), colour: WELL, values: valuesOf(resolved), stack: 'resolved' },
    ],
  };
  return stacksPicture('flow', words.t('coverage.flow'), words.t('coverage.week'), flow, words);
}

function stacksPicture(key, title, binTitle, shown, words) {
  return { key, props: { title }, change: (chart) => chart.update(shown), make: () => createStacks({ title, binTitle, ...shown, words, isKeyed: shown.classes.length > 1 }) };
}

function accessPictures(page, finding) {
  return [areasPicture(page, finding)];
}
