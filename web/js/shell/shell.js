/** One page at a time, under one masthead: from page to page without loading anew, each with its own address. */
import { createMasthead } from './masthead.js';
import { bringSheets } from './sheets.js';
import { createFailedState, createNoWords } from './states.js';
import { pathOf, routeOf } from '../routes.js';

/** A page's code comes when the page does: ECharts is not asked for by whoever only looks at the map. */
const PAGES = {
  map: () => import('../pages/map.js'),
  coverage: () => import('../pages/coverage.js'),
  projects: () => import('../pages/projects.js'),
  data: () => import('../pages/data.js'),
  accounts: () => import('../pages/accounts.js'),
};

/** A page's module, by the page's name. */
export const loadPage = (page) => PAGES[page]();

/**
 * @param parts `{ store, portal, layers, access, place, words, wordsFor(state) }`; `place` is the element pages are mounted in
 * @returns `{ show() }`, which mounts the page that the state's `route` names
 *
 * A page's module has `mount(shell)`, which puts what it shows into `shell.place` and returns `{ renew?, visit?, end }`:
 * `renew()` makes it anew for another language or theme (a page without is ended and mounted again), `visit(code)` shows
 * another of the same page's things, `end()` stops all that it listens to.
 */
export function createShell({ store, portal, layers, access, place, words: firstWords, wordsFor }) {
  const masthead = document.getElementById('masthead');
  const lastAddress = new Map();
  let words = firstWords;
  let mounted = null;
  let turn = 0;

  const shell = {
    store,
    portal,
    layers,
    access,
    place,
    get words() {
      return words;
    },
    go,
    /** The window's title: what is shown, then the portal's name. */
    entitle(...names) {
      document.title = [...names.filter(Boolean), words.title(portal.name)].join(' · ');
    },
  };

  /** Goes to a page of the portal by its address: `/projects/LT-P005#v1&…`. */
  function go(address) {
    const url = new URL(address, location.href);
    lastAddress.set(store.get().route.page, location.hash);
    history.pushState(null, '', url.pathname + url.hash);
    store.set({ route: routeOf(url.pathname) });
  }

  async function show() {
    const mine = ++turn;
    const { route } = store.get();
    if (mounted?.page === route.page && mounted.handle.visit) {
      mounted.handle.visit(route.code);
      furnish();
      return;
    }
    mounted?.handle.end();
    mounted = null;
    document.body.dataset.page = route.page;
    furnish();
    const parts = await partsOf(route.page).catch(() => null);
    if (mine !== turn) {
      return;
    }
    if (!parts) {
      place.replaceChildren(createFailedState(words, show));
      return;
    }
    const { module, itsWords } = parts;
    words = itsWords;
    place.replaceChildren();
    try {
      mounted = { page: route.page, handle: module.mount(shell) };
      furnish();
    } catch (fault) {
      place.replaceChildren(createFailedState(words, show));
      throw fault;
    }
  }

  /** Brings what a page is made of, its words among it; the network may not have it. */
  async function partsOf(page) {
    const [module, first] = await Promise.all([loadPage(page), wordsFor(store.get()), bringSheets(page)]);
    // Another language may have been chosen while the page came.
    const itsWords = first.language === store.get().language ? first : await wordsFor(store.get());
    return { module, itsWords };
  }

  /** Draws the masthead anew; whoever has the focus in it keeps it, unless there are more or fewer controls now. */
  function furnish() {
    const before = controls();
    const focused = before.indexOf(document.activeElement);
    masthead.replaceChildren(...createMasthead({ ...shell, words, addressOf }));
    const after = controls();
    if (after.length === before.length) {
      after[focused]?.focus({ preventScroll: true });
    }
    document.getElementById('skip').textContent = words.t('page.skip');
    place.setAttribute('aria-label', words.title(portal.name));
  }

  function controls() {
    return [...masthead.querySelectorAll('a, button')];
  }

  /** Where the way to a page leads: to where one was there last. */
  function addressOf(page) {
    return pathOf({ page, code: null }) + (lastAddress.get(page) ?? '');
  }

  async function renew() {
    const focused = focusedControl();
    const next = await wordsFor(store.get()).catch(() => null);
    if (!next) {
      keepLanguage();
      return;
    }
    if (next.language !== words.language) {
      document.querySelector('.no-words')?.remove();
    }
    words = next;
    furnish();
    if (mounted?.handle.renew) {
      mounted.handle.renew();
    } else if (mounted) {
      turn++;
      mounted.handle.end();
      mounted = null;
      await show();
    }
    document.querySelector(focused)?.focus();
  }

  /** The words of another language did not come: the page stays in its own, and says so. */
  function keepLanguage() {
    document.querySelector('.no-words')?.remove();
    masthead.after(createNoWords(words));
    store.set({ language: words.language });
  }

  store.watch((state) => state.route, async () => {
    await show();
    arrive();
  });
  store.watch(({ language, dark }) => ({ language, dark }), renew);
  store.watch((state) => state.isStaff, furnish);
  document.addEventListener('click', (event) => follow(event, go));
  document.getElementById('skip').addEventListener('click', skip);
  window.addEventListener('popstate', () => {
    const route = routeOf(location.pathname);
    if (route) {
      store.set({ route });
    }
  });
  access.onLeft((isExpired) => store.set({ isStaff: false, isExpired }));
  return { show };
}

/** A link to another page of the portal needs no new document; one with a modifier, or to elsewhere, is the browser's. */
function follow(event, go) {
  const link = event.target.closest?.('a[href]');
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
  if (link && isPlain && !link.target && !link.hasAttribute('download') && link.origin === location.origin && routeOf(link.pathname)) {
    event.preventDefault();
    if (link.pathname !== location.pathname || link.hash) {
      go(link.href);
    }
  }
}

/** The link's own way would take the view's address from the page. */
function skip(event) {
  event.preventDefault();
  event.stopPropagation();
  document.querySelector('main')?.focus();
}

/** Whoever went to another page is at its beginning. */
function arrive() {
  window.scrollTo(0, 0);
  document.querySelector('main h1, main')?.focus({ preventScroll: true });
}

/** The control in the masthead that has the focus, to find it again in the next one. */
function focusedControl() {
  const { activeElement } = document;
  const language = activeElement?.dataset?.language;
  return language ? `[data-language="${language}"]` : activeElement?.classList.contains('theme') ? '.theme' : 'none';
}
