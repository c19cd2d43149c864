/** The names on the map. */
import { anchorOf } from './anchors.js';
import { joined, place } from './label-placement.js';
import { Placement } from './painter.js';
import { classOf, classAt, markRadius } from './cartography.js';
import { atLightness } from './colour.js';

const MOST = 160;
const LEAST_ROOM = 22;
const MARKS_FROM_ZOOM = 18;
const MOST_OBSTACLES = 3000;
const OBSTACLES_FROM_ZOOM = 16;
/** On a street that runs up the map, Chinese characters stand upright under each other. */
const STEEP = 1;
const UPRIGHT_TEXT = /^[\p{Script=Han}\d]+$/u;
const LINE = 2;
const POINT = 1;
const AREA = 3;

/** How names of a layer are set; those not here take the default. A greater weight is placed first. */
const STYLES = {
  communities: { weight: 50, size: 13, bold: true, fromZoom: 12 },
  green_spaces: { weight: 40, size: 12, fromZoom: 13, apart: 400 },
  projects: { weight: 30, size: 12, fromZoom: MARKS_FROM_ZOOM },
  hazards: { weight: 20, size: 12, fromZoom: MARKS_FROM_ZOOM },
  paths: { weight: 15, size: 11, fromZoom: 15, apart: 400 },
};
const DEFAULT_STYLE = { weight: 10, size: 11, fromZoom: 16 };

/**
 * @param grid the `TileGrid`
 * @param look `() => { dark, ground, fontFamily, nameOf(rule, features, feature) }`
 * @returns a drawing for an `OverlayCanvas`
 */
export function labels(grid, look) {
  return (context, map, size) => {
    const current = look();
    const names = new Map();
    const obstacles = [];
    for (const cell of grid.currentCells()) {
      const corner = map.latLngToContainerPoint(map.unproject([cell.coords.x * 512, cell.coords.y * 512], cell.coords.z));
      for (const layer of cell.layers) {
        collect(context, cell, layer, corner, current, names);
        if (cell.frame.zoom >= OBSTACLES_FROM_ZOOM) {
          avoidMarks(cell, layer, corner, obstacles);
        }
      }
    }
    const fitting = [...names.values()].filter(({ room, needed }) => room >= needed);
    place(fitting, size, MOST, obstacles).forEach((label) => write(context, label, current));
  };
}

/** The marks of a cell are in the way of names, as long as they are few enough to be told apart. */
function avoidMarks(cell, { features }, corner, obstacles) {
  const placement = new Placement(cell.frame, features.extent);
  const { boxes, types } = features.tile;
  const radius = markRadius(cell.frame.zoom);
  for (let feature = 0; feature < features.size && obstacles.length < MOST_OBSTACLES; feature++) {
    const [x, y] = [boxes[feature * 4], boxes[feature * 4 + 1]];
    if (types[feature] === POINT && !features.isCrowd(feature) && placement.owns(x, y)) {
      const [left, top] = [placement.x(x) + corner.x, placement.y(y) + corner.y];
      obstacles.push([left - radius, top - radius, left + radius, top + radius]);
    }
  }
}

function collect(context, cell, { rule, features }, corner, look, names) {
  const placement = new Placement(cell.frame, features.extent);
  const style = STYLES[rule.id] ?? DEFAULT_STYLE;
  for (let feature = 0; feature < features.size && cell.frame.zoom >= style.fromZoom; feature++) {
    if (mayBeNamed(features.tile, feature, placement, cell.frame.zoom)) {
      const label = labelOf(context, rule, features, feature, placement, style, look, cell.frame.zoom);
      const key = label && `${rule.id}/${label.text}/${features.code(feature)}`;
      if (label) {
        const placed = { ...label, x: label.x + corner.x, y: label.y + corner.y };
        names.set(key, names.has(key) ? joined(names.get(key), placed) : placed);
      }
    }
  }
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
  const font = `${style.bold ? '600 ' : ''}${style.size}px ${look.fontFamily}`;
  context.font = font;
  const width = context.measureText(text).width;
  const room = anchor.room * placement.scale;
  const type = features.tile.types[feature];
  const lift = type === POINT ? markRadius(zoom) + style.size * 0.9 : 0;
  const height = style.size * (look.tall ? 2 : 1.5);
  return {
    text,
    font,
    room,
    needed: width * (type === LINE ? 1.2 : 0.95),
    isArea: type === AREA,
    apart: style.apart,
    width: width + 8,
    height,
    angle: anchor.angle,
    weight: style.weight + Math.min(9, room / 100 === Infinity ? 0 : room / 100),
    x: placement.x(anchor.x),
    y: placement.y(anchor.y) + lift,
    colour: colourOf(rule, features, feature, look.dark),
  };
}

/** A name has the hue of its feature, dark or light enough to read. */
function colourOf(rule, features, feature, dark) {
  const style = classAt(rule, rule.field ? classOf(rule, features.property(feature, rule.field)) : rule.classes.length);
  return dark ? atLightness(style.edge, 0.86, 0.5) : atLightness(style.edge, 0.38, 0.7);
}

function write(context, { text, font, x, y, angle, colour }, { ground }) {
  context.save();
  context.translate(x, y);
  const isUpright = Math.abs(angle) > STEEP && UPRIGHT_TEXT.test(text);
  context.rotate(isUpright ? angle - (Math.sign(angle) * Math.PI) / 2 : angle);
  Object.assign(context, { font, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 3 });
  context.strokeStyle = ground;
  context.fillStyle = colour;
  const lines = isUpright ? [...text] : [text];
  const lineHeight = parseFloat(font.match(/[\d.]+px/)[0]) * 1.15;
  const top = (-(lines.length - 1) * lineHeight) / 2;
  context.globalAlpha = 0.85;
  lines.forEach((line, i) => context.strokeText(line, 0, top + i * lineHeight));
  context.globalAlpha = 1;
  lines.forEach((line, i) => context.fillText(line, 0, top + i * lineHeight));
  context.restore();
}
