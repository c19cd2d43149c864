/** The page's side of the tile worker: `load(address, signal) => Promise<TileFeatures>`, and painting with what came. */
import { PagePainter } from './page-painter.js';
import { TileFeatures } from './tile-features.js';

/**
 * @param worker see `tile-worker.js`
 * @param canPaint whether the worker has canvases to paint on; else the page's own thread paints
 * @param atFrame calls back before the next frame, in which all pictures are placed that came since the last
 * @returns `{ load, paint(job, done), isIdle }`; `paint` gives the job's number back, for `drop`, and calls `done(picture)`,
 *     a bitmap or a canvas, unless it is dropped before
 */
export function createTileDesk(worker, canPaint = true, atFrame = (run) => requestAnimationFrame(run)) {
  const painter = canPaint ? null : new PagePainter();
  const waiting = new Map();
  const painting = new Map();
  const arrived = [];
  let last = 0;

  worker.addEventListener('message', ({ data }) => {
    if (data.bitmap) {
      arrived.push(data);
      if (arrived.length === 1) {
        atFrame(() => arrived.splice(0).forEach(painted));
      }
    } else {
      loaded(data);
    }
  });

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
        painter.paint(number, job, (canvas) => painted({ number, bitmap: canvas }));
      } else {
        worker.postMessage({ kind: 'paint', number, ...told(job) });
      }
      return number;
    },
    drop(number) {
      if (painting.delete(number)) {
        painter ? painter.drop(number) : worker.postMessage({ kind: 'drop', number });
      }
    },
    get isIdle() {
      return painting.size === 0;
    },
  };
}
