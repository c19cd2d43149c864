/**
 * What a planner wants of a layer: conditions on fields, a place, times. Pure; the address keeps it, and requests are made of it.
 *
 * | part   | value                                                                       | when it is not there |
 * |--------|-----------------------------------------------------------------------------|----------------------|
 * | where  | conditions, `;` between: `kind=a,b`, `cost~5..10`, `title~*words`, `lit!true`, `code?no` | every feature |
 * | box    | west, south, east, north in degrees                                         | everywhere           |
 * | ring   | a drawn area: longitudes and latitudes in turn, with commas                 | everywhere           |
 * | from, to | days                                                                      | whenever             |
 * | format | how a file of the layer ends                                                | geojson              |
 * | crs    | a code of EPSG                                                              | 4326                 |
 *
 * Text in `where` is percent-encoded once more, so that no sign in it is taken for the grammar's.
 */
import { part } from '../hash.js';
import { filterOf } from './cql2.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FIELD = /^[\p{L}\p{N}_.:-]{1,63}$/u;

export const WANTED_PARTS = [
  part('where', 'conditions', readConditions, writeConditions),
  part('box', 'box', readBox, (box) => box && box.map((edge) => Number(edge.toFixed(5))).join(',')),
  part('ring', 'ring', readRing, (ring) => ring && ring.flat().map((number) => Number(number.toFixed(5))).join(',')),
  part('from', 'from', readDay, (day) => day || null),
  part('to', 'to', readDay, (day) => day || null),
  part('format', 'format', (text) => (/^[a-z.]{2,12}$/.test(text) ? text : null), (format) => (format === 'geojson' ? null : format)),
  part('crs', 'crs', (text) => (/^\d{4,6}$/.test(text) ? text : null), (crs) => (crs === '4326' ? null : crs)),
];

/** What an address that names nothing stands for. */
export const EVERYTHING = Object.freeze({ conditions: [], box: null, ring: null, from: null, to: null, format: 'geojson', crs: '4326' });

/** The wish in a state. */
export function wantedOf(state) {
  return Object.fromEntries(Object.keys(EVERYTHING).map((name) => [name, state[name] ?? EVERYTHING[name]]));
}

function readDay(text) {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

function readBox(text) {
  const box = numbers(text, 4);
  return box && box[0] < box[2] && box[1] < box[3] && box.every((edge, i) => Math.abs(edge) <= (i % 2 ? 90 : 180)) ? box : null;
}

function readRing(text) {
  const flat = numbers(text, null);
  if (!flat || flat.length < 6 || flat.length % 2) {
    return null;
  }
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
}

function numbers(text, count) {
  const list = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)));
  return list.every(Number.isFinite) && (count === null || list.length === count) ? list : null;
}

const encoded = (text) => encodeURIComponent(text).replaceAll('.', '%2E').replaceAll('~', '%7E').replaceAll('!', '%21').replaceAll('*', '%2A');

function writeConditions(conditions) {
  const texts = conditions.map(writeCondition).filter(Boolean);
  return texts.length ? encodeURIComponent(texts.join(';')) : null;
}

function writeCondition({ field, has, oneOf, from, to, is, isMissing }) {
  if (isMissing !== undefined && isMissing !== null) {
    return `${field}?${isMissing ? 'no' : 'yes'}`;
  }
  if (has) {
    return `${field}~*${encoded(has)}`;
  }
  if (oneOf?.length) {
    return `${field}=${oneOf.map(encoded).join(',')}`;
  }
  if (typeof is === 'boolean') {
    return `${field}!${is}`;
  }
  return hasEnd(from) || hasEnd(to) ? `${field}~${encoded(String(from ?? ''))}..${encoded(String(to ?? ''))}` : null;
}

const hasEnd = (end) => end !== null && end !== undefined && end !== '';

function readConditions(text) {
  return text.split(';').map(readCondition).filter(Boolean);
}

function readCondition(text) {
  const [, field, sign, rest] = text.match(/^([^=~!?]+)(=|~\*|~|!|\?)(.*)$/s) ?? [];
  if (!field || !FIELD.test(field)) {
    return null;
  }
  switch (sign) {
    case '=':
      return { field, oneOf: rest.split(',').map(decoded) };
    case '~*':
      return rest && { field, has: decoded(rest) };
    case '~': {
      const [from, to = ''] = rest.split('..').map(decoded);
      return from || to ? { field, from: from || null, to: to || null } : null;
    }
    case '!':
      return rest === 'true' || rest === 'false' ? { field, is: rest === 'true' } : null;
    default:
      return rest === 'no' || rest === 'yes' ? { field, isMissing: rest === 'no' } : null;
  }
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The conditions whose fields a layer has, each with its field's type; one that its type cannot hold is left out. */
export function typed(conditions, fields) {
  return conditions
    .map((condition) => ({ ...condition, type: fields.find(({ name }) => name === condition.field)?.type }))
    .filter((condition) => condition.type && isSound(condition));
}

function isSound({ type, has, oneOf, from, to, is }) {
  const ends = [from, to, ...(oneOf ?? [])].filter(hasEnd);
  switch (type) {
    case 'integer':
    case 'real':
      return !has && is === undefined && ends.every((end) => Number.isFinite(Number(end)));
    case 'date':
      return !has && is === undefined && ends.every((end) => DAY.test(end));
    case 'instant':
      return !has && is === undefined && ends.every((end) => !Number.isNaN(Date.parse(end)));
    case 'boolean':
      return !has && !hasEnd(from) && !hasEnd(to);
    default:
      return is === undefined && !hasEnd(from) && !hasEnd(to);
  }
}

/** What is asked of the server for a wish: `[[name, value]]`, nothing encoded yet. @param wanted with typed conditions */
export function queryOf({ conditions, box, ring, from, to }) {
  const filter = filterOf(conditions, ring);
  return [
    ...(box ? [['bbox', box.map((edge) => Number(edge.toFixed(6))).join(',')]] : []),
    ...(from || to ? [['datetime', `${from ?? '..'}/${to ?? '..'}`]] : []),
    ...(filter ? [['filter', filter]] : []),
  ];
}

/** An address with a query, everything in it encoded so that any shell and any program reads it as it stands. */
export function addressWith(path, query) {
  const text = query.map(([name, value]) => `${name}=${escaped(value)}`).join('&');
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}

/** What encodeURIComponent leaves and a shell or a quoted text would not. */
function escaped(value) {
  return encodeURIComponent(value)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2C', ',')
    .replaceAll('%2F', '/');
}
