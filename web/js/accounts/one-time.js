/** A one-time password, in sight this once. */
import { el } from '../dom.js';
import { button } from '../ui/parts.js';

/** @param made the account with its `one_time_password` */
export function createOneTime(words, { name, one_time_password: password }) {
  const copy = button(words.t('accounts.copy'), {
    'aria-live': 'polite',
    onclick: async () => {
      await navigator.clipboard?.writeText(password).then(
        () => (copy.lastChild.textContent = words.t('accounts.copied')),
        () => (copy.lastChild.textContent = words.t('accounts.copyFailed')),
      );
    },
  });
  return el(
    'div',
    { class: 'one-time' },
    el('p', {}, words.t('accounts.oneTime', { name })),
    el('p', { class: 'one-time-line' }, el('code', { class: 'one-time-password' }, password), copy),
    el('p', { class: 'quiet' }, words.t('accounts.once')),
  );
}
