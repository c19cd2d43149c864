/** Vector tiles, as they come: a Mapbox vector tile with one layer, named like ours. */
import { getBytes } from './http.js';

/** @param address `{ template, z, x, y }`, the template with those names in braces */
export function fetchTile({ template, z, x, y }, signal) {
  return getBytes(template.replace('{z}', z).replace('{y}', y).replace('{x}', x), signal);
}
