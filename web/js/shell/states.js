/** What stands in a page's place while it is not there: each says why, and the way on. */
import { el } from '../dom.js';

/** A thin line along the top while something is awaited; the style sheet shows it after half a second only. */
export function createProgress(words) {
  return el('div', { class: 'progress', role: 'progressbar', 'aria-label': words.t('page.loading') });
}

/** The portal is there but has not read its layers yet; the page asks again by itself. */
export function createStartingState(words) {
  return el(
    'section',
    { class: 'instead starting', role: 'status' },
    createProgress(words),
    el('h2', {}, words.t('starting.title')),
    el('p', {}, words.t('starting.text')),
  );
}

export function createDownState(words, retry) {
  return el(
    'section',
    { class: 'instead', role: 'alert' },
    el('h2', {}, words.t('down.title')),
    el('p', {}, words.t('down.text')),
    el('button', { type: 'button', class: 'button strong', onclick: retry }, words.t('down.retry')),
  );
}

/** The page's own code did not come. */
export function createFailedState(words, retry) {
  return el(
    'section',
    { class: 'instead', role: 'alert' },
    el('h2', {}, words.t('page.failed')),
    el('p', {}, words.t('page.failedText')),
    el('button', { type: 'button', class: 'button strong', onclick: retry }, words.t('down.retry')),
  );
}

/** Another language's words did not come; goes by itself once somebody has read it. */
export function createNoWords(words) {
  const element = el('div', { class: 'nothing trouble no-words', role: 'alert' }, el('p', {}, words.t('language.failed')), el('button', { type: 'button', class: 'button', onclick: () => element.remove() }, words.t('notice.dismiss')));
  return element;
}
