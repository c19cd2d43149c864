/** Places as boxes: `[west, south, east, north]`. */

/** Where a map begins when its address does not say, and the portal knows no place. */
const EVERYWHERE = [73, 18, 135, 53];

/** Where a map begins: the portal's first place, else all that its layers cover, else China. */
export function homeOf(portal, layers) {
  return portal.places?.[0]?.bbox ?? boundsOf(layers) ?? EVERYWHERE;
}

function boundsOf(layers) {
  const boxes = layers.map(({ bbox }) => bbox).filter(Boolean);
  const edge = (at, most) => most(...boxes.map((box) => box[at]));
  return boxes.length === 0 ? null : [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}

/** That of a GeoJSON geometry; `null` when it has no coordinates. */
export function boxOf(geometry) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (coordinates) => {
    if (typeof coordinates[0] === 'number') {
      const [lon, lat] = coordinates;
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    } else {
      coordinates.forEach(visit);
    }
  };
  const parts = geometry.type === 'GeometryCollection' ? geometry.geometries : [geometry];
  parts.forEach((part) => visit(part.coordinates));
  return box[0] <= box[2] ? box : null;
}
