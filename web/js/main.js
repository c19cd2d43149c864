/**
 * The shell that every page is in: asks the portal what there is, keeps the language, the theme, the way from page to
 * page and whoever is signed in, and mounts the page that the address names.
 */
import { createAccess } from './api/access.js';
import { fetchLayers, fetchPortal } from './api/portal.js';
import { parseHash } from './hash.js';
import { bring } from './later.js';
import { createWords, loadMessages } from './i18n/words.js';
import { keepPreferences, readPreferences } from './preferences.js';
import { routeOf } from './routes.js';
import { createBareMasthead } from './shell/masthead.js';
import { createShell, loadPage } from './shell/shell.js';
import { createDownState, createStartingState, createProgress } from './shell/states.js';
import { createStore } from './state.js';

/** What a portal answers while it brings its layers into memory, at its very first start the demo. */
const NOT_YET = 503;
const ASK_AGAIN_MS = 1500;
const DARK = window.matchMedia('(prefers-color-scheme: dark)');
const storage = () => window.localStorage;
const root = document.documentElement;
const place = document.getElementById('page');

/** What a page begins with, asked for while its code is on the way. */
const AHEAD = { coverage: () => import('./coverage/ahead.js') };

start({});

/** @param chosen what of the state somebody chose while there was nothing to show */
async function start(chosen) {
  const store = createStore({ ...initialState(), ...chosen });
  applyTheme(store);
  // All at once: what the page is made of comes while the portal is asked what there is.
  const entering = createAccess();
  const asked = Promise.all([fetchPortal(), fetchLayers(), entering]);
  asked.catch(() => undefined);
  const { page } = store.get().route;
  Promise.all([AHEAD[page]?.(), entering]).then(([ahead, access]) => ahead?.askAhead(access, location.hash)).catch(() => undefined);
  const worded = wordsFor(store.get());
  bring('soon');
  loadPage(page).catch(() => undefined);
  const words = await worded;
  if (!place.querySelector('.starting')) {
    place.replaceChildren(createProgress(words));
  }
  try {
    const [portal, layers, access] = await asked;
    store.set({ isStaff: access.isStaff() });
    keepChoices(store);
    DARK.addEventListener('change', () => applyTheme(store));
    await createShell({ store, portal, access, place, words, wordsFor, layers: layers.filter(({ geometry }) => geometry !== 'none') }).show();
  } catch (failure) {
    showWithoutPortal(store, words, failure);
    reportUnlessExpected(failure);
  }
}

/** Why nothing can be shown, and the way on, in the language and theme that are chosen meanwhile. */
function showWithoutPortal(store, words, failure) {
  const isStarting = failure.status === NOT_YET;
  let shown = words;
  const again = () => {
    const { language, theme } = store.get();
    start({ language, theme });
  };
  const show = () => {
    document.getElementById('masthead').replaceChildren(...createBareMasthead({ store, words: shown }));
    place.replaceChildren(isStarting ? createStartingState(shown) : createDownState(shown, again));
  };
  show();
  keepChoices(store);
  store.watch(({ language, dark }) => ({ language, dark }), async () => {
    shown = await wordsFor(store.get()).catch(() => shown);
    show();
  });
  if (isStarting) {
    setTimeout(again, ASK_AGAIN_MS);
  }
}

/** A server that does not answer is told to the reader; a fault of the page itself is told to the console too. */
function reportUnlessExpected(failure) {
  if (failure.name !== 'ApiError') {
    throw failure;
  }
}

function initialState() {
  const kept = readPreferences(storage);
  return {
    route: routeOf(location.pathname) ?? { page: 'map', code: null },
    language: root.lang,
    theme: root.dataset.theme ?? null,
    isDemoKnown: kept.isDemoKnown === true,
    isStaff: false,
    isExpired: false,
    ...parseHash(location.hash, []),
    dark: false,
  };
}

/** The words of the language, with those of the page that is shown. */
async function wordsFor({ language, route }) {
  root.lang = language;
  return createWords(language, await loadMessages(language, route.page));
}

function applyTheme(store) {
  const { theme } = store.get();
  if (theme) {
    root.dataset.theme = theme;
  } else {
    delete root.dataset.theme;
  }
  store.set({ dark: theme ? theme === 'dark' : DARK.matches });
}

function keepChoices(store) {
  store.watch((state) => state.theme, () => applyTheme(store));
  store.watch(({ language, theme, isDemoKnown }) => ({ language, theme, isDemoKnown }), (choice) => keepPreferences(storage, choice));
}
