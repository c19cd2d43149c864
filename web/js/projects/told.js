/** What is told of one project: its stages, its money, whether it lives. Pure, from its fields. */
const CHECKS = [3, 6, 12];
const DAY_MS = 86_400_000;
const BUILT = ['completed', 'maintained'];
const PICTURE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.(svg|png|jpg|jpeg|webp)$/;

/** The kinds of money, as the data orders them. */
export const SOURCES = ['public', 'match', 'crowdfunding', 'donation', 'in_kind'];

/**
 * The stages, those it went through and, unless it has ended, those before it:
 * `[{ code, titles, colour, at, days, state }]`, `state` passed, now or ahead, `days` since the stage before.
 */
export function stagesOf(layer, properties) {
  const { codes } = layer.fields.find(({ name }) => name === 'status');
  const hasEnded = properties.status === 'lapsed';
  const dated = codes.filter(({ code }) => properties[`${code}_at`]);
  const last = codes.find(({ code }) => code === properties.status);
  const steps = (dated.includes(last) || !last ? dated : [...dated, last]).map((stage) => ({ ...stage, at: properties[`${stage.code}_at`] ?? null }));
  steps.sort((a, b) => (a.at && b.at ? Date.parse(a.at) - Date.parse(b.at) : 0));
  const been = steps.map((step, i) => ({
    ...step,
    days: i > 0 && step.at && steps[i - 1].at ? Math.round((Date.parse(step.at) - Date.parse(steps[i - 1].at)) / DAY_MS) : null,
    state: step.code === properties.status ? 'now' : 'passed',
  }));
  const at = codes.findIndex(({ code }) => code === properties.status);
  const ahead = hasEnded || at < 0 ? [] : codes.slice(at + 1).filter(({ code }) => code !== 'lapsed' && !properties[`${code}_at`]);
  return [...been, ...ahead.map((stage) => ({ ...stage, at: null, days: null, state: 'ahead' }))];
}

/**
 * The checks of what was built, at 3, 6 and 12 months: `[{ months, due, at, state }]`, `state` passed, failed, missing (due, and
 * nobody noted one) or ahead. Empty for what was not built.
 *
 * @param today `2026-06-15`
 */
export function checksOf(properties, today) {
  const { completed_at: completed } = properties;
  if (!completed) {
    return [];
  }
  return CHECKS.map((months) => {
    const due = monthsAfter(completed, months);
    const result = properties[`check_${months}m`] ?? null;
    const end = properties.lapsed_at;
    const isDue = due <= today && !(end && end < due);
    return { months, due, at: properties[`check_${months}m_at`] ?? null, state: result ?? (isDue ? 'missing' : 'ahead') };
  });
}

/** The same day of the month so many months later; its last day where it has fewer. */
export function monthsAfter(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * Whether it lives, in one word, with the check that says so: unbuilt, lapsed, good, poor, unknown (a check was due and none
 * was noted), young (none is due yet).
 */
export function lifeOf(properties, today) {
  if (properties.status === 'lapsed') {
    return { state: 'lapsed', check: null };
  }
  const checks = checksOf(properties, today);
  if (!BUILT.includes(properties.status) || checks.length === 0) {
    return { state: 'unbuilt', check: null };
  }
  const due = checks.filter(({ state }) => state !== 'ahead');
  const last = due[due.length - 1] ?? null;
  const states = { passed: 'good', failed: 'poor', missing: 'unknown' };
  return { state: last ? states[last.state] : 'young', check: last };
}

/**
 * Who paid. `impact` is the project's row of the layer `project_impact`, which is told of what was built, as the publishing rules
 * allow; `null` without one.
 *
 * @returns `{ state, total, parts }`, `state` told, withheld, unknown, unbuilt (the split comes when it is built) or none (no cost
 *     is known); `parts` `[{ source, amount }]` of what is told. Not told apart, there are none but for staff, who see public money:
 *     it and the cost would tell what one giver gave
 */
export function moneyOf(properties, impact) {
  const { cost = null, funding_public: publicMoney = null } = properties;
  const state = cost === null ? 'none' : (impact?.funding_told ?? (properties.completed_at ? 'unknown' : 'unbuilt'));
  if (state === 'told') {
    const given = SOURCES.slice(1).map((source) => ({ source, amount: impact[`given_${source}`] ?? 0 }));
    const parts = [{ source: 'public', amount: publicMoney ?? cost - sum(given) }, ...given];
    return { state, total: sum(parts), parts };
  }
  const isSplit = cost !== null && publicMoney !== null && publicMoney <= cost;
  const parts = isSplit ? [{ source: 'public', amount: publicMoney }, { source: 'others', amount: cost - publicMoney }] : [];
  return { state, total: cost, parts };
}

function sum(parts) {
  return parts.reduce((total, { amount }) => total + (amount ?? 0), 0);
}

/** The address of a picture that a project names; `null` for anything that is no picture of this portal. */
export function pictureOf(name) {
  return typeof name === 'string' && PICTURE.test(name) ? `/pictures/${name}` : null;
}

/**
 * What is known of hazards near it: `{ verdict, card, low, high, estimate, before, after, smallest }`, numbers in percent;
 * `null` without a row.
 */
export function effectOf(impact, language) {
  if (!impact?.verdict) {
    return null;
  }
  return {
    verdict: impact.verdict,
    card: impact[{ zh: 'card', en: 'card_en', bo: 'card_bo' }[language]] ?? impact.card,
    low: impact.low_percent ?? null,
    high: impact.high_percent ?? null,
    estimate: impact.change_percent ?? null,
    before: impact.hazards_before ?? null,
    after: impact.hazards_after ?? null,
    smallest: impact.smallest_fall_percent ?? null,
  };
}
