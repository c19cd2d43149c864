/**
 * The address of a view: what stands after the # of the page's URL, and nothing else, says what a page shows.
 *
 *     #v1&at=ZOOM/LAT/LON&layers=ID,ID&feature=LAYER/CODE&tab=list&lang=bo&theme=dark
 *
 * Every page understands these:
 *
 * | part    | value                                          | when it is not there         |
 * |---------|------------------------------------------------|------------------------------|
 * | v1      | the grammar's version, always first            | read as v1                   |
 * | lang    | zh, en, bo                                     | the reader's last choice, zh |
 * | theme   | light, dark                                    | as the device is set         |
 *
 * The map page, besides:
 *
 * | part    | value                                          | when it is not there         |
 * |---------|------------------------------------------------|------------------------------|
 * | at      | zoom, latitude and longitude (EPSG:4326)       | the portal's first place     |
 * | layers  | ids of the layers shown; empty shows none      | every layer                  |
 * | feature | a layer's id and a feature's code              | no feature is open           |
 * | tab     | list: what is in view; else layers             | layers                       |
 *
 * Each other page has its own parts, in a table of its own beside it; two pages give no key two meanings. Values are
 * percent-encoded. A part that is unknown, or whose value cannot be, is passed over: a link from a later or an
 * earlier portal shows as much as this one understands. A later grammar keeps reading v1.
 */
export const LANGUAGES = ['zh', 'en', 'bo'];
export const THEMES = ['light', 'dark'];
const VERSION = 'v1';
const LAYER_ID = /^[a-z][a-z0-9_]{0,49}$/;

/**
 * A part of an address.
 *
 * @param key how it is called there
 * @param name how the state calls it
 * @param read from the decoded text to the state's value; `null` when it cannot be one
 * @param write from the state's value to the text, encoded where need be; `null` when the address is better without
 */
export function part(key, name, read, write) {
  return { key, name, read, write };
}

/** One of a few words; the first is what an address without the part means. */
export function choicePart(key, name, words) {
  return part(key, name, (text) => (words.includes(text) ? text : null), (value) => (value === words[0] ? null : value));
}

/** A text without further rules, such as a feature's code. */
export function textPart(key, name) {
  return part(key, name, (text) => text || null, (value) => (value ? encodeURIComponent(value) : null));
}

export const AT = part('at', 'view', readView, (view) => view && `${view.zoom}/${view.lat.toFixed(5)}/${view.lon.toFixed(5)}`);
export const FEATURE = part('feature', 'selected', readFeature, (chosen) => chosen && `${chosen.layer}/${encodeURIComponent(chosen.code)}`);
const LAYERS = part('layers', 'layers', (text) => text.split(',').filter((id) => LAYER_ID.test(id)), (ids) => ids?.join(',') ?? null);
const TAB = part('tab', 'tab', (text) => (text === 'list' ? 'list' : null), (tab) => (tab === 'list' ? tab : null));

const COMMON = [
  part('lang', 'language', (text) => (LANGUAGES.includes(text) ? text : null), (language) => language ?? null),
  part('theme', 'theme', (text) => (THEMES.includes(text) ? text : null), (theme) => theme ?? null),
];

/** The map page's own parts. */
export const MAP_PARTS = [AT, LAYERS, FEATURE, TAB];

/** The parts of the state that an address names; those it does not name are not in the result. */
export function parseHash(hash, parts = MAP_PARTS) {
  const known = new Map([...parts, ...COMMON].map((each) => [each.key, each]));
  const named = {};
  for (const text of hash.replace(/^#/, '').split('&')) {
    const [key, value] = splitOnce(text, '=');
    const read = known.get(key)?.read(decode(value)) ?? null;
    if (read !== null) {
      named[known.get(key).name] = read;
    }
  }
  return named;
}

/** The address of a state; a part whose value says nothing is left out. */
export function formatHash(state, parts = MAP_PARTS) {
  const written = [...parts, ...COMMON]
    .map(({ key, name, write }) => [key, write(state[name])])
    .filter(([, text]) => text !== null && text !== undefined && text !== false);
  return `#${[VERSION, ...written.map(([key, text]) => `${key}=${text}`)].join('&')}`;
}

function readView(text) {
  const [zoom, lat, lon] = text.split('/').map((number) => (number === '' ? NaN : Number(number)));
  const known = Number.isInteger(zoom) && zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return known ? { zoom, lat, lon } : null;
}

function readFeature(text) {
  const [layer, code] = splitOnce(text, '/');
  return LAYER_ID.test(layer) && code !== '' ? { layer, code } : null;
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
