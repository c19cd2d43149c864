/** The name of what the pointer is over, beside it. The list and the card say the same to whoever has no pointer. */
import { el } from '../dom.js';
import { callOf, labelOf, styleFieldOf } from './describe.js';

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
    element.style.transform = `translate(${Math.round(point.x + 14)}px, ${Math.round(point.y + 16)}px)`;
  }

  return { element, show };
}
