/** The outline of an area, as a request can carry it. Pure. */
const MOST_CORNERS = 120;

/** The outer ring of the largest part, open, with so many corners at most; `null` for what is no area. */
export function outlineOf(geometry) {
  const parts = { Polygon: [geometry?.coordinates], MultiPolygon: geometry?.coordinates }[geometry?.type];
  const rings = (parts ?? []).map(([outer]) => outer);
  if (rings.length === 0) {
    return null;
  }
  const largest = rings.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
  const open = largest.slice(0, -1);
  const step = Math.ceil(open.length / MOST_CORNERS);
  return open.filter((_, i) => i % step === 0).map(([lon, lat]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]);
}

function areaOf(ring) {
  return Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0) / 2);
}
