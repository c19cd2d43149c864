/** A reader's wish as conditions on the layer's fields, so that files and requests hold the very same projects. Pure. */

/**
 * @param communities as features: an area means the communities below it too
 * @returns `{ conditions, isWhole }`, see data/cql2.js; not whole when words were sought, which no condition on one field says
 */
export function conditionsOf({ wanted, kinds, stages, year, area, cost }, communities) {
  const conditions = [
    kinds.length > 0 && { field: 'kind', type: 'text', oneOf: kinds },
    stages.length > 0 && { field: 'status', type: 'text', oneOf: stages },
    year && { field: 'proposed_at', type: 'date', from: `${year}-01-01`, to: `${year}-12-31` },
    area && { field: 'community_code', type: 'text', oneOf: below(area, communities) },
    cost && { field: 'cost', type: 'real', ...ends(cost) },
  ];
  return { conditions: conditions.filter(Boolean), isWhole: wanted === '' };
}

/** The upper end is not in a range of the list: half a fen below it, as money has no smaller part. */
function ends(range) {
  const [least, most] = range.split('-');
  return { from: least === '' ? null : Number(least), to: most === '' ? null : Number(most) - 0.005 };
}

function below(area, communities) {
  const found = [area];
  for (let i = 0; i < found.length; i++) {
    const children = communities.filter(({ id, properties }) => properties.parent_code === found[i] && !found.includes(id));
    found.push(...children.map(({ id }) => id));
  }
  return found;
}
