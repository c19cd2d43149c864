/** The map page around its map, in one language and theme at a time: panels, notices, controls, and what can be done. */
import { createActions } from '../actions.js';
import { createPage } from '../page.js';
import { createAttribution, createMapControls } from './map-controls.js';
import { createEmptyState, createNotices, createWaiting } from './notices.js';
import { createPointerLabel } from './pointer-label.js';
import { createSide } from './side.js';

/**
 * @param parts `{ shell, map, home, rules(), stage }`; what `stage` holds until then stands in the panels' place
 * @returns `{ pointed(hit, point), picked(hit, latlng), renew(), end() }`
 */
export function createMapView({ shell, map, home, rules, stage }) {
  const { store, portal, layers } = shell;
  const actions = createActions(store, layers, map, home);
  let page = null;
  let pointerLabel = null;

  /** Makes the panels anew, for another language or theme. */
  function furnish() {
    page?.end();
    page = createPage({ store, words: shell.words, portal, layers, rules: rules(), actions });
    pointerLabel = createPointerLabel(page);
    const searched = document.getElementById('search')?.value ?? '';
    stage.replaceChildren(createSide(page), createNotices(page), createWaiting(page), createMapControls(page), createAttribution(page), pointerLabel.element, ...(layers.length ? [] : [createEmptyState(page)]));
    document.getElementById('search').value = searched;
  }

  const onKey = (event) => closeCard(event, store, actions);
  document.addEventListener('keydown', onKey);
  furnish();
  return {
    pointed(hit, point) {
      const code = hit?.features.code(hit.feature);
      map.point(code ? { layer: hit.rule.id, code } : null);
      pointerLabel.show(hit, point);
    },
    picked(hit, latlng) {
      const code = hit?.features.code(hit.feature);
      if (code) {
        actions.select({ layer: hit.rule.id, code }, { isBrought: false });
      } else if (hit) {
        map.zoomInAt(latlng);
      } else {
        actions.deselect();
      }
    },
    renew: furnish,
    end() {
      page.end();
      document.removeEventListener('keydown', onKey);
    },
  };
}

/** Escape closes the open card, unless something else that it closes has the focus. */
function closeCard(event, store, actions) {
  if (event.key === 'Escape' && store.get().selected && event.target.id !== 'search' && !document.querySelector('dialog[open]')) {
    actions.deselect();
  }
}
