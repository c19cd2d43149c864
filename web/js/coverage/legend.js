/** The classes of what the map shows, how many of each; a class that is chosen is shown alone. */
import { el, refill } from '../dom.js';
import { classAt } from '../map/cartography.js';
import { swatch } from '../panels/swatch.js';
import { mapLayerOf, seriesOf } from './lenses.js';
import { SHARES, shareTitle } from './shares.js';

export function createLegend(page) {
  const { words, store, watch } = page;
  const element = el('div', { class: 'map-legend', role: 'group', 'aria-label': words.t('coverage.legend') });
  const refresh = () => refill(element, ...rows(page));
  watch(({ finding, only, seen, supposed, by }) => [finding, only, seen, supposed, by], refresh);
  refresh();
  return element;
}

function rows(page) {
  const { store } = page;
  const { finding, definition } = store.get();
  if (!finding || !definition) {
    return [];
  }
  const layer = definition.layers.find(({ id }) => id === mapLayerOf(store.get()));
  return layer ? classRows(page, layer) : shareRows(page);
}

function classRows(page, layer) {
  const { words, store } = page;
  const { finding, seen } = store.get();
  const codes = layer.fields.find(({ name }) => name === layer.styleField)?.codes ?? [];
  const counts = seriesOf(finding, 'class.buildings');
  const inView = seen?.layers.get(layer.id)?.classes ?? [];
  return codes.map(({ code, titles }, i) => row(page, code, words.title(titles), counts.get(code) ?? inView[i] ?? 0));
}

function shareRows(page) {
  const { words } = page;
  return SHARES.map(({ code }) => row(page, code, shareTitle(code, words), null));
}

function row({ words, store, map, actions }, code, title, count) {
  const { only } = store.get();
  const drawn = map.styleOf(code);
  return el(
    'button',
    { type: 'button', class: 'chip', 'aria-pressed': String(only === code), 'data-class': code, 'data-key': code, title: words.t('legend.hint'), onclick: () => actions.chooseClass(only === code ? null : code) },
    drawn && swatch(drawn.rule, drawn.style ?? classAt(drawn.rule, 0), 'polygon'),
    title,
    count !== null && el('span', { class: 'count' }, words.number(count)),
  );
}
