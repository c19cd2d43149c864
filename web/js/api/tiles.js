/** Vector tiles of a layer, as they come: a Mapbox vector tile with one layer, named like ours. */
import { getBytes } from './http.js';

export function fetchTile({ layer, z, x, y }, signal) {
  return getBytes(`/ogc/collections/${layer}/tiles/WebMercatorQuad/${z}/${y}/${x}`, signal);
}
