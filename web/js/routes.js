/**
 * The portal's pages by the path of their address, and back:
 *
 * | path                  | page     | code                   |
 * |-----------------------|----------|------------------------|
 * | `/`                   | map      |                        |
 * | `/coverage`           | coverage |                        |
 * | `/projects`           | projects |                        |
 * | `/projects/{code}`    | projects | the code of a project  |
 * | `/data`               | data     |                        |
 * | `/data/{layer}`       | data     | the id of a layer      |
 * | `/accounts`           | accounts |                        |
 *
 * What a page shows stands after the # (see hash.js), so that a place's address never depends on the server.
 */
export const PAGES = ['map', 'coverage', 'projects', 'data', 'accounts'];

/** Those that are for everybody, as the way from page to page lists them. */
export const OPEN_PAGES = PAGES.filter((page) => page !== 'accounts');

const WITH_CODE = new Set(['projects', 'data']);
/** `/data/{layer}.csv` is a file, no page. */
const LAYER_ID = /^[a-z][a-z0-9_]*$/;

/** `{ page, code }`, the code `null` where the page has none; `null` for a path that is no page of the portal. */
export function routeOf(path) {
  if (path === '/' || path === '/index.html') {
    return { page: 'map', code: null };
  }
  const [, page, code = null, ...more] = path.replace(/\/$/, '').split('/');
  if (!PAGES.includes(page) || page === 'map' || more.length > 0) {
    return null;
  }
  return code === null ? { page, code } : withCode(page, code);
}

function withCode(page, written) {
  const code = decode(written);
  const isKnown = WITH_CODE.has(page) && code && (page !== 'data' || LAYER_ID.test(code));
  return isKnown ? { page, code } : null;
}

/** The path of a route. */
export function pathOf({ page, code }) {
  const start = page === 'map' ? '/' : `/${page}`;
  return code ? `${start}/${encodeURIComponent(code)}` : start;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
