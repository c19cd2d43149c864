/** How a condition on a field is put: by its codes, a range, words, or whether it has a value at all. */
import { el, icon } from '../dom.js';
import { timeField } from '../ui/parts.js';

const DAY_START = 'T00:00:00+08:00';
const DAY_END = 'T23:59:59.999+08:00';

/**
 * A condition's row; what is typed stays in it while the rest of the page follows.
 *
 * @param field of the layer: `{ name, type, titles, unit, codes }`
 * @param onChange called with the condition, or with `null` when it is taken away
 */
export function createEditor(words, field, condition, onChange) {
  const title = words.title(field.titles) || field.name;
  const how = el(
    'select',
    { 'aria-label': words.t('where.how', { field: title }), onchange: ({ target }) => turn(target.value) },
    [['value', words.t('where.value')], ['yes', words.t('where.present')], ['no', words.t('where.missing')]].map(([value, text]) => el('option', { value, selected: value === modeOf(condition) }, text)),
  );
  const input = el('div', { class: 'condition-input' });
  const remove = el('button', { type: 'button', class: 'icon-button', 'aria-label': words.t('where.remove', { field: title }), title: words.t('where.remove', { field: title }), onclick: () => onChange(null) }, icon('close'));
  const element = el('div', { class: 'condition', role: 'group', 'aria-label': title }, el('div', { class: 'condition-head' }, el('span', { class: 'condition-field' }, title, field.unit && el('span', { class: 'quiet' }, ` (${field.unit})`)), how, remove), input);
  show(condition);

  function turn(mode) {
    const next = mode === 'value' ? { field: field.name } : { field: field.name, isMissing: mode === 'no' };
    show(next);
    onChange(next);
  }

  function show(shown) {
    input.replaceChildren(...(modeOf(shown) === 'value' ? [valueInput(words, field, shown, title, onChange)] : []));
  }

  return element;
}

const modeOf = ({ isMissing }) => (isMissing === true ? 'no' : isMissing === false ? 'yes' : 'value');

function valueInput(words, field, condition, title, onChange) {
  const change = (patch) => onChange({ field: field.name, ...patch });
  if (field.codes.length > 0) {
    return codes(words, field, condition, title, change);
  }
  switch (field.type) {
    case 'boolean':
      return choices([['true', words.t('value.yes')], ['false', words.t('value.no')]], typeof condition.is === 'boolean' ? String(condition.is) : null, field, title, (value) => change({ is: value === 'true' }));
    case 'integer':
    case 'real':
      return range(words, title, { type: 'number', step: field.type === 'integer' ? 1 : 'any' }, condition, change);
    case 'date':
      return range(words, title, { type: 'date' }, condition, change);
    case 'instant':
      return range(words, title, { type: 'date' }, days(condition), ({ from, to }) => change({ from: from && from + DAY_START, to: to && to + DAY_END }));
    default:
      return el('input', { type: 'text', value: condition.has ?? condition.oneOf?.[0] ?? '', placeholder: words.t('where.has'), 'aria-label': words.t('where.hasIn', { field: title }), oninput: ({ target }) => change({ has: target.value.trim() }) });
  }
}

const days = ({ from, to }) => ({ from: from?.slice(0, 10) ?? null, to: to?.slice(0, 10) ?? null });

function codes(words, field, condition, title, change) {
  const chosen = new Set(condition.oneOf ?? []);
  const toggle = (code, isOn) => {
    isOn ? chosen.add(code) : chosen.delete(code);
    change({ oneOf: field.codes.map((each) => each.code).filter((each) => chosen.has(each)) });
  };
  const box = ({ code, titles }) =>
    el('label', { class: 'check' }, el('input', { type: 'checkbox', checked: chosen.has(code), onchange: ({ target }) => toggle(code, target.checked) }), el('span', {}, words.title(titles) || code));
  return el('fieldset', { class: 'checks' }, el('legend', { class: 'unseen' }, title), field.codes.map(box));
}

function choices(options, chosen, field, title, onChoose) {
  const option = ([value, text]) => el('label', { class: 'check' }, el('input', { type: 'radio', name: `is-${field.name}`, value, checked: value === chosen, onchange: () => onChoose(value) }), el('span', {}, text));
  return el('fieldset', { class: 'checks' }, el('legend', { class: 'unseen' }, title), options.map(option));
}

function range(words, title, properties, condition, change) {
  const ends = { from: condition.from ?? null, to: condition.to ?? null };
  const end = (name, label) => {
    const own = {
      ...properties,
      value: ends[name] ?? '',
      'aria-label': `${title}: ${label}`,
      oninput({ target }) {
        ends[name] = target.value || null;
        change({ ...ends });
      },
    };
    return properties.type === 'date' ? timeField(words, label, own) : el('label', {}, el('span', {}, label), el('input', own));
  };
  return el('div', { class: 'range' }, end('from', words.t('where.from')), end('to', words.t('where.to')));
}
