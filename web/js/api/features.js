/** Features of a layer, page by page or one by one. */
import { getJson } from './http.js';

/**
 * The pages of a collection, each fetched when it is asked for: `{ features, numberMatched, numberReturned }`.
 *
 * @param address of the first, with its query
 */
export async function* pagesOf(address, signal) {
  for (let next = address; next; ) {
    const page = await getJson(next, signal);
    yield page;
    next = nextOf(page);
  }
}

/** The way on stands with the server's own host; the page asks where it came from. */
function nextOf({ links }) {
  const href = links?.find(({ rel }) => rel === 'next')?.href;
  if (!href) {
    return null;
  }
  const { pathname, search } = new URL(href, 'http://portal');
  return pathname + search;
}

/** All features of a collection, `most` at most. */
export async function fetchAll(address, signal, most = 20_000) {
  const features = [];
  for await (const page of pagesOf(address, signal)) {
    features.push(...page.features);
    if (features.length >= most) {
      break;
    }
  }
  return features;
}

/** A page of a collection as it stands. */
export function fetchPage(address, signal) {
  return getJson(address, signal);
}
