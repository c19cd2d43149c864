/** Where a map begins when its address does not say. */
const EVERYWHERE = [73, 18, 135, 53];

/** The portal's first place, else all that its layers cover, else China: `[west, south, east, north]`. */
export function homeOf(portal, layers) {
  return portal.places?.[0]?.bbox ?? boundsOf(layers) ?? EVERYWHERE;
}

function boundsOf(layers) {
  const boxes = layers.map(({ bbox }) => bbox).filter(Boolean);
  const edge = (at, most) => most(...boxes.map((box) => box[at]));
  return boxes.length === 0 ? null : [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}
