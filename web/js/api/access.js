/**
 * Who is asking. Staff see more, at addresses of their own under `/staff`; everything else of a page asks here which
 * address is theirs, and never knows how one becomes staff.
 */
import { ApiError, bear, getJson, onUnauthorized } from './http.js';

const KEY = 'linli-staff';
const UNAUTHORIZED = 401;
/** Any address of staff, to try what was entered. */
const TRIAL = '/staff/api/analyses';

/**
 * @param storage the session's storage, which may throw when asked for
 * @returns a promise of `{ isStaff(), path(address), enter(token), leave(), onLeft(listener), credential() }`
 */
export async function createAccess(storage) {
  const leavers = new Set();
  let token = recall(storage);
  bear(token);
  onUnauthorized(() => leave());

  if (token) {
    await tryIt().catch(() => undefined);
  }

  function leave() {
    const wasStaff = token !== null;
    token = null;
    bear(null);
    remember(storage, null);
    if (wasStaff) {
      leavers.forEach((listener) => listener());
    }
  }

  return {
    isStaff: () => token !== null,
    /** An address of the API as this reader may ask for it. */
    path: (address) => (token === null ? address : `/staff${address}`),
    /** @returns whether the token is one; @throws {ApiError} when the server could not be asked */
    async enter(tried) {
      bear(tried);
      try {
        await tryIt();
      } catch (failure) {
        bear(null);
        if (failure instanceof ApiError && failure.status === UNAUTHORIZED) {
          return false;
        }
        throw failure;
      }
      token = tried;
      remember(storage, tried);
      return true;
    },
    leave,
    /** Hears when a session ends, by choice or because the server no longer knows it. */
    onLeft: (listener) => leavers.add(listener),
    /** What a worker has to bear to ask for the same. */
    credential: () => token,
  };
}

function tryIt() {
  return getJson(TRIAL);
}

function recall(storage) {
  try {
    return storage().getItem(KEY);
  } catch {
    return null;
  }
}

function remember(storage, token) {
  try {
    if (token === null) {
      storage().removeItem(KEY);
    } else {
      storage().setItem(KEY, token);
    }
  } catch {
    // Storage is blocked: the session lasts as long as the page.
  }
}
