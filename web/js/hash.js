/**
 * The address of a view: what stands after the # of the page's URL, and nothing else, says what is shown.
 *
 *     #v1&at=ZOOM/LAT/LON&layers=ID,ID&feature=LAYER/CODE&tab=list&lang=bo&theme=dark
 *
 * | part    | value                                          | when it is not there         |
 * |---------|------------------------------------------------|------------------------------|
 * | v1      | the grammar's version, always first            | read as v1                   |
 * | at      | zoom, latitude and longitude (EPSG:4326)       | the portal's first place     |
 * | layers  | ids of the layers shown; empty shows none      | every layer                  |
 * | feature | a layer's id and a feature's code              | no feature is open           |
 * | tab     | list: what is in view; else layers             | layers                       |
 * | lang    | zh, en, bo                                     | the reader's last choice, zh |
 * | theme   | light, dark                                    | as the device is set         |
 *
 * Values are percent-encoded. A part that is unknown, or whose value cannot be, is passed over: a link from a later or an
 * earlier portal shows as much as this one understands. A later grammar keeps reading v1.
 */
export const LANGUAGES = ['zh', 'en', 'bo'];
export const THEMES = ['light', 'dark'];
const VERSION = 'v1';
const LAYER_ID = /^[a-z][a-z0-9_]{0,49}$/;

const readers = {
  at: readView,
  layers: (text) => text.split(',').filter((id) => LAYER_ID.test(id)),
  feature: readFeature,
  tab: (text) => (text === 'list' ? 'list' : null),
  lang: (text) => (LANGUAGES.includes(text) ? text : null),
  theme: (text) => (THEMES.includes(text) ? text : null),
};

const names = { at: 'view', layers: 'layers', feature: 'selected', tab: 'tab', lang: 'language', theme: 'theme' };

/** The parts of the state that an address names; those it does not name are not in the result. */
export function parseHash(hash) {
  const named = {};
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [key, value] = splitOnce(part, '=');
    const read = Object.hasOwn(readers, key) ? readers[key](decode(value)) : null;
    if (read !== null) {
      named[names[key]] = read;
    }
  }
  return named;
}

/** The address of a state. `layers: null` means every layer, `theme: null` the device's. */
export function formatHash({ view, layers, selected, tab, language, theme }) {
  const parts = [VERSION];
  if (view) {
    parts.push(`at=${view.zoom}/${view.lat.toFixed(5)}/${view.lon.toFixed(5)}`);
  }
  if (layers) {
    parts.push(`layers=${layers.join(',')}`);
  }
  if (selected) {
    parts.push(`feature=${selected.layer}/${encodeURIComponent(selected.code)}`);
  }
  if (tab === 'list') {
    parts.push('tab=list');
  }
  if (language) {
    parts.push(`lang=${language}`);
  }
  if (theme) {
    parts.push(`theme=${theme}`);
  }
  return `#${parts.join('&')}`;
}

function readView(text) {
  const [zoom, lat, lon] = text.split('/').map((part) => (part === '' ? NaN : Number(part)));
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
