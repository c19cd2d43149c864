/**
 * Does work in slices, as much of it a frame as the budget allows, so that a full map never holds up the hand that moves
 * it. A job is an iterator: each step is a slice. Jobs of one key replace each other.
 */
export class WorkQueue {
  #jobs = new Map();
  #isScheduled = false;

  /**
   * @param budgetMs how long one frame may take
   * @param clock milliseconds now
   * @param schedule calls back at the next frame
   */
  constructor(budgetMs, clock = () => performance.now(), schedule = (run) => requestAnimationFrame(run)) {
    this.budgetMs = budgetMs;
    this.clock = clock;
    this.schedule = schedule;
  }

  add(key, job) {
    this.#jobs.delete(key);
    this.#jobs.set(key, job);
    this.#scheduleFrame();
  }

  drop(key) {
    this.#jobs.delete(key);
  }

  get isIdle() {
    return this.#jobs.size === 0;
  }

  #scheduleFrame() {
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      this.schedule(() => this.#runFrame());
    }
  }

  #runFrame() {
    this.#isScheduled = false;
    const end = this.clock() + this.budgetMs;
    do {
      this.#step();
    } while (!this.isIdle && this.clock() < end);
    if (!this.isIdle) {
      this.#scheduleFrame();
    }
  }

  #step() {
    const [first] = this.#jobs;
    if (first) {
      const [key, job] = first;
      if (job.next().done && this.#jobs.get(key) === job) {
        this.#jobs.delete(key);
      }
    }
  }
}
