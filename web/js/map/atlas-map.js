/** The map: Leaflet with our layers on it. Nothing outside this folder knows Leaflet. */
import { CRS, GeoJSON, LatLngBounds, Map as LeafletMap, SVG, CircleMarker } from './leaflet.js';
import { afterPaint, bringLater, Late } from '../later.js';
import { TileGrid } from './tile-grid.js';
import { TileSource } from './tile-source.js';
import { createTileDesk } from './tile-loader.js';
import { takeWorker } from './tile-workers.js';

const SETTLED_MS = 120;
const ROWS_A_LAYER = 60;
const PANES = { basemap: 150, ground: 160, now: 200, then: 201, degrees: 440, names: 450, chosen: 460, marks: 470, outlines: 610, draft: 620 };
/** A place fills the view better when a seventh of it on each side may lie beyond the edges. */
const BEYOND = 1 / 7;
const PADDING = { wide: 32, narrow: 16, narrowUpTo: 720 };
const MARK_REACH = 9;
const CLOSEST = 18;
/** How long the squares may take before names and the rest come all the same. */
const FURNITURE_WAIT_MS = 1500;

/** Arrow keys move a map by a glide that Leaflet has no option against: where there is to be no motion, it is there at once. */
function jump(map) {
  map.panBy = (offset, how) => LeafletMap.prototype.panBy.call(map, offset, { ...how, animate: false });
}

/**
 * @param element where the map goes
 * @param options `{ calm, basemaps, look(), insets(), covered(), on: { view, pointed, picked, busy, settled, health, gone, outlined, moved, painted } }`;
 *     `outlined` and `moved` only where {@link Outlines} and {@link Draft} are used, `painted` where it matters that all of the rules is to be seen
 */
export function createAtlasMap(element, options) {
  const { on } = options;
  const map = new LeafletMap(element, {
    crs: CRS.EPSG3857,
    zoomControl: false,
    attributionControl: false,
    minZoom: 3,
    maxZoom: 21,
    wheelPxPerZoomLevel: 90,
    zoomAnimation: !options.calm,
    // A square is whole when it is shown: fading it in would be as many more frames, and say nothing.
    fadeAnimation: false,
    markerZoomAnimation: !options.calm,
    inertia: !options.calm,
    maxBounds: [[-85.06, -180], [85.06, 180]],
    maxBoundsViscosity: 1,
  });
  options.calm && jump(map);
  Object.entries(PANES).forEach(([name, order]) => (map.createPane(name).style.zIndex = order));

  const worker = takeWorker();
  const desk = createTileDesk(worker, 'OffscreenCanvas' in window);
  const source = new TileSource(desk.load, timers, on);
  const scene = { source, desk, look: options.look, onPainted: painted };
  const grid = new TileGrid(scene, { pane: 'now' });
  const then = new TileGrid(scene, { pane: 'then' });
  const chosen = new Chosen(map);
  const furniture = new Late();
  let settling = null;
  let started = false;
  let isOnBasemap = false;
  let isMoving = false;
  let isAskedFurniture = false;
  const ending = new AbortController();
  map.on('movestart', () => (isMoving = true));
  map.on('moveend', () => (isMoving = false));

  function start({ lat, lon, zoom }) {
    map.setView([lat, lon], zoom, { animate: false });
    if (!started) {
      started = true;
      grid.addTo(map);
      setTimeout(bringFurniture, FURNITURE_WAIT_MS);
      map.on('moveend', () => {
        on.view(view());
        settleSoon();
      });
    }
  }

  /** The squares come first; what stands on them comes when they are to be seen, or are long in coming. */
  async function bringFurniture() {
    if (!isAskedFurniture && !ending.signal.aborted) {
      isAskedFurniture = true;
      const come = await bringLater(() => import('./furniture.js'), ending.signal);
      if (come) {
        furniture.arrive(come.furnish(map, grid, options));
        showGround();
        settleSoon();
      }
    }
  }

  function showGround() {
    furniture.with(({ showGround: show }) => show(isOnBasemap));
  }

  function view() {
    const { lat, lng } = map.getCenter();
    return { zoom: map.getZoom(), lat: Number(lat.toFixed(5)), lon: Number(lng.toFixed(5)) };
  }

  function painted() {
    if (started && grid.isPainted()) {
      on.painted?.();
      afterPaint().then(bringFurniture);
    }
    settleSoon();
  }

  /** Names and numbers follow when painting pauses, not after each square. */
  function settleSoon() {
    if (!started) {
      return;
    }
    on.busy();
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLED_MS);
  }

  function settle() {
    if (!furniture.isHere) {
      bringFurniture();
    }
    if (!desk.isIdle || isMoving || !furniture.isHere) {
      settleSoon();
      return;
    }
    furniture.with(({ write, inView }) => {
      write();
      on.settled({ ...inView(grid.currentCells(), uncovered(), ROWS_A_LAYER), isComplete: grid.isComplete() });
    });
  }

  /** The part of the view that no panel covers, in the pixels of the zoom. */
  function uncovered() {
    const { min, max } = map.getPixelBounds();
    const { left, top, right, bottom } = options.insets();
    return { minX: min.x + left, minY: min.y + top, maxX: max.x - right, maxY: max.y - bottom };
  }

  /** Brings a box into the part of the view that no panel covers; `beyond` is the share of it that may be cut off on each side. */
  function fit([west, south, east, north], beyond = 0) {
    const { left, top, right, bottom } = options.insets();
    const bounds = new LatLngBounds([south, west], [north, east]).pad(-beyond);
    const room = map.getSize().x < PADDING.narrowUpTo ? PADDING.narrow : PADDING.wide;
    const padding = { paddingTopLeft: [left + room, top + room], paddingBottomRight: [right + room, bottom + room] };
    if (started) {
      map.fitBounds(bounds, { ...padding, maxZoom: CLOSEST, animate: !options.calm });
    } else {
      map.setView(bounds.getCenter(), 3, { animate: false });
      map.fitBounds(bounds, { ...padding, maxZoom: CLOSEST, animate: false });
      start(view());
    }
  }

  let pointing = null;
  map.on('mousemove', (event) => {
    pointing ??= requestAnimationFrame(() => {
      pointing = null;
      furniture.with(({ pointing: under }) => on.pointed(under.at(event.latlng, MARK_REACH), event.containerPoint));
    });
  });
  map.on('mouseout movestart', () => on.pointed(null));
  map.on('click', ({ latlng }) => furniture.with(({ pointing: under }) => on.picked(under.at(latlng, MARK_REACH), latlng)));

  return {
    start,
    view,
    fit: (box) => fit(box),
    frame: (box) => fit(box, BEYOND),
    show(rules) {
      grid.show(rules);
      settleSoon();
    },
    /** Has brought what these rules would need. */
    prepare: (rules) => grid.prepare(rules),
    /** Shows these rules' layers right of a line at a share of the width, beside what is shown; `null` shows that alone. */
    compare(rules, share) {
      furniture.with(({ swipe }) => swipe.at(rules && share));
      if (rules) {
        then.addTo(map);
        then.show(rules);
      } else {
        then.remove();
      }
    },
    /** Points areas out; names make room for their numbers. */
    outline(areas) {
      furniture.with(({ outlines }) => outlines.show(areas));
      settleSoon();
    },
    chooseOutline: (code) => furniture.with(({ outlines }) => outlines.choose(code)),
    /** Draws a way or places, see {@link Draft}. */
    draft: (points, how) => furniture.with(({ draft }) => draft.show(points, how)),
    middle() {
      const { lat, lng } = map.getCenter();
      return [lng, lat];
    },
    point: (target) => furniture.with(({ pointing: under }) => under.point(target)),
    choose: (geometry) => chosen.show(geometry),
    zoomBy: (steps) => map.setZoom(map.getZoom() + steps),
    zoomInAt: (latlng) => map.setZoomAround(latlng, map.getZoom() + 2),
    showBasemap(isShown) {
      isOnBasemap = isShown;
      showGround();
    },
    /** Adds a part of this folder's that has a place of its own on the map. */
    join: (part) => part.addTo(map),
    latlngAt: ({ x, y }) => map.containerPointToLatLng([x, y]),
    /** What is in the view: `[west, south, east, north]`. */
    box() {
      const bounds = map.getBounds();
      return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    },
    redraw() {
      grid.repaint();
      then.repaint();
      furniture.with(({ redraw }) => redraw());
    },
    retry: () => source.retryNow(),
    /** Tells anew what is in view, once all is at rest: what lies over the map is another now. */
    settle: settleSoon,
    /** Lets go of all that the map holds; it is not used after that. */
    end() {
      clearTimeout(settling);
      started = false;
      ending.abort();
      map.off().remove();
      worker.terminate();
    },
    resize: () => map.invalidateSize({ animate: false }),
    isInSight: ([west, south, east, north]) => isInSight(map, uncovered(), west, south, east, north),
  };
}

const timers = { start: (callback, ms) => setTimeout(callback, ms), stop: (timer) => clearTimeout(timer) };

function isInSight(map, { minX, minY, maxX, maxY }, west, south, east, north) {
  const a = map.project([north, west]);
  const b = map.project([south, east]);
  return a.x >= minX && a.y >= minY && b.x <= maxX && b.y <= maxY && Math.max(b.x - a.x, b.y - a.y) > 6;
}

/** The chosen feature, drawn whole from its own geometry: it stays in sight at every zoom, its layer shown or not. */
class Chosen {
  #layers = [];

  constructor(map) {
    this.map = map;
    this.renderer = new SVG({ pane: 'chosen', padding: 0.5 });
  }

  show(geometry) {
    this.#layers.forEach((layer) => layer.remove());
    this.#layers = geometry ? ['chosen-casing', 'chosen-line'].map((name) => this.#draw(geometry, name)) : [];
  }

  #draw(geometry, className) {
    const style = { renderer: this.renderer, pane: 'chosen', className, interactive: false };
    return new GeoJSON(geometry, {
      style,
      pointToLayer: (_, latlng) => new CircleMarker(latlng, { ...style, radius: 11 }),
    }).addTo(this.map);
  }
}
