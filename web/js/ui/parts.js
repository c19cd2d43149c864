/** The small parts that pages are made of. Each is a function to an element; texts come in words already. */
import { el, icon } from '../dom.js';

/** A page that is a document: its heading, a sentence under it, what it holds. */
export function documentPage(heading, lead, ...contents) {
  return el(
    'main',
    { class: 'document', tabindex: '-1' },
    el('header', { class: 'document-head' }, el('h1', { tabindex: '-1' }, heading), lead && el('p', { class: 'lead' }, lead)),
    contents,
  );
}

/** A sheet of paper with a title. @param level of its heading, 2 unless said */
export function card({ title, note, actions, level = 2, ...properties }, ...contents) {
  return el(
    'section',
    { ...properties, class: ['panel', properties.class].filter(Boolean).join(' ') },
    (title || actions) && el('header', { class: 'panel-head' }, title && el(`h${level}`, {}, title), actions && el('div', { class: 'panel-actions' }, actions)),
    note && el('p', { class: 'quiet' }, note),
    contents,
  );
}

/** A number that is read from afar: `value` as it is written, `unit` small beside it, what it counts above. */
export function stat({ title, value, unit, note, more, trend, ...properties }) {
  return el(
    'div',
    { ...properties, class: ['stat', properties.class].filter(Boolean).join(' ') },
    el('div', { class: 'stat-head' }, el('h3', { class: 'stat-title' }, title), more),
    el('p', { class: 'stat-value' }, el('span', { class: 'figure' }, value), unit && el('span', { class: 'unit' }, unit)),
    trend,
    note && el('p', { class: 'stat-note' }, note),
  );
}

/** A short mark, with the colour of a class before it when there is one. */
export function chip(text, { swatch, ...properties } = {}) {
  return el('span', { ...properties, class: ['chip', properties.class].filter(Boolean).join(' ') }, swatch, text);
}

/** One of several, chosen: `options` `[{ value, title }]`. */
export function choice({ label, options, value, onchange, ...properties }) {
  const select = el(
    'select',
    { 'data-key': label, ...properties, onchange: (event) => onchange(event.target.value) },
    options.map((option) => el('option', { value: option.value, selected: option.value === value }, option.title)),
  );
  return el('label', { class: 'choice' }, el('span', {}, label), select);
}

/**
 * A field for a day or a time. Browsers write it in their own language and let no page choose another: what it says is said
 * beside it as the page's language writes it.
 *
 * @param type `date` or `datetime-local`
 */
export function timeField(words, label, { type, value, ...properties }) {
  const write = type === 'date' ? words.date : words.instant;
  // A year of five digits, on the way to one of four, is no time.
  const say = (time) => (Number.isNaN(Date.parse(time)) ? '' : write(time));
  const said = el('span', { class: 'quiet time-said' }, say(value));
  const input = el('input', { ...properties, type, value });
  input.addEventListener('input', () => (said.textContent = say(input.value)));
  return el('div', { class: 'time-field' }, el('label', {}, el('span', {}, label), input), said);
}

/** One of a few, all in sight: a radio group that looks like one bar. */
export function segments({ label, name, options, value, onchange }) {
  return el(
    'fieldset',
    { class: 'segments' },
    el('legend', { class: 'unseen' }, label),
    options.map((option) =>
      el(
        'label',
        {},
        el('input', { type: 'radio', name, value: option.value, 'data-key': `${name}-${option.value}`, checked: option.value === value, onchange: () => onchange(option.value) }),
        el('span', {}, option.title),
      ),
    ),
  );
}

/** A switch with its words. */
export function toggle(text, isOn, onchange) {
  return el('label', { class: 'toggle' }, el('input', { type: 'checkbox', role: 'switch', 'data-key': text, checked: isOn, onchange: (event) => onchange(event.target.checked) }), el('span', {}, text));
}

/**
 * Panels of which one is in sight (WAI-ARIA, "Tabs with automatic activation").
 *
 * @param options `[{ id, title, panel }]`
 */
export function tabs({ label, options, value, onchange }) {
  const buttons = options.map(({ id, title }) =>
    el('button', { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}`, onclick: () => choose(id) }, title),
  );
  const panels = options.map(({ id, panel }) => el('div', { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}`, tabindex: '0' }, panel));
  const show = (chosen) =>
    options.forEach(({ id }, i) => {
      buttons[i].setAttribute('aria-selected', String(id === chosen));
      buttons[i].tabIndex = id === chosen ? 0 : -1;
      panels[i].hidden = id !== chosen;
    });
  function choose(id) {
    show(id);
    onchange?.(id);
  }
  const walk = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
      buttons[next].focus();
      choose(options[next].id);
    }
  };
  show(value ?? options[0].id);
  return el('div', { class: 'tabbed' }, el('div', { class: 'tabs', role: 'tablist', 'aria-label': label, onkeydown: walk }, buttons), panels);
}

/**
 * A table that is moved by itself where it is wider than the page.
 *
 * @param columns `[{ title, cell(row), numeric }]`; a cell is text or an element
 */
export function table({ caption, columns, rows, isCaptionSeen = false }) {
  return el(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption },
    el(
      'table',
      {},
      el('caption', { class: isCaptionSeen ? null : 'unseen' }, caption),
      el('thead', {}, el('tr', {}, columns.map(({ title, numeric }) => el('th', { scope: 'col', class: numeric ? 'numeric' : null }, title)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, columns.map(({ cell, numeric }, i) => tableCell(cell(row), numeric, i === 0))))),
    ),
  );
}

function tableCell(content, numeric, isFirst) {
  return el(isFirst ? 'th' : 'td', { scope: isFirst ? 'row' : null, class: numeric ? 'numeric' : null }, content ?? '');
}

/** There is nothing, and that is no fault: what it means, and what to do. */
export function empty(text, ...actions) {
  return el('div', { class: 'nothing' }, el('p', {}, text), actions.length > 0 && el('div', { class: 'nothing-actions' }, actions));
}

/** Something failed: what, in words, and the way on. */
export function trouble(text, ...actions) {
  return el('div', { class: 'nothing trouble', role: 'alert' }, el('p', {}, text), actions.length > 0 && el('div', { class: 'nothing-actions' }, actions));
}

/** A page whose address leads to nothing: what that means, and where to go from here. */
export function missing(words, text, ...actions) {
  return el('section', { class: 'missing', role: 'alert' }, el('h1', { tabindex: '-1' }, words.t('page.missing')), el('p', { class: 'lead' }, text), el('div', { class: 'nothing-actions' }, actions));
}

/** The shape of what will be here, while it is awaited. @param lines how many */
export function skeleton(label, lines = 3) {
  return el('div', { class: 'skeleton', role: 'status', 'aria-label': label }, Array.from({ length: lines }, () => el('span', { 'aria-hidden': 'true' })));
}

/** How far something is: a share from 0 to 1, or unknown. */
export function progressBar(label, share) {
  return el('progress', { class: 'bar', 'aria-label': label, max: 1, value: share ?? null });
}

/** A button with a drawing before its words. */
export function button(text, { drawing, isStrong = false, ...properties }) {
  return el('button', { type: 'button', ...properties, class: ['button', isStrong && 'strong', properties.class].filter(Boolean).join(' ') }, drawing && icon(drawing), el('span', {}, text));
}
