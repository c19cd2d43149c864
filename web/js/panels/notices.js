/** What the page has to say over the map: quietly, and with a way on. */
import { el, icon } from '../dom.js';

export function createNotices(page) {
  const { words, portal, store, actions } = page;
  const tiles = el(
    'div',
    { class: 'notice trouble', hidden: true },
    el('span', {}, words.t('notice.tiles')),
    el('button', { type: 'button', class: 'link', onclick: () => actions.retryTiles() }, words.t('notice.retry')),
  );
  const refresh = (waiting) => (tiles.hidden = waiting === 0);
  page.watch((state) => state.waitingTiles, refresh);
  refresh(store.get().waitingTiles);
  return el('div', { class: 'notices', role: 'status', 'aria-label': words.t('notice.label') }, demoNotice(page, portal.demo), tiles);
}

function demoNotice({ words, store, actions }, demo) {
  if (!demo || store.get().isDemoKnown) {
    return null;
  }
  const notice = el(
    'div',
    { class: 'notice demo' },
    el('span', {}, words.title(demo.notice)),
    el(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': words.t('notice.dismiss'),
        title: words.t('notice.dismiss'),
        onclick() {
          notice.remove();
          actions.knowDemo();
        },
      },
      icon('close'),
    ),
  );
  return notice;
}

/** What stands in the middle of the page when there is nothing to show: no layers, or no server. */
export function createEmptyState({ words }) {
  return el(
    'section',
    { class: 'instead' },
    el('h2', {}, words.t('empty.title')),
    el('p', {}, words.t('empty.text')),
    el('p', { class: 'quiet' }, words.t('empty.command')),
    el('pre', {}, el('code', {}, 'java -jar linli-atlas.jar import buildings buildings.geojson')),
  );
}

export function createDownState(words, retry) {
  return el(
    'section',
    { class: 'instead', role: 'alert' },
    el('h2', {}, words.t('down.title')),
    el('p', {}, words.t('down.text')),
    el('button', { type: 'button', class: 'button strong', onclick: retry }, words.t('down.retry')),
  );
}
