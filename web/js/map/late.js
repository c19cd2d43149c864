/** Something that comes later and is used as if it were here: what is asked of it before is done when it has come, in turn. */
export class Late {
  #here = null;
  #waiting = [];

  /** @param use called with it, now or later */
  with(use) {
    if (this.#here) {
      use(this.#here);
    } else {
      this.#waiting.push(use);
    }
  }

  get isHere() {
    return this.#here !== null;
  }

  arrive(thing) {
    this.#here = thing;
    this.#waiting.splice(0).forEach((use) => use(thing));
  }
}
