/** The page's one way to ask the server for JSON. */

/** What the server, or the way to it, answered instead. `status` is 0 when there was no answer. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }

  /** Whether asking again later may help. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const PATIENCE_MS = 20_000;

/**
 * @throws {ApiError} when there is no answer, or not a good one
 * @throws {DOMException} named AbortError when the caller gave up
 */
export async function getJson(path, signal) {
  const response = await ask(path, { Accept: 'application/json, application/geo+json' }, signal);
  try {
    return await response.json();
  } catch (unreadable) {
    throw withoutAnswer(unreadable, path);
  }
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

async function ask(path, headers, signal) {
  const patience = patienceWith(signal);
  try {
    const response = await fetch(path, { headers, signal: patience.signal, credentials: 'same-origin' });
    if (!response.ok) {
      throw new ApiError(response.status, `${path} answered ${response.status}`);
    }
    return response;
  } catch (failure) {
    throw withoutAnswer(patience.isOver() ? new Error('no answer in time') : failure, path);
  } finally {
    patience.end();
  }
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
