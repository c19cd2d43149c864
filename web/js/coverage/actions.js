/** What the reader can do on the coverage page. Each changes the state or moves the map. */
import { boxOf } from '../boxes.js';
import { TOOLS } from './changes.js';
import { mapLayerOf } from './lenses.js';
import { AREA_LAYER } from './shares.js';

/** What is known under one lens says nothing under another. */
const EMPTY = { only: null, selected: null, zone: null, finding: null, then: null, zones: null, areZonesLate: false, history: null, supposed: null, round: null, seen: null };

const TWO_HOURS_MS = 7_200_000;

export function createCoverageActions(page, map) {
  const { store } = page;

  function change(patch) {
    const { drawing } = store.get();
    if (drawing) {
      store.set({ drawing: { ...drawing, ...patch } });
    }
  }

  /** @param place the middle of the map unless given */
  function addPoint(place) {
    const { drawing } = store.get();
    const added = rounded(place ?? map.middle());
    change({ points: TOOLS[drawing.tool].isLine ? [...drawing.points, added] : [added] });
  }

  /** @param place the middle of the map unless given */
  function movePoint(i, place) {
    const moved = rounded(place ?? map.middle());
    change({ points: store.get().drawing.points.map((point, n) => (n === i ? moved : point)) });
  }

  async function chooseArea(area) {
    store.set({ area, zone: null });
    const box = area && (await page.boxOf(area));
    if (box && store.get().area === area) {
      map.fit(box);
    }
  }

  return {
    look: (lens) => store.set({ ...EMPTY, lens, drawing: null }),
    lookAt: (asOf) => store.set({ asOf }),
    compareWith: (versus) => store.set({ versus }),
    swipeTo: (swipe) => store.set({ swipe }),
    set: (patch) => store.set(patch),
    chooseClass: (only) => store.set({ only }),
    showHazards: (showsHazards) => store.set({ showsHazards }),
    chooseArea,

    /** Chooses a gap zone, in the list or on the map, and brings it into sight. */
    chooseZone(code) {
      const zone = store.get().zone === code ? null : code;
      store.set({ zone });
      const found = store.get().zones?.find(({ id }) => id === zone);
      if (found) {
        map.fit(boxOf(found.geometry));
      }
    },

    chooseBuilding(selected) {
      store.set({ selected });
    },

    /** Something on the map was pressed: while somebody draws it is a place, else what lies there. */
    pick({ layer, code, place }) {
      const { drawing, area } = store.get();
      if (drawing) {
        addPoint(place);
      } else if (layer !== null && layer === mapLayerOf(store.get()) && code) {
        store.set({ selected: { layer, code } });
      } else if ((layer === AREA_LAYER || layer === 'communities') && code) {
        chooseArea(area === code ? null : code);
      } else {
        store.set({ selected: null });
      }
    },

    /** Opens a feature from the list: what the lens made beside the map, a community as the one looked at, all else on its own card. */
    open({ layer, code }) {
      if (layer === mapLayerOf(store.get())) {
        store.set({ selected: { layer, code } });
      } else if (layer === AREA_LAYER || layer === 'communities') {
        chooseArea(code);
      } else {
        page.shell.go(`/#v1&feature=${layer}/${encodeURIComponent(code)}`);
      }
    },

    /** Begins to draw something, or ends it. */
    draw(tool) {
      if (tool === null) {
        store.set({ drawing: null, supposed: null });
        return;
      }
      const { lens } = TOOLS[tool];
      const begun = { tool, points: [], startsAt: hoursBefore(page.moment()), kmPerHour: 4, squareMetres: 6000, cost: 5000 };
      store.set({ ...(lens && lens !== store.get().lens && { ...EMPTY, lens }), drawing: begun, round: null, supposed: null, selected: null, versus: null });
    },
    redraw: change,
    addPoint,
    movePoint,
    dropPoint: (i) => change({ points: store.get().drawing.points.filter((_, n) => n !== i) }),
    showDrawing(drawing) {
      if (!drawing) {
        map.draft([]);
      } else if (TOOLS[drawing.tool].isLine) {
        map.draft(drawing.points, { numbers: true });
      } else {
        map.draft(drawing.points, { radiusMetres: drawing.tool === 'green' ? store.get().reachMetres : 300 });
      }
    },

    /** Draws a suggested round, or takes it away. */
    showRound(round) {
      if (!round?.route) {
        map.draft([]);
        return;
      }
      map.draft(round.stops.map(({ lon, lat }) => [lon, lat]), { numbers: true, isFixed: true, way: round.route.geometry.coordinates });
      map.fit(boxOf(round.route.geometry));
    },

    async copyLink() {
      try {
        await navigator.clipboard.writeText(location.href);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function rounded(place) {
  return place.map((degrees) => Math.round(degrees * 1e7) / 1e7);
}

/** A patrol that is drawn has been walked by the moment that is looked at. */
function hoursBefore(iso) {
  return new Date(Date.parse(iso) - TWO_HOURS_MS).toISOString().replace('.000Z', 'Z');
}
