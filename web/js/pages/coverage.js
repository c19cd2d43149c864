/**
 * The coverage page: where are we failing, since when, and what would help. One answer of one analysis at one moment
 * stands behind everything that is shown; the state says which, and the address is a function of the state.
 */
import { fetchDefinitions } from '../api/analyses.js';
import { keepAddress } from '../address.js';
import { boxOf } from '../boxes.js';
import { el } from '../dom.js';
import { parseHash } from '../hash.js';
import { afterPaint, bringLater } from '../later.js';
import { COVERAGE_PARTS, UNNAMED } from '../coverage/address.js';
import { takeAhead } from '../coverage/ahead.js';
import { createCoverageActions } from '../coverage/actions.js';
import { supposedClasses, TOOLS } from '../coverage/changes.js';
import { createOutset } from '../coverage/outset.js';
import { createLensMap } from '../coverage/lens-map.js';
import { daysAround, daysUntil, LENS, questionOf } from '../coverage/lenses.js';

const HISTORY_DAYS = 30;
const HISTORY_STEP = 5;
/** How many days on each side of the one that is looked at are made ready. */
const DAYS_AHEAD = 3;
/** Whoever drags the slider on within this time does not wait for the list of zones. */
const ZONES_WAIT_MS = 120;
/** How long the map may be alone. */
const OUTSET_MS = 2500;
/** An answer that takes longer than this finds the map with what lies beneath it. */
const ANSWER_WAIT_MS = 300;

export function mount(shell) {
  const { store, place } = shell;
  store.set({ ...transient(), ...UNNAMED, view: null, ...parseHash(location.hash, COVERAGE_PARTS) });
  const ahead = takeAhead(shell.access, location.hash);
  const { findings } = ahead;
  const stops = [];
  let own = [];
  let asking = new AbortController();
  let definitions = null;
  let askedDefinitions = ahead.definitions;
  let isBegun = false;
  const ending = new AbortController();
  const communities = ahead.communities.catch(() => ({ features: [] }));
  let createView = null;
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
    /** Calls back once the map has been seen, or when that may take long. */
    whenSeen(listener) {
      const isSeen = ({ isMapSeen, failure, waitingTiles }) => isMapSeen || Boolean(failure) || waitingTiles > 0;
      const stop = store.watch(isSeen, () => {
        stop();
        listener();
      });
      own.push(stop);
      if (isSeen(store.get())) {
        stop();
        listener();
      }
    },
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
    painted() {
      mapElement.dataset.moment = store.get().finding?.asOf ?? '';
      store.set({ isMapSeen: true });
    },
  });
  page.map = map;
  page.actions = createCoverageActions(page, map);

  function furnish() {
    own.splice(0).forEach((stop) => stop());
    view?.end();
    view = createView ? createView(page, mapElement) : createOutset(page, mapElement);
    place.replaceChildren(view.element);
    map.furnish();
    shell.entitle(shell.words.t('nav.coverage'));
  }

  /** What is around the map comes when the map is to be seen, or is long in coming. */
  async function bringView() {
    await Promise.race([new Promise(page.whenSeen).then(afterPaint), rest(OUTSET_MS, ending.signal)]);
    const module = await bringLater(() => import('../coverage/view.js'), ending.signal);
    if (module) {
      createView = module.createView;
      const { activeElement } = document;
      furnish();
      mapElement.contains(activeElement) && activeElement.focus({ preventScroll: true });
    }
  }

  /** Asks what the state is about; what it was about before is given up. What is here already is shown at once. */
  async function load() {
    const former = asking;
    asking = new AbortController();
    const { signal } = asking;
    const known = isPrepared();
    if (known) {
      former.abort();
      show(known, signal);
      return;
    }
    store.set({ isBusy: true, failure: null });
    try {
      const state = store.get();
      const asked = Promise.all([
        definitionsOf(),
        findings.get(questionOf(state, null), signal),
        findings.get(questionOf(state), signal),
        state.versus ? findings.get(questionOf(state, state.versus), signal) : null,
      ]);
      // Not before: what was only made ready may be what is wanted now.
      former.abort();
      const [told, newest, finding, then] = await asked;
      if (!signal.aborted) {
        definitions = told;
        const box = await boxOfFirst(finding);
        if (!signal.aborted) {
          show({ newest, finding, then }, signal, () => begin(box));
        }
      }
    } catch (failure) {
      if (!signal.aborted) {
        store.set({ isBusy: false, failure: { status: failure.status ?? 0, said: failure.said ?? null } });
        if (failure.name !== 'ApiError') {
          throw failure;
        }
      }
    }
  }

  function definitionsOf() {
    askedDefinitions ??= fetchDefinitions(shell.access);
    return askedDefinitions.catch((failure) => {
      askedDefinitions = null;
      throw failure;
    });
  }

  /** The answers that the state is about, if all of them are here. */
  function isPrepared() {
    const state = store.get();
    const [newest, finding, then] = [null, state.asOf, state.versus].map((moment, i) => (i === 2 && !moment ? null : findings.find(questionOf(state, moment))));
    return definitions && newest && finding && (then || !state.versus) ? { newest, finding, then } : null;
  }

  /** @param begun called between the map's rules and all that follows */
  function show({ newest, finding, then }, signal, begun = () => undefined) {
    const definition = definitions.find(({ id }) => id === finding.analysis);
    const zones = findings.findZones(finding);
    // The map first: its squares are painted elsewhere while the page writes its numbers and draws its charts.
    showMap({ finding, then, definition });
    store.set({ finding, then, latest: newest.asOf, definition, definitions, isBusy: false, failure: null, isLayerGone: false, ...(zones === undefined ? { areZonesLate: true } : { zones, areZonesLate: false }) });
    showOutlines();
    begun();
    follow(finding, signal).catch((failure) => {
      if (failure.name !== 'ApiError' && failure.name !== 'AbortError') {
        throw failure;
      }
    });
  }

  /** What comes after numbers, map and charts: the zones of the moment, the courses of numbers, the days around. */
  async function follow(finding, signal) {
    if (store.get().areZonesLate) {
      await rest(ZONES_WAIT_MS, signal);
      const zones = await findings.getZones(finding, signal);
      if (!signal.aborted) {
        store.set({ zones, areZonesLate: false });
        showOutlines();
      }
    }
    await settled(signal);
    await prepareAround(signal);
    await remember(signal);
  }

  /** Until the map is at rest, so that what is only prepared never stands in the way of what is looked at. */
  async function settled(signal) {
    while (!signal.aborted && mapElement.getAttribute('aria-busy') !== 'false') {
      await rest(ZONES_WAIT_MS, signal);
    }
  }

  /** Asks for the days around the one that is looked at, so that the slider's next steps need nobody's answer. */
  async function prepareAround(signal) {
    const { latest, asOf } = store.get();
    view.element.dataset.days = 'coming';
    for (const day of daysAround(daysUntil(latest, HISTORY_DAYS), asOf, DAYS_AHEAD)) {
      const finding = await findings.get(questionOf(store.get(), day), signal).catch(() => null);
      if (signal.aborted) {
        return;
      }
      if (finding) {
        await map.prepare(finding, store.get().definition);
      }
    }
    view.element.dataset.days = 'ready';
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

  function showMap({ finding, then, definition } = store.get()) {
    const { swipe, supposed, lens } = store.get();
    map.suppose(supposed && TOOLS[supposed.tool].lens === lens ? supposedClasses(supposed, LENS[lens].layer) : new Map());
    map.show(finding, definition);
    map.compare(then, definition, swipe);
  }

  function redrawMap() {
    showMap();
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

  /** The map begins around what the lens has something to say of, unless the address says where. */
  async function boxOfFirst({ areas }) {
    const top = areas.find(({ parent, metrics }) => parent === null && metrics.some(({ id, value }) => id === LENS.patrol.bars.metric && value !== null));
    return isBegun || store.get().view || !top ? null : areaBox(top.area);
  }

  function begin(box) {
    if (!isBegun) {
      isBegun = true;
      map.begin(box);
    }
  }

  /** The answer is long in coming: what does not depend on it is shown, where it is known already what the answer is about. */
  async function beginBeneath() {
    await rest(ANSWER_WAIT_MS, ending.signal);
    const isPlaceKnown = Boolean(store.get().view) || shell.portal.places?.length === 1;
    if (!isBegun && !ending.signal.aborted && isPlaceKnown) {
      map.showBeneath();
      begin(null);
    }
  }

  furnish();
  const started = load();
  const room = new ResizeObserver(() => !document.body.classList.contains('printing') && map.resize());
  room.observe(mapElement);
  started.then(() => {
    begin(null);
  });
  beginBeneath();
  bringView();
  const asked = (state) => {
    const { id, parameters } = questionOf(state);
    return { id, ...parameters, versus: state.versus };
  };
  stops.push(
    store.watch(asked, load),
    store.watch((state) => state.isStaff, () => {
      findings.forget();
      definitions = null;
      askedDefinitions = null;
      store.set({ ...transient(), drawing: store.get().drawing, asOf: null, versus: null });
      load();
    }),
    store.watch(({ zone, area, round }) => [zone, area, Boolean(round)], showOutlines),
    store.watch((state) => state.only, () => map.redraw()),
    store.watch(({ supposed, showsHazards, by }) => ({ supposed, showsHazards, by }), () => store.get().finding && redrawMap()),
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
        redrawMap();
      }
      map.redraw();
    },
    end() {
      ending.abort();
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

/** Some time, or less if nobody waits any more. */
function rest(ms, signal) {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}

function transient() {
  return {
    finding: null,
    then: null,
    zones: null,
    areZonesLate: false,
    isMapSeen: false,
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
