/** What was chosen, as a file, as an address, and as a ready command. */
import { el, icon } from '../dom.js';
import { button, choice, tabs } from '../ui/parts.js';
import { commandsFor } from './commands.js';
import { addressWith, queryOf } from './wanted.js';

/**
 * @param record of the dataset; @param systems `[{ code, name }]`
 * @returns `{ element, refresh(wish, count) }`, the wish with typed conditions
 */
export function createExport(words, record, systems, { get, set }) {
  const file = el('a', { class: 'button strong download' });
  const note = el('p', { class: 'quiet' });
  const crsBox = el('div', {});
  const address = copyBox(words, words.t('api.call'));
  const cql = copyBox(words, words.t('api.filter'));
  const commands = el('div', { class: 'commands' });
  const formats = choice({ id: 'pick-format', label: words.t('take.format'), options: record.downloads.map(({ format, titles }) => ({ value: format, title: words.title(titles) })), value: get().format, onchange: (format) => set({ format }) });
  const isOfStaff = new URL(record.api.items).pathname.startsWith('/staff/');
  const element = el(
    'section',
    { class: 'panel export' },
    el('h2', {}, words.t('take.file')),
    isOfStaff && el('p', { class: 'of-staff' }, icon('key'), el('span', {}, words.t('take.staff'))),
    el('div', { class: 'export-line' }, formats, crsBox, file),
    note,
    el('h2', {}, words.t('api.title')),
    el('p', { class: 'quiet' }, words.t('api.text')),
    address.element,
    cql.element,
    commands,
  );
  let tool = 'curl';

  function refresh(wish, count) {
    const download = record.downloads.find(({ format }) => format === wish.format) ?? record.downloads[0];
    const query = queryOf(wish);
    const crs = download.takesCrs && wish.crs !== '4326' ? [['crs', `EPSG:${wish.crs}`]] : [];
    const { pathname, search } = new URL(addressWith(download.url, [...query, ...crs]));
    file.href = pathname + search;
    file.setAttribute('download', '');
    file.replaceChildren(icon('save'), el('span', {}, count === null ? words.t('take.download') : words.t('take.downloadCount', { count })));
    showSystems(download, wish);
    note.textContent = download.takesCrs ? '' : words.t('take.wgs84');
    address.show(addressWith(record.api.items, query));
    const filter = query.find(([name]) => name === 'filter')?.[1] ?? null;
    cql.element.hidden = filter === null;
    cql.show(filter ?? '');
    showCommands({ file: addressWith(record.downloads.find(({ format }) => format === 'geojson').url, query), items: addressWith(record.api.items, query) });
  }

  function showSystems({ takesCrs }, { crs }) {
    crsBox.hidden = !takesCrs;
    crsBox.replaceChildren(choice({ id: 'pick-crs', label: words.t('take.crs'), options: systems.map(({ code, name }) => ({ value: code, title: `${name} (EPSG:${code})` })), value: crs, onchange: (next) => set({ crs: next }) }));
  }

  function showCommands(at) {
    const options = commandsFor(record, at).map(({ tool: id, title, texts }) => {
      const box = copyBox(words, title);
      box.show(words.title(texts));
      return { id: `tool-${id}`, title, panel: box.element };
    });
    const focused = commands.contains(document.activeElement) ? document.activeElement.id : null;
    commands.replaceChildren(tabs({ label: words.t('api.tools'), options, value: `tool-${tool}`, onchange: (id) => (tool = id.slice(5)) }));
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  }

  return { element, refresh };
}

/** Lines to take as they stand, with a button that takes them. */
function copyBox(words, title) {
  const code = el('code', {});
  const copy = button(words.t('api.copy'), {
    class: 'copy',
    'aria-live': 'polite',
    onclick: async () => {
      copy.lastChild.textContent = (await copied(code.textContent)) ? words.t('api.copied') : words.t('api.copyFailed');
    },
  });
  const lines = el('pre', { tabindex: '0', role: 'region', 'aria-label': title }, code);
  return {
    element: el('div', { class: 'copy-box' }, el('p', { class: 'copy-title' }, title), lines, copy),
    show(text) {
      code.textContent = text;
      copy.lastChild.textContent = words.t('api.copy');
    },
  };
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
