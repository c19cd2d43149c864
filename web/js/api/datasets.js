/** The public's catalogue of what can be taken away: a link to a file cannot say who follows it. Shapes are those of the server's answers. */
import { withParameters } from './analyses.js';
import { getJson } from './http.js';

/** `{ total, datasets, facets }`; `wish` `{ q, keyword, format, freshness, licence }`, each a text or nothing. */
export function fetchDatasets(wish, signal) {
  return getJson(withParameters('/api/datasets', wish), signal);
}

/** All that is said of one dataset. */
export function fetchDataset(layer, signal) {
  return getJson(`/api/datasets/${layer}`, signal);
}

/** The collection's own document: `{ crs, … }`. */
export function fetchCollection(layer, signal) {
  return getJson(`/ogc/collections/${layer}?f=json`, signal);
}
