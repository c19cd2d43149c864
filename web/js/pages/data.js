/** The data page: every layer that may be taken away. */
import { el } from '../dom.js';
import { documentPage, empty, table } from '../ui/parts.js';

export function mount(shell) {
  const { words, place, layers } = shell;
  const title = words.t('nav.data');
  const file = ({ id }) => el('a', { href: `/data/${id}.geojson` }, 'GeoJSON');
  const list = table({
    caption: title,
    columns: [
      { title: words.t('tabs.layers'), cell: (layer) => el('a', { href: `/ogc/collections/${layer.id}` }, words.title(layer.titles)) },
      { title: '', numeric: true, cell: ({ count }) => words.t('layers.total', { count }) },
      { title: '', cell: file },
    ],
    rows: layers,
  });
  place.append(documentPage(title, null, layers.length ? list : empty(words.t('empty.text'))));
  shell.entitle(title);
  return { end: () => place.replaceChildren() };
}
