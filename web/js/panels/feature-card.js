/** One feature, told by its layer's fields. */
import { el, icon } from '../dom.js';
import { featurePath, fetchFeature } from '../api/portal.js';
import { classAt, classOf } from '../map/cartography.js';
import { callOf, describe } from './describe.js';
import { swatch } from './swatch.js';

/** @returns the card's element; it fills when the feature is here */
export function createFeatureCard(page, target) {
  const card = new FeatureCard(page, target);
  card.load();
  return card.element;
}

class FeatureCard {
  constructor(page, target) {
    Object.assign(this, { page, target, layer: page.layerOf(target.layer), rule: page.ruleOf(target.layer) });
    const { words, actions } = page;
    this.heading = el('h2', { tabindex: '-1', class: 'card-name' }, '…');
    this.body = el('div', { class: 'card-body', 'aria-busy': 'true' }, el('p', { class: 'quiet' }, words.t('card.loading')));
    this.also = el('p', { class: 'also' });
    this.eyebrow = el('p', { class: 'eyebrow' }, this.layer ? words.title(this.layer.titles) : '');
    this.element = el(
      'article',
      { class: 'card', 'data-code': target.code },
      el(
        'div',
        { class: 'card-bar' },
        el('button', { type: 'button', class: 'back', onclick: () => actions.deselect() }, icon('back'), words.t('card.back')),
      ),
      this.eyebrow,
      this.heading,
      this.also,
      this.body,
    );
  }

  async load() {
    const { words, actions } = this.page;
    if (!this.layer) {
      this.#say(words.t('card.gone'));
      return;
    }
    try {
      const feature = await fetchFeature(this.target);
      this.#fill(feature);
      actions.found(this.target, feature.geometry, this.heading.textContent);
    } catch (failure) {
      this.#fail(failure);
    }
  }

  #say(text, ...more) {
    this.heading.textContent = this.target.code;
    this.body.replaceChildren(el('p', { class: 'quiet', role: 'status' }, text), ...more);
    this.body.removeAttribute('aria-busy');
  }

  #fail(failure) {
    const { words } = this.page;
    if (failure.passing === false) {
      this.#say(words.t('card.gone'));
    } else {
      this.#say(words.t('card.failed'), el('button', { type: 'button', class: 'button', onclick: () => this.load() }, words.t('down.retry')));
    }
  }

  #fill({ properties, geometry }) {
    const { words } = this.page;
    const told = describe(this.layer, properties, words);
    const style = classAt(this.rule, classOf(this.rule, properties[this.layer.styleField] ?? null));
    this.heading.textContent = told.name.text;
    this.heading.lang = told.name.language;
    this.also.replaceChildren(...told.also.map(({ text, language }) => el('span', { lang: language }, text)));
    this.eyebrow.replaceChildren(
      swatch(this.rule, style, this.layer.geometry),
      [words.title(this.layer.titles), told.kind].filter(Boolean).join(' · '),
    );
    this.body.removeAttribute('aria-busy');
    this.body.replaceChildren(
      this.#actions(geometry),
      ...told.stories.map(story),
      ...(told.steps.length ? [steps(told.steps, words)] : []),
      el('dl', { class: 'facts' }, told.facts.map((fact) => this.#fact(fact))),
      this.#finePrint(told),
    );
  }

  #actions(geometry) {
    const { words, actions } = this.page;
    const copied = el('span', {}, words.t('card.copy'));
    const copy = async () => {
      if (await actions.copyLink()) {
        copied.textContent = words.t('card.copied');
      }
    };
    return el(
      'div',
      { class: 'card-actions' },
      geometry && el('button', { type: 'button', class: 'button', onclick: () => actions.locate() }, icon('target'), words.t('card.locate')),
      el('button', { type: 'button', class: 'button', 'aria-live': 'polite', onclick: copy }, icon('link'), copied),
    );
  }

  #fact({ title, text, language, colour, reference }) {
    const value = el('dd', { lang: language }, colour && this.#dot(colour), el('span', {}, text));
    if (reference && this.page.layerOf(reference.layer)) {
      this.#link(value, reference);
    }
    return el('div', {}, el('dt', {}, title), value);
  }

  #dot(colour) {
    return swatch({ mark: 'circle' }, { strong: colour }, 'point');
  }

  /** The key of another feature becomes that feature's name, and leads to it. */
  async #link(value, reference) {
    const { words, actions, layerOf } = this.page;
    try {
      const { properties } = await fetchFeature(reference);
      const name = callOf(layerOf(reference.layer), (field) => properties[field] ?? null, words);
      value.replaceChildren(el('button', { type: 'button', class: 'link', lang: name.language, onclick: () => actions.select(reference) }, name.text));
    } catch {
      // The key stays as it is: it may lead to something that is not public.
    }
  }

  #finePrint({ source, updated }) {
    const { words } = this.page;
    return el(
      'p',
      { class: 'fine-print' },
      el('span', {}, `${words.t('card.code')} `, el('code', {}, this.target.code)),
      source && el('span', {}, `${words.t('card.source')} `, el('span', {}, source)),
      updated && el('span', {}, words.t('card.updated', { date: updated })),
      el('a', { href: featurePath(this.target) }, words.t('card.data')),
    );
  }
}

function story({ title, text, language }) {
  return el('section', { class: 'story' }, el('h3', {}, title), el('p', { lang: language }, text));
}

function steps(list, words) {
  return el(
    'section',
    { class: 'steps' },
    el('h3', {}, words.t('card.steps')),
    el('ol', {}, list.map((step) => stepItem(step, words))),
  );
}

function stepItem({ title, date, days, isLast, colour }, words) {
  const gap = days === null ? null : days === 0 ? words.t('card.sameDay') : words.t('card.after', { count: days });
  return el(
    'li',
    { class: isLast ? 'step now' : 'step', 'aria-current': isLast ? 'step' : null },
    swatch({ mark: 'circle' }, { strong: colour ?? '#999999' }, 'point'),
    el('span', { class: 'title' }, title),
    el('span', { class: 'under' }, date),
    gap && el('span', { class: 'gap' }, gap),
  );
}
