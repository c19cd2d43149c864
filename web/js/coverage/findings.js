/** The analyses' answers, each asked for once: going back and forth in time, or between lenses, is at once. */
import { fetchAnalysis, fetchRows } from '../api/analyses.js';

const MOST = 160;

export class Findings {
  #kept = new Map();
  /** An address names its moment: what it gave once it gives again. */
  #zonesByAddress = new Map();

  /** @param access as whom to ask; @param ask how, as `fetchAnalysis` does; @param askRows how for rows, as `fetchRows` does */
  constructor(access, ask = fetchAnalysis, askRows = fetchRows) {
    Object.assign(this, { access, ask, askRows });
  }

  /** The answer to `{ id, parameters }`; one that failed, or that all its askers gave up, is asked for again. */
  get(question, signal) {
    const key = JSON.stringify(question);
    const known = this.#kept.get(key);
    if (known && (known.isHere || !known.giving.signal.aborted)) {
      join(known, signal);
      return known.asked;
    }
    const entry = { giving: new AbortController(), askers: 0, isHere: false, finding: null };
    join(entry, signal);
    entry.asked = this.ask(this.access, question.id, question.parameters, entry.giving.signal);
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

  /** The gap zones of an answer if they are here, `null` where the reader may not see them, `undefined` where they have to be asked for. */
  findZones(finding) {
    const layer = zonesLayerOf(finding);
    return layer ? this.#zonesByAddress.get(layer.geojson) : null;
  }

  /** The gap zones of an answer that has some to show, from the worst on. */
  async getZones(finding, signal) {
    const { geojson } = zonesLayerOf(finding);
    if (!this.#zonesByAddress.has(geojson)) {
      const { features } = await this.askRows(geojson, signal);
      this.#zonesByAddress.set(geojson, features.sort((a, b) => a.properties.rank - b.properties.rank));
    }
    return this.#zonesByAddress.get(geojson);
  }

  /** Somebody else asks from now on. */
  forget() {
    this.#kept.clear();
    this.#zonesByAddress.clear();
  }

  #keep(key, entry) {
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    if (this.#kept.size > MOST) {
      this.#kept.delete(this.#kept.keys().next().value);
    }
  }
}

/** What is asked for beforehand may be what is wanted next: it is given up when the last who waits for it does. */
function join(entry, signal) {
  const leave = () => --entry.askers === 0 && entry.giving.abort();
  entry.askers++;
  signal?.aborted ? leave() : signal?.addEventListener('abort', leave, { once: true });
}

function zonesLayerOf({ layers }) {
  return layers.find(({ id }) => id === 'gap_zones');
}
