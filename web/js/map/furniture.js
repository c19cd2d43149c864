/** What is on the map besides its squares: ground, names, scale, what is pointed at, drawn and outlined. It comes after them. */
import { createBasemaps } from './basemap.js';
import { degreesAlong, graticule } from './graticule.js';
import { Draft } from './draft.js';
import { inView } from './in-view.js';
import { labels } from './labels.js';
import { Outlines } from './outlines.js';
import { OverlayCanvas } from './overlay-canvas.js';
import { Pointing } from './pointing.js';
import { ScaleBar } from './scale-bar.js';
import { Swipe } from './swipe.js';

const BARE_AROUND = 24;

/**
 * @param map Leaflet's, which has its view already
 * @param grid the squares
 * @param options those of the map, see atlas-map.js
 */
export function furnish(map, grid, options) {
  const { look, covered, on } = options;
  const pointing = new Pointing(map, grid, look);
  const isBare = (x, y) => pointing.at(map.containerPointToLatLng([x, y]), BARE_AROUND) === null;
  const basemaps = createBasemaps(map, options.basemaps);
  const ground = new OverlayCanvas(graticule(look), { pane: 'ground', live: true });
  const degrees = new OverlayCanvas(degreesAlong(look, isBare), { pane: 'degrees', live: false });
  const names = new OverlayCanvas(labels(grid, look, covered), { pane: 'names', live: false });
  const scaleBar = new ScaleBar({ position: 'bottomright', maxWidth: 120, say: (metres) => look().distance(metres) });
  [names, scaleBar].forEach((part) => part.addTo(map));
  return {
    outlines: new Outlines(map, (code) => on.outlined(code)),
    draft: new Draft(map, { moved: (i, place) => on.moved(i, place) }),
    pointing,
    swipe: new Swipe(map, map.getPane('now'), map.getPane('then')),
    /** The background map, without which the ground has meridians and parallels. */
    showGround(isOnBasemap) {
      basemaps.show(isOnBasemap);
      [ground, degrees].forEach((layer) => (isOnBasemap ? layer.remove() : layer.addTo(map)));
    },
    /** Names and numbers, of what has come to rest. */
    write() {
      names.redraw();
      degrees.redraw();
    },
    redraw() {
      [ground, degrees, names].forEach((layer) => layer.redraw());
      scaleBar.renew();
    },
    inView,
  };
}
