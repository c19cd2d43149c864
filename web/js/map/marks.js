/** Marks of a page's own over its map: one for each of a list's entries, so that list and map always show the same. */
import { OverlayCanvas } from './overlay-canvas.js';

const RADIUS = { far: 4.5, near: 7, chosen: 11 };
const NEAR_ZOOM = 15;
const REACH = 12;

export class Marks {
  #items = [];
  #chosen = null;

  /** @param look `() => { ground }`, the colour of the rim around each mark */
  constructor(look) {
    this.look = look;
    this.layer = new OverlayCanvas((context, map) => this.#draw(context, map), { pane: 'marks', live: true });
  }

  addTo(map) {
    this.map = map;
    this.layer.addTo(map);
  }

  /** @param items `[{ id, lon, lat, colour, isFaint }]`, those that lie on top last */
  show(items) {
    this.#items = items;
    this.layer.redraw();
  }

  /** Makes one larger; `null` for none. */
  choose(id) {
    this.#chosen = id;
    this.layer.redraw();
  }

  redraw() {
    this.layer.redraw();
  }

  /** The mark nearest to a place, when it is within reach of a finger: its id, else `null`. */
  at(latlng) {
    const point = this.map.latLngToContainerPoint(latlng);
    let found = { id: null, distance: REACH };
    for (const { id, lon, lat } of this.#items) {
      const distance = point.distanceTo(this.map.latLngToContainerPoint([lat, lon]));
      found = distance < found.distance ? { id, distance } : found;
    }
    return found.id;
  }

  #draw(context, map) {
    const { ground } = this.look();
    const radius = map.getZoom() < NEAR_ZOOM ? RADIUS.far : RADIUS.near;
    const [others, chosen] = [this.#items.filter(({ id }) => id !== this.#chosen), this.#items.filter(({ id }) => id === this.#chosen)];
    context.strokeStyle = ground;
    context.lineWidth = 1.5;
    others.forEach((item) => disc(context, map, item, radius));
    context.lineWidth = 3;
    chosen.forEach((item) => disc(context, map, { ...item, isFaint: false }, RADIUS.chosen));
  }
}

function disc(context, map, { lon, lat, colour, isFaint }, radius) {
  const { x, y } = map.latLngToContainerPoint([lat, lon]);
  context.globalAlpha = isFaint ? 0.55 : 1;
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.globalAlpha = 1;
}
