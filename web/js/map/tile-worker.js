/**
 * A module worker: fetches vector tiles, decodes them and paints squares of the map, all away from the page's thread.
 * What it is told, each with the number of a tile or of a job: `load` an address, `cancel` that, `forget` a tile that
 * came; `paint` a square (see `painter.js`; a layer names its tile by number), `drop` that. What it tells is a list of
 * `{ number, tile }`, `{ number, failure, passing }` and `{ number, bitmap }`.
 */
import Pbf from '/lib/pbf.js';
import { fetchTile } from '../api/tiles.js';
import { readTile } from './mvt.js';
import { PaintDesk } from './paint-desk.js';
import { paintSquare } from './painter.js';
import { TileFeatures } from './tile-features.js';
import { WorkQueue } from './work-queue.js';

/** How long it paints before it looks what else it is told. */
const SLICE_MS = 12;
/** What comes so close together is told together: each message takes the page's thread some time. */
const TOGETHER_MS = 8;

const underWay = new Map();
const tiles = new Map();
const desk = new PaintDesk();
const queue = new WorkQueue(SLICE_MS, undefined, (run) => setTimeout(run));
const untold = [];

const told = {
  load,
  cancel: ({ number }) => underWay.get(number)?.abort(),
  forget: ({ number }) => tiles.delete(number),
  paint: (job) => queue.add(job.number, painting(job)),
  drop: ({ number }) => queue.drop(number),
};

self.addEventListener('message', ({ data }) => told[data.kind](data));

async function load({ number, address }) {
  const controller = new AbortController();
  underWay.set(number, controller);
  try {
    const tile = readTile(new Pbf(new Uint8Array(await fetchTile(address, controller.signal))));
    if (!controller.signal.aborted) {
      tiles.set(number, new TileFeatures(tile));
      tell({ number, tile });
    }
  } catch (failure) {
    if (!controller.signal.aborted) {
      tell({ number, failure: failure.message, passing: failure.passing ?? false });
    }
  } finally {
    underWay.delete(number);
  }
}

/**
 * One canvas is painted on again and again: a new one would have to ask the page's thread for its memory each time, and wait
 * while that is busy. What is handed over is what was on it at that moment.
 */
function* painting({ number, side, layers, ...job }) {
  const here = layers.map(({ rule, tile }) => ({ rule, features: tiles.get(tile) })).filter(({ features }) => features);
  const canvas = desk.blank(side);
  yield* paintSquare(canvas, { ...job, layers: here });
  createImageBitmap(canvas).then((bitmap) => tell({ number, bitmap }));
}

function tell(news) {
  untold.push(news);
  if (untold.length === 1) {
    setTimeout(() => {
      const all = untold.splice(0);
      self.postMessage(all, all.map(({ bitmap }) => bitmap).filter(Boolean));
    }, TOGETHER_MS);
  }
}
