/** The layers: shown or not, how many features, which classes, and how many of each are in view. */
import { el, icon } from '../dom.js';
import { classAt } from '../map/cartography.js';
import { labelOf, styleFieldOf } from './describe.js';
import { shareBar, swatch } from './swatch.js';

export function createLayerList(page) {
  const { words, layers, portal, actions, store } = page;
  return el(
    'div',
    { class: 'layer-list' },
    places(page),
    el('ul', { class: 'layers' }, layers.map((layer) => new LayerRow(page, layer).element)),
    portal.basemaps.length > 0 &&
      el(
        'label',
        { class: 'layer-switch basemap' },
        toggle(store.get().basemap, (isOn) => actions.showBasemap(isOn)),
        el('span', { class: 'title' }, words.t('layers.basemap')),
      ),
    footer(words),
  );
}

function places({ words, portal, actions }) {
  return (
    (portal.places ?? []).length > 1 &&
    el(
      'div',
      { class: 'places', role: 'group', 'aria-label': words.t('places.label') },
      portal.places.map(({ name, bbox }) => el('button', { type: 'button', onclick: () => actions.goTo(bbox) }, words.title(name))),
    )
  );
}

function footer(words) {
  return el(
    'footer',
    { class: 'fine-print' },
    words.language === 'bo' && el('p', { class: 'review' }, words.t('language.review')),
    el('a', { href: '/ogc' }, words.t('page.api')),
  );
}

function toggle(isOn, onChange) {
  return el('input', { type: 'checkbox', role: 'switch', checked: isOn, onchange: (event) => onChange(event.target.checked) });
}

class LayerRow {
  constructor(page, layer) {
    Object.assign(this, { page, layer, rule: page.ruleOf(layer.id) });
    const { store, words } = page;
    const title = words.title(layer.titles);
    this.switch = toggle(page.isShown(layer.id), (isOn) => page.actions.showLayer(layer.id, isOn));
    this.picture = swatch(this.rule, this.rule.other, layer.geometry);
    this.share = el('div', { class: 'share' });
    this.legend = el('ul', { class: 'legend', id: `legend-${layer.id}`, hidden: !store.get().legends.includes(layer.id) });
    this.element = el('li', { class: 'layer', 'data-layer': layer.id }, this.#head(title), this.share, this.legend);
    this.#fillLegend();
    page.watch((state) => state.layers, () => this.#refresh());
    page.watch((state) => state.seen, () => this.#refresh());
    page.watch((state) => state.emphasis, () => this.#refresh());
    this.#refresh();
  }

  #head(title) {
    const { words } = this.page;
    const { layer } = this;
    const count = el('span', { class: 'count' }, words.number(layer.count), el('span', { class: 'unseen' }, ` ${words.t('layers.total', { count: layer.count })}`));
    this.expander = el(
      'button',
      {
        type: 'button',
        class: 'icon-button expander',
        'aria-label': words.t('layers.legend', { title }),
        'aria-expanded': String(!this.legend.hidden),
        'aria-controls': this.legend.id,
        onclick: () => this.#toggleLegend(),
      },
      icon('chevron'),
    );
    return el(
      'div',
      { class: 'layer-head' },
      el('label', { class: 'layer-switch', title: words.title(layer.description) }, this.switch, this.picture, el('span', { class: 'title' }, title), count),
      this.expander,
    );
  }

  /** The class that stands for the layer: the one there is most of in view. */
  #leading(counts) {
    const most = Math.max(0, ...counts);
    return most > 0 ? classAt(this.rule, counts.indexOf(most)) : (this.rule.classes[0] ?? this.rule.other);
  }

  #showPicture(counts) {
    const picture = swatch(this.rule, this.#leading(counts), this.layer.geometry);
    this.picture.replaceWith(picture);
    this.picture = picture;
  }

  #toggleLegend() {
    this.legend.hidden = !this.legend.hidden;
    this.expander.setAttribute('aria-expanded', String(!this.legend.hidden));
    this.page.actions.keepLegend(this.layer.id, !this.legend.hidden);
  }

  #fillLegend() {
    const codes = styleFieldOf(this.layer)?.codes ?? [];
    const titles = new Map(codes.map(({ code, titles: byLanguage }) => [code, this.page.words.title(byLanguage)]));
    const numbers = [...this.rule.classes.keys(), this.rule.classes.length];
    this.rows = numbers.map((number) => this.#legendRow(number, titles));
    this.legend.replaceChildren(...this.rows.map(({ element }) => element), ...this.#spentNote());
  }

  /** What small, faint marks mean. */
  #spentNote() {
    const { words } = this.page;
    const field = this.layer.fields.find(({ name }) => name === this.rule.spent?.field);
    const labels = field ? this.rule.spent.codes.map((code) => labelOf(field, code, words)).filter(Boolean) : [];
    return labels.length ? [el('li', { class: 'under' }, words.t('legend.spent', { what: labels.join(words.t('list.comma')) }))] : [];
  }

  #legendRow(number, titles) {
    const { words, actions } = this.page;
    const style = classAt(this.rule, number);
    const emphasis = { layer: this.layer.id, code: style.code };
    const isAll = this.rule.classes.length === 0;
    const title = isAll ? words.title(this.layer.titles) : (titles.get(style.code) ?? words.t('legend.other'));
    const count = el('span', { class: 'count' });
    const button = el(
      'button',
      { type: 'button', title: words.t('legend.hint'), 'aria-pressed': 'false', onclick: () => actions.emphasise(emphasis) },
      swatch(this.rule, style, this.layer.geometry),
      el('span', { class: 'title' }, title),
      count,
    );
    return { number, style, count, button, element: el('li', {}, button) };
  }

  #refresh() {
    const { store, words, isShown } = this.page;
    const { seen, emphasis } = store.get();
    const shown = isShown(this.layer.id);
    const counts = (shown && seen?.layers.get(this.layer.id)?.classes) || [];
    this.switch.checked = shown;
    this.element.classList.toggle('off', !shown);
    this.#showPicture(counts);
    for (const { number, style, count, button, element } of this.rows) {
      const inView = counts[number] ?? 0;
      count.textContent = inView ? words.number(inView) : '';
      button.setAttribute('aria-pressed', String(emphasis?.layer === this.layer.id && emphasis.code === style.code));
      element.classList.toggle('absent', inView === 0);
      element.hidden = number === this.rule.classes.length && number > 0 && inView === 0;
    }
    const parts = this.rows.map(({ number, style }) => ({ colour: this.#shareColour(style), count: counts[number] ?? 0 }));
    this.share.replaceChildren(...(parts.some(({ count }) => count > 0) ? [shareBar(parts)] : []));
  }

  #shareColour(style) {
    const line = this.page.store.get().dark ? style.line : (style.casing ?? style.line);
    const colours = { point: style.strong, any: style.strong, line, track: line };
    return this.rule.boundary ? style.edge : (colours[this.layer.geometry] ?? style.fill);
  }
}
