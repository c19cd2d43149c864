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

/** Whom the background map has to name, as plain text; there only while it is shown. */
export function createAttribution({ portal, store, watch }) {
  const owners = [...new Set(portal.basemaps.map(({ attribution }) => attribution).filter(Boolean))];
  const element = el('p', { class: 'attribution' }, owners.join(' · '));
  const refresh = (isShown) => (element.hidden = !isShown || owners.length === 0);
  watch((state) => state.basemap, refresh);
  refresh(store.get().basemap);
  return element;
}
