/** Meridians and parallels, faint, with their degrees along the edges: where there is no basemap, the ground still has a measure. */
const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002];
const LEAST_PIXELS = 150;
/** The corner of the view that belongs to the controls: no degrees are written there. */
const CORNER = { wide: 150, high: 200 };

/** The step in degrees whose lines lie at least 150 pixels apart. */
export function stepFor(degreesPerPixel) {
  return STEPS.findLast((step) => step / degreesPerPixel >= LEAST_PIXELS) ?? STEPS[0];
}

/** The multiples of a step between two numbers, both included. */
export function multiples(from, to, step) {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toFixed(6)));
}

/** @param look `() => { line, text, font }` */
export function graticule(look) {
  return (context, map, size) => {
    const { line, text, font } = look();
    const bounds = map.getBounds();
    const step = stepFor((bounds.getEast() - bounds.getWest()) / size.x);
    Object.assign(context, { strokeStyle: line, fillStyle: text, lineWidth: 1, font });
    for (const lon of multiples(bounds.getWest(), bounds.getEast(), step)) {
      const x = Math.round(map.latLngToContainerPoint([bounds.getCenter().lat, lon]).x) + 0.5;
      strokeLine(context, x, 0, x, size.y);
      if (x < size.x - CORNER.wide) {
        writeDegrees(context, lon, x + 4, size.y - 8, 'left');
      }
    }
    for (const lat of multiples(Math.max(-85, bounds.getSouth()), Math.min(85, bounds.getNorth()), step)) {
      const y = Math.round(map.latLngToContainerPoint([lat, bounds.getCenter().lng]).y) + 0.5;
      strokeLine(context, 0, y, size.x, y);
      if (y < size.y - CORNER.high) {
        writeDegrees(context, lat, size.x - 6, y - 5, 'right');
      }
    }
  };
}

function strokeLine(context, x1, y1, x2, y2) {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

function writeDegrees(context, degrees, x, y, align) {
  context.textAlign = align;
  context.fillText(`${degrees}°`, x, y);
}
