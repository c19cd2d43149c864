/** The first of what was chosen, as a table. */
import { el } from '../dom.js';
import { empty, table } from '../ui/parts.js';
import { labelOf } from '../panels/describe.js';

const MOST_TEXT = 60;
const VARIANT = /_(en|bo)$/;

/** @param features GeoJSON; @param fields the layer's, as they are shown in its dictionary */
export function createPreview(words, record, features) {
  if (features.length === 0) {
    return empty(words.t('preview.none'));
  }
  const columns = columnsOf(record.fields, features).map((field) => ({
    title: words.title(field.titles) || field.name,
    numeric: field.type === 'integer' || field.type === 'real',
    cell: ({ properties }) => cellOf(words, field, valueIn(words, field, properties)),
  }));
  const code = { title: words.t('card.code'), cell: ({ id }) => el('code', {}, String(id)) };
  return table({ caption: words.t('preview.title'), columns: [code, ...columns], rows: features });
}

/** Those that any of the rows has a value in; a text's other languages stand in the file. */
function columnsOf(fields, features) {
  const names = new Set(fields.map(({ name }) => name));
  return fields.filter(({ name }) => !(VARIANT.test(name) && names.has(name.replace(VARIANT, ''))) && features.some(({ properties }) => (properties[name] ?? null) !== null));
}

/** A text in the reader's language where the feature has it so. */
function valueIn(words, { name, type }, properties) {
  return type === 'text' ? (words.text(name, (variant) => properties[variant] ?? null)?.text ?? null) : (properties[name] ?? null);
}

function cellOf(words, field, value) {
  if (value === null) {
    return '';
  }
  switch (field.type) {
    case 'integer':
    case 'real':
      return words.number(value);
    case 'boolean':
      return value ? words.t('value.yes') : words.t('value.no');
    case 'date':
      return String(value);
    case 'instant':
      return words.instant(value);
    default: {
      const text = labelOf(field, value, words) ?? String(value);
      return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
    }
  }
}
