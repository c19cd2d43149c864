/** Small pieces that the list and a project's page both show. */
import { el, icon } from '../dom.js';
import { chip } from '../ui/parts.js';
import { swatch } from '../panels/swatch.js';

const PLAIN = { mark: 'circle' };

/** A name in the language, as an element that says which language it is in. */
export function nameIn(words, properties, field, tag = 'span', more = {}) {
  const said = words.text(field, (name) => properties[name] ?? null);
  return el(tag, { ...more, lang: said?.language }, said?.text ?? '');
}

/** What a community is called; its code where it is not known. */
export function placeName(words, community, code) {
  return community ? (words.text('name', (name) => community.properties[name] ?? null) ?? { text: code, language: null }) : { text: code, language: null };
}

/** A code's words with its colour before them. */
export function codeChip(words, field, code, more = {}) {
  const known = field?.codes.find((each) => each.code === code);
  return known ? chip(words.title(known.titles), { ...more, swatch: known.colour && swatch(PLAIN, { strong: known.colour }, 'point') }) : null;
}

/** Whether it lives, as a short mark; the drawing says it without the colour. */
export function lifeMark(words, { state, check }) {
  const titles = {
    good: words.t('life.good'),
    poor: words.t('life.poor'),
    unknown: words.t('life.unknown'),
    young: words.t('life.young'),
    lapsed: words.t('life.lapsed'),
    unbuilt: words.t('life.unbuilt'),
  };
  const drawings = { good: 'tick', poor: 'wrench', unknown: 'question', young: 'sprout', lapsed: 'rest', unbuilt: 'plan' };
  return el(
    'span',
    { class: `life ${state}` },
    icon(drawings[state]),
    el('span', {}, titles[state]),
    check?.at && el('span', { class: 'life-when' }, words.date(check.at)),
  );
}

/** Money as it is read: no fractions. */
export function money(words, amount) {
  return words.quantity(Math.round(amount), 'CNY');
}
