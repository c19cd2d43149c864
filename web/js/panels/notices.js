/** What the page has to say over the map: quietly, and with a way on. */
import { el, icon } from '../dom.js';
import { createProgress } from '../shell/states.js';

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
  return el('div', { class: 'notices', role: 'status', 'aria-label': words.t('notice.label') }, demoNotice(page, portal.demo), tiles, goneNotice(page));
}

/** A layer was taken away, or made anew, while the page was open. */
function goneNotice({ words, store, layerOf, watch }) {
  const said = el('span');
  const notice = el(
    'div',
    { class: 'notice trouble' },
    said,
    el('button', { type: 'button', class: 'link', onclick: () => location.reload() }, words.t('notice.reload')),
  );
  const refresh = (gone) => {
    notice.hidden = gone === null;
    said.textContent = gone === null ? '' : words.t('notice.gone', { title: words.title(layerOf(gone).titles) });
  };
  watch((state) => state.gone, refresh);
  refresh(store.get().gone);
  return notice;
}

/** A line along the top, for as long as the map is being drawn. */
export function createWaiting({ words, store, watch }) {
  const progress = createProgress(words);
  const refresh = (isWaited) => (progress.hidden = !isWaited);
  watch(isAwaited, refresh);
  refresh(isAwaited(store.get()));
  return progress;
}

/** Where tiles fail, a notice says so instead. */
function isAwaited({ isBusy, waitingTiles }) {
  return isBusy && waitingTiles === 0;
}

function demoNotice({ words, store, actions }, demo) {
  if (!demo || store.get().isDemoKnown) {
    return null;
  }
  const notice = el(
    'div',
    { class: 'notice demo' },
    el('span', {}, withOptions(words.title(demo.notice))),
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

/** A text with its command line options set apart, so that none is broken over two lines. */
function withOptions(text) {
  return text.split(/((?:demo )?--[\w.-]+(?:=[\w-]+)?)/).map((part) => (part.includes('--') ? el('code', {}, part) : part));
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
