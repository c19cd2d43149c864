/** Paints squares of the map on the page's own thread, a few milliseconds a frame: for browsers whose workers have no canvas. */
import { paintSquare } from './painter.js';
import { WorkQueue } from './work-queue.js';

const BUDGET_MS = 8;

export class PagePainter {
  /** @param queue what does the work in slices; @param newCanvas `() => canvas` */
  constructor(queue = new WorkQueue(BUDGET_MS), newCanvas = () => document.createElement('canvas')) {
    this.queue = queue;
    this.newCanvas = newCanvas;
  }

  /** Calls `done(canvas)` when the square is painted, unless it is dropped before. */
  paint(number, job, done) {
    this.queue.add(number, this.#painting(job, done));
  }

  drop(number) {
    this.queue.drop(number);
  }

  *#painting(job, done) {
    const canvas = Object.assign(this.newCanvas(), { width: job.side, height: job.side });
    yield* paintSquare(canvas, job);
    done(canvas);
  }
}
