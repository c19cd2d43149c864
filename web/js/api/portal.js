/** What the portal can be asked. Shapes are those of the server's answers. */
import { getJson } from './http.js';

/** `{ name, demo, basemaps, places, clock, version }`. */
export function fetchPortal() {
  return getJson('/api/portal');
}

/** The layers the public may see, with their titles, fields and codes, in the order the portal lists them. */
export function fetchLayers() {
  return getJson('/api/layers');
}

/** `[{ layer, code, name, names, kind, lon, lat, bbox }]`, best first; `names` by language, those that the feature has. */
export async function searchByName(text, signal) {
  const answer = await getJson(`/api/search?q=${encodeURIComponent(text)}&limit=20`, signal);
  return answer.results;
}

/** One feature as GeoJSON. */
export function fetchFeature({ layer, code }, signal) {
  return getJson(featurePath({ layer, code }), signal);
}

/** The permanent address of a feature. */
export function featurePath({ layer, code }) {
  return `/ogc/collections/${layer}/items/${encodeURIComponent(code)}`;
}

/** The first features of a layer, as a GeoJSON collection. */
export function fetchItems(layer, signal) {
  return getJson(`/ogc/collections/${layer}/items?limit=1000`, signal);
}
