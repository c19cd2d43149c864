/** What the reader can do. Each changes the store or moves the map; the panels follow the store. */
import { boxOf } from './boxes.js';
import { same } from './state.js';

/**
 * @param store the page's store
 * @param layers the portal's layers, for telling «all» from a choice
 * @param map the atlas map
 * @param home where the map begins, `[west, south, east, north]`
 */
export function createActions(store, layers, map, home) {
  let geometry = null;
  /** An address may name a feature and no view. */
  let bring = store.get().selected !== null && store.get().view === null;
  let cameFrom = null;
  const ids = layers.map(({ id }) => id);

  function select(target, { isBrought = true } = {}) {
    bring = isBrought;
    cameFrom = target;
    store.set({ selected: target, stop: store.get().stop === 'peek' ? 'half' : store.get().stop });
  }

  function locate() {
    const box = geometry && boxOf(geometry);
    if (box) {
      map.fit(box);
    }
  }

  return {
    select,
    locate,
    deselect: () => store.set({ selected: null }),

    /** Opens a feature whose place is known before the feature itself is here. */
    visit(target, box) {
      select(target, { isBrought: false });
      if (box && !map.isInSight(box)) {
        map.fit(box);
      }
    },

    /** The chosen feature has come from the server. */
    found(target, itsGeometry, name) {
      if (same(target, store.get().selected)) {
        geometry = itsGeometry;
        map.choose(geometry);
        store.set({ selectedName: name });
        if (bring && geometry && !map.isInSight(boxOf(geometry))) {
          locate();
        }
      }
    },

    /** The panel now shows a feature, or no longer does: the reader's place in it moves along. */
    arranged(selected, body) {
      if (selected) {
        body.querySelector('.card-name').focus({ preventScroll: true });
        return;
      }
      geometry = null;
      map.choose(null);
      store.set({ selectedName: null });
      const rows = [...body.querySelectorAll('.rows button')];
      (rows.find((row) => row.dataset.code === cameFrom?.code && row.offsetParent) ?? body).focus({ preventScroll: true });
    },

    showLayer(id, isOn) {
      const shown = new Set(store.get().layers ?? ids);
      isOn ? shown.add(id) : shown.delete(id);
      const kept = ids.filter((known) => shown.has(known));
      store.set({ layers: kept.length === ids.length ? null : kept, emphasis: null });
    },

    keepLegend(id, isOpen) {
      const others = store.get().legends.filter((open) => open !== id);
      store.set({ legends: isOpen ? [...others, id] : others });
    },

    /** Shows one class alone; the same again shows all. */
    emphasise(emphasis) {
      store.set({ emphasis: same(store.get().emphasis, emphasis) ? null : emphasis });
    },

    async copyLink() {
      try {
        await navigator.clipboard.writeText(location.href);
        return true;
      } catch {
        return false;
      }
    },

    showBasemap: (basemap) => store.set({ basemap }),
    openTab: (tab) => store.set({ tab, stop: store.get().stop === 'peek' ? 'half' : store.get().stop }),
    stopAt: (stop) => store.set({ stop }),
    point: (target) => map.point(target),
    goTo: (box) => map.frame(box),
    goHome: () => map.frame(home),
    zoomBy: (steps) => map.zoomBy(steps),
    retryTiles: () => map.retry(),
    knowDemo: () => store.set({ isDemoKnown: true }),
  };
}
