/** All projects: cards and a map that always show the same ones. */
import { el } from '../dom.js';
import { homeOf } from '../boxes.js';
import { createPlan } from '../map/plan.js';
import { button, empty, segments, skeleton, trouble } from '../ui/parts.js';
import { createCards, card } from './cards.js';
import { createFilters } from './filters.js';
import { boxOf } from './place.js';
import { createTakeAway } from './take-away.js';
import { isChoosy, metresTo, wished, wishOf } from './wish.js';

const BACKGROUND = ['communities', 'green_spaces', 'buildings', 'paths'];
const SOON_MS = 120;
const WIDE = window.matchMedia('(min-width: 960px)');

/**
 * @param context `{ shell, layer, data, today, here() , tellHere(place) }`
 * @returns `{ element, arrive(from), end }`
 */
export function createListView(context) {
  const { shell, layer, data, today } = context;
  const { store, words } = shell;
  const said = el('p', { class: 'found', role: 'status', 'aria-live': 'polite' });
  const notice = el('p', { class: 'near-said', role: 'status' });
  const mapElement = el('div', { class: 'plan', tabindex: '0', role: 'application', 'aria-label': words.t('projects.map') });
  const picked = el('div', { class: 'picked' });
  const mapBox = el('div', { class: 'project-map' }, mapElement, picked, zoomers());
  const facts = { words, layer, communityOf: data.communityOf, today, metresOf: (project) => (context.here() ? finite(metresTo(project, context.here())) : null) };
  const cards = createCards(facts, { onPointed: (id) => plan?.marks.choose(id) });
  const filters = createFilters({ words, layer, communities: data.communities }, (patch) => store.set(patch), askWhere);
  const takeAway = createTakeAway(context);
  const body = el('div', { class: 'project-body' }, skeleton(words.t('page.loading'), 9));
  const ways = segments({
    label: words.t('projects.show'),
    name: 'project-show',
    options: [{ value: 'list', title: words.t('projects.list') }, { value: 'map', title: words.t('projects.onMap') }],
    value: wishOf(store.get()).show,
    onchange: (show) => store.set({ show }),
  });
  ways.classList.add('narrow-only');
  const element = el('div', { class: 'projects', 'data-show': wishOf(store.get()).show }, filters.element, el('div', { class: 'found-line' }, said, near(), ways), notice, body);
  let plan = null;
  let shown = [];
  let framed = null;
  let inOrder = null;
  let timer = null;

  const stops = [
    store.watch((state) => JSON.stringify(wishOf(state)), () => soon()),
    () => clearTimeout(timer),
  ];
  start();

  function soon() {
    element.dataset.show = wishOf(store.get()).show;
    clearTimeout(timer);
    timer = setTimeout(refresh, SOON_MS);
  }

  async function start() {
    try {
      await data.load(refresh);
      refresh();
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        inOrder = null;
        body.replaceChildren(trouble(words.t('projects.failed'), button(words.t('down.retry'), { onclick: start })));
      }
    }
  }

  function refresh() {
    if (data.projects().length === 0 && !data.isComplete()) {
      return;
    }
    const wish = wishOf(store.get());
    shown = wished(data.projects(), wish, context.here());
    filters.refresh(data.projects(), wish);
    said.textContent = isChoosy(wish) ? words.t('projects.found', { count: shown.length, all: data.projects().length }) : words.t('projects.all', { count: shown.length });
    takeAway.refresh(wish, shown.length);
    showCards();
    showMap(wish);
  }

  /** Cards stay where they are while the same projects are chosen in the same order. */
  function showCards() {
    const order = `${shown.map(({ id }) => id).join()} ${JSON.stringify(context.here())}`;
    if (order === inOrder) {
      return;
    }
    const isFromElsewhere = inOrder?.split(' ')[1] !== order.split(' ')[1];
    inOrder = order;
    if (shown.length === 0) {
      body.replaceChildren(empty(words.t('projects.none')), mapBox);
    } else {
      cards.show(shown, isFromElsewhere);
      body.replaceChildren(cards.element, mapBox, takeAway.element);
    }
  }

  /** On a narrow window the map is made when it is asked for: whoever reads the list pays for no map. */
  function showMap(wish) {
    if (!mapBox.isConnected || (!WIDE.matches && wish.show !== 'map')) {
      return;
    }
    if (!plan) {
      plan = createPlan(mapElement, shell, { picked: (id) => pick(id), pointed: (id) => plan.marks.choose(id) });
      plan.show(BACKGROUND);
    }
    plan.resize();
    const marked = shown.map((project) => markOf(project)).filter(Boolean);
    plan.marks.show(marked.reverse());
    frame(marked);
  }

  function markOf({ id, geometry, properties }) {
    const box = geometry && boxOf(geometry);
    const colour = layer.fields.find(({ name }) => name === 'status').codes.find(({ code }) => code === properties.status)?.colour;
    return box && { id, lon: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2, colour: colour ?? '#999999', isFaint: properties.status === 'lapsed' };
  }

  /** The map follows the choice, not the order in which it comes. */
  function frame(marked) {
    const key = marked.map(({ id }) => id).sort().join();
    if (framed === key) {
      return;
    }
    framed = key;
    plan.fit(marked.length ? around(marked) : homeOf(shell.portal, shell.layers));
  }

  function pick(id) {
    plan.marks.choose(id);
    const project = shown.find((each) => each.id === id);
    picked.replaceChildren(...(project && !WIDE.matches ? [el('ul', {}, card(facts, project))] : []));
    if (project && WIDE.matches) {
      cards.reveal(id)?.querySelector('a').focus({ preventScroll: true });
    }
  }

  function zoomers() {
    const zoom = (title, steps, drawing) => button(title, { drawing, class: 'zoomer', 'aria-label': title, onclick: () => plan?.zoomBy(steps) });
    return el('div', { class: 'zoomers' }, zoom(words.t('map.zoomIn'), 1, 'plus'), zoom(words.t('map.zoomOut'), -1, 'minus'));
  }

  function near() {
    return button(words.t('projects.near'), { drawing: 'target', class: 'near', onclick: askWhere });
  }

  /** The reader's place is asked for when they press for it, and never before. */
  function askWhere() {
    notice.textContent = words.t('near.asking');
    if (!navigator.geolocation) {
      notice.textContent = words.t('near.failed');
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        context.tellHere({ lat: coords.latitude, lon: coords.longitude });
        notice.textContent = words.t('near.done');
        store.set({ sort: 'near' });
        refresh();
      },
      ({ code }) => (notice.textContent = code === 1 ? words.t('near.refused') : words.t('near.failed')),
      { maximumAge: 60_000, timeout: 15_000 },
    );
  }

  return {
    element,
    /** The list is as it was left; whoever comes back from a project finds its card. */
    arrive(from) {
      showMap(wishOf(store.get()));
      requestAnimationFrame(() => from && cards.reveal(from)?.querySelector('a').focus({ preventScroll: true }));
    },
    end() {
      stops.forEach((stop) => stop());
      data.unheard(refresh);
      cards.end();
      plan?.end();
    },
  };
}

const finite = (number) => (Number.isFinite(number) ? number : null);

function around(marks) {
  const lons = marks.map(({ lon }) => lon);
  const lats = marks.map(({ lat }) => lat);
  const edge = 0.0012;
  return [Math.min(...lons) - edge, Math.min(...lats) - edge, Math.max(...lons) + edge, Math.max(...lats) + edge];
}
