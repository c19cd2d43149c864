/** Bars: one for each of several things, or stacks by class. */
import { el } from '../dom.js';
import { createChart, namesAxis, numbersAxis, tooltip } from './chart.js';

/**
 * Bars that lie, longest names and all, one for each thing.
 *
 * @param items `[{ name, value, said, pick, isStrong }]`; `said` is the value as it is written, `value` may be `null`
 * @param most the axis' end; unset, that of the data
 */
export function createBars({ title, valueTitle, nameTitle, items, most, format, words, onpick, rowHeight = 30 }) {
  const optionOf = (shown) => (look) => ({
    tooltip: tooltip(look, { formatter: ({ data }) => `${data.name}  ${data.said}` }),
    xAxis: numbersAxis(look, { max: most ?? null, minInterval: 1, axisLabel: { formatter: format } }),
    yAxis: namesAxis(look, shown.map(({ name }) => name), { inverse: true, axisLabel: { width: 120, overflow: 'truncate' } }),
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        data: shown.map((item) => ({
          ...item,
          value: item.value ?? 0,
          itemStyle: { color: item.colour ?? look.accent, opacity: item.isFaint ? 0.3 : 1, borderRadius: [0, 3, 3, 0] },
        })),
        label: { show: true, position: 'right', color: look.ink, fontSize: look.size, formatter: ({ data }) => data.said },
      },
    ],
    grid: { left: 8, right: 56, top: 4, bottom: 4, containLabel: true },
  });
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
 * @param classes `[{ id, title, colour, values, isFaint, stack }]`, values by bin; the class' id is what is picked; those of another stack stand beside
 */
export function createStacks({ title, bins, binTitle, classes, words, onpick, height = 220 }) {
  const optionOf = (shown) => (look) => ({
    tooltip: tooltip(look, { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (parts) => toldBin(parts, words) }),
    xAxis: namesAxis(look, shown.bins, { axisLabel: { interval: 'auto' } }),
    yAxis: numbersAxis(look, { minInterval: 1 }),
    series: shown.classes.map(({ id, title: name, colour, values, isFaint, stack }) => ({
      type: 'bar',
      name,
      stack: stack ?? 'all',
      barCategoryGap: '18%',
      itemStyle: { color: colour, opacity: isFaint ? 0.25 : 1 },
      data: values.map((value) => ({ value, pick: id })),
    })),
  });
  const columnsOf = (shown) => [
    { title: binTitle, cell: (i) => shown.bins[i] },
    ...shown.classes.map(({ title: name, values }) => ({ title: name, numeric: true, cell: (i) => words.number(values[i] ?? 0) })),
  ];
  const first = { bins, classes };
  const chart = createChart({ title, height, optionOf: optionOf(first), columns: columnsOf(first), rows: [...bins.keys()], words, onpick });
  return { ...chart, update: (shown) => chart.update({ optionOf: optionOf(shown), columns: columnsOf(shown), rows: [...shown.bins.keys()] }) };
}

function toldBin(parts, words) {
  const told = parts.filter(({ value }) => value > 0).map(({ seriesName, value }) => `${seriesName}  ${words.number(value)}`);
  return [parts[0]?.name, ...told].join('\n');
}
