/**
 * What the coverage page begins with, asked for as soon as it is known as whom: the page's own code, with the map's, comes
 * later than the answers do.
 */
import { fetchDefinitions } from '../api/analyses.js';
import { fetchItems } from '../api/portal.js';
import { parseHash } from '../hash.js';
import { COVERAGE_PARTS, UNNAMED } from './address.js';
import { Findings } from './findings.js';
import { questionOf } from './lenses.js';

let asked = null;

/** @param hash the part of the address that says what is looked at */
export function askAhead(access, hash) {
  const state = { ...UNNAMED, ...parseHash(hash, COVERAGE_PARTS) };
  const findings = new Findings(access);
  [null, state.asOf].forEach((moment) => findings.get(questionOf(state, moment)).catch(() => undefined));
  asked = { findings, definitions: fetchDefinitions(access), communities: fetchItems('communities') };
  asked.definitions.catch(() => undefined);
  asked.communities.catch(() => undefined);
}

/** What was asked for, once; asked for now where nobody did. @returns `{ findings, definitions, communities }`, the last two as promises */
export function takeAhead(access, hash) {
  if (!asked) {
    askAhead(access, hash);
  }
  const taken = asked;
  asked = null;
  return taken;
}
