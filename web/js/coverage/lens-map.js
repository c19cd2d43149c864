/** The map of the coverage page: what a lens shows, at one moment or at two, with what is drawn and pointed out over it. */
import { homeOf } from '../boxes.js';
import { readLook } from '../look.js';
import { createAtlasMap } from '../map/atlas-map.js';
import { classAt, drawingRules } from '../map/cartography.js';
import { LENS, lowestAreas, mapLayerOf, tilesOf } from './lenses.js';
import { AREA_LAYER, shareClassOf, shareLayer } from './shares.js';

const CALM = window.matchMedia('(prefers-reduced-motion: reduce)');

/**
 * @param page see pages/coverage.js
 * @param element where the map goes
 * @param on `{ picked({ layer, code, latlng }), painted(), outlined(code), moved(index, place) }`
 */
export function createLensMap(page, element, on) {
  const { shell, store } = page;
  let rules = new Map();
  const drawn = new Map();
  let look = null;
  let known = new Map();

  const map = createAtlasMap(element, {
    calm: CALM.matches,
    basemaps: shell.portal.basemaps,
    look: () => look,
    insets: () => ({ left: 0, top: 0, right: 0, bottom: 0 }),
    covered: () => coveredParts(element),
    on: {
      view: (view) => store.set({ view }),
      pointed: (hit, point) => {
        element.classList.toggle('over', Boolean(hit) && !store.get().drawing);
        on.pointed(hit, point);
      },
      picked: (hit, { lat, lng }) => on.picked({ layer: hit?.rule.id ?? null, code: hit?.features.code(hit.feature) ?? null, place: [lng, lat] }),
      busy: () => element.setAttribute('aria-busy', 'true'),
      settled: (seen) => {
        element.setAttribute('aria-busy', String(!seen.isComplete));
        store.set({ seen });
      },
      health: (waitingTiles) => store.set({ waitingTiles }),
      // What staff alone may see is not gone: it is somebody's session that is, and that is told.
      gone: (tiles) => (store.get().isStaff || !tiles.startsWith('/staff/')) && store.set({ isLayerGone: true }),
      painted: on.painted,
      outlined: on.outlined,
      moved: on.moved,
    },
  });

  /** Takes the colours and letters anew. */
  function furnish() {
    const { words } = page;
    look = { ...readLook(store.get().dark), nameOf: (rule, features, feature) => nameIn(rule, features, feature, words), distance: words.distance };
    Object.defineProperty(look, 'emphasis', { get: () => emphasisOf(store.get()) });
    element.setAttribute('aria-label', words.t('coverage.map'));
    map.showBasemap(shell.portal.basemaps.length > 0);
  }

  function nameIn({ id }, features, feature, words) {
    const layer = shell.layers.find((each) => each.id === id);
    return layer ? words.name(layer, (name) => features.property(feature, name))?.text : null;
  }

  /** The rules of a lens for one answer, lowest first. */
  function rulesOf(finding, definition) {
    const { lens, dark, showsHazards } = store.get();
    const { beneath, over, bars } = LENS[lens];
    const layer = mapLayerOf({ ...store.get(), finding });
    const wanted = [...beneath, ...(lens === 'hazard' || showsHazards ? over : [])];
    const stored = shell.layers.filter(({ id }) => wanted.includes(id));
    const made = finding.layers.find(({ id }) => id === layer);
    const told = definition.layers.find(({ id }) => id === layer);
    const areas = shell.layers.find(({ id }) => id === 'communities');
    const layers = [
      ...stored,
      ...(made && told ? [{ ...told, tiles: tilesOf(made.collection, told.styleField) }] : []),
      ...(!made && areas ? [shareLayer(areas)] : []),
    ];
    rules = drawingRules(layers, dark);
    rules.forEach((rule, id) => drawn.set(id, rule));
    const shares = rules.get(AREA_LAYER);
    if (shares) {
      shares.known = new Map(lowestAreas(finding).map((area) => [area.area, shareClassOf(valueOf(area, bars.metric))]));
      shares.other = { ...shares.other, fill: '#00000000', edge: '#00000000' };
    }
    if (made && known.size) {
      rules.get(layer).known = known;
    }
    return [...rules.values()];
  }

  /** The rule of the layer that the state names: the map's own follows a moment later. */
  function ruleNow() {
    const state = store.get();
    const made = mapLayerOf(state);
    const areas = shell.layers.find(({ id }) => id === 'communities');
    const layer = made ? state.definition?.layers.find(({ id }) => id === made) : areas && shareLayer(areas);
    return layer ? [...drawingRules([layer], state.dark).values()][0] : null;
  }

  /** What alone is another at another moment. */
  function madeRules(finding, definition) {
    const layer = mapLayerOf({ ...store.get(), finding });
    const made = finding.layers.find(({ id }) => id === layer);
    const told = definition.layers.find(({ id }) => id === layer);
    return made && told ? [{ tiles: tilesOf(made.collection, told.styleField) }] : [];
  }

  furnish();
  return {
    ...map,
    show(finding, definition) {
      map.show(rulesOf(finding, definition));
    },
    /** Shows the layers alone that lie beneath what a lens shows, whatever the answer. */
    showBeneath() {
      const { lens, dark } = store.get();
      map.show([...drawingRules(shell.layers.filter(({ id }) => LENS[lens].beneath.includes(id)), dark).values()]);
    },
    /** Has brought what it takes to show another moment. */
    prepare: (finding, definition) => map.prepare(madeRules(finding, definition)),
    compare(finding, definition, share) {
      map.compare(finding ? rulesOf(finding, definition) : null, share);
    },
    /** Classes that the map shows otherwise than the layer has them, by code: what would be. */
    suppose(classes) {
      known = classes;
    },
    furnish,
    /** The rule of a layer that is shown, or was: what is in view is told a moment after it is drawn. */
    ruleOf: (id) => drawn.get(id),
    /** How a class is drawn, `{ rule, style }`, whether the map has drawn it yet or not; of nothing, `null`. */
    styleOf(code) {
      const rule = ruleNow();
      return rule && { rule, style: classAt(rule, rule.classes.findIndex((each) => each.code === code)) };
    },
    begin(box) {
      const { view } = store.get();
      if (view) {
        map.start(view);
      } else {
        map.frame(box ?? homeOf(shell.portal, shell.layers));
        store.set({ view: map.view() });
      }
    },
  };
}

/** Where names would be covered, or would cover a number: `[[left, top, right, bottom]]`, in the map's pixels. */
function coveredParts(element) {
  const room = element.getBoundingClientRect();
  return [...element.parentElement.querySelectorAll('.zone-mark, .draft-handle, .map-controls, .leaflet-control-scale')]
    .map((part) => part.getBoundingClientRect())
    .map(({ left, top, right, bottom }) => [left - room.left, top - room.top, right - room.left, bottom - room.top]);
}

function emphasisOf(state) {
  return state.only ? { layer: mapLayerOf(state) ?? AREA_LAYER, code: state.only } : null;
}

function valueOf(area, metric) {
  return area.metrics.find(({ id }) => id === metric)?.value ?? null;
}
