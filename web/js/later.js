/**
 * Modules that the head of the page lists as `<link rel="soon">` or `<link rel="later">`, which no browser follows: here they
 * are announced to it, so that they come all at once and not one behind the other, yet not before what matters more.
 *
 * @param rel `soon` for what a page is made of, once the server has been asked for what it shows; `later` for what it needs
 *     when its map is to be seen
 */
export function bring(rel) {
  document.querySelectorAll(`link[rel="${rel}"]`).forEach((link) => (link.rel = 'modulepreload'));
}

/** Once the next frame is to be seen: what is done then holds up nothing that was drawn. */
export function afterPaint() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
