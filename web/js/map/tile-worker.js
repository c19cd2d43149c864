/** A module worker: fetches vector tiles and decodes them away from the page's thread. */
import Pbf from '/lib/pbf.js';
import { fetchTile } from '../api/tiles.js';
import { readTile, transferables } from './mvt.js';

const underWay = new Map();

self.addEventListener('message', ({ data }) => {
  if (data.cancel) {
    underWay.get(data.number)?.abort();
  } else {
    deliver(data);
  }
});

async function deliver({ number, address }) {
  const controller = new AbortController();
  underWay.set(number, controller);
  try {
    const tile = readTile(new Pbf(new Uint8Array(await fetchTile(address, controller.signal))));
    self.postMessage({ number, tile }, transferables(tile));
  } catch (failure) {
    if (!controller.signal.aborted) {
      self.postMessage({ number, failure: failure.message, passing: failure.passing ?? false });
    }
  } finally {
    underWay.delete(number);
  }
}
