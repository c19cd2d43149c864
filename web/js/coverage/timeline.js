/** The days that map and numbers can be of: a slider through the last month, played or dragged, and a second one to compare. */
import { el, icon } from '../dom.js';
import { toggle } from '../ui/parts.js';
import { daysUntil } from './lenses.js';

const DAYS = 30;
/** How long a day stays in sight when they are played, at least. */
const PLAYED_MS = 900;
const A_WEEK = 7;

export function createTimeline(page) {
  const { store, words, actions, watch } = page;
  const element = el('div', { class: 'timeline' });
  const said = el('output', { class: 'timeline-said', for: 'asof' });
  const range = el('input', { type: 'range', id: 'asof', min: 0, max: DAYS - 1, step: 1, 'aria-label': words.t('coverage.moment'), oninput: () => choose(Number(range.value)) });
  const play = el('button', { type: 'button', class: 'icon-button play', onclick: () => (timer === null ? start() : stop()) });
  const versusRange = el('input', { type: 'range', id: 'versus', min: 0, max: DAYS - 1, step: 1, 'aria-label': words.t('coverage.versus'), oninput: () => actions.compareWith(days()[Number(versusRange.value)]) });
  const versusSaid = el('output', { class: 'timeline-said', for: 'versus' });
  const versusRow = el('div', { class: 'timeline-row versus' }, el('span', { class: 'timeline-label' }, words.t('coverage.versus')), versusRange, versusSaid);
  const comparing = toggle(words.t('coverage.compare'), false, (isOn) => actions.compareWith(isOn ? days()[Math.max(0, indexOf(store.get().asOf) - A_WEEK)] : null));
  let timer = null;

  element.append(el('div', { class: 'timeline-row' }, play, range, said), versusRow, comparing);

  function days() {
    return daysUntil(store.get().latest, DAYS);
  }

  function indexOf(asOf) {
    const moment = Date.parse(asOf ?? store.get().latest);
    const distances = days().map((day) => Math.abs(Date.parse(day) - moment));
    return distances.indexOf(Math.min(...distances));
  }

  function choose(i) {
    actions.lookAt(i === DAYS - 1 ? null : days()[i]);
  }

  function start() {
    if (indexOf(store.get().asOf) === DAYS - 1) {
      choose(0);
    }
    timer = setTimeout(next, PLAYED_MS);
    dress();
  }

  /** The next day comes when this one is there. */
  function next() {
    if (store.get().isBusy) {
      timer = setTimeout(next, 60);
      return;
    }
    const i = indexOf(store.get().asOf) + 1;
    if (i >= DAYS) {
      stop();
      return;
    }
    choose(i);
    timer = setTimeout(next, PLAYED_MS);
  }

  function stop() {
    clearTimeout(timer);
    timer = null;
    dress();
  }

  function dress() {
    const isPlaying = timer !== null;
    const title = isPlaying ? words.t('coverage.pause') : words.t('coverage.play');
    play.replaceChildren(icon(isPlaying ? 'pause' : 'play'));
    play.setAttribute('aria-label', title);
    play.title = title;
  }

  function refresh() {
    const { latest, asOf, versus } = store.get();
    element.hidden = !latest;
    if (!latest) {
      return;
    }
    range.value = String(indexOf(asOf));
    const moment = words.instant(asOf ?? latest);
    said.textContent = moment;
    range.setAttribute('aria-valuetext', moment);
    versusRow.hidden = !versus;
    comparing.querySelector('input').checked = Boolean(versus);
    if (versus) {
      versusRange.value = String(indexOf(versus));
      versusSaid.textContent = words.instant(versus);
      versusRange.setAttribute('aria-valuetext', words.instant(versus));
    }
  }

  watch(({ latest, asOf, versus }) => ({ latest, asOf, versus }), refresh);
  dress();
  refresh();
  return { element, end: stop };
}
