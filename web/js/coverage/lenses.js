/** What is asked and shown under each lens: pure, from the page's state. */

/**
 * The lenses by their names:
 *   analysis  whose answer it is
 *   layer     the layer that the answer makes for the map
 *   headline  the numbers that are read first, of those the reader may see
 *   trends    the series that is a number's course, where the answer has one
 *   bars      the number that communities are compared by, and which of high and low is good
 *   beneath   the stored layers that lie under it on the map
 */
export const LENS = {
  patrol: {
    analysis: 'patrol',
    layer: 'patrol_gaps',
    headline: ['duty.kept', 'coverage.buildings', 'coverage.residents', 'coverage.need', 'gap.person_days'],
    trends: { 'duty.kept': 'trend.duty_kept', 'coverage.buildings': 'trend.coverage' },
    bars: { metric: 'coverage.buildings', isHighGood: true },
    beneath: ['communities', 'green_spaces', 'paths'],
    over: ['hazards'],
  },
  hazard: {
    analysis: 'hazard',
    layer: 'hazard_hotspots',
    headline: ['hazards.open', 'backlog.overdue', 'closure.rate', 'closure.on_time', 'closure.due', 'days.to_close.median'],
    trends: { 'hazards.open': 'stock.open' },
    bars: { metric: 'hazards.open', isHighGood: false },
    beneath: ['communities', 'green_spaces', 'buildings', 'paths'],
    over: ['hazards'],
  },
  access: {
    analysis: 'access',
    layer: 'green_access',
    headline: ['access.share', 'access.deficit', 'access.buildings', 'access.green_per_resident.under_1'],
    trends: {},
    bars: { metric: 'access.deficit', isHighGood: false },
    beneath: ['communities', 'green_spaces', 'paths'],
    over: [],
  },
};

/** What the public sees of a lens whose own layer is for staff, where the portal publishes it. */
const SQUARES = 'coverage_map';

/** The made layer that the map shows of an answer: the lens' own, else squares if they are chosen; `null` where it shows communities. */
export function mapLayerOf({ lens, by, finding }) {
  const has = (id) => finding?.layers.some((layer) => layer.id === id);
  return has(LENS[lens].layer) ? LENS[lens].layer : by === 'square' && has(SQUARES) ? SQUARES : null;
}

/** Whether the reader may choose between communities and squares. */
export function hasSquares({ lens, finding }) {
  return Boolean(finding) && !finding.layers.some(({ id }) => id === LENS[lens].layer) && finding.layers.some(({ id }) => id === SQUARES);
}

/** For which numbers less is better. */
const LESS_IS_BETTER = new Set(['gap.person_days', 'hazards.open', 'backlog.overdue', 'days.to_close.median', 'access.deficit', 'access.green_per_resident.under_1']);

/** The analysis and its parameters that the state asks for, at an instant: its own unless given. */
export function questionOf(state, asOf = state.asOf) {
  return { id: LENS[state.lens].analysis, parameters: { asOf, ...parametersOf(state) } };
}

function parametersOf({ lens, duty, windowDays, mode, reachMetres, leastArea }) {
  if (lens === 'access') {
    return { mode, distance: reachMetres, minArea: leastArea };
  }
  return { ...(lens === 'patrol' && { duty }), window: windowDays };
}

/** Whether a change of a number is for the better (1), for the worse (-1), or none that counts (0). */
export function tendency(metric, difference) {
  if (!difference || Math.abs(difference) < 1e-9) {
    return 0;
  }
  return difference > 0 === !LESS_IS_BETTER.has(metric) ? 1 : -1;
}

/** The numbers of an answer as the state wants them: of one community where one is chosen and the answer has it. */
export function metricsOf(finding, area) {
  const own = finding.areas.find((each) => each.area === area);
  if (!own) {
    return finding.metrics;
  }
  const numbers = new Map(own.metrics.map((metric) => [metric.id, metric]));
  return finding.metrics.filter(({ id }) => numbers.has(id)).map((metric) => ({ ...metric, ...numbers.get(metric.id), exclusions: [], counted: null }));
}

/** The communities that are not divided further, or all that have the number where nothing is divided. */
export function lowestAreas(finding) {
  const parents = new Set(finding.areas.map(({ parent }) => parent));
  return finding.areas.filter(({ area }) => !parents.has(area));
}

/** A series of an answer as `Map(key → value)`; empty where the reader may not see it. */
export function seriesOf(finding, id) {
  const series = finding.series.find((each) => each.id === id);
  return new Map((series?.points ?? []).map(({ key, value }) => [key, value]));
}

/** The bins and classes of a histogram whose keys are `bin/class`: `{ bins, classes: Map(class → [value by bin]) }`; `null` is not known, what the series has no key for is 0. */
export function histogramOf(series) {
  const bins = [...new Set([...series.keys()].map((key) => key.split('/')[0]))];
  const classes = new Map();
  for (const [key, value] of series) {
    const [bin, name] = key.split('/');
    const values = classes.get(name) ?? bins.map(() => 0);
    values[bins.indexOf(bin)] = value;
    classes.set(name, values);
  }
  return { bins, classes };
}

/** The week as rows of 24 numbers, Monday first, from a series whose keys are `{day of the week}T{hour}`; `null` is not known. */
export function weekOf(series) {
  return Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (__, hour) => series.get(`${day + 1}T${String(hour).padStart(2, '0')}`) ?? null));
}

/** Instants a day apart that end with the latest: what the time slider goes through. */
export function daysUntil(latest, count) {
  const end = Date.parse(latest);
  return Array.from({ length: count }, (_, i) => iso(end - (count - 1 - i) * 86_400_000));
}

function iso(milliseconds) {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** An address of the API that gives the layer as a file, for exactly what is shown. */
export function exportAddress(finding, layer) {
  return finding.layers.find(({ id }) => id === layer)?.geojson ?? null;
}

/** The template of a made layer's tiles, from the address of its collection; with a field, of nothing but that and the keys. */
export function tilesOf(collection, field = null) {
  const [path, query] = collection.replace(/^https?:\/\/[^/]+/, '').split('?');
  const asked = [query, field && `properties=${field}`].filter(Boolean).join('&');
  return `${path}/tiles/WebMercatorQuad/{z}/{y}/{x}${asked ? `?${asked}` : ''}`;
}

/** The days of the slider around one, nearest first: those that somebody may want to see next. */
export function daysAround(days, asOf, reach) {
  const at = asOf === null ? days.length - 1 : days.indexOf(asOf);
  const steps = Array.from({ length: reach }, (_, i) => [at - i - 1, at + i + 1]).flat();
  return at < 0 ? [] : steps.filter((i) => i >= 0 && i < days.length).map((i) => (i === days.length - 1 ? null : days[i]));
}
