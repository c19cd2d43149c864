/**
 * The coverage page's own parts of its address; see hash.js for those that every page has.
 *
 * | part     | value                                                       | when it is not there           |
 * |----------|-------------------------------------------------------------|--------------------------------|
 * | at       | zoom, latitude and longitude (EPSG:4326)                    | where there is something to see |
 * | lens     | patrol, hazard, access: what is looked at                   | patrol                         |
 * | asof     | an instant, 2026-06-15T10:00:00Z                            | the latest that may be asked   |
 * | versus   | the instant it is compared with                             | no comparison                  |
 * | duty     | daily_patrol, monthly_visit                                 | daily_patrol                   |
 * | window   | days looked back on                                         | the analysis' own              |
 * | area     | the code of a community: numbers, list and map of it alone  | the whole                      |
 * | class    | one class alone                                             | all                            |
 * | zone     | the chosen zone's or building's code                        | none                           |
 * | reach    | metres to a green space                                     | 300                            |
 * | least    | square metres of the smallest green space                   | 5000                           |
 * | mode     | straight, walk                                              | straight                       |
 * | by       | area, square: how the public's map is divided               | area                           |
 */
import { AT, choicePart, part, textPart } from '../hash.js';

export const LENSES = ['patrol', 'hazard', 'access'];
export const DUTIES = ['daily_patrol', 'monthly_visit'];
export const MODES = ['straight', 'walk'];
export const DIVISIONS = ['area', 'square'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/;

export const UNNAMED = {
  lens: 'patrol',
  asOf: null,
  versus: null,
  duty: 'daily_patrol',
  windowDays: null,
  area: null,
  only: null,
  zone: null,
  reachMetres: 300,
  leastArea: 5000,
  mode: 'straight',
  by: 'area',
};

export const COVERAGE_PARTS = [
  AT,
  choicePart('lens', 'lens', LENSES),
  instantPart('asof', 'asOf'),
  instantPart('versus', 'versus'),
  choicePart('duty', 'duty', DUTIES),
  numberPart('window', 'windowDays'),
  textPart('area', 'area'),
  textPart('class', 'only'),
  textPart('zone', 'zone'),
  numberPart('reach', 'reachMetres'),
  numberPart('least', 'leastArea'),
  choicePart('mode', 'mode', MODES),
  choicePart('by', 'by', DIVISIONS),
];

function instantPart(key, name) {
  return part(key, name, (text) => (INSTANT.test(text) && !Number.isNaN(Date.parse(text)) ? text : null), (value) => value ?? null);
}

function numberPart(key, name) {
  const read = (text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : null);
  return part(key, name, read, (value) => (value === null || value === UNNAMED[name] ? null : String(value)));
}
