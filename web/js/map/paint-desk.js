/** The canvas of a worker that paints one square after the other. */
export class PaintDesk {
  #canvas = null;
  #side = 0;

  /** @param newCanvas `(side) => canvas` */
  constructor(newCanvas = (side) => new OffscreenCanvas(side, side)) {
    this.newCanvas = newCanvas;
  }

  /** Nothing is left on it of what was painted before, not even of a job that was given up half-way. */
  blank(side) {
    if (this.#side === side && this.#reset()) {
      return this.#canvas;
    }
    this.#canvas = this.newCanvas(side);
    this.#side = side;
    return this.#canvas;
  }

  /** A browser that cannot take a canvas back to its beginning gets a new one. */
  #reset() {
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    context.reset?.();
    return Boolean(context.reset);
  }
}
