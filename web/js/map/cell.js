/** One square of the map: asks for the tiles it needs, has them painted, and shows what is pointed at on another. */
import { classAt, classIn, lineWidth, markRadius } from './cartography.js';
import { Placement, traceFeature, traceMark } from './painter.js';

/** How far marks may reach beyond the square, in pixels. */
const MARGIN = 14;
/** How long a square waits for its slower layers before it shows the others. */
const PATIENCE_MS = 250;
const POINT = 1;
const LINE = 2;
const POLYGON = 3;

export class Cell {
  #tiles = new Map();
  #shown = [];
  #patience = null;
  #glow = null;
  #job = null;

  /**
   * @param frame where it lies; see `painter.js`
   * @param address of its tiles: `{ z, x, y }`
   * @param scene `{ source, desk, look(), onPainted(cell) }`
   */
  constructor(frame, address, scene) {
    Object.assign(this, { frame, address, scene });
    this.element = document.createElement('div');
    this.element.className = 'cell';
    this.canvas = null;
    /** Whether all that is shown is to be seen. */
    this.isPainted = false;
  }

  /** Shows the layers of these rules, lowest first. */
  show(rules) {
    this.#shown = rules;
    this.isPainted = false;
    const wanted = new Set(rules.map(({ id }) => id));
    [...this.#tiles].filter(([id]) => !wanted.has(id)).forEach(([id, tile]) => this.#letGo(id, tile));
    rules.filter(({ id, tiles }) => this.#tiles.get(id)?.template !== tiles).forEach((rule) => this.#need(rule));
    this.#arrived();
  }

  /** The shown layers whose tiles are here, lowest first: `[{ rule, features }]`. */
  get layers() {
    return this.#shown
      .map((rule) => ({ rule, features: this.#tiles.get(rule.id)?.features }))
      .filter(({ features }) => features);
  }

  get isComplete() {
    return [...this.#tiles.values()].every(({ isHere }) => isHere);
  }

  close() {
    clearTimeout(this.#patience);
    this.scene.desk.drop(this.#job);
    [...this.#tiles].forEach(([id, tile]) => this.#letGo(id, tile));
  }

  /** A layer that comes anew, as one of another moment does, is shown as it was until then. */
  #need({ id, tiles: template }) {
    const former = this.#tiles.get(id);
    const tile = { template, isHere: false, features: former?.features ?? null, release: null };
    this.#tiles.set(id, tile);
    former?.release();
    tile.release = this.scene.source.need({ template, ...this.address }, (features) => {
      Object.assign(tile, { isHere: true, features });
      if (tile.release) {
        this.#arrived();
      }
    });
  }

  #letGo(id, tile) {
    this.#tiles.delete(id);
    tile.release();
  }

  #arrived() {
    if (this.isComplete) {
      clearTimeout(this.#patience);
      this.#patience = null;
      this.repaint();
    } else {
      this.#patience ??= setTimeout(() => {
        this.#patience = null;
        this.repaint();
      }, PATIENCE_MS);
    }
  }

  /** Has the square painted anew; what is shown stays until that is done: nothing flickers. */
  repaint() {
    const { desk, look } = this.scene;
    const { ground, ink, shadow, emphasis } = look();
    desk.drop(this.#job);
    const isComplete = this.isComplete;
    this.isPainted = false;
    const job = { frame: this.frame, origin: MARGIN, side: this.#side(), layers: this.layers, look: { ground, ink, shadow, emphasis } };
    this.#job = desk.paint(job, (picture) => this.#place(picture, isComplete));
  }

  /** A picture from the worker is handed over as it is, without another copy; one painted on this thread is a canvas already. */
  #place(picture, isComplete) {
    const canvas = picture instanceof HTMLCanvasElement ? this.#fitted(picture) : this.#newCanvas();
    if (canvas !== picture) {
      canvas.getContext('bitmaprenderer').transferFromImageBitmap(picture);
    }
    this.canvas?.remove();
    this.canvas = canvas;
    this.element.prepend(canvas);
    this.isPainted = isComplete;
    this.scene.onPainted(this);
  }

  #side() {
    return Math.round((this.frame.size + 2 * MARGIN) * this.frame.pixelRatio);
  }

  #newCanvas() {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = this.#side();
    return this.#fitted(canvas);
  }

  #fitted(canvas) {
    const side = this.frame.size + 2 * MARGIN;
    Object.assign(canvas.style, { width: `${side}px`, height: `${side}px`, left: `${-MARGIN}px`, top: `${-MARGIN}px` });
    return canvas;
  }

  #contextOf(canvas) {
    const context = canvas.getContext('2d');
    const ratio = this.frame.pixelRatio;
    context.setTransform(ratio, 0, 0, ratio, MARGIN * ratio, MARGIN * ratio);
    return context;
  }

  /** Outlines a feature, if it is here; `null` outlines none. */
  point(target) {
    this.#glow?.remove();
    this.#glow = null;
    const layer = target && this.layers.find(({ rule }) => rule.id === target.layer);
    const feature = layer ? layer.features.find(target.code) : -1;
    if (feature >= 0) {
      this.#glow = this.#newCanvas();
      this.#outline(this.#contextOf(this.#glow), layer, feature);
      this.element.append(this.#glow);
    }
  }

  #outline(context, { rule, features }, feature) {
    const { tile } = features;
    const placement = new Placement(this.frame, features.extent);
    context.lineJoin = context.lineCap = 'round';
    if (tile.types[feature] === POINT) {
      this.#traceOwnMark(context, rule, tile, feature, placement);
    } else {
      context.rect(0, 0, this.frame.size, this.frame.size);
      context.clip();
      context.beginPath();
      traceFeature(context, tile, feature, placement, tile.types[feature] === POLYGON);
    }
    for (const [width, colour] of this.#strokes(rule, features, feature)) {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.stroke();
    }
  }

  /** A line keeps its own colour between two edges; all else gets an outline. */
  #strokes(rule, features, feature) {
    const { ink, ground } = this.scene.look();
    if (features.tile.types[feature] !== LINE) {
      return [[5, ground], [2, ink]];
    }
    const style = classAt(rule, classIn(rule, features, feature));
    const width = lineWidth(style.width, this.frame.zoom);
    return [[width + 7, ground], [width + 4, ink], [width, style.line]];
  }

  #traceOwnMark(context, rule, tile, feature, placement) {
    const vertex = tile.vertices[tile.parts[feature]];
    const [x, y] = [tile.xy[2 * vertex], tile.xy[2 * vertex + 1]];
    if (placement.owns(x, y)) {
      traceMark(context, rule.mark, placement.x(x), placement.y(y), markRadius(this.frame.zoom) + 2);
    }
  }
}
