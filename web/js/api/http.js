/** The page's one way to ask the server for JSON. */

/** What the server, or the way to it, answered instead. `status` is 0 when there was no answer; `said` is its own sentence, or `null`. */
export class ApiError extends Error {
  constructor(status, message, said = null) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.said = said;
  }

  /** Whether asking again later may help. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const JSON_TYPES = 'application/json, application/geo+json';
const PATIENCE_MS = 20_000;
const UNAUTHORIZED = 401;
/** At these addresses the server may no longer know the reader. */
const STAFF = '/staff/';

let proof = {};
let refused = () => undefined;

/** From now on, sends along what shows that a request comes from this page: `{ header, token }`. */
export function proveWith({ header, token }) {
  proof = { [header]: token };
}

/** Calls back when the server no longer takes what is borne. */
export function onUnauthorized(listener) {
  refused = listener;
}

/**
 * @throws {ApiError} when there is no answer, or not a good one
 * @throws {DOMException} named AbortError when the caller gave up
 */
export async function getJson(path, signal) {
  const response = await ask(path, { Accept: JSON_TYPES }, signal);
  try {
    return await response.json();
  } catch (unreadable) {
    throw withoutAnswer(unreadable, path);
  }
}

/** Sends JSON and takes JSON. Throws as {@link getJson} does. */
export async function postJson(path, body, signal) {
  const headers = { Accept: JSON_TYPES, 'Content-Type': 'application/json', ...proof };
  const response = await ask(path, headers, signal, { method: 'POST', body: JSON.stringify(body) });
  try {
    return await response.json();
  } catch (unreadable) {
    throw withoutAnswer(unreadable, path);
  }
}

/** Sends the fields of a form and takes JSON. Throws as {@link getJson} does. */
export async function sendForm(path, fields) {
  const headers = { Accept: JSON_TYPES, 'Accept-Language': document.documentElement.lang, ...proof };
  const response = await ask(path, headers, undefined, { method: 'POST', body: new URLSearchParams(fields) });
  try {
    return await response.json();
  } catch (unreadable) {
    throw withoutAnswer(unreadable, path);
  }
}

/** Throws as {@link getJson} does. */
export async function remove(path) {
  await ask(path, { 'Accept-Language': document.documentElement.lang, ...proof }, undefined, { method: 'DELETE' });
}

/** Anything at all, whole, as a file. */
export async function getBlob(path, signal) {
  const response = await ask(path, {}, signal);
  return response.blob();
}

/** @returns {Promise<ArrayBuffer>} empty when the server has nothing there */
export async function getBytes(path, signal) {
  const response = await ask(path, {}, signal);
  try {
    return response.status === 204 ? new ArrayBuffer(0) : await response.arrayBuffer();
  } catch (unreadable) {
    throw withoutAnswer(unreadable, path);
  }
}

async function ask(path, headers, signal, more = {}) {
  const patience = patienceWith(signal);
  try {
    const response = await fetch(path, { ...more, headers, signal: patience.signal, credentials: 'same-origin' });
    if (!response.ok) {
      throw await refusal(response, path);
    }
    return response;
  } catch (failure) {
    throw withoutAnswer(patience.isOver() ? new Error('no answer in time') : failure, path);
  } finally {
    patience.end();
  }
}

/** What was wrong in the server's own words, where it has some (RFC 9457). */
async function refusal(response, path) {
  if (response.status === UNAUTHORIZED && path.startsWith(STAFF)) {
    refused();
  }
  const problem = await response.json().catch(() => ({}));
  const said = typeof problem?.detail === 'string' ? problem.detail : null;
  return new ApiError(response.status, `${path} answered ${response.status}`, said);
}

/** A signal that ends with the caller's, or when patience does. */
function patienceWith(signal) {
  const controller = new AbortController();
  let over = false;
  const timer = setTimeout(() => {
    over = true;
    controller.abort();
  }, PATIENCE_MS);
  const giveUp = () => controller.abort();
  if (signal?.aborted) {
    giveUp();
  }
  signal?.addEventListener('abort', giveUp);
  return {
    signal: controller.signal,
    isOver: () => over,
    end() {
      clearTimeout(timer);
    },
  };
}

function withoutAnswer(failure, path) {
  if (failure instanceof ApiError || failure.name === 'AbortError') {
    return failure;
  }
  return new ApiError(0, `${path} could not be reached: ${failure.message}`);
}
