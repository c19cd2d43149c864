/** Keeps the page's address and its state the same: the address is written after a change, and read when the reader goes back or types one. */
import { formatHash, parseHash } from './hash.js';
import { same } from './state.js';

/** What an address that does not name a part stands for. */
const UNNAMED = { layers: null, selected: null, tab: 'layers' };

/** @param arrive called with the parts of a state that the reader asked for by an address */
export function keepAddress(store, arrive) {
  let selected = store.get().selected;
  store.watch(
    ({ view, layers, selected: chosen, tab, language, theme }) => formatHash({ view, layers, selected: chosen, tab, language, theme }),
    (hash, state) => {
      if (hash !== location.hash) {
        // Opening a feature is a step one can go back from; moving the map is not.
        const write = same(selected, state.selected) ? 'replaceState' : 'pushState';
        history[write](null, '', hash);
      }
      selected = state.selected;
    },
  );
  window.addEventListener('popstate', () => {
    const asked = { ...UNNAMED, ...parseHash(location.hash) };
    selected = asked.selected;
    arrive(asked);
  });
}
