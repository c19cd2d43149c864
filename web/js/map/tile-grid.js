/** The Leaflet layer of all our vector layers: a grid of cells, of which Leaflet says which are needed. */
import { GridLayer } from './leaflet.js';
import { Cell } from './cell.js';

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
});
