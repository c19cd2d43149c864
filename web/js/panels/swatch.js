/** Small pictures of how the map draws a class, and of how much of each class is in view. */
const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param rule the layer's drawing rule
 * @param style one of its classes
 * @param geometry the layer's: `polygon`, `line`, `track`, `point`, `any`
 */
export function swatch(rule, style, geometry) {
  const svg = draw('svg', { viewBox: '0 0 16 16', class: 'swatch', 'aria-hidden': 'true' });
  svg.append(shapeOf(rule, style, geometry));
  return svg;
}

function shapeOf(rule, style, geometry) {
  if (rule.boundary) {
    return draw('rect', { x: 2, y: 2, width: 12, height: 12, rx: 2, fill: style.strong, 'fill-opacity': 0.12, stroke: style.edge, 'stroke-width': 1.5, 'stroke-dasharray': '3 2' });
  }
  if (geometry === 'polygon') {
    return draw('rect', { x: 1.5, y: 1.5, width: 13, height: 13, rx: 3, fill: style.fill, stroke: style.edge });
  }
  if (geometry === 'line' || geometry === 'track') {
    return bend(style);
  }
  if (rule.mark === 'diamond') {
    return draw('path', { d: 'M8 1.5 14.5 8 8 14.5 1.5 8Z', fill: style.strong });
  }
  return draw('circle', { cx: 8, cy: 8, r: 5.5, fill: style.strong });
}

/** A bend of the way: a street between its edges, or a row of dots. */
function bend({ line, casing, dotted }) {
  const stroke = (colour, width) =>
    draw('path', { d: 'M2 11 C 6 11 8 5 14 5', fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round', ...(dotted && { 'stroke-dasharray': '0 3.6' }) });
  const picture = draw('g', {});
  picture.append(...(casing ? [stroke(casing, 5.5)] : []), stroke(line, dotted ? 2 : 3.5));
  return picture;
}

/** A bar of the classes in view, each as long as its share. @param parts `[{ colour, count }]` */
export function shareBar(parts) {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const svg = draw('svg', { viewBox: '0 0 100 1', preserveAspectRatio: 'none', class: 'share-bar', 'aria-hidden': 'true' });
  let from = 0;
  for (const { colour, count } of parts.filter((part) => part.count > 0)) {
    const width = (100 * count) / total;
    svg.append(draw('rect', { x: from, y: 0, width, height: 1, fill: colour }));
    from += width;
  }
  return svg;
}

function draw(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
