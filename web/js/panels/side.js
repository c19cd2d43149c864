/** The panel beside the map, on a phone the sheet under it: layers, what is in view, or one feature. */
import { el } from '../dom.js';
import { createFeatureCard } from './feature-card.js';
import { createLayerList } from './layer-list.js';
import { createSearchBox } from './search-box.js';
import { createSheetHandle } from './sheet.js';
import { createViewList, totalOf } from './view-list.js';

const TABS = ['layers', 'list'];

export function createSide(page) {
  const { words, store } = page;
  const body = el('div', { class: 'sheet-body', id: 'panel', tabindex: '-1' });
  const tabs = createTabs(page);
  const sheet = el('div', { class: 'sheet' });
  sheet.append(createSheetHandle(page, sheet), tabs, body, counter(page));

  /** A card hides the list rather than drop it, so that going back finds it as it was left. */
  const panels = { layers: createLayerList(page), list: createViewList(page) };
  let card = null;
  Object.entries(panels).forEach(([name, panel]) => setRoles(panel, name));
  body.append(...Object.values(panels));

  function arrange() {
    const { selected, tab } = store.get();
    card?.remove();
    card = selected && createFeatureCard(page, selected);
    body.append(...(card ? [card] : []));
    tabs.hidden = Boolean(card);
    TABS.forEach((name) => (panels[name].hidden = Boolean(card) || name !== tab));
    body.scrollTop = 0;
  }

  page.watch((state) => state.selected, (selected) => {
    arrange();
    page.actions.arranged(selected, body);
  });
  page.watch((state) => state.tab, arrange);
  arrange();
  return el(
    'aside',
    { class: 'side', 'aria-label': words.t('page.panel') },
    el('div', { class: 'side-top' }, createSearchBox(page)),
    sheet,
  );
}

function setRoles(panel, name) {
  panel.id = `panel-${name}`;
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', `tab-${name}`);
}

function createTabs(page) {
  const { words, store, actions } = page;
  const titles = { layers: words.t('tabs.layers'), list: words.t('tabs.inView') };
  const badge = el('span', { class: 'badge' });
  const buttons = TABS.map((name) =>
    el(
      'button',
      { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}`, onclick: () => actions.openTab(name) },
      titles[name],
      name === 'list' && badge,
    ),
  );
  const refresh = () => {
    const { tab, seen } = store.get();
    const total = totalOf(seen);
    badge.textContent = total ? words.number(total) : '';
    buttons.forEach((button, i) => {
      button.setAttribute('aria-selected', String(TABS[i] === tab));
      button.tabIndex = TABS[i] === tab ? 0 : -1;
    });
  };
  page.watch((state) => state.tab, refresh);
  page.watch((state) => state.seen, refresh);
  refresh();
  return el('div', { class: 'tabs', role: 'tablist', 'aria-label': words.t('tabs.label'), onkeydown: (event) => moveBetween(event, buttons, actions) }, buttons);
}

function moveBetween(event, buttons, actions) {
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const next = (buttons.indexOf(document.activeElement) + 1) % buttons.length;
    actions.openTab(TABS[next]);
    buttons[next].focus();
  }
}

/** Says how much is in view when that has come to rest, to those who cannot see it change. */
function counter({ words, watch }) {
  const element = el('p', { class: 'unseen', 'aria-live': 'polite' });
  let timer = null;
  watch((state) => state.seen, (seen) => {
    clearTimeout(timer);
    timer = setTimeout(() => (element.textContent = words.t('list.count', { count: totalOf(seen) })), 900);
  });
  return element;
}
