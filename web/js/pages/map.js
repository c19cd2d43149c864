/** The map page: everything that has a place, with what is said of it. Composes the map and its panels, anew for each language and theme. */
import { createActions } from '../actions.js';
import { keepAddress } from '../address.js';
import { el } from '../dom.js';
import { MAP_PARTS, parseHash } from '../hash.js';
import { homeOf } from '../home.js';
import { readLook } from '../look.js';
import { createAtlasMap } from '../map/atlas-map.js';
import { drawingRules } from '../map/cartography.js';
import { createPage } from '../page.js';
import { nameOf } from '../panels/describe.js';
import { createAttribution, createMapControls } from '../panels/map-controls.js';
import { createEmptyState, createNotices, createWaiting } from '../panels/notices.js';
import { createPointerLabel } from '../panels/pointer-label.js';
import { createSide } from '../panels/side.js';

const PHONE = window.matchMedia('(max-width: 719px)');
const CALM = window.matchMedia('(prefers-reduced-motion: reduce)');

/** What an address that does not name a part stands for. */
const UNNAMED = { layers: null, selected: null, tab: 'layers' };

export function mount(shell) {
  const { store, portal, layers, place } = shell;
  const named = parseHash(location.hash, MAP_PARTS);
  const isAsked = Boolean(named.selected) || named.tab === 'list';
  store.set({
    view: null,
    selectedName: null,
    emphasis: null,
    seen: null,
    legends: [],
    basemap: true,
    waitingTiles: 0,
    isBusy: true,
    gone: null,
    stop: isAsked ? 'half' : 'peek',
    ...UNNAMED,
    ...named,
  });

  const mapElement = el('main', { id: 'map', tabindex: '0' });
  const stage = el('div', { id: 'stage' });
  const heading = el('h1', { class: 'unseen' });
  place.append(heading, stage, mapElement);
  const home = homeOf(portal, layers);
  let page = null;
  let parts = [];
  let pointerLabel = null;
  let look = null;

  const map = createAtlasMap(mapElement, {
    calm: CALM.matches,
    basemaps: portal.basemaps,
    look: () => look,
    insets: () => insetsOf(mapElement),
    covered: () => coveredParts(mapElement),
    on: {
      view: (view) => store.set({ view }),
      pointed(hit, point) {
        const code = hit?.features.code(hit.feature);
        map.point(code ? { layer: hit.rule.id, code } : null);
        mapElement.classList.toggle('over', Boolean(hit));
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
      busy: () => store.set({ isBusy: true }),
      settled: (seen) => store.set({ seen, isBusy: !seen.isComplete }),
      health: (waitingTiles) => store.set({ waitingTiles }),
      gone: (template) => store.set({ gone: layers.find(({ tiles }) => tiles === template)?.id ?? null }),
    },
  });
  const actions = createActions(store, layers, map, home);

  /** Makes the panels anew, for another language or theme. */
  function furnish() {
    const { words } = shell;
    page?.end();
    const rules = drawingRules(layers, store.get().dark);
    page = createPage({ store, words, portal, layers, rules, actions });
    look = { ...readLook(store.get().dark), nameOf: labelNames(page), distance: words.distance };
    Object.defineProperty(look, 'emphasis', { get: () => store.get().emphasis });
    pointerLabel = createPointerLabel(page);
    const searched = document.getElementById('search')?.value ?? '';
    parts.forEach((part) => part.remove());
    parts = [createSide(page), createNotices(page), createWaiting(page), createMapControls(page), createAttribution(page), pointerLabel.element, ...(layers.length ? [] : [createEmptyState(page)])];
    stage.append(...parts);
    document.getElementById('search').value = searched;
    mapElement.setAttribute('aria-label', words.t('map.label'));
    heading.textContent = words.title(portal.name);
    showTitle();
    showLayers();
  }

  const showLayers = () => map.show([...layers].filter(({ id }) => page.isShown(id)).map(({ id }) => page.ruleOf(id)));
  const showTitle = () => shell.entitle(store.get().selectedName);

  furnish();
  const onKey = (event) => closeCard(event, store, actions);
  const stops = [
    store.watch((state) => state.layers, showLayers),
    store.watch((state) => state.selectedName, showTitle),
    store.watch((state) => state.emphasis, () => map.redraw()),
    store.watch((state) => state.isBusy, (isBusy) => mapElement.setAttribute('aria-busy', String(isBusy))),
    store.watch((state) => state.basemap, (isShown) => map.showBasemap(isShown && portal.basemaps.length > 0)),
    keepAddress(store, { parts: MAP_PARTS, unnamed: UNNAMED, steps: ['selected'] }, (asked) => {
      store.set(asked);
      if (asked.view) {
        map.start(asked.view);
      }
    }),
    () => document.removeEventListener('keydown', onKey),
  ];
  document.addEventListener('keydown', onKey);

  map.showBasemap(store.get().basemap && portal.basemaps.length > 0);
  const { view } = store.get();
  if (view) {
    map.start(view);
  } else {
    map.frame(home);
    store.set({ view: map.view() });
  }

  return {
    renew() {
      furnish();
      map.redraw();
    },
    end() {
      stops.forEach((stop) => stop());
      page.end();
      map.end();
      place.replaceChildren();
    },
  };
}

/** Escape closes the open card, unless something else that it closes has the focus. */
function closeCard(event, store, actions) {
  if (event.key === 'Escape' && store.get().selected && event.target.id !== 'search' && !document.querySelector('dialog[open]')) {
    actions.deselect();
  }
}

/** A name for the map: in the reader's language, none for a feature without one. */
function labelNames({ words, layerOf }) {
  return (rule, features, feature) => nameOf(layerOf(rule.id), (name) => features.property(feature, name), words)?.text;
}

/** Where panels lie over the map: `[[left, top, right, bottom]]`, in the map's pixels. */
function coveredParts(mapElement) {
  const room = mapElement.getBoundingClientRect();
  const parts = [...document.querySelectorAll('.side, .side-top, .sheet, .map-controls, .notice, .attribution, .leaflet-control-scale')];
  return parts
    .map((part) => part.getBoundingClientRect())
    .map(({ left, top, right, bottom }) => [left - room.left, top - room.top, right - room.left, bottom - room.top]);
}

/** How much of the map the panels cover on each side, in pixels. */
function insetsOf(mapElement) {
  const room = mapElement.getBoundingClientRect();
  const top = document.querySelector('.side-top')?.getBoundingClientRect();
  const sheet = document.querySelector('.sheet')?.getBoundingClientRect();
  if (!top || !sheet) {
    return { left: 0, top: 0, right: 0, bottom: 0 };
  }
  return PHONE.matches
    ? { left: 0, top: top.bottom - room.top, right: 0, bottom: Math.min(room.height * 0.55, room.bottom - sheet.top) }
    : { left: sheet.right - room.left, top: 0, right: 0, bottom: 0 };
}
