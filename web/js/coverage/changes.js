/** What somebody drew, as the changes that an analysis is asked to suppose: pure. */

/** What can be drawn: which analysis answers, how many places a drawing needs at least, and of which numbers nothing can be said beforehand. */
export const TOOLS = {
  patrol: { analysis: 'patrol', least: 2, isLine: true, lens: 'patrol' },
  green: { analysis: 'access', least: 1, isLine: false, lens: 'access' },
  project: { analysis: 'impact', least: 1, isLine: false, lens: null, untold: /^hazards\./ },
};

/** How long a degree is at a latitude, `[of longitude, of latitude]` in metres: the usual series for WGS 84 (NGA, "Length of a degree of latitude and longitude"). */
function degreeMetres(lat) {
  const phi = (lat * Math.PI) / 180;
  return [
    111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  ];
}

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
  const [lonMetres, latMetres] = degreeMetres(lat);
  const corner = (east, north) => [rounded(lon + (east * half) / lonMetres), rounded(lat + (north * half) / latMetres)];
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)];
}

/** How long a way is, in metres: good enough to tell somebody who draws it. */
export function lengthMetres(points) {
  return points.slice(1).reduce((sum, [lon, lat], i) => {
    const [fromLon, fromLat] = points[i];
    const [lonMetres, latMetres] = degreeMetres(lat);
    return sum + Math.hypot((lon - fromLon) * lonMetres, (lat - fromLat) * latMetres);
  }, 0);
}

/** The classes that the map is to show otherwise, of one layer: `Map(code → class)`. */
export function supposedClasses(answer, layer) {
  const changed = answer?.changed.find((each) => each.layer === layer);
  return new Map((changed?.rows ?? []).filter(({ after }) => after?.class).map(({ code, after }) => [code, after.class]));
}

/** The numbers that would be otherwise, as far as they are known; of hazards a project promises nothing. */
export function changedMetrics(answer, { untold = null } = {}) {
  return answer.metrics.filter(({ id, difference }) => difference !== null && Math.abs(difference) > 1e-9 && !untold?.test(id));
}

function rounded(degrees) {
  return Math.round(degrees * 1e7) / 1e7;
}
