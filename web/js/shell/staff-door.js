/** Where staff come in and go out, and the mark that says they are in. */
import { el, icon } from '../dom.js';

/** @returns a button: for whoever is not staff it opens the door, for staff it leaves */
export function createStaffDoor({ store, words, access }) {
  if (store.get().isStaff) {
    return el('button', { type: 'button', class: 'staff-mark in', title: words.t('staff.leave'), onclick: () => access.leave() }, icon('key'), el('span', {}, words.t('staff.mark')));
  }
  return el('button', { type: 'button', class: 'staff-mark', onclick: () => openDoor({ store, words, access }) }, icon('key'), el('span', {}, words.t('staff.enter')));
}

/** The door itself: what is typed stays until it was right or the reader gives up. */
export function openDoor({ store, words, access }) {
  const field = el('input', { type: 'password', name: 'token', id: 'staff-token', autocomplete: 'current-password', required: true, 'aria-describedby': 'staff-said' });
  const said = el('p', { class: 'trouble', id: 'staff-said', role: 'alert' });
  const form = el(
    'form',
    { method: 'dialog', class: 'door' },
    el('h2', { id: 'door-title' }, words.t('staff.title')),
    el('p', { class: 'quiet' }, words.t('staff.text')),
    el('input', { type: 'text', name: 'username', autocomplete: 'username', value: 'staff', hidden: true }),
    el('label', { for: 'staff-token' }, words.t('staff.token')),
    field,
    said,
    el(
      'div',
      { class: 'door-actions' },
      el('button', { type: 'submit', class: 'button strong' }, words.t('staff.submit')),
      el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, words.t('staff.cancel')),
    ),
  );
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'door-title' }, form);
  dialog.addEventListener('close', () => dialog.remove());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    said.textContent = '';
    try {
      if (await access.enter(field.value.trim())) {
        dialog.close();
        store.set({ isStaff: true });
      } else {
        said.textContent = words.t('staff.wrong');
      }
    } catch {
      said.textContent = words.t('staff.failed');
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
}
