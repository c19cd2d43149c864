/** The configured background maps, below everything, as quiet as the theme's style sheet makes them. */
import { TileLayer } from './leaflet.js';

/** @param basemaps `[{ id, url, subdomains, maxZoom }]`, lowest first */
export function createBasemaps(map, basemaps) {
  const layers = basemaps.map(
    ({ url, subdomains, maxZoom }) =>
      new TileLayer(url, { pane: 'basemap', subdomains: subdomains ?? 'abc', maxNativeZoom: maxZoom, maxZoom: 21 }),
  );
  return {
    show(isShown) {
      layers.forEach((layer) => (isShown ? layer.addTo(map) : layer.remove()));
    },
  };
}
