/**
 * A chart: ECharts on canvas in the page's colours and letters. Nothing outside this folder knows ECharts.
 *
 * Every chart says in words what it shows, and has the same numbers as a table behind a switch. Tooltips are rich text
 * on the canvas: ECharts' HTML ones would need styles that the content policy forbids.
 */
import { init } from '/lib/echarts.js';
import { button, table } from '../ui/parts.js';
import { el } from '../dom.js';

/**
 * @param title what the chart shows, in words; its accessible name
 * @param height in pixels
 * @param optionOf `(look) => option`, ECharts' option in the colours of `look`, see {@link chartLook}
 * @param columns,rows the same numbers as a table, see `table` in ui/parts.js
 * @param words the language's words
 * @param onpick called with what a bar or point carries as `data.pick` when it is chosen
 * @returns `{ element, update({ optionOf, columns, rows, title }), end() }`
 */
export function createChart({ title, height, optionOf, columns, rows, words, onpick }) {
  const canvas = el('div', { class: 'chart-canvas', role: 'img', 'aria-label': title });
  canvas.style.height = `${height}px`;
  const listed = el('div', { class: 'chart-table', hidden: true });
  const flip = button(words.t('chart.table'), { 'aria-pressed': 'false', onclick: () => turn() });
  flip.className = 'link chart-flip';
  const element = el('figure', { class: 'chart' }, canvas, listed, el('figcaption', {}, flip));
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  let shown = { title, optionOf, columns, rows };
  let chart = null;
  let look = null;
  const sizes = new ResizeObserver(() => draw());
  sizes.observe(canvas);

  function turn() {
    const isTable = listed.hidden;
    listed.hidden = !isTable;
    canvas.hidden = isTable;
    flip.setAttribute('aria-pressed', String(isTable));
    flip.firstChild.textContent = isTable ? words.t('chart.picture') : words.t('chart.table');
    list();
  }

  /** The canvas is made when there is room for it, and follows that room. */
  function draw() {
    if (!canvas.clientWidth) {
      return;
    }
    if (chart) {
      chart.resize();
    } else {
      chart = init(canvas, null, { renderer: 'canvas' });
      chart.on('click', ({ data, seriesName }) => onpick?.(data?.pick ?? seriesName));
      show(true);
    }
  }

  /**
   * A chart that changes does so at once: whoever drags a slider wants what it says, not the way there. It keeps
   * the colours that it began with; a page of other colours makes another chart.
   */
  function show(isNew) {
    if (isNew) {
      look = chartLook();
      chart?.setOption({ animation: !calm, animationDuration: 250, ...base(look), ...shown.optionOf(look) });
    } else {
      const { series, xAxis, yAxis } = shown.optionOf(look);
      chart?.setOption({ animation: false, series, xAxis, yAxis }, { replaceMerge: ['series'] });
    }
    canvas.setAttribute('aria-label', shown.title);
    list();
  }

  /** The table is written when it is to be seen. */
  function list() {
    if (!listed.hidden) {
      listed.replaceChildren(table({ caption: shown.title, columns: shown.columns, rows: shown.rows }));
    }
  }

  return {
    element,
    update(changed) {
      shown = { ...shown, ...changed };
      if (chart) {
        show(false);
      } else {
        list();
      }
    },
    end() {
      sizes.disconnect();
      chart?.dispose();
      chart = null;
    },
  };
}

/** The style sheet's colours and letters, as a canvas needs them. */
export function chartLook() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    soft: token('--ink-soft'),
    faint: token('--ink-faint'),
    line: token('--line'),
    surface: token('--surface'),
    accent: token('--accent'),
    accentSoft: token('--accent-soft'),
    letters: getComputedStyle(document.body).fontFamily,
    size: parseFloat(token('--size-tiny')),
  };
}

function base(look) {
  return {
    textStyle: { fontFamily: look.letters, fontSize: look.size, color: look.soft },
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
  };
}
