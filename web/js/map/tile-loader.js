/** The page's side of the tile worker: `load(address, signal) => Promise<TileFeatures>`, and painting with what came. */
import { TileFeatures } from './tile-features.js';

/** How long a picture may wait for others. */
const TOGETHER_MS = 80;
const TIMERS = { start: (callback, ms) => setTimeout(callback, ms), stop: (timer) => clearTimeout(timer) };

/**
 * @param worker see `tile-worker.js`
 * @param canPaint whether the worker has canvases to paint on; else the page's own thread paints
 * @param timers `{ start(callback, ms), stop(timer) }`
 * @returns `{ load, paint(job, done), isIdle }`; `paint` gives the job's number back, for `drop`, and calls `done(picture)`,
 *     a bitmap or a canvas, unless it is dropped before
 */
export function createTileDesk(worker, canPaint = true, timers = TIMERS) {
  const painting = new Map();
  const painter = canPaint ? null : import('./page-painter.js').then(({ PagePainter }) => new PagePainter());
  const waiting = new Map();
  const arrived = [];
  let last = 0;
  let placing = null;

  worker.addEventListener('message', ({ data }) => {
    data.forEach((news) => (news.bitmap ? arrived.push(news) : loaded(news)));
    if (arrived.length) {
      placeSoon();
    }
  });

  /** Each frame with another picture in it costs as much as one with all of them: those that are still painted are waited for a little. */
  function placeSoon() {
    if (arrived.length >= painting.size) {
      place();
    } else {
      placing ??= timers.start(place, TOGETHER_MS);
    }
  }

  function place() {
    timers.stop(placing);
    placing = null;
    arrived.splice(0).forEach(painted);
  }

  function painted({ number, bitmap }) {
    const done = painting.get(number);
    painting.delete(number);
    done?.(bitmap);
    bitmap.close?.();
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

  /** The worker knows a tile by its number; the page's painter takes the features themselves. */
  function told({ layers, ...job }) {
    return { ...job, layers: layers.map(({ rule, features }) => ({ rule, tile: features.kept.number })) };
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
      if (painter) {
        painter.then((here) => painting.has(number) && here.paint(number, job, (canvas) => painted({ number, bitmap: canvas })));
      } else {
        worker.postMessage({ kind: 'paint', number, ...told(job) });
      }
      return number;
    },
    drop(number) {
      if (painting.delete(number)) {
        painter ? painter.then((here) => here.drop(number)) : worker.postMessage({ kind: 'drop', number });
      }
    },
    get isIdle() {
      return painting.size === 0;
    },
  };
}
