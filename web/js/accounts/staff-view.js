/** Everybody's accounts: who there is, and what an administrator can do about it. */
import { addAccount, changeRole, fetchAccounts, removeAccount, resetPassword } from '../api/accounts.js';
import { el, refill } from '../dom.js';
import { button, card, choice, skeleton, table, trouble } from '../ui/parts.js';
import { createOneTime } from './one-time.js';
import { rolesOf } from './roles.js';

/** @param me who asks: their own account they can neither take away nor make less here */
export function createStaffView(words, me, signal) {
  const roles = rolesOf(words);
  const told = el('div', { class: 'told', role: 'status', 'aria-live': 'polite' });
  const list = el('div', { class: 'account-list' }, skeleton(words.t('page.loading'), 4));
  let asked = null;
  refresh();

  async function refresh() {
    try {
      show(await fetchAccounts(signal));
    } catch (failure) {
      if (!signal.aborted) {
        list.replaceChildren(trouble(failure.said ?? words.t('staff.failed'), button(words.t('down.retry'), { onclick: refresh })));
      }
    }
  }

  /** Does one thing, says what came of it, and shows who there is afterwards. */
  async function act(what, said) {
    told.replaceChildren();
    asked = null;
    try {
      told.replaceChildren(said(await what()));
    } catch (failure) {
      told.replaceChildren(el('p', { class: 'trouble' }, failure.said ?? words.t('staff.failed')));
    }
    await refresh();
  }

  const note = (text) => () => el('p', {}, text);
  const oneTime = (made) => createOneTime(words, made);

  function show(accounts) {
    const columns = [
      { title: words.t('staff.name'), cell: ({ name }) => el('span', { class: 'account-name' }, name) },
      { title: words.t('accounts.role'), cell: (account) => roleOf(account) },
      { title: words.t('accounts.since'), cell: ({ since, must_change: isOneTime }) => [words.day(since), isOneTime && el('span', { class: 'pending' }, words.t('accounts.pending'))].filter(Boolean) },
      { title: words.t('accounts.actions'), cell: (account) => el('div', { class: 'account-actions' }, actionsOf(account, accounts)) },
    ];
    refill(list, table({ caption: words.t('accounts.all'), columns, rows: accounts }));
  }

  function roleOf({ name, role }) {
    if (name === me.name) {
      return roles.find(({ value }) => value === role).title;
    }
    const label = words.t('accounts.roleOf', { name });
    return el(
      'select',
      { 'aria-label': label, 'data-key': `role-${name}`, onchange: ({ target }) => act(() => changeRole(name, target.value), note(words.t('accounts.roleChanged', { name, role: roles.find(({ value }) => value === target.value).title }))) },
      roles.map(({ value, title }) => el('option', { value, selected: value === role }, title)),
    );
  }

  function actionsOf({ name }, accounts) {
    if (name === me.name) {
      return el('span', { class: 'quiet' }, words.t('accounts.you'));
    }
    const askFor = (next) => {
      asked = next;
      show(accounts);
      list.querySelector('[data-sure]')?.focus();
    };
    if (asked?.name === name) {
      const isReset = asked.what === 'reset';
      const go = () => (isReset ? act(() => resetPassword(name), oneTime) : act(() => removeAccount(name), note(words.t('accounts.removed', { name }))));
      return [
        el('span', { class: 'sure' }, isReset ? words.t('accounts.sureReset', { name }) : words.t('accounts.sureRemove', { name })),
        button(isReset ? words.t('accounts.reset') : words.t('accounts.remove'), { isStrong: true, 'data-sure': '', 'data-key': `sure-${name}`, onclick: go }),
        button(words.t('staff.cancel'), { 'data-key': `cancel-${name}`, onclick: () => askFor(null) }),
      ];
    }
    return [
      button(words.t('accounts.reset'), { drawing: 'key', 'aria-label': words.t('accounts.resetOf', { name }), 'data-key': `reset-${name}`, onclick: () => askFor({ name, what: 'reset' }) }),
      button(words.t('accounts.remove'), { drawing: 'bin', 'aria-label': words.t('accounts.removeOf', { name }), 'data-key': `remove-${name}`, onclick: () => askFor({ name, what: 'remove' }) }),
    ];
  }

  const name = el('input', { type: 'text', id: 'new-account', required: true, maxlength: 64, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' });
  const role = choice({ id: 'new-role', label: words.t('accounts.role'), options: roles, value: 'viewer', onchange: () => tell() });
  const may = el('p', { class: 'quiet', id: 'new-may' });
  const chosen = () => roles.find(({ value }) => value === role.querySelector('select').value);
  const tell = () => (may.textContent = chosen().may);
  const form = el('form', { class: 'account-form' }, el('label', {}, el('span', {}, words.t('accounts.newName')), name), role, button(words.t('accounts.add'), { type: 'submit', drawing: 'plus', isStrong: true }));
  role.querySelector('select').setAttribute('aria-describedby', 'new-may');
  tell();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(async () => {
      const made = await addAccount(name.value.trim(), chosen().value);
      name.value = '';
      return made;
    }, oneTime);
  });

  return card({ title: words.t('accounts.all'), class: 'all-accounts' }, form, may, told, list);
}
