/**
 * Paints one cell of the map on a canvas. Painting is an iterator that yields between slices; see `WorkQueue`.
 *
 * A `frame` places a tile on the cell: `{ size, zoom, tilesAcross, column, row }`: the cell's side in pixels, the map's
 * zoom, how many cells lie side by side over the tile (more than one beyond the deepest tiles) and which of them this is.
 */
import { classAt, classIn, lineWidth, markRadius } from './cartography.js';

/** The lists of a group by the geometry's type. */
const KINDS = { 1: 'marks', 2: 'lines', 3: 'areas' };
/** A tile counts what is too small to draw by squares of this many units. */
const CROWD_UNITS = 32;
const VERTICES_A_SLICE = 6000;
const QUIET = 0.16;
/** Marks of what is over: from far off they are only a grain. */
const SPENT = { far: { alpha: 0.35, size: 0.5 }, near: { alpha: 0.55, size: 0.6 }, fromZoom: 16 };
const VEIL_ALPHA = 0.42;
const CASING_PIXELS = 1;
const SHADOW_FROM_ZOOM = 16;

/** Paints a whole square with its margin. @param job `{ frame, origin, layers, look }`, see {@link paint}; `origin` is the margin */
export function* paintSquare(canvas, { frame, origin, layers, look }) {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.scale(frame.pixelRatio, frame.pixelRatio);
  context.translate(origin, origin);
  yield* paint(context, frame, layers, look);
}

/**
 * @param layers `[{ rule, features }]`, lowest first
 * @param look `{ ground, ink, shadow, emphasis }`; emphasis `{ layer, code }` leaves all else faint
 */
export function* paint(context, frame, layers, look) {
  for (const { rule, features } of layers) {
    const groups = inOrder(rule, byClass(rule, features, new Placement(frame, features.extent)));
    const alpha = ({ style }) => (isFaint(look.emphasis, rule, style) ? QUIET : 1);
    for (const group of groups.filter(({ style }) => style.casing)) {
      context.globalAlpha = alpha(group);
      yield* withinCell(context, frame, () => paintCasings(context, frame, features, group));
    }
    for (const group of groups) {
      context.globalAlpha = alpha(group);
      yield* paintGroup(context, frame, rule, features, group, look);
    }
    context.globalAlpha = 1;
  }
}

/** Main streets come first in their code list and lie on top. */
function inOrder(rule, groups) {
  return rule.streets ? groups.reverse() : groups;
}

function isFaint(emphasis, rule, style) {
  return Boolean(emphasis) && (emphasis.layer !== rule.id || (emphasis.code !== undefined && emphasis.code !== style.code));
}

function* paintGroup(context, frame, rule, features, group, look) {
  yield* withinCell(context, frame, function* () {
    yield* paintAreas(context, frame, rule, features, group, look);
    yield* paintLines(context, frame, features, group);
    yield* paintCrowds(context, features, group);
  });
  yield* paintMarks(context, frame, rule, features, group, look);
}

/** Where a tile's units fall on a cell. */
export class Placement {
  constructor(frame, extent) {
    this.scale = (frame.size * frame.tilesAcross) / extent;
    this.left = -frame.column * frame.size;
    this.top = -frame.row * frame.size;
    const units = frame.size / this.scale;
    this.box = [frame.column * units, frame.row * units, (frame.column + 1) * units, (frame.row + 1) * units];
    this.units = units;
  }

  x(unit) {
    return unit * this.scale + this.left;
  }

  y(unit) {
    return unit * this.scale + this.top;
  }

  /** The cell's box in the tile's units, wider by some pixels on every side. */
  around(pixels) {
    const units = pixels / this.scale;
    return [this.box[0] - units, this.box[1] - units, this.box[2] + units, this.box[3] + units];
  }

  /** Whether a point in the tile's units belongs to this cell and to no other. */
  owns(x, y) {
    return x >= this.box[0] && x < this.box[2] && y >= this.box[1] && y < this.box[3];
  }
}

/** The features that touch the cell, by class: `[{ style, placement, areas, lines, marks, crowds }]`. */
function byClass(rule, features, placement) {
  const groups = [];
  const window = placement.around(16);
  for (let feature = 0; feature < features.size; feature++) {
    if (features.touches(feature, window)) {
      const number = classIn(rule, features, feature);
      groups[number] ??= { style: classAt(rule, number), placement, areas: [], lines: [], marks: [], crowds: [] };
      const type = features.tile.types[feature];
      const kind = features.isCrowd(feature) ? 'crowds' : KINDS[type];
      groups[number][kind]?.push(feature);
    }
  }
  return groups.filter(Boolean);
}

function* withinCell(context, frame, work) {
  context.save();
  context.beginPath();
  context.rect(0, 0, frame.size, frame.size);
  context.clip();
  yield* work();
  context.restore();
}

function* paintAreas(context, frame, rule, features, { style, placement, areas }, look) {
  if (areas.length === 0) {
    return;
  }
  yield* trace(context, features.tile, areas, placement, true);
  if (rule.boundary) {
    strokeBoundary(context, style, frame.zoom);
    return;
  }
  fillAreas(context, frame, rule, style, look);
  if (frame.zoom >= 14) {
    context.lineWidth = (frame.zoom >= 17 ? 1 : 0.6) * (rule.veil ? 1.5 : 1);
    context.lineJoin = 'round';
    context.strokeStyle = style.edge;
    context.stroke();
  }
}

function fillAreas(context, frame, rule, style, look) {
  const alpha = context.globalAlpha;
  context.globalAlpha = rule.veil ? alpha * VEIL_ALPHA : alpha;
  context.fillStyle = style.fill;
  if (rule.raised && frame.zoom >= SHADOW_FROM_ZOOM) {
    const reach = frame.pixelRatio * 1.25 ** (frame.zoom - SHADOW_FROM_ZOOM);
    Object.assign(context, { shadowColor: look.shadow, shadowOffsetX: reach, shadowOffsetY: reach, shadowBlur: 0 });
  }
  context.fill();
  Object.assign(context, { shadowColor: 'transparent', globalAlpha: alpha });
}

function strokeBoundary(context, style, zoom) {
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * 0.07;
  context.fillStyle = style.strong;
  context.fill();
  context.globalAlpha = alpha * 0.8;
  context.lineWidth = zoom >= 15 ? 1.5 : 1;
  context.setLineDash(zoom >= 13 ? [6, 4] : []);
  context.strokeStyle = style.edge;
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = alpha;
}

/** The edges of streets, before any street: so that streets run into each other. */
function* paintCasings(context, frame, features, { style, placement, lines }) {
  yield* trace(context, features.tile, lines, placement, false);
  Object.assign(context, { lineCap: 'round', lineJoin: 'round', strokeStyle: style.casing });
  context.lineWidth = lineWidth(style.width, frame.zoom) + 2 * CASING_PIXELS;
  context.stroke();
}

function* paintLines(context, frame, features, { style, placement, lines }) {
  if (lines.length > 0) {
    yield* trace(context, features.tile, lines, placement, false);
    const width = lineWidth(style.width, frame.zoom);
    Object.assign(context, { lineCap: 'round', lineJoin: 'round', lineWidth: width, strokeStyle: style.line });
    context.setLineDash(style.dotted ? [0, 2.2 * width] : []);
    context.stroke();
    context.setLineDash([]);
  }
}

/** What is too small to be drawn one by one: a square for each crowd, the denser the more there are. */
function* paintCrowds(context, features, { style, placement, crowds }) {
  const { boxes } = features.tile;
  const alpha = context.globalAlpha;
  const side = CROWD_UNITS * placement.scale;
  context.fillStyle = style.strong;
  for (const [i, feature] of crowds.entries()) {
    context.globalAlpha = alpha * Math.min(0.9, 0.3 + 0.12 * features.count(feature));
    context.fillRect(placement.x(boxes[feature * 4]) - side / 2, placement.y(boxes[feature * 4 + 1]) - side / 2, side, side);
    if (i % 2000 === 1999) {
      yield;
    }
  }
  context.globalAlpha = alpha;
}

function* trace(context, tile, group, placement, closed) {
  let vertices = 0;
  context.beginPath();
  for (const feature of group) {
    vertices += traceFeature(context, tile, feature, placement, closed);
    if (vertices > VERTICES_A_SLICE) {
      vertices = 0;
      yield;
    }
  }
}

/** Adds a feature's parts to the path; returns how many vertices there were. */
export function traceFeature(context, tile, feature, placement, closed) {
  const { xy, parts, vertices } = tile;
  for (let part = parts[feature]; part < parts[feature + 1]; part++) {
    const first = vertices[part];
    context.moveTo(placement.x(xy[2 * first]), placement.y(xy[2 * first + 1]));
    for (let vertex = first + 1; vertex < vertices[part + 1]; vertex++) {
      context.lineTo(placement.x(xy[2 * vertex]), placement.y(xy[2 * vertex + 1]));
    }
    if (closed) {
      context.closePath();
    }
  }
  return vertices[parts[feature + 1]] - vertices[parts[feature]];
}

/** Marks may reach over the cell's edge; each is painted by the cell that owns its point. */
function* paintMarks(context, frame, rule, features, { style, placement, marks }, look) {
  const radius = markRadius(frame.zoom);
  const { xy, vertices, parts } = features.tile;
  const alpha = context.globalAlpha;
  const spent = frame.zoom >= SPENT.fromZoom ? SPENT.near : SPENT.far;
  let painted = 0;
  for (const feature of marks) {
    for (let part = parts[feature]; part < parts[feature + 1]; part++) {
      const x = xy[2 * vertices[part]];
      const y = xy[2 * vertices[part] + 1];
      if (placement.owns(x, y)) {
        const isSpent = rule.spent?.codes.includes(features.property(feature, rule.spent.field));
        context.globalAlpha = isSpent ? alpha * spent.alpha : alpha;
        paintMark(context, rule.mark, placement.x(x), placement.y(y), isSpent ? radius * spent.size : radius, style, look);
      }
    }
    if (++painted % 400 === 0) {
      yield;
    }
  }
  context.globalAlpha = alpha;
}

function paintMark(context, mark, x, y, radius, style, look) {
  traceMark(context, mark, x, y, radius);
  context.fillStyle = style.strong;
  context.fill();
  if (radius > 3) {
    context.lineWidth = 1.5;
    context.lineJoin = 'round';
    context.strokeStyle = look.ground;
    context.stroke();
  }
}

export function traceMark(context, mark, x, y, radius) {
  context.beginPath();
  if (mark === 'diamond') {
    const reach = radius * 1.2;
    context.moveTo(x, y - reach);
    context.lineTo(x + reach, y);
    context.lineTo(x, y + reach);
    context.lineTo(x - reach, y);
    context.closePath();
  } else {
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
}
