/** Search by name: a combobox whose list is under it (WAI-ARIA 1.2, "Editable combobox with list autocomplete"). */
import { el, icon } from '../dom.js';
import { searchByName } from '../api/portal.js';
import { labelOf, styleFieldOf } from './describe.js';
import { swatch } from './swatch.js';
import { classAt, classOf } from '../map/cartography.js';

const PAUSE_MS = 160;

export function createSearchBox(page) {
  return new SearchBox(page).element;
}

class SearchBox {
  #asking = null;
  #timer = null;
  #results = [];
  #active = -1;

  constructor(page) {
    this.page = page;
    const { words } = page;
    this.input = el('input', {
      type: 'search',
      id: 'search',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: words.t('search.placeholder'),
      'aria-label': words.t('search.label'),
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'search-results',
      oninput: () => this.#askSoon(),
      onkeydown: (event) => this.#key(event),
      onfocus: () => this.#open(this.#results.length > 0),
    });
    this.clear = el(
      'button',
      { type: 'button', class: 'icon-button', hidden: true, 'aria-label': words.t('search.clear'), onclick: () => this.#reset() },
      icon('close'),
    );
    this.list = el('ul', { id: 'search-results', role: 'listbox', 'aria-label': words.t('search.label'), hidden: true });
    this.said = el('p', { class: 'search-said', role: 'status' });
    this.element = el(
      'div',
      { class: 'search', role: 'search', onfocusout: (event) => this.#left(event) },
      el('div', { class: 'search-field' }, icon('search'), this.input, this.clear),
      el('div', { class: 'search-drop' }, this.list, this.said),
    );
  }

  #askSoon() {
    this.clear.hidden = this.input.value === '';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE_MS);
  }

  async #ask() {
    this.#asking?.abort();
    const text = this.input.value.trim();
    if (text === '') {
      this.#show([], '');
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const results = await searchByName(text, asking.signal);
      this.#answer(text, results);
    } catch {
      if (!asking.signal.aborted) {
        this.#show([], this.page.words.t('search.failed'));
      }
    }
  }

  #answer(text, results) {
    const { words, layerOf } = this.page;
    const known = results.filter(({ layer }) => layerOf(layer));
    const said = known.length ? words.t('search.found', { count: known.length }) : words.t('search.none', { text });
    this.#show(known, said);
  }

  #show(results, said) {
    this.#results = results;
    this.#active = -1;
    this.list.replaceChildren(...results.map((result, i) => this.#option(result, i)));
    this.said.textContent = said;
    this.said.classList.toggle('unseen', results.length > 0);
    this.#open(results.length > 0);
    this.input.removeAttribute('aria-activedescendant');
  }

  #option({ layer: id, code, name, names, kind }, i) {
    const { words, layerOf, ruleOf } = this.page;
    const layer = layerOf(id);
    const rule = ruleOf(id);
    const own = names?.[words.language];
    const kindLabel = labelOf(styleFieldOf(layer), kind, words);
    return el(
      'li',
      { role: 'option', id: `search-${i}`, 'aria-selected': 'false', onmousedown: (event) => event.preventDefault(), onclick: () => this.#choose(i) },
      swatch(rule, classAt(rule, classOf(rule, kind)), layer.geometry),
      el(
        'span',
        { class: 'two-lines' },
        el('span', { class: 'name', lang: own ? words.language : 'zh' }, own ?? (name || code)),
        el('span', { class: 'under' }, [words.title(layer.titles), kindLabel].filter(Boolean).join(' · ')),
      ),
    );
  }

  #key(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && this.#results.length) {
      event.preventDefault();
      this.#activate((this.#active + moves[event.key] + this.#results.length) % this.#results.length);
    } else if (event.key === 'Enter' && this.#results.length) {
      this.#choose(Math.max(0, this.#active));
    } else if (event.key === 'Escape') {
      this.#reset();
    }
  }

  #activate(i) {
    this.#open(true);
    this.list.children[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = i;
    const option = this.list.children[i];
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', option.id);
  }

  #choose(i) {
    const { layer, code, bbox } = this.#results[i];
    this.#open(false);
    this.page.actions.visit({ layer, code }, bbox);
  }

  #reset() {
    this.input.value = '';
    this.clear.hidden = true;
    this.#asking?.abort();
    this.#show([], '');
    this.input.focus();
  }

  #open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
  }

  #left(event) {
    if (!this.element.contains(event.relatedTarget)) {
      this.#open(false);
    }
  }
}
