/**
 * How layers are drawn: what lies over what, with which marks and colours. The colours of classes come from the layers'
 * own code lists; here they are only fitted to the ground they lie on.
 */
import { atLightness, isHex, toOklch } from './colour.js';

/** Areas first, then lines, then marks; the portal's own layers have their places, any other goes by its geometry. */
const ORDERS = { communities: 10, area_shares: 15, green_spaces: 20, buildings: 40, patrol_gaps: 42, green_access: 42, hazard_hotspots: 45, coverage_grid: 45, coverage_map: 15, projects: 60, hazards: 70 };
const ORDER_BY_GEOMETRY = { polygon: 25, line: 30, track: 30, any: 55, point: 65, none: 0 };

/** Layers whose areas enclose others: drawn as a boundary, so that what is inside stays in sight. */
const BOUNDARIES = new Set(['communities']);

/** A mark of its own shape is told apart without its colour. */
const MARKS = { hazards: 'diamond' };

/** What is over and done with, by a field of the layer: still there to be found, but small and faint. */
const SPENT = {
  hazards: { field: 'status', codes: ['resolved', 'rejected'] },
  projects: { field: 'status', codes: ['lapsed'] },
};

/** Layers whose areas stand on the ground: softer than it in colour, with a shadow when near. */
const RAISED = new Set(['buildings', 'patrol_gaps', 'green_access']);

/** Layers whose areas lie over others that have to show through. */
const VEILS = new Set(['projects', 'area_shares', 'hazard_hotspots', 'coverage_grid', 'coverage_map']);

/** Layers that analyses make: their colours are what the map is there to say. */
const MADE = new Set(['patrol_gaps', 'green_access']);

/** What is not known, or like everything else, is an outline: it has a place, and nothing to say. */
const HOLLOW = { patrol_gaps: ['unknown'], green_access: ['unknown'], hazard_hotspots: ['neither'], coverage_map: ['suppressed'] };
const NOTHING = '#00000000';

/** Streets are light bands between two edges; all else that can be walked is a row of dots. Widths in pixels at zoom 16.5. */
const STREETS = { main_street: 8.5, street: 6.5, lane: 3.2 };
const DOTTED_WIDTH = 1.5;
const DEFAULT_WIDTH = 1.6;

/** For layers without colours: Okabe and Ito's set (2008), which survives every kind of colour-blindness. */
const SPARE_COLOURS = ['#56b4e9', '#e69f00', '#009e73', '#cc79a7', '#0072b2', '#d55e00'];
const NO_CLASS = '#a9a9a4';

/**
 * @param layers the portal's layer definitions
 * @param dark whether the ground is dark
 * @returns a Map of layer id to `{ id, tiles, order, boundary, raised, veil, streets, mark, spent, field, classes, other }`;
 *     a class is `{ code, fill, edge, line, strong, width, casing, dotted }`
 */
export function drawingRules(layers, dark) {
  const withoutColours = layers.filter((layer) => colouredCodes(layer).length === 0);
  return new Map(
    layers.map((layer) => [layer.id, rule(layer, SPARE_COLOURS[withoutColours.indexOf(layer) % 6] ?? NO_CLASS, dark)]),
  );
}

function rule(layer, plain, dark) {
  const codes = colouredCodes(layer);
  const streets = layer.id === 'paths';
  const raised = RAISED.has(layer.id);
  const toClass = (code, colour) => ({ code, width: DEFAULT_WIDTH, ...fitted(colour, dark), ...(raised && !MADE.has(layer.id) && softened(colour, dark)), ...(streets && street(code, colour, dark)), ...(HOLLOW[layer.id]?.includes(code) && { fill: NOTHING }) });
  return {
    id: layer.id,
    tiles: layer.tiles,
    order: ORDERS[layer.id] ?? ORDER_BY_GEOMETRY[layer.geometry] ?? 50,
    boundary: BOUNDARIES.has(layer.id),
    raised,
    veil: VEILS.has(layer.id),
    streets,
    mark: MARKS[layer.id] ?? 'circle',
    spent: SPENT[layer.id] ?? null,
    field: codes.length ? layer.styleField : null,
    classes: codes.map(({ code, colour }) => toClass(code, colour)),
    other: toClass(null, codes.length ? NO_CLASS : plain),
  };
}

/** The codes by which a layer is coloured, empty when it has one colour. */
export function colouredCodes(layer) {
  const field = layer.fields.find(({ name }) => name === layer.styleField);
  return (field?.codes ?? []).filter(({ colour }) => isHex(colour));
}

/** A class's colour as an area's fill and edge, as a line, which must not outshout what it leads to, and as a mark, seen from afar. */
function fitted(colour, dark) {
  const { l } = toOklch(colour);
  if (!dark) {
    return { fill: colour, edge: atLightness(colour, l - 0.16), line: atLightness(colour, l + (0.92 - l) * 0.42, 0.75), strong: atLightness(colour, Math.min(l, 0.74), 1.1) };
  }
  return {
    fill: atLightness(colour, 0.24 + l * 0.24, 0.8),
    edge: atLightness(colour, 0.38 + l * 0.26, 0.8),
    line: atLightness(colour, 0.24 + l * 0.2, 0.45),
    strong: atLightness(colour, Math.max(l, 0.68), 1),
  };
}

/** What fills most of a town is the quietest on its map. */
function softened(colour, dark) {
  const { l } = toOklch(colour);
  return dark
    ? { fill: atLightness(colour, 0.26 + l * 0.19, 0.6), edge: atLightness(colour, 0.35 + l * 0.24, 0.6) }
    : { fill: atLightness(colour, l + (0.94 - l) * 0.3, 0.9), edge: atLightness(colour, l - 0.1, 0.9) };
}

function street(code, colour, dark) {
  if (!(code in STREETS)) {
    return { width: DOTTED_WIDTH, dotted: true, line: atLightness(colour, dark ? 0.5 : 0.7, 0.7) };
  }
  const isMain = code === 'main_street';
  return {
    width: STREETS[code],
    line: dark ? atLightness(colour, isMain ? 0.45 : 0.38, isMain ? 0.4 : 0.15) : atLightness(colour, isMain ? 0.965 : 0.99, isMain ? 0.5 : 0.15),
    casing: dark ? atLightness(colour, 0.19, 0.2) : atLightness(colour, isMain ? 0.8 : 0.84, isMain ? 0.75 : 0.45),
  };
}

/** The number of a feature's class in `rule.classes`; their length for a value that is none of them. */
export function classOf(rule, value) {
  const found = rule.classes.findIndex(({ code }) => code === value);
  return found < 0 ? rule.classes.length : found;
}

/** The number of a feature's class: by what the rule itself knows of it (`known`, a Map of key to value), else by its field. */
export function classIn(rule, features, feature) {
  if (!rule.field) {
    return rule.classes.length;
  }
  return classOf(rule, rule.known?.get(features.code(feature)) ?? features.property(feature, rule.field));
}

/** A class by its number, as {@link classOf} counts. */
export function classAt(rule, number) {
  return rule.classes[number] ?? rule.other;
}

/** The radius of a mark, in pixels. */
export function markRadius(zoom) {
  const [smallest, largest] = [1.6, 7];
  return Math.min(largest, Math.max(smallest, 2.8 * 1.36 ** (zoom - 15)));
}

/** How many pixels wide a line is at a zoom, when it is `width` at zoom 16.5. */
export function lineWidth(width, zoom) {
  return Math.max(0.6, width * 1.45 ** (zoom - 16.5));
}
