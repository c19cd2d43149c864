/**
 * What a reader wants to see of the projects: which, and in what order. Pure; the address keeps it.
 *
 * | part  | value                                                     | when it is not there     |
 * |-------|-----------------------------------------------------------|--------------------------|
 * | q     | words that the name, the story or the place has           | any                      |
 * | kind  | codes of kinds, with commas                               | every kind               |
 * | stage | codes of stages, with commas                              | every stage              |
 * | year  | the year in which it was proposed                         | every year               |
 * | area  | a community's code                                        | everywhere               |
 * | cost  | a range in yuan: `-5000`, `5000-10000`, `10000-20000`, `20000-` | any cost           |
 * | sort  | recent, near, cost, cheap, name                           | recent                   |
 * | show  | map: the map instead of the list, on a phone; shares: how it is shared | the list    |
 *
 * Where the reader is stands in no address.
 */
import { choicePart, part, textPart } from '../hash.js';
import { boxOf } from './place.js';

export const COSTS = ['-5000', '5000-10000', '10000-20000', '20000-'];
export const SORTS = ['recent', 'near', 'cost', 'cheap', 'name'];
export const SHOWS = ['list', 'map', 'shares'];

const codes = (key, name) =>
  part(
    key,
    name,
    (text) => text.split(',').filter((code) => /^[\w-]{1,60}$/.test(code)),
    (list) => (list?.length ? list.join(',') : null),
  );

export const WISH_PARTS = [
  textPart('q', 'wanted'),
  codes('kind', 'kinds'),
  codes('stage', 'stages'),
  part('year', 'year', (text) => (/^\d{4}$/.test(text) ? text : null), (year) => year || null),
  textPart('area', 'area'),
  part('cost', 'cost', (text) => (COSTS.includes(text) ? text : null), (cost) => cost || null),
  choicePart('sort', 'sort', SORTS),
  choicePart('show', 'show', SHOWS),
];

/** What an address that names nothing stands for. */
export const ANY = Object.freeze({ wanted: '', kinds: [], stages: [], year: null, area: null, cost: null, sort: 'recent', show: 'list' });

/** The wish in a state. */
export function wishOf(state) {
  return Object.fromEntries(Object.keys(ANY).map((name) => [name, state[name] ?? ANY[name]]));
}

/** Whether a wish leaves any project out. */
export function isChoosy(wish) {
  return Object.keys(TESTS).some((name) => !isEmpty(wish[name]));
}

const isEmpty = (value) => value === null || value === '' || value.length === 0;

const TESTS = {
  wanted: ({ properties, placeNames }, words) => {
    const said = [...['title', 'title_en', 'title_bo', 'story', 'story_en', 'story_bo'].map((field) => properties[field]), ...placeNames].join('\n').toLowerCase();
    return words.toLowerCase().split(/\s+/).every((word) => said.includes(word));
  },
  kinds: ({ properties }, kinds) => kinds.includes(properties.kind),
  stages: ({ properties }, stages) => stages.includes(properties.status),
  year: (project, year) => yearOf(project) === year,
  area: ({ properties, parents }, area) => properties.community_code === area || parents.includes(area),
  cost: ({ properties: { cost } }, range) => cost !== null && cost !== undefined && isInRange(cost, range),
};

function isInRange(cost, range) {
  const [least, most] = range.split('-');
  return cost >= Number(least) && (most === '' || cost < Number(most));
}

/** The year in which it was proposed; `null` where nobody noted it. */
export function yearOf({ properties: { proposed_at: proposed } }) {
  return proposed?.slice(0, 4) ?? null;
}

/** The projects that a wish leaves, in its order. @param here `{ lat, lon }` of the reader; `null` when not told */
export function wished(projects, wish, here = null) {
  return projects.filter((project) => fits(project, wish)).sort(orderOf(wish.sort, here));
}

function fits(project, wish, except = null) {
  return Object.entries(TESTS).every(([name, test]) => name === except || isEmpty(wish[name]) || test(project, wish[name]));
}

/** How many there would be with each value of a facet, the rest of the wish kept: a Map of value to count. */
export function countsBy(projects, wish, facet, valuesOf) {
  const counts = new Map();
  for (const project of projects) {
    if (fits(project, wish, facet)) {
      valuesOf(project).forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
    }
  }
  return counts;
}

const DATES = ['draft', 'proposed', 'reviewed', 'funded', 'building', 'completed', 'maintained', 'lapsed'].map((stage) => `${stage}_at`);

/** The day of its last step; empty when nothing is dated. */
export function latestOf({ properties }) {
  return DATES.map((field) => properties[field] ?? '').reduce((last, day) => (day > last ? day : last), '');
}

const backwards = (a, b) => (a < b ? 1 : a > b ? -1 : 0);
const byCode = (a, b) => -backwards(a.id, b.id);
const costOf = ({ properties: { cost } }, none) => cost ?? none;

function orderOf(sort, here) {
  const orders = {
    recent: (a, b) => backwards(latestOf(a), latestOf(b)),
    near: (a, b) => (here ? metresTo(a, here) - metresTo(b, here) : backwards(latestOf(a), latestOf(b))),
    cost: (a, b) => costOf(b, -1) - costOf(a, -1),
    cheap: (a, b) => costOf(a, Infinity) - costOf(b, Infinity),
    name: (a, b) => String(a.properties.title).localeCompare(String(b.properties.title), 'zh'),
  };
  return (a, b) => orders[sort](a, b) || byCode(a, b);
}

const EARTH_METRES = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** From a reader to the middle of a project, along the earth; infinite where it has no place. */
export function metresTo({ geometry }, { lat, lon }) {
  const box = geometry && boxOf(geometry);
  if (!box) {
    return Infinity;
  }
  const [there, across] = [(box[1] + box[3]) / 2, (box[0] + box[2]) / 2];
  const up = Math.sin(((there - lat) * RADIANS) / 2) ** 2;
  const over = Math.cos(lat * RADIANS) * Math.cos(there * RADIANS) * Math.sin(((across - lon) * RADIANS) / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(up + over));
}
