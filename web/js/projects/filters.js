/** What can be chosen of the projects: each choice with how many there are of it. */
import { el, icon } from '../dom.js';
import { button, choice } from '../ui/parts.js';
import { placeName } from './bits.js';
import { countsBy, COSTS, isChoosy, yearOf } from './wish.js';

/** @returns `{ element, refresh(projects, wish) }`; `onChange(patch)` is called with what the reader changed */
export function createFilters({ words, layer, communities }, onChange, onNear) {
  const search = el('input', { type: 'search', id: 'project-search', placeholder: words.t('projects.search'), 'aria-label': words.t('projects.search'), oninput: ({ target }) => onChange({ wanted: target.value.trim() }) });
  const lists = el('div', { class: 'filter-lists' });
  const count = el('span', { class: 'filter-count' });
  const details = el('details', { class: 'filter-box' }, el('summary', {}, icon('filter'), el('span', {}, words.t('projects.filter')), count), lists);
  details.open = window.matchMedia('(min-width: 960px)').matches;
  const clear = button(words.t('projects.clear'), { class: 'clear', hidden: true, onclick: () => onChange({ wanted: '', kinds: [], stages: [], year: null, area: null, cost: null }) });
  const element = el('div', { class: 'filters', role: 'search' }, el('div', { class: 'search-line' }, icon('search'), search), details, clear);

  function refresh(projects, wish) {
    const focused = lists.contains(document.activeElement) ? document.activeElement.id : null;
    if (document.activeElement !== search) {
      search.value = wish.wanted;
    }
    const chosen = [wish.kinds.length, wish.stages.length, wish.year, wish.area, wish.cost].filter(Boolean).length;
    count.textContent = chosen ? words.number(chosen) : '';
    clear.hidden = !isChoosy(wish);
    lists.replaceChildren(
      codeBoxes('kind', 'kinds', projects, wish),
      codeBoxes('status', 'stages', projects, wish),
      el('div', { class: 'filter-selects' }, years(projects, wish), areas(projects, wish), costs(projects, wish), order(wish)),
    );
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  }

  function codeBoxes(fieldName, facet, projects, wish) {
    const field = layer.fields.find(({ name }) => name === fieldName);
    const counts = countsBy(projects, wish, facet, ({ properties }) => [properties[fieldName]]);
    const shown = field.codes.filter(({ code }) => counts.has(code) || wish[facet].includes(code));
    const toggle = (code, isOn) => onChange({ [facet]: isOn ? [...wish[facet], code] : wish[facet].filter((other) => other !== code) });
    const box = ({ code, titles, colour }) => {
      const dot = el('span', { class: 'dot', 'aria-hidden': 'true' });
      dot.style.backgroundColor = colour ?? '';
      return el(
        'label',
        { class: 'check' },
        el('input', { type: 'checkbox', id: `${facet}-${code}`, checked: wish[facet].includes(code), onchange: ({ target }) => toggle(code, target.checked) }),
        dot,
        el('span', {}, words.title(titles)),
        el('span', { class: 'count' }, words.number(counts.get(code) ?? 0)),
      );
    };
    return el('fieldset', { class: 'checks' }, el('legend', {}, words.title(field.titles)), shown.map(box));
  }

  function years(projects, wish) {
    const counts = countsBy(projects, wish, 'year', (project) => [yearOf(project)].filter(Boolean));
    const known = [...new Set([...counts.keys(), ...(wish.year ? [wish.year] : [])])].sort().reverse();
    return picker('pick-year', words.t('projects.year'), 'year', wish.year, known.map((year) => ({ value: year, title: counted(year, counts.get(year)) })));
  }

  function areas(projects, wish) {
    const counts = countsBy(projects, wish, 'area', ({ properties, parents }) => [properties.community_code, ...parents].filter(Boolean));
    const known = communities().filter(({ id }) => counts.has(id) || id === wish.area);
    const options = known.map((community) => ({ value: community.id, title: counted(placeName(words, community, community.id).text, counts.get(community.id)) }));
    return picker('pick-area', words.t('projects.area'), 'area', wish.area, options);
  }

  function costs(projects, wish) {
    const titles = { '-5000': words.t('cost.under', { most: 5000 }), '5000-10000': words.t('cost.between', { least: 5000, most: 10000 }), '10000-20000': words.t('cost.between', { least: 10000, most: 20000 }), '20000-': words.t('cost.over', { least: 20000 }) };
    return picker('pick-cost', words.t('projects.cost'), 'cost', wish.cost, COSTS.map((range) => ({ value: range, title: titles[range] })));
  }

  function order(wish) {
    const titles = { recent: words.t('sort.recent'), near: words.t('sort.near'), cost: words.t('sort.cost'), cheap: words.t('sort.cheap'), name: words.t('sort.name') };
    const options = Object.entries(titles).map(([value, title]) => ({ value, title }));
    return choice({ id: 'pick-sort', label: words.t('projects.sort'), options, value: wish.sort, onchange: (sort) => (sort === 'near' ? onNear() : onChange({ sort })) });
  }

  function counted(title, count = 0) {
    return `${title} (${words.number(count)})`;
  }

  function picker(id, label, name, value, options) {
    return choice({ id, label, options: [{ value: '', title: words.t('projects.any') }, ...options], value: value ?? '', onchange: (chosen) => onChange({ [name]: chosen || null }) });
  }

  return { element, refresh };
}
