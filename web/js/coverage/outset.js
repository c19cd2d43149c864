/** The coverage page while only its map is there: the map has its place already, and room is kept for what comes around it. */
import { el } from '../dom.js';
import { LENS } from './lenses.js';

/** @returns the same as `createView` in view.js */
export function createOutset({ words, store }, mapElement) {
  const element = el(
    'main',
    { class: 'document coverage outset', tabindex: '-1' },
    el('header', { class: 'document-head coverage-head' }, el('h1', { tabindex: '-1' }, words.t('nav.coverage'))),
    el('div', { class: 'controls' }),
    el('div', { class: 'headline' }, awaitedNumbers(store.get().lens)),
    el('div', { class: 'coverage-main' }, el('figure', { class: 'panel map-panel' }, el('div', { class: 'map-frame' }, mapElement)), el('div', { class: 'coverage-side' })),
  );
  return { element, pointed: () => undefined, end: () => undefined };
}

/** The shapes of a lens' numbers while they are on their way: nothing jumps when they come. */
export function awaitedNumbers(lens) {
  const shape = () => el('div', { class: 'stat awaited', 'aria-hidden': 'true' }, ['title', 'value', 'note'].map((part) => el('span', { class: `awaited-${part}` })));
  return LENS[lens].headline.map(shape);
}
