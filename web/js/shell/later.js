/**
 * Modules that a page needs once the map is under way: the head of the page lists them as `<link rel="later">`, which no
 * browser follows, and here they are announced to it, so that they come all at once and not one behind the other.
 */
export function bringLater() {
  document.querySelectorAll('link[rel="later"]').forEach((link) => (link.rel = 'modulepreload'));
}
