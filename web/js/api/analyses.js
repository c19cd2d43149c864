/** What the analyses find. `access` says as whom to ask; shapes are those of the server's answers. */
import { getBlob, getJson, postJson } from './http.js';

/** What each analysis takes and gives: `[{ id, titles, parameters, metrics, series, layers, reasons }]`. */
export async function fetchDefinitions(access, signal) {
  const { analyses } = await getJson(access.path('/api/analyses'), signal);
  return analyses;
}

/**
 * The result of an analysis: `{ self, asOf, parameters, data, metrics, areas, series, layers }`; for staff without the numbers
 * that take the server long, which no page shows.
 */
export function fetchAnalysis(access, id, parameters, signal) {
  return getJson(withParameters(access.path(`/api/analyses/${id}`), { ...parameters, brief: access.isStaff() || null }), signal);
}

/** What would be otherwise if the features were added, changed or removed: `{ asOf, metrics, changed }`; for staff. */
export function fetchWhatIf(id, parameters, features, signal) {
  return postJson(withParameters(`/staff/api/analyses/${id}/what-if`, parameters), { type: 'FeatureCollection', features }, signal);
}

/** The suggested next round: `{ share, personDaysAvoided, minutes, metres, stops, left, route, gpx }`; for staff. */
export function fetchNextRound(parameters, signal) {
  return getJson(withParameters('/staff/api/analyses/patrol/next-round', parameters), signal);
}

/** The rows that an address of a result leads to, as GeoJSON. */
export function fetchRows(href, signal) {
  return getJson(href, signal);
}

/** A file that only whoever is asking may have, to be saved. */
export function fetchFile(href, signal) {
  return getBlob(href, signal);
}

/** An address with those of the parameters that have a value, by name. */
export function withParameters(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path;
}
