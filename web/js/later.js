/**
 * Modules that the head of the page lists as `<link rel="soon">` or `<link rel="later">`, which no browser follows: here they
 * are announced to it, so that they come all at once and not one behind the other, yet not before what matters more.
 *
 * @param rel `soon` for what a page is made of, once the server has been asked for what it shows; `later` for what it needs
 *     when its map is to be seen
 */
export function bring(rel) {
  document.querySelectorAll(`link[rel="${rel}"]`).forEach((link) => (link.rel = 'modulepreload'));
}

const AGAIN_MS = 1500;

/**
 * A module that a page can be seen without, with all that is announced as `later`: asked for again while it cannot be had.
 *
 * @param load `() => import(…)`
 * @param signal ends the asking
 * @returns the module; `null` if nobody wants it any more
 */
export async function bringLater(load, signal) {
  bring('later');
  while (!signal.aborted) {
    const module = await load().catch(unreached);
    if (module) {
      return signal.aborted ? null : module;
    }
    await new Promise((done) => setTimeout(done, AGAIN_MS));
  }
  return null;
}

/** What did not come fails with a `TypeError`; a fault of the module's own is told. */
function unreached(failure) {
  if (!(failure instanceof TypeError)) {
    throw failure;
  }
  return null;
}

/** Once the next frame is to be seen: what is done then holds up nothing that was drawn. */
export function afterPaint() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

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
