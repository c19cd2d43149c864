/** The analyses' answers, each asked for once: going back and forth in time, or between lenses, is at once. */
import { fetchAnalysis } from '../api/analyses.js';

const MOST = 160;

export class Findings {
  #kept = new Map();

  /** @param access as whom to ask; @param ask how, as `fetchAnalysis` does */
  constructor(access, ask = fetchAnalysis) {
    this.access = access;
    this.ask = ask;
  }

  /** The answer to `{ id, parameters }`; one that failed, or that its asker gave up, is asked for again. */
  get(question, signal) {
    const key = JSON.stringify(question);
    const known = this.#kept.get(key);
    if (known && (known.isHere || !known.signal?.aborted)) {
      return known.asked;
    }
    const entry = { asked: this.ask(this.access, question.id, question.parameters, signal), signal, isHere: false, finding: null };
    this.#keep(key, entry);
    entry.asked.then(
      (finding) => Object.assign(entry, { isHere: true, finding }),
      () => this.#kept.get(key) === entry && this.#kept.delete(key),
    );
    return entry.asked;
  }

  /** The answer, if it is here already. */
  find(question) {
    return this.#kept.get(JSON.stringify(question))?.finding ?? null;
  }

  /** Somebody else asks from now on. */
  forget() {
    this.#kept.clear();
  }

  #keep(key, entry) {
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    if (this.#kept.size > MOST) {
      this.#kept.delete(this.#kept.keys().next().value);
    }
  }
}
