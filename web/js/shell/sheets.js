/** Style sheets that only some pages need: the first page's stand in the document's head, another's come with it. */

/** In the order in which they build on each other, which is also that of the head: `[sheet, pages]`. */
export const SHEETS = [
  ['/css/coverage.css', ['coverage', 'projects', 'data']],
  ['/css/projects.css', ['projects', 'data']],
  ['/css/datasets.css', ['projects', 'data']],
  ['/css/accounts.css', ['accounts']],
];

/** Brings what a page lacks; done when all of it is there, or can not be had: that is asked for again the next time. */
export function bringSheets(page) {
  return Promise.all(SHEETS.filter(([sheet, pages]) => pages.includes(page) && !linkOf(sheet)).map(([sheet]) => bring(sheet)));
}

function linkOf(sheet) {
  return document.querySelector(`link[rel="stylesheet"][href="${sheet}"]`);
}

function bring(sheet) {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
  link.setAttribute('href', sheet);
  const [next] = SHEETS.slice(SHEETS.findIndex(([each]) => each === sheet) + 1).map(([each]) => linkOf(each)).filter(Boolean);
  return new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', () => done(link.remove()));
    next ? next.before(link) : document.head.append(link);
  });
}
