/** The catalogue: every dataset, found by words and by what it is. */
import { fetchDatasets } from '../api/datasets.js';
import { el, icon } from '../dom.js';
import { button, chip, empty, skeleton, trouble } from '../ui/parts.js';
import { ANYTHING, askedOf, FACETS, SOUGHT_PARTS } from './catalogue-wish.js';
import { formatHash } from '../hash.js';
import { createReleasesView } from './releases-view.js';

const SOON_MS = 200;
const WIDE = window.matchMedia('(min-width: 900px)');

/** @returns `{ element, end }` */
export function createCatalogueView(shell) {
  const { store, words, access } = shell;
  const search = el('input', { type: 'search', id: 'dataset-search', placeholder: words.t('data.search'), 'aria-label': words.t('data.search'), value: store.get().find, oninput: ({ target }) => store.set({ find: target.value.trim() }) });
  const said = el('p', { class: 'found', role: 'status', 'aria-live': 'polite' });
  const facets = el('div', { class: 'facets' });
  const folded = el('details', { class: 'facet-box' }, el('summary', {}, icon('filter'), el('span', {}, words.t('data.filter'))), facets);
  folded.open = WIDE.matches;
  const results = el('div', { class: 'datasets' }, skeleton(words.t('page.loading'), 8));
  const releases = createReleasesView(shell);
  const element = el(
    'div',
    { class: 'catalogue' },
    el('div', { class: 'search-line', role: 'search' }, icon('search'), search),
    el('div', { class: 'catalogue-columns' }, folded, el('div', {}, said, results)),
    releases.element,
    machines(words),
  );
  let asking = null;
  let timer = null;
  const stop = store.watch((state) => formatHash(state, SOUGHT_PARTS), () => {
    clearTimeout(timer);
    timer = setTimeout(ask, SOON_MS);
  });
  ask();

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    results.setAttribute('aria-busy', 'true');
    try {
      show(await fetchDatasets(access, askedOf(store.get()), signal));
    } catch (failure) {
      if (!signal.aborted) {
        results.replaceChildren(trouble(failure.said ?? words.t('data.failed'), button(words.t('down.retry'), { onclick: ask })));
      }
    }
    results.removeAttribute('aria-busy');
  }

  function show(found) {
    said.textContent = words.t('data.found', { count: found.total });
    showFacets(found.facets);
    if (found.total === 0) {
      results.replaceChildren(empty(words.t('data.none'), button(words.t('data.clear'), { onclick: clear })));
    } else {
      results.replaceChildren(el('ul', {}, found.datasets.map((dataset) => el('li', {}, summary(dataset)))));
    }
  }

  function clear() {
    search.value = '';
    store.set({ ...ANYTHING });
  }

  function showFacets(known) {
    const titles = { topic: words.t('data.topic'), asFormat: words.t('data.format'), fresh: words.t('data.freshness'), terms: words.t('data.licence') };
    const focused = facets.contains(document.activeElement) ? document.activeElement.dataset.facet : null;
    facets.replaceChildren(...Object.entries(FACETS).map(([name, parameter]) => facet(name, titles[name], known[parameter] ?? [])));
    if (focused) {
      [...facets.querySelectorAll('button')].find(({ dataset }) => dataset.facet === focused)?.focus();
    }
  }

  function facet(name, title, choices) {
    const chosen = store.get()[name];
    const option = ({ code, titles, count }) =>
      el(
        'button',
        { type: 'button', class: 'facet', 'aria-pressed': String(code === chosen), 'data-facet': `${name}/${code}`, onclick: () => store.set({ [name]: code === chosen ? null : code }) },
        el('span', {}, words.title(titles) || code),
        el('span', { class: 'count' }, words.number(count)),
      );
    return choices.length > 0 && el('section', { class: 'facet-group', 'aria-label': title }, el('h2', {}, title), choices.map(option));
  }

  function summary({ id, titles, descriptions, audience, features, freshness, licence, formats, keywords, made }) {
    return el(
      'article',
      { class: 'dataset' },
      el('h3', {}, el('a', { href: `/data/${id}`, class: 'whole-card' }, words.title(titles))),
      el('p', {}, words.title(descriptions)),
      el(
        'p',
        { class: 'dataset-facts' },
        staffMark(words, audience),
        features !== null && el('span', { class: 'strong' }, words.t('data.features', { count: features })),
        made && el('span', {}, words.t('data.made')),
        freshMark(words, freshness),
        licence && el('span', {}, words.title(licence.titles)),
        el('span', {}, words.t('data.formats', { count: formats.length })),
      ),
      keywords.length > 0 && el('p', { class: 'keywords' }, keywords.map(({ titles: each }) => chip(words.title(each)))),
    );
  }

  return {
    element,
    end() {
      asking?.abort();
      clearTimeout(timer);
      stop();
      releases.end();
    },
  };
}

/** How fresh it is, as a short mark; the drawing says it without the colour. */
export function freshMark(words, { state, titles }) {
  const drawings = { fresh: 'tick', due: 'clock', overdue: 'clock', unknown: 'question' };
  return el('span', { class: `fresh ${state}` }, icon(drawings[state] ?? 'question'), el('span', {}, words.title(titles)));
}

/** Says of what is not for everybody that it is not; `null` of all else. */
export function staffMark(words, audience) {
  return audience === 'staff' ? el('span', { class: 'staff-only' }, icon('key'), el('span', {}, words.t('data.staffOnly'))) : null;
}

/** The same catalogue as programs read it. */
function machines(words) {
  const link = (href, title) => el('a', { href }, title);
  return el(
    'section',
    { class: 'machines' },
    el('h2', {}, words.t('data.machines')),
    el('p', {}, words.t('data.machinesText')),
    el('p', { class: 'machine-links' }, link('/ogc', 'OGC API'), link('/catalogue.jsonld', 'DCAT 3'), link('/data.json', 'data.json'), link('/api/datasets', 'JSON'), link('/feeds/index.atom', 'Atom')),
  );
}
