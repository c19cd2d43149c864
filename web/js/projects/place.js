/** Where a project is. */
export { boxOf } from '../boxes.js';

/** The communities above each, nearest first, from the communities' `parent_code`: a Map of code to codes. */
export function parentsOf(communities) {
  const above = new Map(communities.map(({ id, properties }) => [id, properties.parent_code ?? null]));
  return new Map([...above.keys()].map((code) => [code, lineOf(code, above)]));
}

function lineOf(code, above) {
  const line = [];
  for (let next = above.get(code); next && !line.includes(next); next = above.get(next)) {
    line.push(next);
  }
  return line;
}
