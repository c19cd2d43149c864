/** The page's side of the tile worker: `(address, signal) => Promise<TileFeatures>`. */
import { TileFeatures } from './tile-features.js';

export function createTileLoader(worker) {
  const waiting = new Map();
  let last = 0;

  worker.addEventListener('message', ({ data }) => {
    const asker = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.tile) {
      asker?.resolve(new TileFeatures(data.tile));
    } else {
      asker?.reject(Object.assign(new Error(data.failure), { passing: data.passing }));
    }
  });

  return (address, signal) =>
    new Promise((resolve, reject) => {
      const number = ++last;
      waiting.set(number, { resolve, reject });
      worker.postMessage({ number, address });
      signal.addEventListener('abort', () => {
        waiting.delete(number);
        worker.postMessage({ number, cancel: true });
      });
    });
}
