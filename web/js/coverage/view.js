/** The coverage page as it is seen, in one language: head, numbers, map with its list, charts. */
import { el, icon } from '../dom.js';
import { callOf, labelOf, styleFieldOf } from '../panels/describe.js';
import { beside } from '../panels/pointer-label.js';
import { createViewList } from '../panels/view-list.js';
import { button, card, segments, tabs } from '../ui/parts.js';
import { createBuilding } from './building.js';
import { createControls } from './controls.js';
import { openExport } from './export.js';
import { createHeadline } from './headline.js';
import { createLegend } from './legend.js';
import { createNotices } from './notices.js';
import { createRound, hasRound } from './round.js';
import { AREA_LAYER } from './shares.js';
import { createTimeline } from './timeline.js';
import { createWhatIf } from './what-if.js';
import { createWorst } from './zones.js';

/** @returns `{ element, pointed(hit, point), end() }` */
export function createView(page, mapElement) {
  const { words } = page;
  const timeline = createTimeline(page);
  const charts = lateCharts(page);
  const whatIf = createWhatIf(page);
  const round = createRound(page);
  const label = pointerLabel(page);
  const element = el(
    'main',
    { class: 'document coverage', tabindex: '-1' },
    head(page),
    createControls(page),
    createNotices(page),
    createHeadline(page),
    el(
      'div',
      { class: 'coverage-main' },
      el('figure', { class: 'panel map-panel' }, mapFrame(page, mapElement, label.element), createLegend(page), timeline.element),
      side(page, whatIf, round),
    ),
    charts.element,
    el('p', { class: 'fine-print print-foot' }, words.t('coverage.printed')),
  );
  const dress = () => element.classList.toggle('unanswered', Boolean(page.store.get().failure) && !page.store.get().finding);
  page.watch(({ failure, finding }) => [failure, finding], dress);
  dress();
  const stopPrinting = fitToPaper(mapElement);
  return {
    element,
    pointed: label.show,
    end() {
      stopPrinting();
      timeline.end();
      charts.end();
      whatIf.end();
      round.end();
    },
  };
}

/** The charts come when the map is there: what draws them is the largest part of the page. */
function lateCharts(page) {
  const element = el('div', { class: 'coverage-charts' });
  let charts = null;
  let isOver = false;
  page.whenSeen(async () => {
    const { createCharts } = await import('./charts.js');
    if (!isOver) {
      charts = createCharts(page, element);
    }
  });
  return {
    element,
    end() {
      isOver = true;
      charts?.end();
    },
  };
}

/** The room that the report's page has for the map, in pixels of 1/96 inch: A4 between its margins, less numbers and list. */
const PAPER = { width: 684, height: 450 };

/** On paper the map shows what it shows here, made smaller as a whole: there is no time to bring other tiles. */
function fitToPaper(mapElement) {
  const fit = () => {
    const { clientWidth: width, clientHeight: height } = mapElement;
    const share = Math.min(PAPER.width / width, PAPER.height / height);
    document.body.classList.add('printing');
    Object.assign(mapElement.style, { width: `${width}px`, height: `${height}px`, zoom: String(share) });
    Object.assign(mapElement.parentElement.style, { width: `${width * share}px`, height: `${height * share}px` });
  };
  const unfit = () => {
    Object.assign(mapElement.style, { width: '', height: '', zoom: '' });
    Object.assign(mapElement.parentElement.style, { width: '', height: '' });
    document.body.classList.remove('printing');
  };
  window.addEventListener('beforeprint', fit);
  window.addEventListener('afterprint', unfit);
  return () => {
    window.removeEventListener('beforeprint', fit);
    window.removeEventListener('afterprint', unfit);
  };
}

function head(page) {
  const { words, store, actions, shell, watch } = page;
  const lenses = [
    { value: 'patrol', title: words.t('lens.patrol') },
    { value: 'hazard', title: words.t('lens.hazard') },
    { value: 'access', title: words.t('lens.access') },
  ];
  const copied = button(words.t('card.copy'), { drawing: 'link', 'aria-live': 'polite', onclick: copy });
  async function copy() {
    if (await actions.copyLink()) {
      copied.querySelector('span').textContent = words.t('card.copied');
      copied.classList.add('told');
    }
  }
  const choice = segments({ label: words.t('lens.label'), name: 'lens', options: lenses, value: store.get().lens, onchange: (lens) => actions.look(lens) });
  // The address changes it too: by a link, or on the way back.
  watch(({ lens }) => lens, () => (choice.querySelector(`[value="${store.get().lens}"]`).checked = true));
  return el(
    'header',
    { class: 'document-head coverage-head' },
    el('div', { class: 'coverage-title' }, el('h1', { tabindex: '-1' }, words.t('nav.coverage'), printedChoice(page)), choice),
    el(
      'div',
      { class: 'panel-actions' },
      copied,
      button(words.t('coverage.export'), { drawing: 'save', onclick: () => openExport({ words, store, shell }) }),
      button(words.t('coverage.print'), { drawing: 'print', 'data-key': 'print', onclick: () => window.print() }),
    ),
  );
}

/** On paper there are no controls: what they were set to is said beside the heading. */
function printedChoice({ words, store, watch }) {
  const element = el('span', { class: 'printed-choice' });
  const refresh = () => {
    const { lens, duty, area, finding } = store.get();
    const lenses = { patrol: words.t('lens.patrol'), hazard: words.t('lens.hazard'), access: words.t('lens.access') };
    const duties = { daily_patrol: words.t('duty.daily'), monthly_visit: words.t('duty.monthly') };
    const place = area && words.title(finding?.areas.find((each) => each.area === area)?.titles);
    element.textContent = [lens === 'patrol' ? duties[duty] : lenses[lens], place, finding && words.instant(finding.asOf)].filter(Boolean).join(' · ');
  };
  watch(({ lens, duty, area, finding }) => [lens, duty, area, finding], refresh);
  refresh();
  return element;
}

function mapFrame({ words, store, map, actions, watch }, mapElement, label) {
  const control = (drawing, title, onclick) => el('button', { type: 'button', class: 'icon-button', 'aria-label': title, title, onclick }, icon(drawing));
  const swipe = el('input', { type: 'range', class: 'swipe', min: 2, max: 98, step: 1, value: store.get().swipe * 100, 'aria-label': words.t('coverage.swipe'), oninput: ({ target }) => actions.swipeTo(Number(target.value) / 100) });
  const line = el('div', { class: 'swipe-line', 'aria-hidden': 'true' });
  const cross = el('div', { class: 'cross', 'aria-hidden': 'true' });
  const refresh = () => {
    const { then, swipe: share, drawing, finding } = store.get();
    swipe.hidden = !then;
    line.hidden = !then;
    line.style.left = `${share * 100}%`;
    line.dataset.left = finding ? words.day(finding.asOf) : '';
    line.dataset.right = then ? words.day(then.asOf) : '';
    cross.hidden = !drawing;
    mapElement.classList.toggle('drawing', Boolean(drawing));
  };
  watch(({ then, swipe: share, drawing, finding }) => [then, share, Boolean(drawing), finding], refresh);
  refresh();
  const addByKey = ({ key, target }) => key === 'Enter' && target === mapElement && store.get().drawing && actions.addPoint(null);
  return el(
    'div',
    { class: 'map-frame', onkeydown: addByKey },
    mapElement,
    cross,
    line,
    swipe,
    label,
    el('div', { class: 'map-controls' }, el('div', { class: 'pair' }, control('plus', words.t('map.zoomIn'), () => map.zoomBy(1)), control('minus', words.t('map.zoomOut'), () => map.zoomBy(-1)))),
  );
}

/** The list beside the map, what if, and the next round: one of them in sight. */
function side(page, whatIf, round) {
  const { words, store, watch } = page;
  const element = el('div', { class: 'coverage-side' });
  let chosen = store.get().drawing ? 'what-if' : 'worst';
  const worst = createWorst(page);
  const building = createBuilding(page);
  const list = createViewList(asMapPage(page));
  const refresh = () => {
    const options = [
      { id: 'worst', title: store.get().zones ? words.t('coverage.zones') : words.t('coverage.areas'), panel: worst },
      { id: 'list', title: words.t('tabs.inView'), panel: list },
      { id: 'what-if', title: words.t('whatif.title'), panel: whatIf.element },
      ...(hasRound(store.get()) ? [{ id: 'round', title: words.t('round.title'), panel: round.element }] : []),
    ];
    const box = tabs({ label: words.t('coverage.side'), options, value: options.some(({ id }) => id === chosen) ? chosen : 'worst', onchange: (id) => (chosen = id) });
    element.replaceChildren(building, card({ class: 'side-panel' }, box));
  };
  watch((state) => [Boolean(state.zones), hasRound(state)], refresh);
  refresh();
  return element;
}

/** The coverage page as the map page's list takes it: the same layers, and what choosing one of their features does here. */
function asMapPage({ store, words, watch, map, actions, shell }) {
  return {
    store: { get: () => ({ seen: withoutShares(store.get().seen) }) },
    words,
    watch,
    layerOf: (id) => [...shell.layers, ...(store.get().definition?.layers ?? [])].find((layer) => layer.id === id),
    ruleOf: map.ruleOf,
    actions: { select: actions.open, point: map.point },
  };
}

/** Communities are there twice, as boundaries and in the colours of their numbers: they are told once. */
function withoutShares(seen) {
  return seen && { layers: new Map([...seen.layers].filter(([id]) => id !== AREA_LAYER)) };
}

/** What the pointer is over, beside it. */
function pointerLabel({ words, store, shell }) {
  const name = el('span', { class: 'name' });
  const under = el('span', { class: 'under' });
  const element = el('div', { class: 'pointer-label', 'aria-hidden': 'true', hidden: true }, name, under);
  function show(hit, point) {
    const layer = hit && [...shell.layers, ...(store.get().definition?.layers ?? [])].find(({ id }) => id === hit.rule.id);
    element.hidden = !layer || Boolean(store.get().drawing);
    if (element.hidden) {
      return;
    }
    const valueOf = (field) => hit.features.property(hit.feature, field);
    const said = callOf(layer, valueOf, words);
    name.textContent = said.text;
    name.lang = said.language;
    under.textContent = labelOf(styleFieldOf(layer), valueOf(layer.styleField), words) === said.text ? (hit.features.code(hit.feature) ?? '') : words.title(layer.titles);
    const room = element.parentElement;
    element.style.transform = `translate(${Math.round(beside(point.x, element.offsetWidth, room.clientWidth))}px, ${Math.round(beside(point.y, element.offsetHeight, room.clientHeight))}px)`;
  }
  return { element, show };
}
