/** How projects and their money are shared among communities, as numbers that a sentence can hold. Pure, from the analysis `equity`. */

/** Where a Lorenz curve stands at a percent of residents, those with the least first: a share from 0 to 1, `null` without a curve. */
export function curveAt(points, percent) {
  return points?.find(({ key }) => key === String(percent))?.value ?? null;
}

/**
 * `{ lowerHalf, upperTenth, gini, chance, isBeyondChance, needGini, needChance }` of one thing that is shared: what the half of
 * residents with the least got of it and what the tenth with the most, shares from 0 to 1; every one `null` where it is not known.
 * It is beyond chance where at most one in twenty random draws is as uneven.
 *
 * @param thing projects, money or green
 */
export function sharingOf(result, thing) {
  const points = result.series.find(({ id }) => id === `equity.${thing}.lorenz`)?.points;
  const valueOf = (id) => result.metrics.find((metric) => metric.id === `equity.${thing}.${id}`)?.value ?? null;
  const ninety = curveAt(points, 90);
  const asUneven = valueOf('gini.as_unequal');
  return {
    points: points ?? [],
    lowerHalf: curveAt(points, 50),
    upperTenth: ninety === null ? null : 1 - ninety,
    gini: valueOf('gini'),
    chance: valueOf('gini.chance'),
    isBeyondChance: asUneven === null ? null : asUneven <= 0.05,
    needGini: valueOf('need.gini'),
    needChance: valueOf('need.gini.chance'),
  };
}

/** The communities that nothing reaches: `[{ code, metres }]`, the farthest from any project first; `metres` may be unknown. */
export function leftOut(result) {
  const points = result.series.find(({ id }) => id === 'equity.nothing.nearest')?.points ?? [];
  return points.map(({ key, value }) => ({ code: key, metres: value })).sort((a, b) => (b.metres ?? 0) - (a.metres ?? 0));
}

/**
 * A row for each community compared: `{ code, reached, money, hazards }`, money and last year's hazards for each 1,000 residents,
 * `null` where they are not told; most money first. `reason` says why money is not told.
 *
 * @param hazards the analysis `hazard`; `null` where it has no answer
 */
export function communityRows(equity, hazards) {
  const reported = new Map((hazards?.areas ?? []).map(({ area, metrics }) => [area, valueOf(metrics, 'hazards.reported')]));
  return equity.areas
    .map(({ area, metrics }) => {
      const residents = metrics.find(({ id }) => id === 'equity.money')?.denominator ?? null;
      const count = reported.get(area) ?? null;
      return {
        code: area,
        reached: valueOf(metrics, 'equity.reached'),
        money: valueOf(metrics, 'equity.money'),
        reason: metrics.find(({ id }) => id === 'equity.money')?.reason ?? null,
        hazards: residents && count !== null ? (1000 * count) / residents : null,
      };
    })
    .sort((a, b) => (b.money ?? -1) - (a.money ?? -1) || (a.code < b.code ? -1 : 1));
}

function valueOf(metrics, wanted) {
  return metrics.find(({ id }) => id === wanted)?.value ?? null;
}
