/** Which duty, how far back, how far to walk: the few choices of each lens. */
import { el, icon, refill } from '../dom.js';
import { choice, segments, toggle } from '../ui/parts.js';
import { DIVISIONS, DUTIES, MODES } from './address.js';
import { hasSquares } from './lenses.js';

const WINDOWS = [7, 30, 90, 365];
/** Metres: 400, 800 and 1,200 are 5, 10 and 15 minutes on foot. */
const DISTANCES = [300, 400, 500, 800, 1200];
const LEAST_AREAS = [0, 400, 5000];

export function createControls(page) {
  const { store, watch } = page;
  const element = el('div', { class: 'controls', role: 'group', 'aria-label': page.words.t('coverage.choices') });
  const refresh = () => refill(element, ...{ patrol, hazard, access }[store.get().lens](page), ...areaChip(page));
  watch(({ lens, area, finding }) => [lens, area, finding !== null], refresh);
  refresh();
  return element;
}

function patrol(page) {
  const { words, store, actions } = page;
  const titles = { daily_patrol: words.t('duty.daily'), monthly_visit: words.t('duty.monthly') };
  return [
    segments({ label: words.t('duty.label'), name: 'duty', options: DUTIES.map((value) => ({ value, title: titles[value] })), value: store.get().duty, onchange: (duty) => actions.set({ duty }) }),
    windowChoice(page),
    ...(hasSquares(store.get()) ? [divisions(page)] : []),
    toggle(words.t('coverage.hazards'), store.get().showsHazards, (isOn) => actions.showHazards(isOn)),
  ];
}

/** By community, or by squares: what the public's map shows. */
function divisions({ words, store, actions }) {
  const titles = { area: words.t('by.area'), square: words.t('by.square') };
  return segments({ label: words.t('by.label'), name: 'by', options: DIVISIONS.map((value) => ({ value, title: titles[value] })), value: store.get().by, onchange: (by) => actions.set({ by, only: null }) });
}

function hazard(page) {
  return [windowChoice(page)];
}

function windowChoice({ words, store, actions }) {
  const options = [{ value: '', title: words.t('coverage.standard') }, ...WINDOWS.map((days) => ({ value: String(days), title: words.quantity(days, 'd') }))];
  return choice({ label: words.t('coverage.window'), options, value: String(store.get().windowDays ?? ''), onchange: (value) => actions.set({ windowDays: value ? Number(value) : null }) });
}

function access({ words, store, actions }) {
  const modes = { straight: words.t('mode.straight'), walk: words.t('mode.walk') };
  const { mode, reachMetres, leastArea } = store.get();
  const distances = DISTANCES.map((metres) => ({ value: String(metres), title: words.quantity(metres, 'm') }));
  const areas = LEAST_AREAS.map((area) => ({ value: String(area), title: area === 0 ? words.t('coverage.anySize') : words.quantity(area, 'm²') }));
  return [
    segments({ label: words.t('mode.label'), name: 'mode', options: MODES.map((value) => ({ value, title: modes[value] })), value: mode, onchange: (chosen) => actions.set({ mode: chosen }) }),
    choice({ label: words.t('coverage.within'), options: distances, value: String(reachMetres), onchange: (value) => actions.set({ reachMetres: Number(value) }) }),
    choice({ label: words.t('coverage.atLeast'), options: areas, value: String(leastArea), onchange: (value) => actions.set({ leastArea: Number(value) }) }),
  ];
}

/** The community that is looked at alone, and the way back to all. */
function areaChip({ words, store, actions }) {
  const { area, finding } = store.get();
  if (!area) {
    return [];
  }
  const title = words.title(finding?.areas.find((each) => each.area === area)?.titles) || area;
  return [
    el('button', { type: 'button', class: 'chip removable', onclick: () => actions.chooseArea(null) }, title, icon('close'), el('span', { class: 'unseen' }, words.t('coverage.clearArea'))),
  ];
}
