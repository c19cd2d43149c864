/**
 * Who is asking. Staff see more, at addresses of their own under `/staff`; everything else of a page asks here which
 * address is theirs, and never knows how one becomes staff. The session is a cookie that no script can read.
 */
import { ApiError, getJson, onUnauthorized, proveWith, remove, sendForm } from './http.js';

const SESSION = '/api/session';
const PASSWORD = '/api/session/password';
const NOBODY = Object.freeze({ signed_in: false });

/**
 * @returns a promise of `{ isStaff(), who(), path(address), enter(name, password), changePassword(old, next), leave(), onLeft(listener) }`
 */
export async function createAccess() {
  const leavers = new Set();
  let who = await ask().catch(() => NOBODY);
  onUnauthorized(() => forget(true));

  function isStaff() {
    return who.signed_in && !who.must_change;
  }

  function forget(isExpired = false) {
    const wasStaff = isStaff();
    who = NOBODY;
    if (wasStaff) {
      leavers.forEach((listener) => listener(isExpired));
    }
  }

  return {
    isStaff,
    /** @returns `{ name, role }` of whoever is in, or `null` */
    who: () => (isStaff() ? { name: who.name, role: who.role } : null),
    /** An address of the API as this reader may ask for it. */
    path: (address) => (isStaff() ? `/staff${address}` : address),
    /**
     * @returns `{ mustChange }`: whether another password has to be chosen before anything else
     * @throws {ApiError} with the server's sentence when it refuses, or when it could not be asked
     */
    async enter(name, password) {
      await ask();
      who = await sendForm(SESSION, { name, password });
      return { mustChange: who.must_change };
    },
    /** @throws {ApiError} as `enter` does */
    async changePassword(old, next) {
      who = await sendForm(PASSWORD, { old, new: next });
    },
    /** Leaves here at once; the server is told, and if it cannot be, the session ends by itself. */
    async leave() {
      const gone = who.signed_in ? remove(SESSION).catch(unlessServer) : undefined;
      forget();
      await gone;
    },
    /** Hears when a session ends, by choice or (`listener(true)`) because the server no longer knows it. */
    onLeft: (listener) => leavers.add(listener),
  };
}

async function ask() {
  const session = await getJson(SESSION);
  proveWith(session.csrf);
  return session;
}

function unlessServer(failure) {
  if (!(failure instanceof ApiError)) {
    throw failure;
  }
}
