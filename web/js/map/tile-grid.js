/** The Leaflet layer of all our vector layers: a grid of cells, of which Leaflet says which are needed. */
import { GridLayer } from '/lib/leaflet.js';
import { Cell } from './cell.js';
import { Placement } from './painter.js';
import { featureAt } from './hit-test.js';

const CELL_PIXELS = 512;
/** Beyond this the deepest tiles are drawn larger: an eighth of a pixel at zoom 18, one at 21. */
const DEEPEST_TILES = 17;
const SHARPEST = 2;

export const TileGrid = GridLayer.extend({
  options: { tileSize: CELL_PIXELS, noWrap: true, keepBuffer: 1, updateWhenZooming: false, className: 'grid' },

  /** @param scene `{ source, desk, look(), onPainted(cell) }` */
  initialize(scene, options) {
    GridLayer.prototype.initialize.call(this, options);
    this.cells = new Map();
    this.rules = [];
    this.scene = { ...scene, onPainted: (cell) => this.painted(cell) };
    this.onPainted = scene.onPainted;
    this.on('tileunload', ({ tile }) => this.closeCell(tile));
  },

  createTile(coords, done) {
    const depth = Math.max(0, coords.z - 1 - DEEPEST_TILES);
    const tilesAcross = 2 ** depth;
    const frame = {
      size: CELL_PIXELS,
      zoom: coords.z,
      pixelRatio: Math.min(SHARPEST, window.devicePixelRatio || 1),
      tilesAcross,
      column: coords.x % tilesAcross,
      row: coords.y % tilesAcross,
    };
    const address = { z: coords.z - 1 - depth, x: coords.x >> depth, y: coords.y >> depth };
    const cell = new Cell(frame, address, this.scene);
    Object.assign(cell, { coords, done });
    this.cells.set(cell.element, cell);
    cell.show(this.rules);
    return cell.element;
  },

  painted(cell) {
    const { done } = cell;
    cell.done = null;
    done?.(null, cell.element);
    this.onPainted(cell);
  },

  closeCell(element) {
    this.cells.get(element)?.close();
    this.cells.delete(element);
  },

  /** Shows the layers of these rules, in their order. */
  show(rules) {
    this.rules = [...rules].sort((a, b) => a.order - b.order);
    this.cells.forEach((cell) => cell.show(this.rules));
  },

  repaint() {
    this.cells.forEach((cell) => cell.repaint());
  },

  /** Outlines one feature, or none. */
  point(target) {
    this.cells.forEach((cell) => cell.point(target));
  },

  /** The cells of the zoom that is shown. */
  currentCells() {
    const zoom = this._map.getZoom();
    return [...this.cells.values()].filter(({ coords }) => coords.z === zoom);
  },

  isComplete() {
    return this.currentCells().every((cell) => cell.isComplete);
  },

  /** Whether every square of the zoom shows all of the last rules that were given. */
  isPainted() {
    const cells = this.currentCells();
    return cells.length > 0 && cells.every((cell) => cell.isPainted);
  },

  /** Has the tiles brought that the squares of the zoom would need for these rules. */
  prepare(rules) {
    return Promise.all(this.currentCells().flatMap(({ address }) => rules.map(({ tiles }) => this.scene.source.prepare({ template: tiles, ...address }))));
  },

  /** What lies at a place: `{ rule, features, feature }` of the highest layer there, or `null`. */
  at(latlng, reachPixels) {
    const zoom = this._map.getZoom();
    const pixel = this._map.project(latlng, zoom);
    const found = this.currentCells().flatMap((cell) => hitsIn(cell, pixel, reachPixels));
    return found.sort((a, b) => b.rule.boundary - a.rule.boundary || a.rule.order - b.rule.order).pop() ?? null;
  },
});

/** The hits in one cell, at most one a layer. Cells beside the point count too: marks reach over edges. */
function hitsIn(cell, pixel, reachPixels) {
  const x = pixel.x - cell.coords.x * CELL_PIXELS;
  const y = pixel.y - cell.coords.y * CELL_PIXELS;
  if (x < -reachPixels || y < -reachPixels || x > CELL_PIXELS + reachPixels || y > CELL_PIXELS + reachPixels) {
    return [];
  }
  return cell.layers.flatMap(({ rule, features }) => {
    const placement = new Placement(cell.frame, features.extent);
    const unitX = (x - placement.left) / placement.scale;
    const unitY = (y - placement.top) / placement.scale;
    const feature = featureAt(features, unitX, unitY, reachPixels / placement.scale);
    return feature < 0 ? [] : [{ rule, features, feature }];
  });
}
