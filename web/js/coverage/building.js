/** What is known of one building under the lens: it was pressed on the map. */
import { el, icon } from '../dom.js';
import { fetchRows } from '../api/analyses.js';
import { fetchFeature } from '../api/portal.js';
import { callOf, describe } from '../panels/describe.js';
import { button, skeleton, trouble } from '../ui/parts.js';
import { LENS } from './lenses.js';

export function createBuilding(page) {
  const { words, store, actions, shell } = page;
  const element = el('section', { class: 'chosen-building', hidden: true, 'aria-live': 'polite' });
  page.watch((state) => state.selected, load);
  page.watch((state) => state.finding, load);
  load();

  async function load() {
    const { selected, finding, definition } = store.get();
    const layer = selected && definition?.layers.find(({ id }) => id === selected.layer);
    const made = finding?.layers.find(({ id }) => id === selected?.layer);
    element.hidden = !layer || !made;
    if (element.hidden) {
      return;
    }
    if (element.childElementCount === 0) {
      element.replaceChildren(skeleton(words.t('page.loading')));
    }
    try {
      const [feature, name] = await Promise.all([fetchRows(itemOf(made.items, selected.code)), nameOf(selected.code)]);
      if (store.get().selected?.code === selected.code) {
        fill(layer, feature, name);
      }
    } catch (failure) {
      element.replaceChildren(bar(selected.code), trouble(failure.said ?? words.t('coverage.noAnswer'), button(words.t('down.retry'), { onclick: load })));
    }
  }

  function bar(title, language) {
    return el(
      'div',
      { class: 'panel-head' },
      el('h3', { lang: language }, title),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': words.t('coverage.close'), onclick: () => actions.chooseBuilding(null) }, icon('close')),
    );
  }

  function fill(layer, { properties }, name) {
    const told = describe({ ...layer, nameField: null }, properties, words);
    const facts = told.facts.map(({ title, text, language }) => el('div', {}, el('dt', {}, title), el('dd', { lang: language }, text)));
    element.replaceChildren(bar(name?.text ?? properties.code ?? '', name?.language), el('dl', { class: 'facts' }, facts));
  }

  /** The building's own name; none where the layer it comes from is another one. */
  async function nameOf(code) {
    const layer = shell.layers.find(({ id }) => id === 'buildings');
    if (!layer || !LENS[store.get().lens]) {
      return null;
    }
    try {
      const { properties } = await fetchFeature({ layer: 'buildings', code });
      return callOf(layer, (field) => properties[field] ?? null, words);
    } catch {
      return { text: code, language: words.language };
    }
  }

  return element;
}

/** The address of one item, from that of all of them. */
function itemOf(items, code) {
  const [path, query] = items.split('?');
  return `${path}/${encodeURIComponent(code)}${query ? `?${query}` : ''}`;
}
