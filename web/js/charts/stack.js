/** One whole and its parts, as one bar that lies. */
import { tooltip } from './axes.js';
import { createChart } from './chart.js';

/**
 * @param parts `[{ name, value, said, colour }]`; `said` is the value as it is written
 */
export function createStack({ title, parts, words, nameTitle, valueTitle, height = 44 }) {
  const optionOf = (look) => ({
    grid: { left: 0, right: 0, top: 6, bottom: 6, containLabel: false },
    tooltip: tooltip(look, { formatter: ({ seriesName, data }) => `${seriesName}  ${data.said}` }),
    xAxis: { type: 'value', show: false, max: 'dataMax' },
    yAxis: { type: 'category', show: false, data: [''] },
    series: parts.map(({ name, value, said, colour }, i) => ({
      type: 'bar',
      name,
      stack: 'whole',
      barWidth: 26,
      data: [{ value, said }],
      itemStyle: { color: colour, borderColor: look.surface, borderWidth: 1, borderRadius: corners(i, parts.length) },
    })),
  });
  return createChart({
    title,
    height,
    optionOf,
    columns: [
      { title: nameTitle, cell: ({ name }) => name },
      { title: valueTitle, numeric: true, cell: ({ said }) => said },
    ],
    rows: parts,
    words,
  });
}

function corners(i, count) {
  const [first, last] = [i === 0 ? 5 : 0, i === count - 1 ? 5 : 0];
  return [first, last, last, first];
}
