/**
 * The page's words in one language: messages, titles from the data, names of features, numbers and dates. Everything
 * the reader reads comes through here.
 */

/** What a browser without Tibetan falls back to: its numbers are written the same. */
const LOCALES = { zh: ['zh-CN'], en: ['en-GB', 'en'], bo: ['bo', 'zh-CN'] };

/** The languages in which a name or a text has a field of its own, by the ending of the field's name. */
export const VARIANTS = { en: '_en', bo: '_bo' };

/** Units of what has none: such a number stands alone. */
export const BARE_UNITS = ['1/1', 'index', 'ratio', 'weight'];

const DAY_PARTS = { year: 'numeric', month: 'numeric', day: 'numeric' };

/** @param messages the message file of the language */
export function createWords(language, messages) {
  // Each takes a browser some milliseconds to make: not before it is needed.
  const locale = once(() => Intl.NumberFormat.supportedLocalesOf(LOCALES[language])[0] ?? 'zh-CN');
  const plurals = once(() => new Intl.PluralRules(locale()));
  const numbers = once(() => new Intl.NumberFormat(locale(), { maximumFractionDigits: 2, useGrouping: 'min2' }));
  const dates = once(() => new Intl.DateTimeFormat('en', { ...DAY_PARTS, timeZone: 'UTC' }));
  const instants = once(() => new Intl.DateTimeFormat('en', DAY_PARTS));
  const months = once(() => new Intl.DateTimeFormat(locale(), { month: 'short', timeZone: 'UTC' }));
  const clocks = once(() => new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));

  /** The message of a key; `{name}` in it stands for a value, `count` also chooses the form. */
  function t(key, values = {}) {
    const message = messages[key] ?? key;
    const form = typeof message === 'string' ? message : (message[plurals().select(values.count)] ?? message.other);
    return form.replace(/\{(\w+)\}/g, (_, name) => display(values[name]));
  }

  function display(value) {
    return typeof value === 'number' ? numbers().format(value) : String(value ?? '');
  }

  /** A day as the language's message has it: browsers differ too much in the Tibetan they know. */
  function day(format, moment) {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const monthName = months().format(new Date(Date.UTC(2000, Number(parts.month) - 1, 15)));
    return t('date.day', { ...parts, monthName });
  }

  /** A number with its unit, as the language writes it. */
  function quantity(value, unit) {
    if (!unit || BARE_UNITS.includes(unit)) {
      return numbers().format(value);
    }
    if (unit === 'share') {
      return quantity(Math.round(value * 1000) / 10, '%');
    }
    return `unit.${unit}` in messages ? t(`unit.${unit}`, { count: value }) : `${numbers().format(value)} ${unit}`;
  }

  /** A unit as it stands beside its number. */
  function unitOf(unit) {
    if (BARE_UNITS.includes(unit)) {
      return '';
    }
    const known = messages[`unit.${unit}`];
    const form = typeof known === 'string' ? known : (known?.other ?? `{count} ${unit}`);
    return form.replace('{count}', '').trim();
  }

  return {
    language,
    t,
    quantity,
    unit: unitOf,
    number: (value) => numbers().format(value),
    /** A number among others of its kind: with so many digits after the point, be they zeros. */
    decimal: (value, digits) => new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: 'min2' }).format(value),
    /** A length on the ground, in the unit that keeps the number short. */
    distance: (metres) => (metres < 1000 ? quantity(metres, 'm') : quantity(metres / 1000, 'km')),
    /** A day, `2026-11-24`. */
    date: (iso) => day(dates(), new Date(`${iso}T00:00:00Z`)),
    /** The day of an instant, where the reader is. */
    day: (iso) => day(instants(), new Date(iso)),
    /** An instant, where the reader is. */
    instant: (iso) => `${day(instants(), new Date(iso))} ${clocks().format(new Date(iso))}`,
    /** A text that comes in all languages. */
    title: (titles) => titles?.[language] || titles?.zh || titles?.en || '',
    /** The value of a text field, in the language if the feature has it so: `{ text, language }`, or `null`. */
    text: (field, valueOf) => variantOf(field, valueOf, language),
    /** A feature's name, `{ text, language }`; `null` when it, or its layer, has none. */
    name: ({ nameField }, valueOf) => (nameField ? variantOf(nameField, valueOf, language) : null),
  };
}

/** Makes something when it is first asked for. */
function once(make) {
  let made;
  return () => (made ??= make());
}

function variantOf(field, valueOf, language) {
  const variant = VARIANTS[language] && valueOf(field + VARIANTS[language]);
  if (variant) {
    return { text: String(variant), language };
  }
  const own = valueOf(field);
  return own ? { text: String(own), language: 'zh' } : null;
}

/** The pages that have messages of their own, besides those that every page has. */
export const PAGES_WITH_MESSAGES = ['coverage', 'projects', 'data', 'accounts'];

/** The messages of a language that a page needs: everybody's, and its own. */
export async function loadMessages(language, page) {
  const files = [`./${language}.js`, ...(PAGES_WITH_MESSAGES.includes(page) ? [`./${page}/${language}.js`] : [])];
  const parts = await Promise.all(files.map((file) => import(file)));
  return Object.assign({}, ...parts.map((part) => part.default));
}
