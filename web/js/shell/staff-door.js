/** Where staff come in and go out, and the mark that says they are in. */
import { el, icon } from '../dom.js';

/** @returns a button: for whoever is not staff it opens the door, for staff it leaves */
export function createStaffDoor({ store, words, access }) {
  if (store.get().isStaff) {
    const leave = () => access.leave();
    return el('button', { type: 'button', class: 'staff-mark in', title: words.t('staff.leave'), onclick: leave }, icon('key'), el('span', {}, access.who()?.name ?? words.t('staff.mark')));
  }
  return el('button', { type: 'button', class: 'staff-mark', onclick: () => openDoor({ store, words, access }) }, icon('key'), el('span', {}, words.t('staff.enter')));
}

/** The door itself: what is typed stays until it was right or the reader gives up. */
export function openDoor({ store, words, access }) {
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'door-title' });
  const name = field('staff-name', { name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' });
  const password = field('staff-password', { type: 'password', name: 'password', autocomplete: 'current-password' });
  const next = field('staff-next', { type: 'password', name: 'new-password', autocomplete: 'new-password', minlength: 10, maxlength: 128 });

  function leaveAsStaff() {
    dialog.close();
    store.set({ isStaff: true, isExpired: false });
  }

  async function enter() {
    const { mustChange } = await access.enter(name.value.trim(), password.value);
    if (mustChange) {
      show({ title: words.t('staff.change'), text: words.t('staff.changeText'), fields: [[words.t('staff.next'), next]], act: change, label: words.t('staff.keep') });
    } else {
      leaveAsStaff();
    }
  }

  async function change() {
    await access.changePassword(password.value, next.value);
    leaveAsStaff();
  }

  function show({ title, text, fields, act, label }) {
    const said = el('p', { class: 'trouble', id: 'staff-said', role: 'alert' });
    const form = el(
      'form',
      { method: 'dialog', class: 'door' },
      el('h2', { id: 'door-title' }, title),
      el('p', { class: 'quiet' }, text),
      ...fields.flatMap(([name, input]) => [el('label', { for: input.id }, name), input]),
      said,
      el(
        'div',
        { class: 'door-actions' },
        el('button', { type: 'submit', class: 'button strong' }, label),
        el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, words.t('staff.cancel')),
      ),
    );
    form.addEventListener('submit', (event) => submit(event, act, said, words));
    dialog.replaceChildren(form);
    fields[0][1].focus();
  }

  dialog.addEventListener('close', () => dialog.remove());
  show({
    title: words.t('staff.title'),
    text: words.t('staff.text'),
    fields: [
      [words.t('staff.name'), name],
      [words.t('staff.password'), password],
    ],
    act: enter,
    label: words.t('staff.submit'),
  });
  document.body.append(dialog);
  dialog.showModal();
  name.focus();
}

function field(id, attributes) {
  return el('input', { type: 'text', id, required: true, 'aria-describedby': 'staff-said', ...attributes });
}

async function submit(event, act, said, words) {
  event.preventDefault();
  said.textContent = '';
  try {
    await act();
  } catch (failure) {
    said.textContent = failure.said ?? words.t('staff.failed');
  }
}
