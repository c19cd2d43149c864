/** The name of what the pointer is over, beside it. The list and the card say the same to whoever has no pointer. */
import { el } from '../dom.js';
import { callOf, labelOf, styleFieldOf } from './describe.js';

const AWAY = 15;

/** Where a label of some length begins beside a place, so that all of it is within the room: after the place, else before it. */
export function beside(place, length, room) {
  return place + AWAY + length <= room ? place + AWAY : Math.max(0, place - AWAY - length);
}

export function createPointerLabel(page) {
  const name = el('span', { class: 'name' });
  const kind = el('span', { class: 'under' });
  const element = el('div', { class: 'pointer-label', 'aria-hidden': 'true', hidden: true }, name, kind);

  function show(hit, point) {
    element.hidden = !hit || !hit.features.code(hit.feature);
    if (element.hidden) {
      return;
    }
    const { words, layerOf } = page;
    const layer = layerOf(hit.rule.id);
    const valueOf = (field) => hit.features.property(hit.feature, field);
    const said = callOf(layer, valueOf, words);
    name.textContent = said.text;
    name.lang = said.language;
    const label = labelOf(styleFieldOf(layer), valueOf(layer.styleField), words);
    kind.textContent = label && label !== said.text ? label : words.title(layer.titles);
    element.style.transform = `translate(${Math.round(beside(point.x, element.offsetWidth, element.parentElement.clientWidth))}px, ${Math.round(beside(point.y, element.offsetHeight, element.parentElement.clientHeight))}px)`;
  }

  return { element, show };
}
