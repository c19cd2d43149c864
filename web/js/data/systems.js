/** Coordinate systems by the names that people know them by. Pure. */
const NAMES = { 4326: 'WGS 84', 4490: 'CGCS2000', 3857: 'Web Mercator' };

/** The systems that a collection names, as EPSG's codes; WGS 84 first, which every file can be in. @param crs the collection's addresses of systems */
export function systemsOf(crs) {
  const codes = (crs ?? []).map((address) => address.match(/\/EPSG\/[^/]+\/(\d+)$/)?.[1]).filter(Boolean);
  return [...new Set(['4326', ...codes])].map((code) => ({ code, name: nameOf(Number(code)) }));
}

/** What a code means: its own name, a 3-degree zone of CGCS2000 (EPSG:4534 to 4554, 75° E to 135° E) or a zone of UTM. */
function nameOf(code) {
  if (code in NAMES) {
    return NAMES[code];
  }
  if (code >= 4534 && code <= 4554) {
    return `CGCS2000 / 3° ${75 + 3 * (code - 4534)}°E`;
  }
  const zone = code % 100;
  return (code >= 32601 && code <= 32660) || (code >= 32701 && code <= 32760) ? `UTM ${zone}${code < 32700 ? 'N' : 'S'}` : `EPSG:${code}`;
}
