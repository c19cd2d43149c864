/**
 * The page's one store. State is a frozen object; a change replaces it. Listeners hear of the part they chose, and only
 * when that part became another value.
 */
export function createStore(initial) {
  let state = Object.freeze({ ...initial });
  const watchers = new Set();

  function set(patch) {
    const before = state;
    state = Object.freeze({ ...state, ...patch });
    for (const { select, listener } of [...watchers]) {
      const now = select(state);
      if (!same(now, select(before))) {
        listener(now, state);
      }
    }
  }

  /** Calls `listener(value, state)` after each change of `select(state)`; returns how to stop. */
  function watch(select, listener) {
    const watcher = { select, listener };
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }

  return { get: () => state, set, watch };
}

/** Equality by value, as deep as the plain objects and arrays that state is made of. */
export function same(a, b) {
  if (Object.is(a, b)) {
    return true;
  }
  if (!isCompound(a) || !isCompound(b) || Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}

function isCompound(value) {
  return Array.isArray(value) || (typeof value === 'object' && value?.constructor === Object);
}
