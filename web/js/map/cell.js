/** One square of the map: asks for the tiles it needs and has them painted. */

/** How far marks may reach beyond the square, in pixels. */
export const MARGIN = 14;
/** How long a square waits for its slower layers before it shows the others. */
const PATIENCE_MS = 250;

export class Cell {
  #tiles = new Map();
  #shown = [];
  #patience = null;
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
    const job = { frame: this.frame, origin: MARGIN, side: sideOf(this.frame), layers: this.layers, look: { ground, ink, shadow, emphasis } };
    this.#job = desk.paint(job, (picture) => this.#place(picture, isComplete));
  }

  /** A picture from the worker takes the place of the last on the canvas that is there; one painted on this thread is a canvas. */
  #place(picture, isComplete) {
    if (picture instanceof HTMLCanvasElement) {
      this.#hang(fitted(picture, this.frame));
    } else {
      this.canvas ?? this.#hang(newCanvas(this.frame));
      this.canvas.getContext('bitmaprenderer').transferFromImageBitmap(picture);
    }
    this.isPainted = isComplete;
    this.scene.onPainted(this);
  }

  #hang(canvas) {
    this.canvas?.remove();
    this.canvas = canvas;
    this.element.prepend(canvas);
  }
}

/** A canvas that lies over a square and its margin. */
export function newCanvas(frame) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sideOf(frame);
  return fitted(canvas, frame);
}

function sideOf({ size, pixelRatio }) {
  return Math.round((size + 2 * MARGIN) * pixelRatio);
}

function fitted(canvas, { size }) {
  const side = size + 2 * MARGIN;
  Object.assign(canvas.style, { width: `${side}px`, height: `${side}px`, left: `${-MARGIN}px`, top: `${-MARGIN}px` });
  return canvas;
}
