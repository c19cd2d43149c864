/** Composes the page: asks the portal what there is, makes the map, and the panels for the language and the theme. */
import { createActions } from './actions.js';
import { keepAddress } from './address.js';
import { fetchLayers, fetchPortal } from './api/portal.js';
import { parseHash } from './hash.js';
import { createWords, loadMessages } from './i18n/words.js';
import { readLook } from './look.js';
import { createAtlasMap } from './map/atlas-map.js';
import { drawingRules } from './map/cartography.js';
import { createPage } from './page.js';
import { nameOf } from './panels/describe.js';
import { createAttribution, createMapControls } from './panels/map-controls.js';
import { createDownState, createEmptyState, createNotices, createProgress, createStartingState, createWaiting } from './panels/notices.js';
import { createPointerLabel } from './panels/pointer-label.js';
import { createSide } from './panels/side.js';
import { keepPreferences, readPreferences } from './preferences.js';
import { createStore } from './state.js';

/** What a portal answers while it brings its layers into memory, at its very first start the demo. */
const NOT_YET = 503;
const ASK_AGAIN_MS = 1500;
const EVERYWHERE = [73, 18, 135, 53];
const PHONE = window.matchMedia('(max-width: 719px)');
const DARK = window.matchMedia('(prefers-color-scheme: dark)');
const CALM = window.matchMedia('(prefers-reduced-motion: reduce)');
const storage = () => window.localStorage;
const root = document.documentElement;
const stage = document.getElementById('stage');

start();

async function start() {
  const store = createStore(initialState());
  applyTheme(store);
  const words = await wordsFor(store.get().language);
  if (!stage.querySelector('.starting')) {
    stage.replaceChildren(createProgress(words));
  }
  try {
    const [portal, layers] = await Promise.all([fetchPortal(), fetchLayers()]);
    stage.replaceChildren();
    open(store, words, portal, layers.filter(({ geometry }) => geometry !== 'none'));
  } catch (failure) {
    stage.replaceChildren(failure.status === NOT_YET ? createStartingState(words) : createDownState(words, start));
    if (failure.status === NOT_YET) {
      setTimeout(start, ASK_AGAIN_MS);
    }
    reportUnlessExpected(failure);
  }
}

/** A server that does not answer is told to the reader; a fault of the page itself is told to the console too. */
function reportUnlessExpected(failure) {
  if (failure.name !== 'ApiError') {
    throw failure;
  }
}

function initialState() {
  const kept = readPreferences(storage);
  const named = parseHash(location.hash);
  const isAsked = Boolean(named.selected) || named.tab === 'list';
  return {
    view: null,
    layers: null,
    selected: null,
    selectedName: null,
    tab: 'layers',
    language: root.lang,
    theme: root.dataset.theme ?? null,
    emphasis: null,
    seen: null,
    legends: [],
    basemap: true,
    waitingTiles: 0,
    isBusy: true,
    gone: null,
    stop: isAsked ? 'half' : 'peek',
    isDemoKnown: kept.isDemoKnown === true,
    ...named,
    dark: false,
  };
}

async function wordsFor(language) {
  root.lang = language;
  return createWords(language, await loadMessages(language));
}

function applyTheme(store) {
  const { theme } = store.get();
  if (theme) {
    root.dataset.theme = theme;
  } else {
    delete root.dataset.theme;
  }
  store.set({ dark: theme ? theme === 'dark' : DARK.matches });
}

function open(store, firstWords, portal, layers) {
  const home = portal.places?.[0]?.bbox ?? boundsOf(layers) ?? EVERYWHERE;
  const mapElement = document.getElementById('map');
  let page = null;
  let parts = [];
  let pointerLabel = null;
  let look = null;

  const map = createAtlasMap(mapElement, {
    calm: CALM.matches,
    basemaps: portal.basemaps,
    look: () => look,
    insets: () => insetsOf(mapElement),
    covered: coveredParts,
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
  function furnish(words) {
    page?.end();
    const rules = drawingRules(layers, store.get().dark);
    page = createPage({ store, words, portal, layers, rules, actions });
    look = { ...readLook(store.get().dark), nameOf: labelNames(page), distance: (metres) => distanceIn(words, metres) };
    Object.defineProperty(look, 'emphasis', { get: () => store.get().emphasis });
    pointerLabel = createPointerLabel(page);
    const searched = document.getElementById('search')?.value ?? '';
    parts.forEach((part) => part.remove());
    parts = [createSide(page), createNotices(page), createWaiting(page), createMapControls(page), createAttribution(page), pointerLabel.element, ...(layers.length ? [] : [createEmptyState(page)])];
    stage.append(...parts);
    document.getElementById('search').value = searched;
    mapElement.setAttribute('aria-label', words.t('map.label'));
    document.getElementById('skip').textContent = words.t('page.skip');
    showTitle();
    showLayers();
  }

  const showLayers = () => map.show([...layers].filter(({ id }) => page.isShown(id)).map(({ id }) => page.ruleOf(id)));
  const showTitle = () => {
    const name = page.words.title(portal.name);
    const { selectedName } = store.get();
    document.title = selectedName ? `${selectedName} · ${name}` : name;
  };

  furnish(firstWords);
  document.getElementById('skip').addEventListener('click', (event) => skipTo(mapElement, event));
  store.watch((state) => state.layers, showLayers);
  store.watch((state) => state.selectedName, showTitle);
  store.watch((state) => state.emphasis, () => map.redraw());
  store.watch((state) => state.isBusy, (isBusy) => mapElement.setAttribute('aria-busy', String(isBusy)));
  store.watch((state) => state.basemap, (isShown) => map.showBasemap(isShown && portal.basemaps.length > 0));
  store.watch(({ language, dark }) => ({ language, dark }), async ({ language }) => {
    const focused = focusedControl();
    furnish(await wordsFor(language));
    map.redraw();
    document.querySelector(focused)?.focus();
  });
  store.watch((state) => state.theme, () => applyTheme(store));
  store.watch(({ language, theme, isDemoKnown }) => ({ language, theme, isDemoKnown }), (choice) => keepPreferences(storage, choice));
  document.addEventListener('keydown', (event) => closeCard(event, store, actions));
  DARK.addEventListener('change', () => applyTheme(store));
  keepAddress(store, (asked) => {
    store.set(asked);
    if (asked.view) {
      map.start(asked.view);
    }
  });

  map.showBasemap(store.get().basemap && portal.basemaps.length > 0);
  const { view } = store.get();
  if (view) {
    map.start(view);
  } else {
    map.frame(home);
    store.set({ view: map.view() });
  }
}

/** The link's own way would take the map's address from the page. */
function skipTo(element, event) {
  event.preventDefault();
  element.focus();
}

/** Escape closes the open card, unless something else that it closes has the focus. */
function closeCard(event, store, actions) {
  if (event.key === 'Escape' && store.get().selected && event.target.id !== 'search') {
    actions.deselect();
  }
}

/** A name for the map: in the reader's language, none for a feature without one. */
function labelNames({ words, layerOf }) {
  return (rule, features, feature) => nameOf(layerOf(rule.id), (name) => features.property(feature, name), words)?.text;
}

function boundsOf(layers) {
  const boxes = layers.map(({ bbox }) => bbox).filter(Boolean);
  return boxes.length === 0
    ? null
    : [
        Math.min(...boxes.map(([west]) => west)),
        Math.min(...boxes.map(([, south]) => south)),
        Math.max(...boxes.map(([, , east]) => east)),
        Math.max(...boxes.map(([, , , north]) => north)),
      ];
}

/** A length on the ground, in the unit that keeps the number short. */
function distanceIn(words, metres) {
  return metres < 1000 ? words.quantity(metres, 'm') : words.quantity(metres / 1000, 'km');
}

/** Where panels lie over the map: `[[left, top, right, bottom]]`, in the window's pixels, which are the map's. */
function coveredParts() {
  const parts = [...document.querySelectorAll('.side, .side-top, .sheet, .map-controls, .notice, .attribution, .leaflet-control-scale')];
  return parts.map((part) => part.getBoundingClientRect()).map(({ left, top, right, bottom }) => [left, top, right, bottom]);
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
    ? { left: 0, top: top.bottom, right: 0, bottom: Math.min(room.height * 0.55, room.bottom - sheet.top) }
    : { left: sheet.right, top: 0, right: 0, bottom: 0 };
}

function focusedControl() {
  const { activeElement } = document;
  const language = activeElement?.dataset?.language;
  return language ? `[data-language="${language}"]` : activeElement?.classList.contains('theme') ? '.theme' : 'none';
}
