/** Numbers as they are read: a share in percent, a large count without decimals, nothing as a dash. */
const SHARE = 'share';

/** `{ figure, unit }` of a number: what stands large, and what stands small beside it. */
export function figureOf(value, unit, words) {
  if (value === null || value === undefined) {
    return { figure: '–', unit: null };
  }
  if (unit === SHARE) {
    return { figure: words.quantity(percent(value), '%'), unit: null };
  }
  return { figure: words.number(rounded(value)), unit: words.unit(unit) };
}

/** A number in one run of text. */
export function sayValue(value, unit, words) {
  return value === null || value === undefined || unit === SHARE ? figureOf(value, unit, words).figure : words.quantity(rounded(value), unit);
}

/** A difference with its sign; shares differ in percentage points. */
export function sayDifference(difference, unit, words) {
  const size = Math.abs(difference);
  const said = unit === SHARE ? words.t('coverage.points', { count: percent(size) }) : words.number(rounded(size));
  return `${difference > 0 ? '+' : difference < 0 ? '−' : '±'}${said}`;
}

/** Whole percent from 10 on, one decimal under that: a small share is not nothing. */
function percent(share) {
  const value = share * 100;
  return Math.abs(value) >= 10 || value === 0 ? Math.round(value) : Math.round(value * 10) / 10;
}

function rounded(value) {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}
