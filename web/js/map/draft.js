/** What somebody draws on the map: a way of several points, or places with a reach. Points can be dragged, and what hangs on them comes along. */
import { Circle, DivIcon, LayerGroup, Marker, Polyline, SVG } from './leaflet.js';
import { el } from '../dom.js';

export class Draft {
  #group = new LayerGroup();
  #shape = null;
  #lines = [];
  #reaches = [];
  #handles = [];

  /** @param on `{ moved(index, [lon, lat]) }`, called all the while that a point is dragged */
  constructor(map, on) {
    this.on = on;
    this.renderer = new SVG({ pane: 'draft', padding: 0.5 });
    this.#group.addTo(map);
  }

  /**
   * @param points `[[lon, lat]]`
   * @param options `{ radiusMetres, isFixed, numbers, way }`: a reach around each point; points that cannot be moved; a
   *     number on each; the way that leads through them, `[[lon, lat]]`, if it is not straight from one to the next
   */
  show(points, { radiusMetres = null, isFixed = false, numbers = false, way = points } = {}) {
    const places = points.map(latLon);
    const line = radiusMetres === null && way.length > 1 ? way.map(latLon) : [];
    const shape = JSON.stringify([places.length, radiusMetres, isFixed, numbers, line.length > 0]);
    if (shape !== this.#shape) {
      this.#shape = shape;
      this.#make(places, line, { radiusMetres, isFixed, numbers });
    }
    this.#lines.forEach((each) => each.setLatLngs(line));
    [this.#reaches, this.#handles].forEach((marks) => marks.forEach((mark, i) => mark.setLatLng(places[i])));
  }

  /** A hand may hold one of the handles: they are made anew only where the drawing is another. */
  #make(places, line, { radiusMetres, isFixed, numbers }) {
    const style = { renderer: this.renderer, pane: 'draft', interactive: false };
    this.#lines = line.length > 0 ? ['draft-casing', 'draft-line'].map((className) => new Polyline(line, { ...style, className })) : [];
    this.#reaches = radiusMetres === null ? [] : places.map((place) => new Circle(place, { ...style, radius: radiusMetres, className: 'draft-reach' }));
    this.#handles = places.map((place, i) => this.#handle(place, i, isFixed, numbers));
    this.#group.clearLayers();
    [...this.#lines, ...this.#reaches, ...this.#handles].forEach((part) => this.#group.addLayer(part));
  }

  #handle(place, i, isFixed, numbers) {
    const icon = new DivIcon({ className: 'draft-handle', iconSize: [20, 20], html: el('span', {}, numbers ? i + 1 : '') });
    const marker = new Marker(place, { icon, pane: 'draft', draggable: !isFixed, keyboard: false, interactive: !isFixed });
    marker.on('drag', () => {
      const { lat, lng } = marker.getLatLng();
      this.on.moved(i, [lng, lat]);
    });
    return marker;
  }
}

function latLon([lon, lat]) {
  return [lat, lon];
}
