/** The page's side of the tile worker: `load(address, signal) => Promise<TileFeatures>`, and painting with what came. */
import { TileFeatures } from './tile-features.js';

/**
 * @returns `{ load, paint(job, done), isIdle }`; `paint` gives the job's number back, for `drop`, and calls `done(bitmap)`
 *     unless it is dropped before
 */
export function createTileDesk(worker) {
  const waiting = new Map();
  const painting = new Map();
  let last = 0;

  worker.addEventListener('message', ({ data }) => {
    if (data.bitmap) {
      painted(data);
    } else {
      loaded(data);
    }
  });

  function painted({ number, bitmap }) {
    const done = painting.get(number);
    painting.delete(number);
    done?.(bitmap);
    bitmap.close();
  }

  function loaded({ number, tile, failure, passing }) {
    const asker = waiting.get(number);
    waiting.delete(number);
    if (!tile) {
      asker?.reject(Object.assign(new Error(failure), { passing }));
    } else if (asker) {
      asker.resolve(new TileFeatures(tile, { number, forget: () => worker.postMessage({ kind: 'forget', number }) }));
    } else {
      worker.postMessage({ kind: 'forget', number });
    }
  }

  return {
    load: (address, signal) =>
      new Promise((resolve, reject) => {
        const number = ++last;
        waiting.set(number, { resolve, reject });
        worker.postMessage({ kind: 'load', number, address });
        signal.addEventListener('abort', () => {
          if (waiting.delete(number)) {
            worker.postMessage({ kind: 'cancel', number });
          }
        });
      }),
    paint(job, done) {
      const number = ++last;
      painting.set(number, done);
      worker.postMessage({ kind: 'paint', number, ...job });
      return number;
    },
    drop(number) {
      if (painting.delete(number)) {
        worker.postMessage({ kind: 'drop', number });
      }
    },
    get isIdle() {
      return painting.size === 0;
    },
  };
}
