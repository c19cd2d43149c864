/**
 * The coverage page: where are we failing, since when, and what would help. One answer of one analysis at one moment
 * stands behind everything that is shown; the state says which, and the address is a function of the state.
 */
import { fetchDefinitions, fetchRows } from '../api/analyses.js';
import { fetchItems } from '../api/portal.js';
import { keepAddress } from '../address.js';
import { boxOf } from '../actions.js';
import { el } from '../dom.js';
import { parseHash } from '../hash.js';
import { COVERAGE_PARTS, UNNAMED } from '../coverage/address.js';
import { createCoverageActions } from '../coverage/actions.js';
import { supposedClasses, TOOLS } from '../coverage/changes.js';
import { Findings } from '../coverage/findings.js';
import { createLensMap } from '../coverage/lens-map.js';
import { daysUntil, LENS, questionOf } from '../coverage/lenses.js';
import { createView } from '../coverage/view.js';

const HISTORY_DAYS = 30;
const HISTORY_STEP = 5;

export function mount(shell) {
  const { store, place } = shell;
  store.set({ ...transient(), ...UNNAMED, view: null, ...parseHash(location.hash, COVERAGE_PARTS) });
  const findings = new Findings(shell.access);
  /** An address names its moment: what it gave once it gives again. */
  const zonesByAddress = new Map();
  const stops = [];
  let own = [];
  let asking = new AbortController();
  let definitions = null;
  const communities = fetchItems('communities').catch(() => ({ features: [] }));
  let view = null;

  const page = {
    shell,
    store,
    findings,
    get words() {
      return shell.words;
    },
    /** Hears of a part of the state for as long as this language and theme are shown. */
    watch: (select, listener) => own.push(store.watch(select, listener)),
    /** The instant that is looked at, the latest where none is chosen. */
    moment: () => store.get().finding?.asOf ?? store.get().asOf ?? store.get().latest,
    retry: () => load(),
    boxOf: (code) => areaBox(code),
  };

  const mapElement = el('div', { class: 'lens-map', id: 'map', tabindex: '0', role: 'application' });
  const map = createLensMap(page, mapElement, {
    pointed: (hit, point) => view?.pointed(hit, point),
    picked: (hit) => page.actions.pick(hit),
    outlined: (code) => page.actions.chooseZone(code),
    moved: (i, at) => page.actions.movePoint(i, at),
  });
  page.map = map;
  page.actions = createCoverageActions(page, map);

  function furnish() {
    own.splice(0).forEach((stop) => stop());
    view?.end();
    view = createView(page, mapElement);
    place.replaceChildren(view.element);
    map.furnish();
    shell.entitle(shell.words.t('nav.coverage'));
  }

  /** Asks what the state is about; what it was about before is given up. */
  async function load() {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    store.set({ isBusy: true, failure: null });
    try {
      const state = store.get();
      const [known, { asOf: latest }, finding, then] = await Promise.all([
        definitions ?? fetchDefinitions(shell.access, signal),
        findings.get(questionOf(state, null), signal),
        findings.get(questionOf(state), signal),
        state.versus ? findings.get(questionOf(state, state.versus), signal) : null,
      ]);
      const zones = await zonesOf(finding, signal);
      if (!signal.aborted) {
        definitions = known;
        const definition = definitions.find(({ id }) => id === finding.analysis);
        store.set({ finding, then, zones, latest, definition, definitions, isBusy: false, isLayerGone: false });
        showMap();
        remember(signal);
      }
    } catch (failure) {
      if (!signal.aborted) {
        definitions = store.get().isStaff ? definitions : null;
        store.set({ isBusy: false, failure: { status: failure.status ?? 0, said: failure.said ?? null } });
        if (failure.name !== 'ApiError') {
          throw failure;
        }
      }
    }
  }

  /** The gap zones of an answer, from the worst on; `null` where the reader may not see them. */
  async function zonesOf(finding, signal) {
    const layer = finding.layers.find(({ id }) => id === 'gap_zones');
    if (!layer) {
      return null;
    }
    if (!zonesByAddress.has(layer.geojson)) {
      const { features } = await fetchRows(layer.geojson, signal);
      zonesByAddress.set(layer.geojson, features.sort((a, b) => a.properties.rank - b.properties.rank));
    }
    return zonesByAddress.get(layer.geojson);
  }

  /** Asks, one after the other, for what earlier days were: the courses of numbers that have no series of their own. */
  async function remember(signal) {
    const days = daysUntil(store.get().latest, HISTORY_DAYS).filter((_, i) => (HISTORY_DAYS - 1 - i) % HISTORY_STEP === 0);
    const history = [];
    for (const day of days) {
      try {
        history.push(await findings.get(questionOf(store.get(), day === store.get().latest ? null : day), signal));
      } catch {
        history.push(null);
      }
      if (signal.aborted) {
        return;
      }
    }
    store.set({ history });
  }

  function showMap() {
    const { finding, then, definition, swipe, supposed, lens } = store.get();
    map.suppose(supposed && TOOLS[supposed.tool].lens === lens ? supposedClasses(supposed, LENS[lens].layer) : new Map());
    map.show(finding, definition);
    map.compare(then, definition, swipe);
    showOutlines();
  }

  function showOutlines() {
    const { zones, zone, lens, area, round } = store.get();
    const shown = lens === 'patrol' && zones && !round ? zones.filter(({ properties }) => !area || properties.community_code === area).slice(0, 20) : [];
    map.outline(shown.map(({ id, geometry, properties }) => ({ code: id, geometry, number: String(properties.rank), title: shell.words.t('coverage.zoneNumber', { number: properties.rank }) })));
    map.chooseOutline(zone);
  }

  async function areaBox(code) {
    const found = (await communities).features.find(({ id }) => id === code);
    return found ? boxOf(found.geometry) : null;
  }

  /** Where the map begins: around what the lens has something to say of. */
  async function begin() {
    const { finding, view: named } = store.get();
    const top = finding?.areas.find(({ parent, metrics }) => parent === null && metrics.some(({ id, value }) => id === LENS.patrol.bars.metric && value !== null));
    map.begin(named || !top ? null : await areaBox(top.area));
  }

  furnish();
  const room = new ResizeObserver(() => map.resize());
  room.observe(mapElement);
  load().then(begin);
  const asked = (state) => {
    const { id, parameters } = questionOf(state);
    return { id, ...parameters, versus: state.versus };
  };
  stops.push(
    store.watch(asked, load),
    store.watch((state) => state.isStaff, () => {
      findings.forget();
      zonesByAddress.clear();
      definitions = null;
      store.set({ ...transient(), drawing: store.get().drawing, asOf: null, versus: null });
      load();
    }),
    store.watch(({ zone, area, round }) => [zone, area, Boolean(round)], showOutlines),
    store.watch((state) => state.only, () => map.redraw()),
    store.watch(({ supposed, showsHazards, by }) => ({ supposed, showsHazards, by }), () => store.get().finding && showMap()),
    store.watch((state) => state.swipe, (share) => store.get().then && map.compare(store.get().then, store.get().definition, share)),
    store.watch((state) => state.drawing, (drawing) => page.actions.showDrawing(drawing)),
    keepAddress(store, { parts: COVERAGE_PARTS, unnamed: UNNAMED, steps: ['lens', 'area'] }, (named) => {
      store.set(named);
      if (named.view) {
        map.start(named.view);
      }
    }),
  );

  return {
    renew() {
      furnish();
      if (store.get().finding) {
        showMap();
      }
      map.redraw();
    },
    end() {
      asking.abort();
      room.disconnect();
      stops.forEach((stop) => stop());
      own.splice(0).forEach((stop) => stop());
      view.end();
      map.end();
      place.replaceChildren();
    },
  };
}

function transient() {
  return {
    finding: null,
    then: null,
    zones: null,
    history: null,
    latest: null,
    definition: null,
    failure: null,
    isBusy: true,
    isLayerGone: false,
    waitingTiles: 0,
    seen: null,
    selected: null,
    drawing: null,
    supposed: null,
    round: null,
    showsHazards: false,
    swipe: 0.5,
  };
}
