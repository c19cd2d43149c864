/**
 * The catalogue of what can be taken away: the public's, and for staff their own. Shapes are those of the server's answers.
 * `access` knows which addresses are the reader's.
 */
import { withParameters } from './analyses.js';
import { getJson } from './http.js';

/** `{ total, datasets, facets }`; `wish` `{ q, keyword, format, freshness, licence }`, each a text or nothing. */
export function fetchDatasets(access, wish, signal) {
  return getJson(withParameters(access.path('/api/datasets'), wish), signal);
}

/** All that is said of one dataset. */
export function fetchDataset(access, layer, signal) {
  return getJson(access.path(`/api/datasets/${layer}`), signal);
}

/** The collection's own document: `{ crs, … }`. */
export function fetchCollection(access, layer, signal) {
  return getJson(access.path(`/ogc/collections/${layer}?f=json`), signal);
}
