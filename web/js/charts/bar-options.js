/** What ECharts is asked to draw for bars, pure; each series has an id by which it is known again when the chart changes. What is not known is no bar, and is said: it must not look like nothing of it. */
import { axisTitle, namesAxis, numbersAxis, tooltip } from './axes.js';

/**
 * Bars that lie. Where a value is `null`, a second series has the words for that, in place of a bar.
 *
 * @param items `[{ name, value, said, colour, isFaint }]`
 */
export function lyingBars(items, look, { most, format }) {
  return {
    tooltip: tooltip(look, { formatter: ({ data }) => `${data.name}  ${data.said}` }),
    xAxis: numbersAxis(look, { max: most ?? null, minInterval: 1, axisLabel: { formatter: format } }),
    yAxis: namesAxis(look, items.map(({ name }) => name), { inverse: true, axisLabel: { width: 120, overflow: 'truncate' } }),
    series: [
      { ...bars('known', look.ink, look), data: items.map((item) => ({ ...item, itemStyle: styleOf(item, look) })) },
      { ...bars('unknown', look.soft, look), barGap: '-100%', data: items.map((item) => (item.value === null ? { ...item, value: 0 } : { value: null })) },
    ],
    grid: { left: 8, right: 56, top: 4, bottom: 4, containLabel: true },
  };
}

function bars(id, ink, look) {
  return { id, type: 'bar', barMaxWidth: 16, label: { show: true, position: 'right', color: ink, fontSize: look.size, formatter: ({ data }) => data.said } };
}

function styleOf({ colour, isFaint }, look) {
  return { color: colour ?? look.accent, opacity: isFaint ? 0.3 : 1, borderRadius: [0, 3, 3, 0] };
}

/** Room above bars that stand, for what they count and for the key to their colours. */
const HEAD = 32;

/**
 * Stacked bars that stand, with the name and the unit of what lies along each axis.
 *
 * @param shown `{ bins, classes, countTitle }`, see `createStacks`
 */
export function standingBars({ bins, classes, countTitle }, look, { binTitle, words, isKeyed = false, isEachNamed = false }) {
  const gap = isEachNamed ? 58 : 28;
  return {
    grid: { left: 8, right: 16, top: HEAD, bottom: isEachNamed ? 20 : 24, containLabel: true },
    legend: { show: isKeyed, top: 0, right: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: look.soft, fontSize: look.size } },
    tooltip: tooltip(look, { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (parts) => toldBin(parts, words) }),
    xAxis: namesAxis(look, bins, { axisLabel: isEachNamed ? { interval: 0, rotate: 55 } : { interval: 'auto' }, ...axisTitle(look, binTitle, gap) }),
    yAxis: numbersAxis(look, { minInterval: 1, name: countTitle, nameGap: 12, nameTextStyle: { color: look.soft, fontSize: look.size, align: 'left' } }),
    series: classes.map(({ id, title: name, colour, values, isFaint, stack = 'all' }) => ({
      id: `${stack} ${id}`,
      type: 'bar',
      name,
      stack,
      barCategoryGap: '18%',
      itemStyle: { color: colour, opacity: isFaint ? 0.25 : 1 },
      data: values.map((value) => ({ value, pick: id })),
    })),
  };
}

/** A bin and what is in it: classes that have none of it are passed over, those of which nothing is known are not. */
function toldBin(parts, words) {
  const told = parts.filter(({ data }) => data.value !== 0).map(({ seriesName, data }) => `${seriesName}  ${sayCount(data.value, words)}`);
  return [parts[0]?.name, ...told].join('\n');
}

/** A count, or that there is none to be had. */
export function sayCount(value, words) {
  return value === null ? words.t('chart.none') : words.number(value);
}
