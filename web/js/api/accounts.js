/** Who staff are, for administrators. Shapes are those of the server's answers: `{ name, role, must_change, since }`. */
import { getJson, remove, sendForm } from './http.js';

const ACCOUNTS = '/staff/api/accounts';
const of = (name) => `${ACCOUNTS}/${encodeURIComponent(name)}`;

export async function fetchAccounts(signal) {
  const { accounts } = await getJson(ACCOUNTS, signal);
  return accounts;
}

/** @returns the account, with its `one_time_password`, told this once */
export function addAccount(name, role) {
  return sendForm(ACCOUNTS, { name, role });
}

/** @returns as {@link addAccount} */
export function resetPassword(name) {
  return sendForm(`${of(name)}/password`, {});
}

export function changeRole(name, role) {
  return sendForm(`${of(name)}/role`, { role });
}

export function removeAccount(name) {
  return remove(of(name));
}
