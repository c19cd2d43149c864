/** Bars: one for each of several things, or stacks by class. */
import { el } from '../dom.js';
import { lyingBars, sayCount, standingBars } from './bar-options.js';
import { createChart } from './chart.js';

/**
 * Bars that lie, longest names and all, one for each thing.
 *
 * @param items `[{ name, value, said, pick, colour, isFaint }]`; `said` is the value as it is written; where `value` is `null` there is no bar
 * @param most the axis' end; unset, that of the data
 */
export function createBars({ title, valueTitle, nameTitle, items, most, format, words, onpick, rowHeight = 30 }) {
  const optionOf = (shown) => (look) => lyingBars(shown, look, { most, format });
  const chart = createChart({
    title,
    height: Math.max(120, items.length * rowHeight + 36),
    optionOf: optionOf(items),
    columns: [
      { title: nameTitle, cell: ({ name, pick }) => (onpick ? el('button', { type: 'button', class: 'link', onclick: () => onpick(pick) }, name) : name) },
      { title: valueTitle, numeric: true, cell: ({ said }) => said },
    ],
    rows: items,
    words,
    onpick,
  });
  return { ...chart, update: (shown) => chart.update({ optionOf: optionOf(shown), rows: shown }) };
}

/**
 * Stacked bars that stand: a histogram by class.
 *
 * @param bins names along the axis
 * @param binTitle,countTitle what the bins are of, and what is counted in them, with units where they have one
 * @param isKeyed whether the chart says itself what its colours mean; @param isEachNamed whether every bin has its name under it, be they many
 * @param classes `[{ id, title, colour, values, isFaint, stack }]`, values by bin, `null` where it is not known; the class' id is what is picked; those of another stack stand beside
 */
export function createStacks({ title, bins, binTitle, countTitle, classes, words, onpick, isKeyed, isEachNamed, height = 260 }) {
  const optionOf = (shown) => (look) => standingBars(shown, look, { binTitle, words, isKeyed, isEachNamed });
  const columnsOf = (shown) => [
    { title: binTitle, cell: (i) => shown.bins[i] },
    ...shown.classes.map(({ title: name, values }) => ({ title: name, numeric: true, cell: (i) => sayCount(values[i], words) })),
  ];
  const first = { bins, countTitle, classes };
  const chart = createChart({ title, height, optionOf: optionOf(first), columns: columnsOf(first), rows: [...bins.keys()], words, onpick });
  return { ...chart, update: (shown) => chart.update({ optionOf: optionOf(shown), columns: columnsOf(shown), rows: [...shown.bins.keys()] }) };
}
