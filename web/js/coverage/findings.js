/** The analyses' answers, each asked for once: going back and forth in time, or between lenses, is at once. */
import { fetchAnalysis } from '../api/analyses.js';

const MOST = 160;

export class Findings {
  #kept = new Map();

  /** @param access as whom to ask */
  constructor(access) {
    this.access = access;
  }

  /** The answer to `{ id, parameters }`; one that failed is asked again the next time. */
  get(question, signal) {
    const key = JSON.stringify(question);
    const known = this.#kept.get(key);
    if (known) {
      return known;
    }
    const asked = fetchAnalysis(this.access, question.id, question.parameters, signal);
    this.#keep(key, asked);
    asked.catch(() => this.#kept.delete(key));
    return asked;
  }

  has(question) {
    return this.#kept.has(JSON.stringify(question));
  }

  /** Somebody else asks from now on. */
  forget() {
    this.#kept.clear();
  }

  #keep(key, asked) {
    this.#kept.set(key, asked);
    if (this.#kept.size > MOST) {
      this.#kept.delete(this.#kept.keys().next().value);
    }
  }
}
