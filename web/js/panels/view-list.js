/** The map as a list: what is in view, nearest to the middle first, by layer. */
import { el } from '../dom.js';
import { classAt } from '../map/cartography.js';
import { callOf, labelOf, styleFieldOf } from './describe.js';
import { swatch } from './swatch.js';

export function createViewList(page) {
  const element = el('div', { class: 'view-list' });
  const refresh = () => element.replaceChildren(...contents(page));
  page.watch((state) => state.seen, refresh);
  page.watch((state) => state.layers, refresh);
  refresh();
  return element;
}

function contents(page) {
  const { store, words } = page;
  const { seen, layers } = store.get();
  const total = totalOf(seen);
  if (total === 0) {
    const says = layers?.length === 0 ? words.t('list.noLayers') : words.t('list.empty');
    return [el('p', { class: 'quiet' }, says)];
  }
  return topFirst(page, seen).map(([id, tally]) => section(page, id, tally));
}

/** How many features are in view, in all layers. */
export function totalOf(seen) {
  return seen ? [...seen.layers.values()].reduce((sum, { total }) => sum + total, 0) : 0;
}

/** What lies on top of the map comes first; what it showed to somebody else, a moment ago, is passed over. */
export function topFirst({ ruleOf, layerOf }, seen) {
  const there = [...seen.layers].filter(([id, { total }]) => total > 0 && ruleOf(id) && layerOf(id));
  return there.sort(([a], [b]) => ruleOf(b).order - ruleOf(a).order);
}

function section(page, id, { total, rows }) {
  const { words, layerOf } = page;
  const layer = layerOf(id);
  const heading = `in-view-${id}`;
  return el(
    'section',
    { 'aria-labelledby': heading },
    el(
      'h2',
      { id: heading, class: 'group' },
      el('span', { class: 'title' }, words.title(layer.titles)),
      el('span', { class: 'count' }, words.number(total)),
    ),
    el('ul', { class: 'rows' }, rows.map((row) => item(page, layer, row))),
    rows.length < total && el('p', { class: 'quiet more' }, words.t('list.more', { shown: rows.length })),
  );
}

function item(page, layer, { features, feature, number }) {
  const { words, actions, ruleOf } = page;
  const rule = ruleOf(layer.id);
  const target = { layer: layer.id, code: features.code(feature) };
  const valueOf = (name) => features.property(feature, name);
  const name = callOf(layer, valueOf, words);
  const kind = labelOf(styleFieldOf(layer), valueOf(layer.styleField), words);
  return el(
    'li',
    {},
    el(
      'button',
      {
        type: 'button',
        'data-code': target.code,
        onclick: () => actions.select(target),
        onmouseenter: () => actions.point(target),
        onmouseleave: () => actions.point(null),
        onfocus: () => actions.point(target),
        onblur: () => actions.point(null),
      },
      swatch(rule, classAt(rule, number), layer.geometry),
      el('span', { class: 'name', lang: name.language }, name.text),
      el('span', { class: 'under' }, kind === name.text ? target.code : kind),
    ),
  );
}
