/** Where it is worst, as a list: gap zones for staff, else communities; choosing a row shows it on the map. */
import { el, refill } from '../dom.js';
import { empty } from '../ui/parts.js';
import { LENS, lowestAreas } from './lenses.js';
import { sayValue } from './numbers.js';

const SHOWN_AT_FIRST = 10;

export function createWorst(page) {
  const element = el('div', { class: 'worst' });
  let isWhole = false;
  const refresh = () => {
    refill(element, ...contents(page, isWhole, showAll));
    element.setAttribute('aria-busy', String(page.store.get().areZonesLate));
  };
  const showAll = () => {
    isWhole = true;
    refresh();
  };
  ['finding', 'zones', 'areZonesLate', 'zone', 'area'].forEach((name) => page.watch((state) => state[name], refresh));
  refresh();
  return element;
}

function contents(page, isWhole, showAll) {
  const { store, words } = page;
  const { finding, zones, areZonesLate, area, lens } = store.get();
  if (!finding) {
    return [];
  }
  // Communities that give way to zones a moment later would be pressed in their stead.
  if (areZonesLate && !zones && lens === 'patrol') {
    return [el('p', { class: 'quiet' }, words.t('page.loading'))];
  }
  const rows = zones && lens === 'patrol' ? zoneRows(page, zones, area) : areaRows(page, finding);
  if (rows.length === 0) {
    return [empty(zones ? words.t('coverage.noZones') : words.t('coverage.noAreas'))];
  }
  const shown = isWhole ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return [
    el('ol', { class: 'worst-list' }, shown.map((row, i) => worstItem(row, i))),
    rows.length > shown.length && el('button', { type: 'button', class: 'link', onclick: showAll }, words.t('coverage.all', { count: rows.length })),
  ].filter(Boolean);
}

/** The zones of a community, or all: `[{ code, number, title, language, figure, under, isChosen, choose }]`. */
export function zoneRows({ store, words, actions }, zones, area) {
  const { finding, zone } = store.get();
  const names = new Map(finding.areas.map((each) => [each.area, words.title(each.titles)]));
  return zones
    .filter(({ properties }) => !area || properties.community_code === area)
    .map(({ id, properties }) => ({
      code: id,
      number: String(properties.rank),
      title: names.get(properties.community_code) ?? properties.community_code ?? id,
      figure: words.number(Math.round(properties.gap_person_days)),
      figureTitle: words.unit('person-days'),
      under: underZone(properties, words),
      isChosen: zone === id,
      choose: () => actions.chooseZone(id),
    }));
}

/** How many are left out, and how long each of them on the mean: few for long is another matter than many for a day. */
function underZone({ buildings, residents, gap_person_days: personDays }, words) {
  const said = words.t('coverage.zone', { count: buildings, residents: Math.round(residents ?? 0) });
  return residents > 0 ? `${said} · ${words.t('coverage.each', { days: sayValue(personDays / residents, 'd', words) })}` : said;
}

/** Communities from the worst on. */
function areaRows({ store, words, actions }, finding) {
  const { lens, area } = store.get();
  const { metric, isHighGood } = LENS[lens].bars;
  const valueOf = (each) => each.metrics.find(({ id }) => id === metric)?.value ?? null;
  const unit = finding.metrics.find(({ id }) => id === metric)?.unit ?? 'share';
  const known = lowestAreas(finding).filter((each) => valueOf(each) !== null);
  known.sort((a, b) => (valueOf(a) - valueOf(b)) * (isHighGood ? 1 : -1));
  return known.map((each, i) => ({
    code: each.area,
    number: String(i + 1),
    title: words.title(each.titles),
    figure: sayValue(valueOf(each), unit, words),
    figureTitle: '',
    under: ofWhole(each.metrics.find(({ id }) => id === metric), words),
    isChosen: area === each.area,
    choose: () => actions.chooseArea(area === each.area ? null : each.area),
  }));
}

function ofWhole({ numerator, denominator }, words) {
  return numerator === null || denominator === null ? '' : words.t('coverage.of', { part: Math.round(numerator), whole: Math.round(denominator) });
}

function worstItem({ code, number, title, figure, figureTitle, under, isChosen, choose }) {
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', class: 'worst-row', 'data-code': code, 'data-key': code, 'aria-pressed': String(isChosen), onclick: choose },
      el('span', { class: 'rank' }, number),
      el('span', { class: 'two-lines' }, el('span', { class: 'name' }, title), el('span', { class: 'under' }, under)),
      el('span', { class: 'worst-figure' }, el('strong', {}, figure), el('span', { class: 'under' }, figureTitle)),
    ),
  );
}
