/** Exactly what is shown, to take away: the layers of the answer with its parameters, and the answer itself. */
import { fetchFile } from '../api/analyses.js';
import { el } from '../dom.js';
import { openDialog } from '../ui/dialog.js';
import { button } from '../ui/parts.js';

const FORMATS = ['geojson', 'csv', 'xlsx', 'gpkg', 'fgb', 'shp.zip'];

export function openExport({ words, store, shell }) {
  const { finding } = store.get();
  const said = el('p', { class: 'trouble', role: 'alert' });
  const item = ({ id, titles, geojson }) => el('li', {}, el('span', {}, words.title(titles)), el('span', { class: 'panel-actions' }, FORMATS.map((format) => file(`${id}.${format}`, geojson.replace('.geojson', `.${format}`), format.toUpperCase()))));
  const dialog = el(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'export-title' },
    el('h2', { id: 'export-title' }, words.t('coverage.export')),
    el('p', { class: 'quiet' }, finding ? words.t('coverage.exportText', { moment: words.instant(finding.asOf) }) : words.t('coverage.noAnswer')),
    el('ul', { class: 'export-list' }, (finding?.layers ?? []).map(item), finding && el('li', {}, el('span', {}, words.t('coverage.answer')), file(`${finding.analysis}.json`, finding.self, 'JSON'))),
    said,
    el('div', { class: 'door-actions' }, button(words.t('coverage.close'), { isStrong: true, onclick: () => dialog.close() })),
  );

  /** What is for staff alone has to be asked for as staff; the public's address is a link like any other. */
  function file(name, href, title) {
    return shell.access.isStaff() ? button(title, { onclick: () => save(name, href) }) : el('a', { class: 'button', href, download: name }, title);
  }

  async function save(name, href) {
    said.textContent = '';
    try {
      const address = URL.createObjectURL(await fetchFile(href));
      el('a', { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (failure) {
      said.textContent = failure.said ?? words.t('coverage.noAnswer');
    }
  }

  openDialog(dialog);
}
