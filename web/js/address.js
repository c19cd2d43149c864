/** Keeps the page's address and its state the same: the address is written after a change, and read when the reader goes back or types one. */
import { formatHash, parseHash } from './hash.js';
import { routeOf } from './routes.js';
import { same } from './state.js';

/**
 * @param parts the parts of the page's addresses, see hash.js
 * @param unnamed the state that an address which names nothing stands for
 * @param steps the state's names whose change is a step that one can go back from, as opening a feature is and moving the map is not
 * @param arrive called with the parts of a state that the reader asked for by an address
 * @returns how to stop
 */
export function keepAddress(store, { parts, unnamed, steps }, arrive) {
  const stepOf = (state) => Object.fromEntries(steps.map((name) => [name, state[name]]));
  let step = stepOf(store.get());
  const stopWriting = store.watch(
    (state) => formatHash(state, parts),
    (hash, state) => {
      if (hash !== location.hash) {
        const write = same(step, stepOf(state)) ? 'replaceState' : 'pushState';
        history[write](null, '', location.pathname + hash);
      }
      step = stepOf(state);
    },
  );
  const read = () => {
    const asked = { ...unnamed, ...parseHash(location.hash, parts) };
    step = stepOf({ ...store.get(), ...asked });
    arrive(asked);
  };
  const { page } = routeOf(location.pathname);
  const readOwn = () => routeOf(location.pathname)?.page === page && read();
  window.addEventListener('popstate', readOwn);
  return () => {
    stopWriting();
    window.removeEventListener('popstate', readOwn);
  };
}
