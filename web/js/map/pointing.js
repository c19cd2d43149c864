/** What lies under the pointer, and the outline of what is pointed at, in each square that it reaches into. */
import { classAt, classIn, lineWidth, markRadius } from './cartography.js';
import { MARGIN, newCanvas } from './cell.js';
import { featureAt } from './hit-test.js';
import { Placement, traceFeature, traceMark } from './painter.js';

const POINT = 1;
const LINE = 2;
const POLYGON = 3;

export class Pointing {
  #outlines = [];

  /**
   * @param map Leaflet's
   * @param grid the squares
   * @param look `() => { ink, ground }`
   */
  constructor(map, grid, look) {
    Object.assign(this, { map, grid, look });
  }

  /** What lies at a place: `{ rule, features, feature }` of the highest layer there, or `null`. */
  at(latlng, reachPixels) {
    const pixel = this.map.project(latlng, this.map.getZoom());
    const found = this.grid.currentCells().flatMap((cell) => hitsIn(cell, pixel, reachPixels));
    return found.sort((a, b) => b.rule.boundary - a.rule.boundary || a.rule.order - b.rule.order).pop() ?? null;
  }

  /** Outlines one feature, `{ layer, code }`, where it is here; `null` outlines none. */
  point(target) {
    this.#outlines.splice(0).forEach((canvas) => canvas.remove());
    if (target) {
      this.grid.cells.forEach((cell) => this.#pointIn(cell, target));
    }
  }

  #pointIn(cell, { layer: id, code }) {
    const layer = cell.layers.find(({ rule }) => rule.id === id);
    const feature = layer ? layer.features.find(code) : -1;
    if (feature >= 0) {
      const canvas = newCanvas(cell.frame);
      this.#outline(contextOf(canvas, cell.frame), cell.frame, layer, feature);
      cell.element.append(canvas);
      this.#outlines.push(canvas);
    }
  }

  #outline(context, frame, { rule, features }, feature) {
    const { tile } = features;
    const placement = new Placement(frame, features.extent);
    context.lineJoin = context.lineCap = 'round';
    if (tile.types[feature] === POINT) {
      traceOwnMark(context, frame, rule, tile, feature, placement);
    } else {
      context.rect(0, 0, frame.size, frame.size);
      context.clip();
      context.beginPath();
      traceFeature(context, tile, feature, placement, tile.types[feature] === POLYGON);
    }
    for (const [width, colour] of this.#strokes(frame, rule, features, feature)) {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.stroke();
    }
  }

  /** A line keeps its own colour between two edges; all else gets an outline. */
  #strokes(frame, rule, features, feature) {
    const { ink, ground } = this.look();
    if (features.tile.types[feature] !== LINE) {
      return [[5, ground], [2, ink]];
    }
    const style = classAt(rule, classIn(rule, features, feature));
    const width = lineWidth(style.width, frame.zoom);
    return [[width + 7, ground], [width + 4, ink], [width, style.line]];
  }
}

/** The hits in one cell, at most one a layer. Cells beside the point count too: marks reach over edges. */
function hitsIn({ frame, coords, layers }, pixel, reachPixels) {
  const x = pixel.x - coords.x * frame.size;
  const y = pixel.y - coords.y * frame.size;
  if (x < -reachPixels || y < -reachPixels || x > frame.size + reachPixels || y > frame.size + reachPixels) {
    return [];
  }
  return layers.flatMap(({ rule, features }) => {
    const placement = new Placement(frame, features.extent);
    const unitX = (x - placement.left) / placement.scale;
    const unitY = (y - placement.top) / placement.scale;
    const feature = featureAt(features, unitX, unitY, reachPixels / placement.scale);
    return feature < 0 ? [] : [{ rule, features, feature }];
  });
}

function contextOf(canvas, { pixelRatio: ratio }) {
  const context = canvas.getContext('2d');
  context.setTransform(ratio, 0, 0, ratio, MARGIN * ratio, MARGIN * ratio);
  return context;
}

function traceOwnMark(context, frame, rule, tile, feature, placement) {
  const vertex = tile.vertices[tile.parts[feature]];
  const [x, y] = [tile.xy[2 * vertex], tile.xy[2 * vertex + 1]];
  if (placement.owns(x, y)) {
    traceMark(context, rule.mark, placement.x(x), placement.y(y), markRadius(frame.zoom) + 2);
  }
}
