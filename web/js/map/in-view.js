/** What is in the view, counted and listed from the tiles that are painted: the map told as numbers and rows. */
import { Placement } from './painter.js';
import { classIn } from './cartography.js';

/**
 * @param cells those of the shown zoom, with `coords`, `frame` and `layers`
 * @param window `{ minX, minY, maxX, maxY }` of the view, in the pixels of the zoom
 * @param most how many rows of a layer are kept: the nearest to the view's middle
 * @returns `{ layers: Map(id → { total, classes: [number], rows: [{ features, feature, number }] }) }`
 */
export function inView(cells, window, most) {
  const tallies = new Map();
  const seen = new Set();
  for (const cell of cells) {
    for (const { rule, features } of cell.layers) {
      const tally = tallies.get(rule.id) ?? newTally(rule, most);
      tallies.set(rule.id, tally);
      countCell(cell, rule, features, window, seen, tally);
    }
  }
  const finished = [...tallies].map(([id, { total, classes, nearest }]) => [id, { total, classes, rows: nearest.rows() }]);
  return { layers: new Map(finished) };
}

function newTally(rule, most) {
  return { total: 0, classes: new Array(rule.classes.length + 1).fill(0), nearest: new Nearest(most) };
}

function countCell(cell, rule, features, window, seen, tally) {
  const placement = new Placement(cell.frame, features.extent);
  const view = viewInUnits(cell, placement, window);
  const middle = [(view[0] + view[2]) / 2, (view[1] + view[3]) / 2];
  const box = [Math.max(view[0], placement.box[0]), Math.max(view[1], placement.box[1]), Math.min(view[2], placement.box[2]), Math.min(view[3], placement.box[3])];
  for (let feature = 0; feature < features.size && box[0] < box[2] && box[1] < box[3]; feature++) {
    if (features.touches(feature, box) && isFirst(cell, rule, features, feature, placement, seen)) {
      const number = classIn(rule, features, feature);
      const count = features.count(feature);
      tally.total += count;
      tally.classes[number] += count;
      if (!features.isCrowd(feature)) {
        tally.nearest.offer(distance(features.tile, feature, middle) * placement.scale, { features, feature, number });
      }
    }
  }
}

function viewInUnits(cell, placement, { minX, minY, maxX, maxY }) {
  const left = cell.coords.x * cell.frame.size;
  const top = cell.coords.y * cell.frame.size;
  const units = (pixel, start, shift) => (pixel - start - shift) / placement.scale;
  return [
    units(minX, left, placement.left),
    units(minY, top, placement.top),
    units(maxX, left, placement.left),
    units(maxY, top, placement.top),
  ];
}

/** A feature that reaches over the cell's edge is in the next cell too: it counts once, by its key. */
function isFirst(cell, rule, features, feature, placement, seen) {
  const { boxes, types } = features.tile;
  const at = feature * 4;
  if (types[feature] === 1) {
    return placement.owns(boxes[at], boxes[at + 1]);
  }
  const isInside = placement.owns(boxes[at], boxes[at + 1]) && placement.owns(boxes[at + 2], boxes[at + 3]);
  const code = isInside ? null : features.code(feature);
  if (code === null) {
    return isInside || placement.owns((boxes[at] + boxes[at + 2]) / 2, (boxes[at + 1] + boxes[at + 3]) / 2);
  }
  const key = `${rule.id}/${code}`;
  const isNew = !seen.has(key);
  seen.add(key);
  return isNew;
}

function distance({ boxes }, feature, [x, y]) {
  const at = feature * 4;
  return Math.hypot((boxes[at] + boxes[at + 2]) / 2 - x, (boxes[at + 1] + boxes[at + 3]) / 2 - y);
}

/** Keeps the nearest of many. */
class Nearest {
  #kept = [];

  constructor(most) {
    this.most = most;
    this.farthest = Infinity;
  }

  offer(metric, row) {
    if (metric < this.farthest) {
      this.#kept.push({ metric, row });
      if (this.#kept.length >= this.most * 2) {
        this.#trim();
      }
    }
  }

  #trim() {
    this.#kept.sort((a, b) => a.metric - b.metric);
    this.#kept.length = Math.min(this.most, this.#kept.length);
    this.farthest = this.#kept.length < this.most ? Infinity : this.#kept[this.#kept.length - 1].metric;
  }

  rows() {
    this.#trim();
    return this.#kept.map(({ row }) => row);
  }
}
