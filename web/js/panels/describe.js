/** What a feature's card says: pure, from a layer's definition, the feature's properties and the language's words. */
import { VARIANTS } from '../i18n/words.js';

const LONG_TEXT = 48;
const STATUS = 'status';
const KEPT_FOR_THE_END = ['source', 'updated_at'];
const DAY_MS = 86_400_000;

/** Fields that hold the key of a feature of another layer. */
const REFERENCES = {
  community_code: 'communities',
  parent_code: 'communities',
  building_code: 'buildings',
  restored_by: 'projects',
  hazard_code: 'hazards',
};

/** What to call a feature: by its name, else by what it is, else by its layer. */
export function callOf(layer, valueOf, words) {
  const kind = labelOf(styleFieldOf(layer), valueOf(layer.styleField), words);
  return words.name(layer, valueOf) ?? { text: kind ?? words.title(layer.titles), language: words.language };
}

/** The field whose codes colour the layer, if it has one. */
export function styleFieldOf(layer) {
  return layer.fields.find(({ name }) => name === layer.styleField) ?? null;
}

/** The words for a value of a field with codes. */
export function labelOf(field, value, words) {
  const code = field?.codes.find((candidate) => candidate.code === value);
  return code ? words.title(code.titles) : null;
}

/**
 * `{ name, also, kind, stories, steps, facts, source, updated }`, each with what its part of the card shows:
 *   also     `[{ text, language }]` the name in the other languages that the feature has it in
 *   stories  `[{ title, text, language }]` long texts
 *   steps    `[{ title, at, days, isLast, colour }]` the states a feature went through, each dated by the field `{state}_at`
 *   facts    `[{ name, title, text, colour, language, reference }]` all else, in the definition's order
 */
export function describe(layer, properties, words) {
  const valueOf = (name) => properties[name] ?? null;
  const steps = stepsOf(layer, valueOf, words);
  const shown = layer.fields.filter((field) => isShown(layer, field, valueOf, steps.length > 0));
  const long = shown.filter((field) => isLong(field, valueOf(field.name)));
  const style = styleFieldOf(layer);
  return {
    name: callOf(layer, valueOf, words),
    also: otherNames(layer, valueOf, words),
    kind: labelOf(style, valueOf(layer.styleField), words),
    stories: long.map((field) => ({ title: words.title(field.titles), ...words.text(field.name, valueOf) })),
    steps,
    facts: shown.filter((field) => !long.includes(field)).map((field) => factOf(field, valueOf, words)),
    source: valueOf('source'),
    updated: valueOf('updated_at') && words.day(valueOf('updated_at')),
  };
}

function otherNames(layer, valueOf, words) {
  const said = words.name(layer, valueOf)?.text;
  const names = [['zh', layer.nameField], ...Object.entries(VARIANTS).map(([language, ending]) => [language, layer.nameField + ending])];
  const others = names.map(([language, field]) => ({ text: valueOf(field), language }));
  return others.filter(({ text }) => text && text !== said);
}

function isShown(layer, field, valueOf, hasSteps) {
  const { name } = field;
  return (
    valueOf(name) !== null &&
    valueOf(name) !== '' &&
    name !== layer.nameField &&
    !KEPT_FOR_THE_END.includes(name) &&
    !isVariant(layer, name) &&
    !isDateOfAnother(layer, name) &&
    !(hasSteps && (name === STATUS || stepCodes(layer).some(({ code }) => name === `${code}_at`)))
  );
}

/** Whether a field is another one in a language, as `name_bo` is `name`. */
function isVariant(layer, name) {
  return Object.values(VARIANTS).some((ending) => name.endsWith(ending) && hasField(layer, name.slice(0, -ending.length)));
}

/** Whether a field only dates another one with codes, as `check_3m_at` dates `check_3m`. */
function isDateOfAnother(layer, name) {
  const other = name.endsWith('_at') && layer.fields.find((field) => field.name === name.slice(0, -3));
  return Boolean(other) && other.codes.length > 0;
}

function hasField(layer, name) {
  return layer.fields.some((field) => field.name === name);
}

function isLong(field, value) {
  return field.type === 'text' && field.codes.length === 0 && (value.length > LONG_TEXT || value.includes('\n'));
}

function stepCodes(layer) {
  const status = layer.fields.find(({ name }) => name === STATUS);
  return (status?.codes ?? []).filter(({ code }) => hasField(layer, `${code}_at`));
}

function stepsOf(layer, valueOf, words) {
  const dated = stepCodes(layer)
    .filter(({ code }) => valueOf(`${code}_at`) !== null)
    .map(({ code, titles, colour }) => ({ title: words.title(titles), at: valueOf(`${code}_at`), colour }));
  dated.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return dated.map((step, i) => ({
    ...step,
    date: isDay(step.at) ? words.date(step.at) : words.instant(step.at),
    days: i === 0 ? null : Math.floor((Date.parse(step.at) - Date.parse(dated[i - 1].at)) / DAY_MS),
    isLast: i === dated.length - 1,
  }));
}

function isDay(text) {
  return text.length === 10;
}

function factOf(field, valueOf, words) {
  const value = valueOf(field.name);
  const dated = valueOf(`${field.name}_at`);
  const said = say(field, value, valueOf, words);
  return {
    name: field.name,
    title: words.title(field.titles),
    text: dated && field.codes.length ? `${said.text} · ${isDay(dated) ? words.date(dated) : words.day(dated)}` : said.text,
    language: said.language ?? words.language,
    colour: field.codes.find(({ code }) => code === value)?.colour ?? null,
    reference: field.name in REFERENCES ? { layer: REFERENCES[field.name], code: String(value) } : null,
  };
}

function say(field, value, valueOf, words) {
  const label = labelOf(field, value, words);
  if (label) {
    return { text: label };
  }
  switch (field.type) {
    case 'integer':
    case 'real':
      return { text: words.quantity(value, field.unit) };
    case 'boolean':
      return { text: value ? words.t('value.yes') : words.t('value.no') };
    case 'date':
      return { text: words.date(value) };
    case 'instant':
      return { text: words.instant(value) };
    default:
      return words.text(field.name, valueOf);
  }
}
