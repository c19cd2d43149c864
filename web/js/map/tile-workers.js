/**
 * The workers that read and paint tiles. The page announces this module on its own, so that the first of them is under way
 * while the map's code still comes.
 */
let first = begun();

/** A worker that is nobody else's. */
export function takeWorker() {
  const worker = first ?? begun();
  first = null;
  return worker;
}

function begun() {
  return new Worker(new URL('./tile-worker.js', import.meta.url), { type: 'module' });
}
