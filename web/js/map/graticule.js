/** Meridians and parallels, faint, with their degrees along the edges: where there is no basemap, the ground still has a measure. */
const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002];
const LEAST_PIXELS = 150;
/** A narrower view has no margin to spare. */
const LEAST_WIDTH = 720;
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

/** The lines, to lie under everything. @param look `() => { line }` */
export function graticule(look) {
  return (context, map, size) => {
    Object.assign(context, { strokeStyle: look().line, lineWidth: 1 });
    const { meridians, parallels } = linesOf(map, size);
    meridians.forEach(({ x }) => strokeLine(context, x, 0, x, size.y));
    parallels.forEach(({ y }) => strokeLine(context, 0, y, size.x, y));
  };
}

/**
 * Their degrees along the edges, where the ground is bare and the view has room for them.
 *
 * @param look `() => { text, font }`
 * @param isBare `(x, y)`, in pixels of the view
 */
export function degreesAlong(look, isBare) {
  return (context, map, size) => {
    if (size.x < LEAST_WIDTH) {
      return;
    }
    const { text, font } = look();
    Object.assign(context, { fillStyle: text, font });
    const { meridians, parallels } = linesOf(map, size);
    meridians.filter(({ x }) => x < size.x - CORNER.wide && isBare(x + 20, size.y - 10)).forEach(({ degrees, x }) => writeDegrees(context, degrees, x + 4, size.y - 8, 'left'));
    parallels.filter(({ y }) => y < size.y - CORNER.high && isBare(size.x - 24, y - 8)).forEach(({ degrees, y }) => writeDegrees(context, degrees, size.x - 6, y - 5, 'right'));
  };
}

function linesOf(map, size) {
  const bounds = map.getBounds();
  const step = stepFor((bounds.getEast() - bounds.getWest()) / size.x);
  const { lat, lng } = bounds.getCenter();
  const crisp = (pixel) => Math.round(pixel) + 0.5;
  return {
    meridians: multiples(bounds.getWest(), bounds.getEast(), step).map((degrees) => ({ degrees, x: crisp(map.latLngToContainerPoint([lat, degrees]).x) })),
    parallels: multiples(Math.max(-85, bounds.getSouth()), Math.min(85, bounds.getNorth()), step).map((degrees) => ({ degrees, y: crisp(map.latLngToContainerPoint([degrees, lng]).y) })),
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
