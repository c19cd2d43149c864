/** What would be if: a patrol, a green space or a project is drawn on the map, and numbers and colours follow. Nothing is kept. */
import { fetchWhatIf } from '../api/analyses.js';
import { el, icon, refill } from '../dom.js';
import { button, skeleton, timeField, trouble } from '../ui/parts.js';
import { changedMetrics, changesOf, lengthMetres, TOOLS } from './changes.js';
import { LENS, questionOf, tendency } from './lenses.js';
import { sayDifference, sayValue } from './numbers.js';

const PAUSE_MS = 200;
const MOST_NUMBERS = 6;
const SIGNS = { 1: 'better', '-1': 'worse', 0: 'same' };

export function createWhatIf(page) {
  const { store, words, actions, watch } = page;
  const answer = el('div', { class: 'what-if-answer', 'aria-live': 'polite' });
  const element = el('div', { class: 'what-if' });
  let timer = null;
  let asking = null;

  function refresh() {
    const isAtIt = element.contains(document.activeElement);
    refill(element, ...contents());
    if (isAtIt && !element.contains(document.activeElement)) {
      element.querySelector('.tool-list button')?.focus({ preventScroll: true });
    }
  }

  function contents() {
    const { drawing, isStaff } = store.get();
    if (!isStaff) {
      return [el('p', { class: 'quiet' }, words.t('coverage.staffOnly'))];
    }
    return drawing ? drawingPanel(drawing) : [el('p', { class: 'quiet' }, words.t('whatif.lead')), el('div', { class: 'tool-list' }, tools())];
  }

  function tools() {
    const titles = { patrol: [words.t('whatif.patrol'), 'pen'], green: [words.t('whatif.green'), 'leaf'], project: [words.t('whatif.project'), 'plus'] };
    return Object.keys(TOOLS).map((tool) => button(titles[tool][0], { drawing: titles[tool][1], 'data-tool': tool, onclick: () => actions.draw(tool) }));
  }

  function drawingPanel(drawing) {
    const hints = { patrol: words.t('whatif.patrolHint'), green: words.t('whatif.greenHint'), project: words.t('whatif.projectHint') };
    return [
      el('p', {}, hints[drawing.tool]),
      el('p', { class: 'quiet' }, words.t('whatif.keys')),
      fields(drawing),
      el(
        'div',
        { class: 'tool-list' },
        button(words.t('whatif.addMiddle'), { drawing: 'plus', 'data-key': 'add', class: 'add-point', onclick: () => actions.addPoint(null) }),
        button(words.t('whatif.undo'), { drawing: 'undo', 'data-key': 'undo', disabled: drawing.points.length === 0, onclick: () => actions.dropPoint(drawing.points.length - 1) }),
        button(words.t('whatif.end'), { drawing: 'close', 'data-key': 'end', onclick: () => actions.draw(null) }),
      ),
      points(drawing),
      answer,
    ];
  }

  /** What is typed here changes the drawing and nothing else: the panel is not made anew under the reader's hands. */
  function fields({ tool, startsAt, kmPerHour, squareMetres, cost }) {
    const field = (label, properties, change) => el('label', { class: 'field' }, el('span', {}, label), el('input', { ...properties, 'data-key': properties.name, onchange: ({ target }) => target.value !== '' && actions.redraw(change(target.value)) }));
    const start = (at) => {
      const change = ({ target }) => target.value !== '' && actions.redraw({ startsAt: new Date(target.value).toISOString().replace('.000Z', 'Z') });
      return timeField(words, words.t('whatif.start'), { type: 'datetime-local', value: localOf(at), name: 'starts', 'data-key': 'starts', onchange: change });
    };
    const byTool = {
      patrol: () => [
        start(startsAt),
        field(words.t('whatif.speed'), { type: 'number', min: 0.5, max: 30, step: 0.5, value: kmPerHour, name: 'speed' }, (value) => ({ kmPerHour: Number(value) })),
      ],
      green: () => [field(words.t('whatif.area'), { type: 'number', min: 100, max: 1000000, step: 100, value: squareMetres, name: 'area' }, (value) => ({ squareMetres: Number(value) }))],
      project: () => [field(words.t('whatif.cost'), { type: 'number', min: 0, step: 100, value: cost, name: 'cost' }, (value) => ({ cost: Number(value) }))],
    };
    return el('div', { class: 'fields' }, byTool[tool]());
  }

  /** The places drawn so far, to be put elsewhere or taken away one by one: what dragging does, without dragging. */
  function points({ tool, points: places }) {
    if (places.length === 0) {
      return el('p', { class: 'quiet' }, words.t('whatif.none'));
    }
    const deed = (drawing, key, title, onclick) => el('button', { type: 'button', class: 'icon-button', 'data-key': key, 'aria-label': title, title, onclick }, icon(drawing));
    const item = ([lon, lat], i) =>
      el(
        'li',
        {},
        el('span', {}, `${i + 1}  ${lat.toFixed(5)}, ${lon.toFixed(5)}`),
        deed('target', `to-middle-${i}`, words.t('whatif.toMiddle', { number: i + 1 }), () => actions.movePoint(i, null)),
        deed('bin', `point-${i}`, words.t('whatif.remove', { number: i + 1 }), () => actions.dropPoint(i)),
      );
    return el(
      'div',
      {},
      TOOLS[tool].isLine && places.length > 1 && el('p', { class: 'quiet' }, words.t('whatif.length', { length: words.distance(Math.round(lengthMetres(places))) })),
      el('ol', { class: 'point-list' }, places.map(item)),
    );
  }

  /** Asks when the hand rests; what was asked before is given up. */
  function askSoon() {
    clearTimeout(timer);
    asking?.abort();
    const { drawing } = store.get();
    const features = drawing ? changesOf({ ...drawing, asOf: page.moment() }) : [];
    if (features.length === 0) {
      answer.replaceChildren();
      store.set({ supposed: null });
      return;
    }
    timer = setTimeout(() => ask(drawing.tool, features), PAUSE_MS);
  }

  async function ask(tool, features) {
    asking = new AbortController();
    const { signal } = asking;
    if (answer.childElementCount === 0) {
      answer.replaceChildren(skeleton(words.t('page.loading')));
    }
    try {
      const supposed = await fetchWhatIf(TOOLS[tool].analysis, parametersOf(tool), features, signal);
      if (!signal.aborted) {
        answer.replaceChildren(...told(supposed, TOOLS[tool]));
        store.set({ supposed: { ...supposed, tool } });
      }
    } catch (failure) {
      if (!signal.aborted) {
        answer.replaceChildren(trouble(failure.said ?? words.t('coverage.noAnswer'), button(words.t('down.retry'), { onclick: () => ask(tool, features) })));
      }
    }
  }

  function parametersOf(tool) {
    const { lens } = TOOLS[tool];
    return lens === null ? { asOf: page.moment() } : { ...questionOf(store.get()).parameters, asOf: page.moment() };
  }

  function told(supposed, tool) {
    const { headline } = LENS[store.get().lens];
    const changed = changedMetrics(supposed, tool).sort((a, b) => orderIn(headline, a.id) - orderIn(headline, b.id));
    const layer = supposed.changed.find(({ by }) => by === 'class');
    if (changed.length === 0) {
      return [el('p', {}, words.t('whatif.nothing'))];
    }
    const row = ({ id, titles, unit, before, after, difference }) =>
      el(
        'div',
        { 'data-metric': id },
        el('dt', {}, words.title(titles)),
        el('dd', {}, `${sayValue(before, unit, words)} → `, el('strong', {}, sayValue(after, unit, words)), ' ', el('span', { class: `change ${SIGNS[tendency(id, difference)]}` }, sayDifference(difference, unit, words))),
      );
    return [
      el('h3', {}, words.t('whatif.then')),
      el('dl', { class: 'facts' }, changed.slice(0, MOST_NUMBERS).map(row)),
      layer && el('p', { class: 'quiet' }, words.t('whatif.changed', { count: layer.count })),
    ].filter(Boolean);
  }

  watch(({ drawing, isStaff }) => [Boolean(drawing), drawing?.tool ?? null, drawing?.points ?? null, isStaff], refresh);
  watch((state) => state.drawing, askSoon);
  watch(({ asOf, duty, windowDays, reachMetres, leastArea, mode }) => [asOf, duty, windowDays, reachMetres, leastArea, mode], askSoon);
  refresh();
  askSoon();
  return {
    element,
    end() {
      clearTimeout(timer);
      asking?.abort();
    },
  };
}

/** The numbers that the page begins with come first, as they do there. */
function orderIn(headline, id) {
  return headline.includes(id) ? headline.indexOf(id) : headline.length;
}

/** An instant as a field of the browser takes it, in the reader's own time. */
function localOf(iso) {
  const at = new Date(iso);
  const two = (number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
