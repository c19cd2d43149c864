/**
 * Writes CQL2 text (OGC 21-065r2) from conditions that a reader put together. Pure.
 *
 * A condition is about one field:
 *
 *     { field, type: 'text',                 has: 'words' }           text that contains words, whatever their case
 *     { field, type: any,                    oneOf: ['a', 'b'] }      one of some values
 *     { field, type: 'integer' | 'real',     from: 1, to: 5 }         a range, either end may be null
 *     { field, type: 'date' | 'instant',     from: '2025-01-01', to: null }
 *     { field, type: 'boolean',              is: true }
 *     { field, type: any,                    isMissing: true | false }
 */
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const RESERVED = new Set(['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'DIV', 'TRUE', 'FALSE', 'CASEI', 'ACCENTI', 'DATE', 'TIMESTAMP', 'INTERVAL', 'POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON', 'GEOMETRYCOLLECTION', 'BBOX']);
const GEOMETRY = 'geometry';

/** The filter of all conditions and the place together; `null` when they ask nothing. @param area a ring of `[lon, lat]`, closed or not; `null` for everywhere */
export function filterOf(conditions, area = null) {
  const parts = [...conditions.map(conditionText), area && within(area)].filter(Boolean);
  return parts.length ? parts.join(' AND ') : null;
}

/** A name as CQL2 writes it: in double quotes where it could be read as anything else. */
export function nameText(name) {
  return PLAIN_NAME.test(name) && !RESERVED.has(name.toUpperCase()) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text literal: in single quotes, those inside doubled. */
export function literal(text) {
  return `'${String(text).replaceAll("'", "''")}'`;
}

/** A pattern for LIKE that means the text itself: `%`, `_` and `\` stand for themselves. */
export function patternOf(text) {
  return String(text).replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

function conditionText({ field, type, has, oneOf, from, to, is, isMissing }) {
  const name = nameText(field);
  if (isMissing !== undefined && isMissing !== null) {
    return `${name} IS ${isMissing ? '' : 'NOT '}NULL`;
  }
  if (has) {
    return `CASEI(${name}) LIKE CASEI(${literal(`%${patternOf(has)}%`)})`;
  }
  if (oneOf?.length) {
    return oneOf.length === 1 ? `${name} = ${value(type, oneOf[0])}` : `${name} IN (${oneOf.map((each) => value(type, each)).join(', ')})`;
  }
  if (typeof is === 'boolean') {
    return `${name} = ${is ? 'TRUE' : 'FALSE'}`;
  }
  return range(name, type, from ?? null, to ?? null);
}

function range(name, type, from, to) {
  const ends = [from !== null && `${name} >= ${value(type, from)}`, to !== null && `${name} <= ${value(type, to)}`].filter(Boolean);
  return ends.length ? ends.join(' AND ') : null;
}

function value(type, given) {
  switch (type) {
    case 'integer':
    case 'real':
      return plainNumber(given);
    case 'boolean':
      return given === true || given === 'true' ? 'TRUE' : 'FALSE';
    case 'date':
      return `DATE(${literal(given)})`;
    case 'instant':
      return `TIMESTAMP(${literal(given)})`;
    default:
      return literal(given);
  }
}

/** @throws {RangeError} for what is no finite number, which no filter may hold */
function plainNumber(given) {
  const number = Number(given);
  if (given === '' || !Number.isFinite(number)) {
    throw new RangeError(`${given} is no number`);
  }
  return String(number);
}

/** That a feature meets an area; its ring may be open. */
export function within(ring) {
  const isClosed = ring[0][0] === ring[ring.length - 1][0] && ring[0][1] === ring[ring.length - 1][1];
  const closed = isClosed ? ring : [...ring, ring[0]];
  return `S_INTERSECTS(${GEOMETRY}, POLYGON((${closed.map(([lon, lat]) => `${degrees(lon)} ${degrees(lat)}`).join(', ')})))`;
}

/** About a decimetre, never in the form 1e-7. */
function degrees(number) {
  return String(Number(number.toFixed(6)));
}
