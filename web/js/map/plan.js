/** A map as a part of a page: the same map, with marks of the page's own and an area to draw. */
import { AreaTool } from './area-tool.js';
import { createAtlasMap } from './atlas-map.js';
import { drawingRules } from './cartography.js';
import { Marks } from './marks.js';
import { readLook } from '../look.js';
import { createMapTrouble } from '../ui/map-trouble.js';

const CALM = window.matchMedia('(prefers-reduced-motion: reduce)');
const NO_INSETS = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * @param element where the map goes
 * @param shell the page's shell: `{ store, words, portal, layers }`
 * @param on `{ picked(id, hit, latlng), pointed(id), moved(view) }`, `id` that of a mark
 * @returns `{ show(ids, tiles), marks, area, fit(box), start(view), choose(geometry), redraw, resize, view, box, end }`
 */
export function createPlan(element, { store, words, portal, layers }, on = {}) {
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  const look = {
    ...readLook(store.get().dark),
    nameOf: (rule, features, feature) => words.name(byId.get(rule.id), (name) => features.property(feature, name))?.text,
    distance: words.distance,
    emphasis: null,
  };
  const rules = drawingRules(layers, store.get().dark);
  const trouble = createMapTrouble(words, () => map.retry());
  element.after(trouble.element);
  const marks = new Marks(() => look);
  const area = new AreaTool();
  const covered = () => [...element.querySelectorAll('.leaflet-control-scale')].map((part) => inside(part, element));
  let shown = [];
  const titleOf = (template) => words.title(byId.get(shown.find(({ tiles }) => tiles === template)?.id)?.titles);
  const map = createAtlasMap(element, {
    calm: CALM.matches,
    basemaps: portal.basemaps,
    look: () => look,
    insets: () => NO_INSETS,
    covered,
    on: {
      view: (view) => on.moved?.(view),
      pointed: (hit, point) => on.pointed?.(point ? marks.at(map.latlngAt(point)) : null),
      picked: (hit, latlng) => on.picked?.(marks.at(latlng), hit, latlng),
      busy: () => element.setAttribute('aria-busy', 'true'),
      settled: ({ isComplete }) => element.setAttribute('aria-busy', String(!isComplete)),
      health: trouble.late,
      gone: (template) => trouble.gone(titleOf(template)),
    },
  });
  [marks, area].forEach((part) => map.join(part));
  map.showBasemap(portal.basemaps.length > 0);

  return {
    marks,
    area,
    /** Shows layers by their ids; `tiles` has templates of their own for some of them, by id. */
    show(ids, tiles = {}) {
      shown = ids.filter((id) => rules.has(id)).map((id) => ({ ...rules.get(id), ...(tiles[id] && { tiles: tiles[id] }) }));
      map.show(shown);
    },
    fit: (box) => map.fit(box),
    start: (view) => map.start(view),
    view: () => map.view(),
    box: () => map.box(),
    choose: (geometry) => map.choose(geometry),
    resize: () => map.resize(),
    zoomBy: (steps) => map.zoomBy(steps),
    end() {
      map.end();
      trouble.element.remove();
    },
  };
}

function inside(part, element) {
  const room = element.getBoundingClientRect();
  const { left, top, right, bottom } = part.getBoundingClientRect();
  return [left - room.left, top - room.top, right - room.left, bottom - room.top];
}
