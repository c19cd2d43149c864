/** What somebody drew, as the changes that an analysis is asked to suppose: pure. */

/** What can be drawn: which analysis answers, and how many places a drawing needs at least. */
export const TOOLS = {
  patrol: { analysis: 'patrol', least: 2, isLine: true, lens: 'patrol' },
  green: { analysis: 'access', least: 1, isLine: false, lens: 'access' },
  project: { analysis: 'equity', least: 1, isLine: false, lens: null },
};

/** Metres of a degree of latitude; of one of longitude at the equator. */
const DEGREE_METRES = 111_320;

/** GeoJSON features for what-if; empty while the drawing has too few places. @param drawing `{ tool, points, startsAt, kmPerHour, squareMetres, cost, asOf }` */
export function changesOf(drawing) {
  const { tool, points } = drawing;
  return points.length < TOOLS[tool].least ? [] : makers[tool](drawing);
}

const makers = {
  patrol: ({ points, startsAt, kmPerHour }) => [feature({ type: 'LineString', coordinates: points }, { role: 'patrols', started_at: startsAt, speed: kmPerHour })],
  green: ({ points, squareMetres }) => points.map((place) => feature({ type: 'Polygon', coordinates: [squareAround(place, squareMetres)] }, { role: 'green_spaces', kind: 'park', condition: 'good' })),
  project: ({ points, cost, asOf }) =>
    points.map((place) => feature({ type: 'Point', coordinates: place }, { role: 'projects', status: 'completed', completed_at: asOf.slice(0, 10), cost })),
};

function feature(geometry, properties) {
  return { type: 'Feature', geometry, properties: { operation: 'add', ...properties } };
}

/** A square of an area around a place, its sides along the axes, as a closed ring. */
export function squareAround([lon, lat], squareMetres) {
  const half = Math.sqrt(squareMetres) / 2;
  const dLat = half / DEGREE_METRES;
  const dLon = half / (DEGREE_METRES * Math.cos((lat * Math.PI) / 180));
  const corner = (east, north) => [rounded(lon + east * dLon), rounded(lat + north * dLat)];
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)];
}

/** How long a way is, in metres: good enough to tell somebody who draws it. */
export function lengthMetres(points) {
  return points.slice(1).reduce((sum, [lon, lat], i) => {
    const [fromLon, fromLat] = points[i];
    const x = (lon - fromLon) * DEGREE_METRES * Math.cos((lat * Math.PI) / 180);
    return sum + Math.hypot(x, (lat - fromLat) * DEGREE_METRES);
  }, 0);
}

/** The classes that the map is to show otherwise, of one layer: `Map(code → class)`. */
export function supposedClasses(answer, layer) {
  const changed = answer?.changed.find((each) => each.layer === layer);
  return new Map((changed?.rows ?? []).filter(({ after }) => after?.class).map(({ code, after }) => [code, after.class]));
}

/** The numbers that would be otherwise, as far as they are known. */
export function changedMetrics(answer) {
  return answer.metrics.filter(({ difference }) => difference !== null && Math.abs(difference) > 1e-9);
}

function rounded(degrees) {
  return Math.round(degrees * 1e7) / 1e7;
}
