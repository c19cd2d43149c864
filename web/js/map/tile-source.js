/**
 * Keeps the tiles that cells need: each is asked for once however many need it, given up when none does any more, and
 * asked for again, later and later, when the way to the server fails.
 */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
const KEPT_UNUSED = 96;

export class TileSource {
  #tiles = new Map();

  /**
   * @param load `(address, signal) => Promise` of a tile; an error with `passing: false` is final
   * @param timers `{ start(callback, ms), stop(timer) }`
   * @param on `{ health(count), gone(template) }`: called with the number of tiles that failed and are not here yet, when it
   *     changes; and with the template of a tile that the server will never have
   */
  constructor(load, timers, on = {}) {
    this.load = load;
    this.timers = timers;
    this.on = on;
    this.waiting = 0;
  }

  /**
   * Calls `arrived(tile)` when the tile is here (at once if it is already), with `null` when it can never be had.
   *
   * @param address `{ template, z, x, y }`
   * @returns how to let go of it
   */
  need(address, arrived) {
    const key = `${address.template} ${address.z}/${address.x}/${address.y}`;
    const tile = this.#tiles.get(key) ?? this.#open(key, address);
    this.#touch(key, tile);
    if (tile.isHere) {
      arrived(tile.content);
      tile.users.add(arrived);
    } else {
      tile.users.add(arrived);
    }
    return () => this.#release(key, tile, arrived);
  }

  /** Has a tile brought that may be needed soon. */
  prepare(address) {
    return new Promise((done) => {
      const letGo = this.need(address, () => {
        done();
        setTimeout(() => letGo());
      });
    });
  }

  /** Tries the tiles that wait at once, for when the way to the server is known to be free again. */
  retryNow() {
    for (const tile of this.#tiles.values()) {
      if (tile.timer !== null) {
        this.#ask(tile);
      }
    }
  }

  #open(key, address) {
    const tile = { address, users: new Set(), isHere: false, content: null, abort: null, timer: null, isLate: false, tries: 0 };
    this.#tiles.set(key, tile);
    this.#ask(tile);
    return tile;
  }

  #ask(tile) {
    this.#stopTimer(tile);
    tile.abort = new AbortController();
    const { signal } = tile.abort;
    this.load(tile.address, signal).then(
      (content) => !signal.aborted && this.#settle(tile, content),
      (failure) => !signal.aborted && this.#fail(tile, failure),
    );
  }

  #settle(tile, content) {
    this.#setLate(tile, false);
    Object.assign(tile, { isHere: true, content, abort: null });
    [...tile.users].forEach((arrived) => arrived(content));
    this.#forgetOldest();
  }

  #fail(tile, failure) {
    if (failure.passing === false) {
      this.on.gone?.(tile.address.template);
      this.#settle(tile, null);
      return;
    }
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** tile.tries++);
    tile.timer = this.timers.start(() => this.#ask(tile), wait);
    this.#setLate(tile, true);
  }

  #release(key, tile, arrived) {
    tile.users.delete(arrived);
    if (tile.users.size === 0 && !tile.isHere && this.#tiles.get(key) === tile) {
      tile.abort?.abort();
      this.#stopTimer(tile);
      this.#setLate(tile, false);
      this.#tiles.delete(key);
    }
    this.#forgetOldest();
  }

  #stopTimer(tile) {
    if (tile.timer !== null) {
      this.timers.stop(tile.timer);
      tile.timer = null;
    }
  }

  /** A tile that failed is late until it is here, also while it is asked for again: else what is said of it would flicker. */
  #setLate(tile, isLate) {
    if (tile.isLate !== isLate) {
      tile.isLate = isLate;
      this.waiting += isLate ? 1 : -1;
      this.on.health?.(this.waiting);
    }
  }

  #touch(key, tile) {
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
  }

  #forgetOldest() {
    const unused = [...this.#tiles].filter(([, tile]) => tile.isHere && tile.users.size === 0);
    unused.slice(0, Math.max(0, unused.length - KEPT_UNUSED)).forEach(([key, { content }]) => {
      this.#tiles.delete(key);
      content?.kept?.forget();
    });
  }
}
