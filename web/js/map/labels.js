/** The names on the map. */
import { anchorOf } from './anchors.js';
import { inTwoLines, joined, place } from './label-placement.js';
import { Placement } from './painter.js';
import { classAt, classIn, markRadius } from './cartography.js';
import { atLightness } from './colour.js';

const MOST = 160;
const LEAST_ROOM = 22;
const MARKS_FROM_ZOOM = 18;
const MOST_MARKS = 3000;
const AVOIDED_FROM_ZOOM = 16;
/** On a street that runs up the map, Chinese characters stand upright under each other. */
const STEEP = 1;
const UPRIGHT_TEXT = /^[\p{Script=Han}\d]+$/u;
const LINE = 2;
const POINT = 1;
const AREA = 3;
const LINE_HEIGHT = { tall: 1.6, plain: 1.2 };
/** Tibetan letters are small for their size. */
const TALL_SIZE = 1.15;

/** How names of a layer are set; those not here take the default. A greater weight is placed first. */
const STYLES = {
  communities: { weight: 50, size: 13, bold: true, fromZoom: 12 },
  green_spaces: { weight: 40, size: 11.5, fromZoom: 15, apart: 400 },
  projects: { weight: 30, size: 12, fromZoom: MARKS_FROM_ZOOM },
  hazards: { weight: 20, size: 12, fromZoom: MARKS_FROM_ZOOM },
  paths: { weight: 15, size: 11, fromZoom: 15, apart: 400 },
  buildings: { weight: 10, size: 10.5, fromZoom: 17 },
};
const DEFAULT_STYLE = { weight: 10, size: 11, fromZoom: 16 };

/** Of areas that enclose each other each level has its own zooms, or all would be named at once. */
const LEVELS = {
  subdistrict: { weight: 60, size: 15, spaced: 2, fromZoom: 11, untilZoom: 14 },
  community: { weight: 55, size: 14, spaced: 1, fromZoom: 13, untilZoom: 16 },
  compound: { fromZoom: 15 },
  grid: { fromZoom: 17 },
};

/**
 * @param grid the `TileGrid`
 * @param look `() => { dark, ground, fontFamily, nameOf(rule, features, feature) }`
 * @param covered `() => [[minX, minY, maxX, maxY]]`: what of the view panels lie over, in its pixels
 * @returns a drawing for an `OverlayCanvas`
 */
export function labels(grid, look, covered) {
  return (context, map, size) => {
    const current = look();
    const names = new Map();
    const marks = [];
    for (const cell of grid.currentCells()) {
      const corner = map.latLngToContainerPoint(map.unproject([cell.coords.x * 512, cell.coords.y * 512], cell.coords.z));
      for (const layer of cell.layers) {
        collect(context, cell, layer, corner, current, names);
        if (cell.frame.zoom >= AVOIDED_FROM_ZOOM) {
          gatherMarks(cell, layer, corner, marks);
        }
      }
    }
    const fitting = [...names.values()].filter(({ room, needed }) => room >= needed);
    place(fitting, size, MOST, covered(), marks).forEach((label) => write(context, label));
  };
}

/** The marks of a cell are in the way of lesser names, as long as they are few enough to be told apart. */
function gatherMarks(cell, { features }, corner, marks) {
  const placement = new Placement(cell.frame, features.extent);
  const { boxes, types } = features.tile;
  const radius = markRadius(cell.frame.zoom);
  for (let feature = 0; feature < features.size && marks.length < MOST_MARKS; feature++) {
    const [x, y] = [boxes[feature * 4], boxes[feature * 4 + 1]];
    if (types[feature] === POINT && !features.isCrowd(feature) && placement.owns(x, y)) {
      const [left, top] = [placement.x(x) + corner.x, placement.y(y) + corner.y];
      marks.push([left - radius, top - radius, left + radius, top + radius]);
    }
  }
}

function collect(context, cell, { rule, features }, corner, look, names) {
  const placement = new Placement(cell.frame, features.extent);
  for (let feature = 0; feature < features.size; feature++) {
    const style = styleOf(rule, features, feature);
    if (isNamedAt(style, cell.frame.zoom) && mayBeNamed(features.tile, feature, placement, cell.frame.zoom)) {
      const label = labelOf(context, rule, features, feature, placement, style, look, cell.frame.zoom);
      const key = label && `${rule.id}/${label.text}/${features.code(feature)}`;
      if (label) {
        const placed = { ...label, x: label.x + corner.x, y: label.y + corner.y };
        names.set(key, names.has(key) ? joined(names.get(key), placed) : placed);
      }
    }
  }
}

function styleOf(rule, features, feature) {
  const style = STYLES[rule.id] ?? DEFAULT_STYLE;
  const level = rule.boundary && LEVELS[features.property(feature, rule.field)];
  return level ? { ...style, ...level } : style;
}

function isNamedAt({ fromZoom, untilZoom = Infinity }, zoom) {
  return zoom >= fromZoom && zoom <= untilZoom;
}

function mayBeNamed(tile, feature, placement, zoom) {
  if (tile.types[feature] === POINT) {
    return zoom >= MARKS_FROM_ZOOM;
  }
  const { boxes } = tile;
  const across = Math.max(boxes[feature * 4 + 2] - boxes[feature * 4], boxes[feature * 4 + 3] - boxes[feature * 4 + 1]);
  return across * placement.scale >= LEAST_ROOM && !isAllAround(boxes, feature, placement.box);
}

/** An area that reaches beyond the cell on every side: who looks from inside it needs no name for it here. */
function isAllAround(boxes, feature, [minX, minY, maxX, maxY]) {
  const at = feature * 4;
  return boxes[at] < minX && boxes[at + 1] < minY && boxes[at + 2] > maxX && boxes[at + 3] > maxY;
}

function labelOf(context, rule, features, feature, placement, style, look, zoom) {
  const anchor = anchorOf(features.tile, feature, placement.box);
  const text = anchor && look.nameOf(rule, features, feature);
  if (!text) {
    return null;
  }
  const size = style.size * (look.tall ? TALL_SIZE : 1);
  const font = `${style.bold ? '600 ' : ''}${size}px ${look.fontFamily}`;
  const spacing = `${look.tall ? 0 : (style.spaced ?? 0)}px`;
  Object.assign(context, { font, letterSpacing: spacing });
  const type = features.tile.types[feature];
  const room = anchor.room * placement.scale;
  const lineHeight = size * (look.tall ? LINE_HEIGHT.tall : LINE_HEIGHT.plain);
  const isWrapped = type === AREA && context.measureText(text).width > room && heightOf(features.tile, feature) * placement.scale > 2.5 * lineHeight;
  const lines = isWrapped ? inTwoLines(text) : [text];
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  return {
    text,
    lines,
    lineHeight,
    font,
    spacing,
    room,
    needed: width * (type === LINE ? 1.2 : 0.95),
    isArea: type === AREA,
    overMarks: rule.boundary,
    apart: style.apart,
    width: width + 8,
    height: lineHeight * lines.length + size * 0.4,
    angle: anchor.angle,
    weight: style.weight + Math.min(9, room / 100 === Infinity ? 0 : room / 100),
    x: placement.x(anchor.x),
    y: placement.y(anchor.y) + (type === POINT ? markRadius(zoom) + size * 0.9 : 0),
    ...coloursOf(rule, features, feature, type, look),
  };
}

/** In the tile's units. */
function heightOf({ boxes }, feature) {
  return boxes[feature * 4 + 3] - boxes[feature * 4 + 1];
}

/** A name has the hue of its feature, dark or light enough to read; a building's stands on the building's colour. */
function coloursOf(rule, features, feature, type, { dark, ground }) {
  const style = classAt(rule, classIn(rule, features, feature));
  return {
    colour: dark ? atLightness(style.edge, 0.86, 0.5) : atLightness(style.edge, 0.36, 0.7),
    halo: type === AREA && rule.raised ? style.fill : ground,
  };
}

function write(context, { text, lines, lineHeight, font, spacing, x, y, angle, colour, halo }) {
  context.save();
  context.translate(x, y);
  const isUpright = Math.abs(angle) > STEEP && UPRIGHT_TEXT.test(text);
  context.rotate(isUpright ? angle - (Math.sign(angle) * Math.PI) / 2 : angle);
  Object.assign(context, { font, letterSpacing: spacing, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 3 });
  context.strokeStyle = halo;
  context.fillStyle = colour;
  const rows = isUpright ? [...text] : lines;
  const top = (-(rows.length - 1) * lineHeight) / 2;
  context.globalAlpha = 0.85;
  rows.forEach((row, i) => context.strokeText(row, 0, top + i * lineHeight));
  context.globalAlpha = 1;
  rows.forEach((row, i) => context.fillText(row, 0, top + i * lineHeight));
  context.restore();
}
