/** What has to be said of what is shown: whose view it is, whether records are late, what failed. */
import { el } from '../dom.js';
import { openDoor } from '../shell/staff-door.js';
import { createProgress } from '../shell/states.js';
import { button, trouble } from '../ui/parts.js';
import { UNNAMED } from './address.js';

export function createNotices(page) {
  const { store, words, shell } = page;
  const door = (text) => button(text, { drawing: 'key', onclick: () => openDoor({ store, words, access: shell.access }) });
  return el(
    'div',
    { class: 'coverage-notices' },
    notice(page, ({ isBusy }) => isBusy, () => createProgress(words)),
    notice(page, ({ isExpired }) => isExpired, () => trouble(words.t('coverage.expired'), door(words.t('staff.enter')))),
    notice(page, ({ failure }) => failure, (failure) => failed(failure, page)),
    notice(page, ({ isLayerGone }) => isLayerGone, () => trouble(words.t('coverage.gone'), button(words.t('notice.reload'), { onclick: () => page.retry() }))),
    notice(page, ({ waitingTiles }) => waitingTiles > 0, () => trouble(words.t('notice.tiles'), button(words.t('notice.retry'), { onclick: () => page.map.retry() }))),
    notice(page, ({ finding }) => finding?.data.stale && finding.data.until, (until) => el('p', { class: 'stale' }, words.t('coverage.stale', { date: words.day(until) }))),
    notice(page, isPublic, () => el('p', { class: 'quiet public-note' }, words.t('coverage.public'), ' ', door(words.t('staff.enter')))),
  );
}

/** One of them, made when its matter changes and not before: a button stays where it is while somebody reaches for it. */
function notice({ store, watch }, select, make) {
  const element = el('div', { class: 'coverage-notice' });
  const refresh = (matter) => element.replaceChildren(...(matter ? [make(matter)] : []));
  watch(select, refresh);
  refresh(select(store.get()));
  return element;
}

function isPublic({ finding, isStaff, isExpired }) {
  return Boolean(finding) && !isStaff && !isExpired;
}

/** A refusal can be taken back by going to what the page begins with; a silence by asking again. */
function failed({ status, said }, page) {
  const { words, store } = page;
  const isRefused = status >= 400 && status < 500;
  const again = button(words.t('down.retry'), { onclick: () => page.retry() });
  const back = button(words.t('coverage.reset'), { onclick: () => store.set({ ...UNNAMED, lens: store.get().lens }) });
  return trouble(said ?? words.t('coverage.noAnswer'), ...(isRefused ? [back, again] : [again]));
}
