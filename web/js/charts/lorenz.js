/** How evenly something is shared: the real curve under the straight line of equal shares. */
import { axisTitle, numbersAxis, tooltip } from './axes.js';
import { createChart } from './chart.js';

const EQUAL = [[0, 0], [50, 50], [100, 100]];

/**
 * @param points `[{ key, value }]`: percent of residents, those with the least first, and the share of the thing that falls to them
 */
export function createLorenz({ title, points, words, equalTitle, realTitle, peopleTitle, height = 300 }) {
  const percent = (share) => words.quantity(Math.round(share), '%');
  const places = points.filter(({ value }) => value !== null).map(({ key, value }) => [Number(key), Math.round(value * 1000) / 10]);
  const axis = (look, more) => numbersAxis(look, { min: 0, max: 100, interval: 25, axisLabel: { formatter: percent }, ...more });
  const optionOf = (look) => ({
    grid: { left: 8, right: 24, top: 34, bottom: 30, containLabel: true },
    tooltip: tooltip(look, { trigger: 'axis', formatter: (at) => toldAt(at, { percent, peopleTitle, realTitle }) }),
    xAxis: axis(look, axisTitle(look, peopleTitle)),
    yAxis: axis(look, {}),
    legend: { top: 0, left: 0, textStyle: { color: look.soft, fontSize: look.size }, itemWidth: 18 },
    series: [
      { type: 'line', name: equalTitle, data: EQUAL, symbol: 'none', lineStyle: { color: look.faint, width: 1.5, type: 'dashed' }, itemStyle: { color: look.faint } },
      { type: 'line', name: realTitle, data: places, symbol: 'none', lineStyle: { color: look.accent, width: 3 }, itemStyle: { color: look.accent }, areaStyle: { color: look.accent, opacity: 0.12 } },
    ],
  });
  return createChart({
    title,
    height,
    optionOf,
    columns: [
      { title: peopleTitle, numeric: true, cell: ([people]) => percent(people) },
      { title: realTitle, numeric: true, cell: ([, share]) => percent(share) },
    ],
    rows: places.filter(([people]) => people % 10 === 0),
    words,
  });
}

function toldAt(at, { percent, peopleTitle, realTitle }) {
  const real = at.find(({ seriesName }) => seriesName === realTitle);
  return real ? `${peopleTitle} ${percent(real.data[0])}\n${realTitle} ${percent(real.data[1])}` : '';
}
