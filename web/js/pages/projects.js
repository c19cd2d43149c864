/** The projects page: what neighbours have made better, one by one and all together. */
import { keepAddress } from '../address.js';
import { el } from '../dom.js';
import { formatHash, parseHash } from '../hash.js';
import { createListView } from '../projects/list-view.js';
import { createProjectView } from '../projects/project-view.js';
import { createSharesView } from '../projects/shares-view.js';
import { createProjects } from '../projects/store.js';
import { ANY, WISH_PARTS, wishOf } from '../projects/wish.js';
import { createExpired } from '../shell/expired.js';
import { documentPage, empty } from '../ui/parts.js';

const LAYER = 'projects';
const CHINA_AHEAD_MS = 8 * 3_600_000;
const STEPS = ['kinds', 'stages', 'year', 'area', 'cost', 'show'];

export function mount(shell) {
  const { store, layers, place } = shell;
  const layer = layers.find(({ id }) => id === LAYER);
  const leaving = new AbortController();
  const data = createProjects(layers, leaving.signal);
  const isNamed = store.get().route.code !== null;
  store.set({ ...ANY, ...(isNamed ? {} : parseHash(location.hash, WISH_PARTS)) });
  let here = null;
  let list = null;
  let shares = null;
  let project = null;
  let code = null;
  let main = null;

  const context = {
    get shell() {
      return shell;
    },
    layer,
    data,
    today: dayOf(shell.portal.clock),
    here: () => here,
    tellHere: (found) => (here = found),
  };

  let stopKeeping = () => undefined;
  const stops = [
    store.watch((state) => state.show, () => code === null && showList()),
    store.watch((state) => state.isStaff, renew),
  ];
  show(store.get().route.code);

  function show(next) {
    const from = code;
    code = next;
    project?.end();
    project = null;
    keep();
    if (!layer) {
      place.replaceChildren(documentPage(shell.words.t('nav.projects'), null, empty(shell.words.t('empty.text'))));
      return;
    }
    if (code !== null) {
      project = createProjectView(context, code);
      main = el('main', { class: 'document projects-page', tabindex: '-1' }, createExpired(shell), project.element);
      place.replaceChildren(main);
    } else {
      showList(from);
    }
  }

  /** A project's address says in which language it is read, for whom it is sent to, and nothing of the list; the list's wish waits in the state until the reader is back. */
  function keep() {
    stopKeeping();
    const isOne = code !== null;
    if (isOne && !location.hash) {
      history.replaceState(null, '', location.pathname + formatHash(store.get(), []));
    }
    stopKeeping = keepAddress(store, isOne ? { parts: [], unnamed: {}, steps: [] } : { parts: WISH_PARTS, unnamed: ANY, steps: STEPS }, (asked) => store.set(asked));
  }

  function showList(from = null) {
    const { words } = shell;
    const isShared = wishOf(store.get()).show === 'shares';
    if (isShared) {
      shares ??= createSharesView(context);
    } else {
      list ??= createListView(context);
    }
    const title = words.t('nav.projects');
    main = documentPage(title, words.t('projects.lead'), createExpired(shell), tabs(isShared), (isShared ? shares : list).element);
    main.classList.add('projects-page');
    place.replaceChildren(main);
    shell.entitle(isShared ? words.t('shares.title') : null, title);
    if (!isShared) {
      list.arrive(from);
    }
  }

  /** Two ways to look at all of them. */
  function tabs(isShared) {
    const { words } = shell;
    const way = (show, title, isCurrent) => el('button', { type: 'button', 'aria-pressed': String(isCurrent), onclick: () => store.set({ show }) }, title);
    return el('div', { class: 'ways', role: 'group', 'aria-label': words.t('projects.ways') }, way('list', words.t('projects.each'), !isShared), way('shares', words.t('shares.title'), isShared));
  }

  function renew() {
    endViews();
    show(code);
  }

  function endViews() {
    [list, shares, project].forEach((view) => view?.end());
    list = shares = project = null;
  }

  return {
    visit(next) {
      if (next === null) {
        store.set({ ...ANY, ...parseHash(location.hash, WISH_PARTS) });
      }
      show(next);
    },
    renew,
    end() {
      leaving.abort();
      stopKeeping();
      stops.forEach((stop) => stop());
      endViews();
      place.replaceChildren();
    },
  };
}

/** The community's day, `2026-06-15`: it begins at midnight in China. A demo's clock stands still. */
function dayOf(clock) {
  const now = clock ? Date.parse(clock) : Date.now();
  return new Date(now + CHINA_AHEAD_MS).toISOString().slice(0, 10);
}
