/** What each field of a dataset means, with all its codes. */
import { el } from '../dom.js';
import { card, chip, table } from '../ui/parts.js';
import { staffMark } from './catalogue-view.js';

const FEW_CODES = 4;

export function createDictionary(words, { fields }) {
  const types = { text: words.t('type.text'), integer: words.t('type.integer'), real: words.t('type.real'), boolean: words.t('type.boolean'), date: words.t('type.date'), instant: words.t('type.instant') };
  const columns = [
    { title: words.t('field.title'), cell: (field) => [words.title(field.titles) || field.name, ' ', staffMark(words, field.audience)].filter(Boolean) },
    { title: words.t('field.name'), cell: ({ name }) => el('code', {}, name) },
    { title: words.t('field.type'), cell: ({ type, unit }) => `${types[type] ?? type}${unit ? ` (${unit})` : ''}` },
    { title: words.t('field.codes'), cell: (field) => codes(words, field) },
  ];
  return card({ title: words.t('field.dictionary'), class: 'dictionary', id: 'dictionary' }, table({ caption: words.t('field.dictionary'), columns, rows: fields }));
}

/** Few codes stand there at once, many behind a fold. */
function codes(words, { codes: list }) {
  if (list.length === 0) {
    return '';
  }
  const shown = el('span', { class: 'code-list' }, list.map(({ code, titles }) => chip([el('code', {}, code), ' ', words.title(titles)])));
  return list.length <= FEW_CODES ? shown : el('details', {}, el('summary', {}, words.t('field.count', { count: list.length })), shown);
}
