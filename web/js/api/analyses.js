/** What the analyses find. `access` says as whom to ask; shapes are those of the server's answers. */
import { getJson } from './http.js';

/** The result of an analysis: `{ self, asOf, parameters, data, metrics, areas, series, layers }`. */
export function fetchAnalysis(access, id, parameters, signal) {
  return getJson(withParameters(access.path(`/api/analyses/${id}`), parameters), signal);
}


/** An address with those of the parameters that have a value, by name. */
export function withParameters(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path;
}
