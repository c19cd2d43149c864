/** Axes and tooltips in the page's colours and letters: parts of an ECharts option, pure. */

/** A tooltip that is drawn, not written into the page. */
export function tooltip(look, more = {}) {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: look.surface,
    borderColor: look.line,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { color: look.ink, fontFamily: look.letters, fontSize: look.size },
    ...more,
  };
}

/** An axis of names. */
export function namesAxis(look, names, more = {}) {
  return {
    type: 'category',
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.line } },
    axisLabel: { color: look.soft, fontSize: look.size, ...more.axisLabel },
    ...omit(more, 'axisLabel'),
  };
}

/** An axis of numbers, with lines so faint that bars stay in front. */
export function numbersAxis(look, more = {}) {
  return {
    type: 'value',
    splitLine: { lineStyle: { color: look.line } },
    axisLabel: { color: look.faint, fontSize: look.size, hideOverlap: true, ...more.axisLabel },
    ...omit(more, 'axisLabel'),
  };
}

/** What an axis that lies counts, under its middle. */
export function axisTitle(look, name, gap = 28) {
  return { name, nameLocation: 'middle', nameGap: gap, nameTextStyle: { color: look.soft, fontSize: look.size } };
}

function omit(object, name) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
