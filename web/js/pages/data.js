/** The data pages: the catalogue, and each dataset with what one may take of it. */
import { keepAddress } from '../address.js';
import { el } from '../dom.js';
import { parseHash } from '../hash.js';
import { createCatalogueView } from '../data/catalogue-view.js';
import { ANYTHING, SOUGHT_PARTS } from '../data/catalogue-wish.js';
import { createDatasetView } from '../data/dataset-view.js';
import { EVERYTHING, WANTED_PARTS } from '../data/wanted.js';
import { createExpired } from '../shell/expired.js';
import { documentPage } from '../ui/parts.js';

const KINDS = {
  catalogue: { parts: SOUGHT_PARTS, unnamed: ANYTHING, steps: ['topic', 'asFormat', 'fresh', 'terms'] },
  dataset: { parts: WANTED_PARTS, unnamed: EVERYTHING, steps: ['ring', 'box'] },
};

export function mount(shell) {
  const { store, place } = shell;
  let code = null;
  let view = null;
  let stopKeeping = () => undefined;
  store.set({ ...ANYTHING });
  const stopWatching = store.watch((state) => state.isStaff, redraw);
  show(store.get().route.code);

  function show(next) {
    code = next;
    view?.end();
    stopKeeping();
    const kind = KINDS[code === null ? 'catalogue' : 'dataset'];
    store.set({ ...kind.unnamed, ...parseHash(location.hash, kind.parts) });
    stopKeeping = keepAddress(store, kind, (asked) => store.set(asked));
    draw();
  }

  function redraw() {
    view?.end();
    draw();
  }

  function draw() {
    const { words } = shell;
    if (code === null) {
      view = createCatalogueView(shell);
      const title = words.t('nav.data');
      const main = documentPage(title, words.t('data.lead'), createExpired(shell), view.element);
      main.classList.add('data-page');
      place.replaceChildren(main);
      shell.entitle(title);
    } else {
      view = createDatasetView(shell, code);
      place.replaceChildren(el('main', { class: 'document data-page', tabindex: '-1' }, createExpired(shell), view.element));
    }
  }

  return {
    visit: show,
    renew: redraw,
    end() {
      stopWatching();
      stopKeeping();
      view?.end();
      place.replaceChildren();
    },
  };
}
