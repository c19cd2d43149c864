/** What stands on the map besides its squares: ground, names, scale, what is drawn and outlined. It comes after them. */
import { degreesAlong, graticule } from './graticule.js';
import { Draft } from './draft.js';
import { inView } from './in-view.js';
import { labels } from './labels.js';
import { Outlines } from './outlines.js';
import { OverlayCanvas } from './overlay-canvas.js';
import { ScaleBar } from './scale-bar.js';

const BARE_AROUND = 24;

/**
 * @param map Leaflet's, which has its view already
 * @param grid the squares
 * @param options those of the map, see atlas-map.js
 */
export function furnish(map, grid, options) {
  const { look, covered, on } = options;
  const isBare = (x, y) => grid.at(map.containerPointToLatLng([x, y]), BARE_AROUND) === null;
  const ground = new OverlayCanvas(graticule(look), { pane: 'ground', live: true });
  const degrees = new OverlayCanvas(degreesAlong(look, isBare), { pane: 'degrees', live: false });
  const names = new OverlayCanvas(labels(grid, look, covered), { pane: 'names', live: false });
  const scaleBar = new ScaleBar({ position: 'bottomright', maxWidth: 120, say: (metres) => look().distance(metres) });
  [names, scaleBar].forEach((part) => part.addTo(map));
  return {
    outlines: new Outlines(map, (code) => on.outlined(code)),
    draft: new Draft(map, { moved: (i, place) => on.moved(i, place) }),
    /** Without a background map the ground has meridians and parallels. */
    showGround: (isShown) => [ground, degrees].forEach((layer) => (isShown ? layer.addTo(map) : layer.remove())),
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
