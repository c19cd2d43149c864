/** One dataset: what it is and how fresh, what of it one wants, and how to take that away. */
import { fetchCollection, fetchDataset } from '../api/datasets.js';
import { fetchPage } from '../api/features.js';
import { el, icon } from '../dom.js';
import { formatHash } from '../hash.js';
import { homeOf } from '../boxes.js';
import { createPlan } from '../map/plan.js';
import { boxOf } from '../projects/place.js';
import { button, card, chip, missing, skeleton, trouble } from '../ui/parts.js';
import { openDoor } from '../shell/staff-door.js';
import { freshMark, staffMark } from './catalogue-view.js';
import { SOUGHT_PARTS } from './catalogue-wish.js';
import { filterOf, within } from './cql2.js';
import { createDictionary } from './dictionary.js';
import { createExport } from './export-view.js';
import { createPreview } from './preview.js';
import { systemsOf } from './systems.js';
import { createWhere } from './where-view.js';
import { addressWith, queryOf, typed, wantedOf } from './wanted.js';

const SOON_MS = 250;
/** Seen on either theme's ground, by every eye. */
const MARK = '#d55e00';
const ROWS = '20';
/** So many are marked on the map one by one: areas too small to be seen from afar are seen so. */
const MOST_MARKS = 500;
const NOT_FOUND = 404;

/** @returns `{ element, end }` */
export function createDatasetView(shell, id) {
  const { store, words, access } = shell;
  const items = access.path(`/ogc/collections/${id}/items`);
  const leaving = new AbortController();
  const ends = [() => leaving.abort()];
  const element = el('article', { class: 'dataset-page' }, back(), skeleton(words.t('page.loading'), 9));
  let record = null;
  let plan = null;
  let asking = null;
  let timer = null;
  const areaFeed = el('li', { class: 'area-feed', hidden: true }, el('a', {}, words.t('further.areaFeed')));
  start();

  async function start() {
    try {
      const [found, collection] = await Promise.all([fetchDataset(access, id, leaving.signal), fetchCollection(access, id, leaving.signal).catch(() => null)]);
      record = found;
      fill(systemsOf(collection?.crs));
    } catch (failure) {
      if (!leaving.signal.aborted) {
        const again = button(words.t('down.retry'), { onclick: start });
        element.replaceChildren(back(), failure.status === NOT_FOUND ? gone() : trouble(failure.said ?? words.t('data.failed'), again));
      }
    }
  }

  /** It is nowhere, or not for this reader. */
  function gone() {
    const door = button(words.t('staff.enter'), { drawing: 'key', onclick: () => openDoor(shell) });
    return access.isStaff() ? missing(words, words.t('data.goneStaff'), home({ class: 'button strong' })) : missing(words, words.t('data.gone'), home({ class: 'button strong' }), door);
  }

  function fill(systems) {
    const title = el('h1', { tabindex: '-1' }, words.title(record.titles));
    const count = el('p', { class: 'count-now', role: 'status', 'aria-live': 'polite' });
    const preview = el('div', { class: 'preview' }, skeleton(words.t('page.loading'), 5));
    const wish = { get: () => wantedOf(store.get()), set: (patch) => store.set(patch) };
    const hasCommunities = shell.layers.some((layer) => layer.id === 'communities');
    const where = createWhere({ words, record, hasCommunities, signal: leaving.signal }, wish, () => plan);
    const taking = createExport(words, record, systems, wish);
    const mapElement = record.geometry === 'none' ? null : el('div', { class: 'plan', tabindex: '0', role: 'application', 'aria-label': words.t('preview.map') });
    element.replaceChildren(
      back(),
      header(title),
      el(
        'section',
        { class: 'panel builder', 'aria-label': words.t('where.title') },
        el('header', { class: 'panel-head' }, el('h2', {}, words.t('where.title')), count),
        el('div', { class: 'builder-columns' }, where.element, mapElement && el('div', { class: 'builder-map' }, mapElement)),
        preview,
      ),
      taking.element,
      createDictionary(words, record),
      further(),
    );
    shell.entitle(title.textContent);
    title.focus({ preventScroll: true });
    if (mapElement) {
      openMap(mapElement, where);
    }
    const refresh = () => {
      feedHere();
      ask({ where, taking, count, preview });
    };
    ends.push(store.watch(wantedOf, () => later(refresh, where)));
    refresh();
  }

  function later(refresh, where) {
    where.refresh();
    clearTimeout(timer);
    timer = setTimeout(refresh, SOON_MS);
  }

  function openMap(mapElement, where) {
    const layer = layerShown();
    const layers = [...shell.layers.filter((each) => each.id !== id), layer];
    plan = createPlan(mapElement, { store, words, portal: shell.portal, layers }, { picked: (mark, hit, latlng) => where.pressed(latlng) });
    ends.push(() => plan.end());
    mapElement.addEventListener('keydown', ({ key }) => key === 'Enter' && where.pressed());
    const { ring, box } = wantedOf(store.get());
    plan.fit(ring ? bounds(ring) : (box ?? firstSight()));
  }

  /** As the map draws it; one that it does not know plainly. Staff filter by fields that only their tiles have. */
  function layerShown() {
    const tiles = access.path(`/ogc/collections/${id}/tiles/WebMercatorQuad/{z}/{y}/{x}`);
    const known = shell.layers.find((each) => each.id === id) ?? drawable(record, tiles);
    return access.isStaff() ? { ...known, tiles } : known;
  }

  /** The portal's first place, when the layer has anything there: a layer of two towns far apart shows neither as a whole. */
  function firstSight() {
    const home = homeOf(shell.portal, shell.layers);
    return record.bbox && !meets(record.bbox, home) ? record.bbox : home;
  }

  /** Asks for the first rows, and shows on the map, in the table and in the addresses the very same choice. */
  async function ask({ where, taking, count, preview }) {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const wish = { ...wantedOf(store.get()), conditions: typed(wantedOf(store.get()).conditions, record.fields) };
    where.refresh();
    taking.refresh(wish, null);
    showOnMap(wish);
    preview.setAttribute('aria-busy', 'true');
    try {
      const page = await fetchPage(addressWith(items, [...queryOf(wish), ['limit', ROWS]]), signal);
      count.replaceChildren(el('strong', {}, words.t('data.features', { count: page.numberMatched })), record.features === null ? '' : el('span', { class: 'quiet' }, words.t('preview.of', { all: record.features })));
      taking.refresh(wish, page.numberMatched);
      await mark(wish, page.numberMatched, signal);
      preview.replaceChildren(createPreview(words, record, page.features), page.numberMatched > page.features.length ? el('p', { class: 'quiet' }, words.t('preview.first', { count: page.features.length })) : '');
    } catch (failure) {
      if (!signal.aborted && !leaving.signal.aborted) {
        count.textContent = '';
        preview.replaceChildren(trouble(failure.said ?? words.t('data.failed'), button(words.t('down.retry'), { onclick: () => ask({ where, taking, count, preview }) })));
      }
    }
    preview.removeAttribute('aria-busy');
  }

  async function mark(wish, count, signal) {
    if (!plan) {
      return;
    }
    const [{ name }] = record.fields;
    const page = count > MOST_MARKS ? null : await fetchPage(addressWith(items, [...queryOf(wish), ['properties', name], ['limit', String(MOST_MARKS)]]), signal);
    plan.marks.show((page?.features ?? []).map(markOf).filter(Boolean));
  }

  /** Tiles take a filter and a time, and no box: that is an area in the filter. */
  function showOnMap(wish) {
    if (!plan) {
      return;
    }
    const { box, ring, from, to } = wish;
    const filter = [filterOf(wish.conditions, ring), box && within(corners(box))].filter(Boolean).join(' AND ');
    const layer = layerShown();
    const tiles = addressWith(layer.tiles, [...(filter ? [['filter', filter]] : []), ...(from || to ? [['datetime', `${from ?? '..'}/${to ?? '..'}`]] : [])]);
    plan.show([...(id === 'communities' ? [] : ['communities']), id], { [id]: tiles });
    plan.area.show(ring ?? (box && corners(box)));
  }

  function header(title) {
    const { features, freshness, updateFrequency, licence, keywords, period, geometry, publisher, made } = record;
    const geometries = { point: words.t('geometry.point'), line: words.t('geometry.line'), track: words.t('geometry.line'), polygon: words.t('geometry.polygon'), any: words.t('geometry.any'), none: words.t('geometry.none') };
    const facts = [
      [words.t('data.count'), features === null ? null : words.t('data.features', { count: features })],
      [words.t('data.shape'), [geometries[geometry], made && words.t('data.made')].filter(Boolean).join(' · ')],
      [words.t('data.freshness'), [freshMark(words, freshness), el('span', { class: 'quiet' }, [words.t('data.updated', { date: words.day(freshness.updatedAt) }), updateFrequency && words.title(updateFrequency.titles)].filter(Boolean).join(' · '))]],
      [words.t('data.period'), period && `${words.day(period[0])} – ${words.day(period[1])}`],
      [words.t('data.licence'), !licence ? words.t('data.noLicence') : (licence.url ? el('a', { href: licence.url, rel: 'license noopener' }, words.title(licence.titles)) : words.title(licence.titles))],
      [words.t('data.publisher'), publisher?.name],
    ];
    return el(
      'header',
      { class: 'dataset-head' },
      title,
      el('p', { class: 'lead' }, words.title(record.descriptions)),
      staffMark(words, record.audience),
      keywords.length > 0 && el('p', { class: 'keywords' }, keywords.map(({ titles }) => chip(words.title(titles)))),
      el('dl', { class: 'dataset-meta' }, facts.filter(([, value]) => value).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    );
  }

  /** What is new in the area that is chosen above: in its box, if it is drawn otherwise. */
  function feedHere() {
    const { ring, box } = wantedOf(store.get());
    const [west, south, east, north] = ring ? bounds(ring) : (box ?? []);
    areaFeed.hidden = west === undefined;
    areaFeed.querySelector('a').href = addressWith(`/feeds/${id}.atom`, west === undefined ? [] : [['bbox', [west, south, east, north].map((edge) => Number(edge.toFixed(6))).join(',')]]);
  }

  /** Where else the dataset stands: for feeds, for programs, for other catalogues. */
  function further() {
    const link = (href, text) => el('li', {}, el('a', { href }, text));
    return card(
      { title: words.t('further.title'), class: 'further' },
      el(
        'ul',
        {},
        record.made || record.audience === 'staff' ? null : [link(`/feeds/${id}.atom`, words.t('further.feed')), areaFeed],
        link(`/releases?lang=${words.language}`, words.t('further.releases')),
        link(access.path(`/ogc/collections/${id}`), words.t('further.collection')),
        link(access.path(`/api/datasets/${id}`), words.t('further.record')),
        link('/catalogue.jsonld', words.t('further.dcat')),
        link(access.path('/ogc/api'), words.t('further.api')),
      ),
    );
  }

  function back() {
    return home({ class: 'back' }, icon('back'));
  }

  function home(properties, ...before) {
    return el('a', { ...properties, href: `/data${formatHash(store.get(), SOUGHT_PARTS)}` }, before, words.t('data.back'));
  }

  return {
    element,
    end() {
      asking?.abort();
      clearTimeout(timer);
      ends.splice(0).forEach((stop) => stop());
    },
  };
}

/** A layer that an analysis makes, or one of the staff, is not among the map's; it is drawn plainly, from its own tiles. */
function drawable({ id, titles, geometry, fields }, tiles) {
  return { id, titles, geometry, fields, styleField: null, nameField: null, tiles };
}

function markOf({ id, geometry }) {
  const box = geometry && boxOf(geometry);
  return box && { id, lon: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2, colour: MARK };
}

const corners = ([west, south, east, north]) => [[west, south], [east, south], [east, north], [west, north]];

const meets = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

function bounds(ring) {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
