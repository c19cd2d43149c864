/**
 * What is sought in the catalogue; the address keeps it. Pure.
 *
 * | part  | value                                | when it is not there |
 * |-------|--------------------------------------|----------------------|
 * | find  | words                                | any                  |
 * | topic | a keyword's code                     | every topic          |
 * | as    | how a file ends                      | every format         |
 * | fresh | fresh, due, overdue, unknown         | however old          |
 * | terms | a licence's id                       | every licence        |
 */
import { part, textPart } from '../hash.js';

const code = (key, name) => part(key, name, (text) => (/^[\w.+-]{1,60}$/.test(text) ? text : null), (value) => value || null);

export const SOUGHT_PARTS = [textPart('find', 'find'), code('topic', 'topic'), code('as', 'asFormat'), code('fresh', 'fresh'), code('terms', 'terms')];

export const ANYTHING = Object.freeze({ find: '', topic: null, asFormat: null, fresh: null, terms: null });

/** The facets by the state's names, each with its parameter in the API. */
export const FACETS = { topic: 'keyword', asFormat: 'format', fresh: 'freshness', terms: 'licence' };

/** What is asked of the server for a state. */
export function askedOf(state) {
  const facets = Object.entries(FACETS).map(([name, parameter]) => [parameter, state[name] ?? null]);
  return { q: state.find || null, ...Object.fromEntries(facets) };
}
