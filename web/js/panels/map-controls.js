/** Buttons for what else takes two fingers or a wheel. */
import { el, icon } from '../dom.js';

export function createMapControls({ words, actions }) {
  const button = (name, label, onclick) => el('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick }, icon(name));
  return el(
    'div',
    { class: 'map-controls' },
    button('whole', words.t('map.whole'), () => actions.goHome()),
    el(
      'div',
      { class: 'pair' },
      button('plus', words.t('map.zoomIn'), () => actions.zoomBy(1)),
      button('minus', words.t('map.zoomOut'), () => actions.zoomBy(-1)),
    ),
  );
}
