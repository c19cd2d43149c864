/** A trend as one small line, without axes: it says which way, the number beside it says how much. */
const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 120;
const HEIGHT = 32;
const INSET = 3;

/**
 * @param values numbers or `null`, evenly spaced; a line breaks where there is none
 * @param label what the line says, in words
 */
export function sparkline(values, label) {
  const svg = draw('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'spark', role: 'img', 'aria-label': label, preserveAspectRatio: 'none' });
  const path = pathOf(values);
  if (path.line) {
    svg.append(draw('path', { d: path.area, class: 'spark-area' }), draw('path', { d: path.line, class: 'spark-line', 'vector-effect': 'non-scaling-stroke' }));
  }
  return svg;
}

/** `{ line, area }`, as path data; both empty when no two neighbours are known. */
export function pathOf(values) {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (i) => round((i / Math.max(1, values.length - 1)) * WIDTH);
  const y = (value) => round(most === least ? HEIGHT / 2 : HEIGHT - INSET - ((value - least) / (most - least)) * (HEIGHT - 2 * INSET));
  const runs = runsOf(values).filter((run) => run.length > 1);
  const line = runs.map((run) => run.map((i, n) => `${n === 0 ? 'M' : 'L'}${x(i)} ${y(values[i])}`).join('')).join('');
  const area = runs.map((run) => `M${x(run[0])} ${HEIGHT}${run.map((i) => `L${x(i)} ${y(values[i])}`).join('')}L${x(run.at(-1))} ${HEIGHT}Z`).join('');
  return { line, area };
}

/** The places of known values, neighbours together. */
function runsOf(values) {
  const runs = [];
  values.forEach((value, i) => {
    if (value === null) {
      return;
    }
    const last = runs.at(-1);
    if (last && last.at(-1) === i - 1) {
      last.push(i);
    } else {
      runs.push([i]);
    }
  });
  return runs;
}

function round(number) {
  return Math.round(number * 10) / 10;
}

function draw(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
