/** The map page: everything that has a place, with what is said of it. The map comes first; the panels around it follow. */
import { keepAddress } from '../address.js';
import { homeOf } from '../boxes.js';
import { el } from '../dom.js';
import { MAP_PARTS, parseHash } from '../hash.js';
import { afterPaint, bringLater, Late } from '../later.js';
import { readLook } from '../look.js';
import { createAtlasMap } from '../map/atlas-map.js';
import { drawingRules } from '../map/cartography.js';

const PHONE = window.matchMedia('(max-width: 719px)');
const CALM = window.matchMedia('(prefers-reduced-motion: reduce)');

/** What an address that does not name a part stands for. */
const UNNAMED = { layers: null, selected: null, tab: 'layers' };
/** How long the map may be alone. */
const OUTSET_MS = 1500;

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

  const mapElement = el('main', { id: 'map', tabindex: '0', 'aria-busy': 'true' });
  const stage = el('div', { id: 'stage' }, createOutset(store.get().stop));
  const heading = el('h1', { class: 'unseen' });
  place.append(heading, stage, mapElement);
  const home = homeOf(portal, layers);
  const view = new Late();
  const ending = new AbortController();
  let rules = null;
  let look = null;

  const map = createAtlasMap(mapElement, {
    calm: CALM.matches,
    basemaps: portal.basemaps,
    look: () => look,
    insets: () => insetsOf(mapElement),
    covered: () => coveredParts(mapElement),
    on: {
      view: (where) => store.set({ view: where }),
      pointed(hit, point) {
        mapElement.classList.toggle('over', Boolean(hit));
        view.with((panels) => panels.pointed(hit, point));
      },
      picked: (hit, latlng) => view.with((panels) => panels.picked(hit, latlng)),
      busy: () => store.set({ isBusy: true }),
      settled: (seen) => store.set({ seen, isBusy: !seen.isComplete || !view.isHere }),
      health: (waitingTiles) => store.set({ waitingTiles }),
      gone: (template) => store.set({ gone: layers.find(({ tiles }) => tiles === template)?.id ?? null }),
      painted: () => afterPaint().then(bringView),
    },
  });

  /** Dresses the map for a language and a theme. */
  function furnish() {
    const { words } = shell;
    rules = drawingRules(layers, store.get().dark);
    look = { ...readLook(store.get().dark), nameOf: labelNames(layers, words), distance: words.distance };
    Object.defineProperty(look, 'emphasis', { get: () => store.get().emphasis });
    mapElement.setAttribute('aria-label', words.t('map.label'));
    heading.textContent = words.title(portal.name);
    showTitle();
    showLayers();
  }

  /** What is around the map comes when the map is to be seen, or is long in coming. */
  async function bringView() {
    const panels = await bringLater(() => import('../panels/map-view.js'), ending.signal);
    if (panels && !view.isHere) {
      view.arrive(panels.createMapView({ shell, map, home, rules: () => rules, stage }));
      map.settle();
    }
  }

  const isShown = ({ id }) => store.get().layers?.includes(id) ?? true;
  const showLayers = () => map.show(layers.filter(isShown).map(({ id }) => rules.get(id)));
  const showTitle = () => shell.entitle(store.get().selectedName);

  furnish();
  const stops = [
    store.watch((state) => state.layers, showLayers),
    store.watch((state) => state.selectedName, showTitle),
    store.watch((state) => state.emphasis, () => map.redraw()),
    store.watch((state) => state.isBusy, (isBusy) => mapElement.setAttribute('aria-busy', String(isBusy))),
    store.watch((state) => state.basemap, (isWanted) => map.showBasemap(isWanted && portal.basemaps.length > 0)),
    keepAddress(store, { parts: MAP_PARTS, unnamed: UNNAMED, steps: ['selected'] }, (asked) => {
      store.set(asked);
      if (asked.view) {
        map.start(asked.view);
      }
    }),
  ];

  map.showBasemap(store.get().basemap && portal.basemaps.length > 0);
  if (store.get().view) {
    map.start(store.get().view);
  } else {
    map.frame(home);
    store.set({ view: map.view() });
  }
  const waiting = setTimeout(bringView, OUTSET_MS);

  return {
    renew() {
      furnish();
      view.with((panels) => panels.renew());
      map.redraw();
    },
    end() {
      ending.abort();
      clearTimeout(waiting);
      stops.forEach((stop) => stop());
      view.isHere && view.with((panels) => panels.end());
      map.end();
      place.replaceChildren();
    },
  };
}

/** The panel's place while only the map is there, so that the map lies beside it from the start. */
function createOutset(stop) {
  return el('div', { class: 'side outset', 'aria-hidden': 'true' }, el('div', { class: 'side-top' }), el('div', { class: 'sheet', 'data-stop': stop }));
}

/** A name for the map: in the reader's language, none for a feature without one. */
function labelNames(layers, words) {
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  return (rule, features, feature) => words.name(byId.get(rule.id), (name) => features.property(feature, name))?.text;
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
