/** An area that the reader draws, corner by corner; it takes corners from a pointer, and from the keyboard through the map's middle. */
import { CircleMarker, Polygon, SVG } from './leaflet.js';

const LEAST_CORNERS = 3;

export class AreaTool {
  #corners = [];
  #parts = [];
  #isDrawing = false;

  addTo(map) {
    this.map = map;
    this.renderer = new SVG({ pane: 'chosen', padding: 0.5 });
  }

  /** From now on each corner given belongs to a new area; a double press no longer zooms. */
  begin() {
    this.#corners = [];
    this.resume();
    this.#draw();
  }

  /** Goes on with what was not yet an area. */
  resume() {
    this.#isDrawing = true;
    this.map.doubleClickZoom.disable();
  }

  /** A corner where the pointer pressed, or in the middle of the map. @returns how many there are */
  add(latlng = this.map.getCenter()) {
    const last = this.#corners[this.#corners.length - 1];
    if (!last || last[0] !== latlng.lng || last[1] !== latlng.lat) {
      this.#corners.push([latlng.lng, latlng.lat]);
    }
    this.#draw();
    return this.#corners.length;
  }

  undo() {
    this.#corners.pop();
    this.#draw();
    return this.#corners.length;
  }

  /** The area as `[[lon, lat]]`, open; `null` while it has fewer than three corners, or all of them in a line. */
  end() {
    this.#isDrawing = false;
    this.map.doubleClickZoom.enable();
    return this.#corners.length >= LEAST_CORNERS && enclosed(this.#corners) > 0 ? this.#corners : null;
  }

  /** Shows an area that is there already; `null` takes it away. One that is being drawn is left alone. */
  show(ring) {
    if (this.#isDrawing) {
      return;
    }
    this.#corners = ring ? [...ring] : [];
    this.#draw();
  }

  #draw() {
    this.#parts.forEach((part) => part.remove());
    const places = this.#corners.map(([lon, lat]) => [lat, lon]);
    const style = { renderer: this.renderer, pane: 'chosen', interactive: false };
    this.#parts = [
      ...(places.length > 1 ? [new Polygon(places, { ...style, className: 'drawn-area' })] : []),
      ...places.map((place) => new CircleMarker(place, { ...style, className: 'drawn-corner', radius: 5 })),
    ];
    this.#parts.forEach((part) => part.addTo(this.map));
  }
}

/** How much the corners enclose, in the units of an address, once they are rounded as an address rounds them. */
function enclosed(corners) {
  const [rounded, next] = [corners.map(round), corners.map((_, i) => round(corners[(i + 1) % corners.length]))];
  return Math.abs(rounded.reduce((sum, [x, y], i) => sum + x * next[i][1] - next[i][0] * y, 0) / 2);
}

function round([lon, lat]) {
  return [Math.round(lon * 1e5), Math.round(lat * 1e5)];
}
