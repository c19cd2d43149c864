/** One's own account: who one is here, and another password. */
import { el } from '../dom.js';
import { button, card } from '../ui/parts.js';
import { rolesOf } from './roles.js';

export function createOwnView(words, access) {
  const { name, role } = access.who();
  const { title, may } = rolesOf(words).find(({ value }) => value === role);
  const old = password('own-password', 'current-password', {});
  const next = password('own-next', 'new-password', { minlength: 10, maxlength: 128 });
  const said = el('p', { class: 'said', id: 'own-said', role: 'status', 'aria-live': 'polite' });
  const form = el(
    'form',
    { class: 'account-form' },
    // Tells a keeper of passwords whose it is.
    el('input', { type: 'text', name: 'username', autocomplete: 'username', value: name, hidden: true }),
    el('label', {}, el('span', {}, words.t('own.old')), old),
    el('label', {}, el('span', {}, words.t('own.next')), next),
    button(words.t('own.change'), { type: 'submit' }),
  );

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    said.className = 'said';
    said.textContent = '';
    try {
      await access.changePassword(old.value, next.value);
      form.reset();
      said.textContent = words.t('own.changed');
    } catch (failure) {
      said.className = 'said trouble';
      said.textContent = failure.said ?? words.t('staff.failed');
    }
  });
  return card(
    { title: words.t('own.title'), class: 'own-account' },
    el('p', { class: 'own-name' }, el('strong', {}, name), ' · ', title),
    el('p', { class: 'quiet' }, may),
    form,
    said,
  );
}

function password(id, autocomplete, more) {
  return el('input', { type: 'password', id, autocomplete, required: true, 'aria-describedby': 'own-said', ...more });
}
