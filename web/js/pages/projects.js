/** The projects page: what neighbours have made better. */
import { fetchItems } from '../api/portal.js';
import { el } from '../dom.js';
import { callOf, labelOf, styleFieldOf } from '../panels/describe.js';
import { documentPage, empty, skeleton, table, trouble, button } from '../ui/parts.js';

const LAYER = 'projects';

export function mount(shell) {
  const { words, place } = shell;
  const layer = shell.layers.find(({ id }) => id === LAYER);
  const contents = el('div', {}, layer ? skeleton(words.t('page.loading')) : empty(words.t('empty.title')));
  const title = words.t('nav.projects');
  place.append(documentPage(title, words.title(layer?.description), contents));
  shell.entitle(title);
  const leaving = new AbortController();
  if (layer) {
    load();
  }

  async function load() {
    try {
      const { features } = await fetchItems(LAYER, leaving.signal);
      contents.replaceChildren(list(features));
    } catch {
      if (!leaving.signal.aborted) {
        contents.replaceChildren(trouble(words.t('card.failed'), button(words.t('down.retry'), { onclick: load })));
      }
    }
  }

  function list(features) {
    const field = styleFieldOf(layer);
    const nameOf = ({ properties }) => callOf(layer, (name) => properties[name] ?? null, words);
    const link = (feature) => el('a', { href: `/#v1&feature=${LAYER}/${encodeURIComponent(feature.id)}`, lang: nameOf(feature).language }, nameOf(feature).text);
    return table({
      caption: title,
      columns: [
        { title, cell: link },
        ...(field ? [{ title: words.title(field.titles), cell: ({ properties }) => labelOf(field, properties[field.name], words) }] : []),
      ],
      rows: features,
    });
  }

  return {
    end() {
      leaving.abort();
      place.replaceChildren();
    },
  };
}
