/** Which feature of a tile lies under a point. All lengths are in the tile's units. */
const POINT = 1;
const LINE = 2;

/**
 * The feature under `(x, y)`, -1 when there is none: the nearest mark, else the nearest line, else the smallest area that
 * holds the point.
 *
 * @param features a `TileFeatures`
 * @param reach how far beside a mark's centre or a line still counts
 */
export function featureAt(features, x, y, reach, accepts = () => true) {
  const around = [x - reach, y - reach, x + reach, y + reach];
  const best = { feature: -1, rank: Infinity, measure: Infinity };
  for (let feature = 0; feature < features.size; feature++) {
    if (features.touches(feature, around) && accepts(feature)) {
      consider(best, features.tile, feature, x, y, reach);
    }
  }
  return best.feature;
}

function consider(best, tile, feature, x, y, reach) {
  const type = tile.types[feature];
  const measure = type === POINT || type === LINE ? distance(tile, feature, x, y) : areaAround(tile, feature, x, y);
  const within = type === POINT || type === LINE ? measure <= reach : measure < Infinity;
  if (within && (type < best.rank || (type === best.rank && measure < best.measure))) {
    Object.assign(best, { feature, rank: type, measure });
  }
}

function distance(tile, feature, x, y) {
  let nearest = Infinity;
  for (let part = tile.parts[feature]; part < tile.parts[feature + 1]; part++) {
    const first = tile.vertices[part];
    const end = tile.vertices[part + 1];
    for (let vertex = first; vertex < end; vertex++) {
      nearest = Math.min(nearest, toSegment(tile.xy, vertex, Math.min(vertex + 1, end - 1), x, y));
    }
  }
  return nearest;
}

function toSegment(xy, from, to, x, y) {
  const ax = xy[2 * from];
  const ay = xy[2 * from + 1];
  const dx = xy[2 * to] - ax;
  const dy = xy[2 * to + 1] - ay;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** The area of the feature's box when the feature holds the point (even-odd rule over all rings), else Infinity. */
function areaAround(tile, feature, x, y) {
  let inside = false;
  for (let part = tile.parts[feature]; part < tile.parts[feature + 1]; part++) {
    if (ringHolds(tile.xy, tile.vertices[part], tile.vertices[part + 1], x, y)) {
      inside = !inside;
    }
  }
  const [minX, minY, maxX, maxY] = tile.boxes.subarray(feature * 4, feature * 4 + 4);
  return inside ? (maxX - minX) * (maxY - minY) : Infinity;
}

function ringHolds(xy, first, end, x, y) {
  let inside = false;
  for (let i = first, j = end - 1; i < end; j = i++) {
    const yi = xy[2 * i + 1];
    const yj = xy[2 * j + 1];
    if (yi > y !== yj > y && x < ((xy[2 * j] - xy[2 * i]) * (y - yi)) / (yj - yi) + xy[2 * i]) {
      inside = !inside;
    }
  }
  return inside;
}
