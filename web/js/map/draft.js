/** What somebody draws on the map: a way of several points, or one place with a reach. Points can be dragged. */
import { Circle, DivIcon, LayerGroup, Marker, Polyline, SVG } from '/lib/leaflet.js';
import { el } from '../dom.js';

export class Draft {
  #group = new LayerGroup();

  /** @param on `{ moved(index, [lon, lat]) }` */
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
    this.#group.clearLayers();
    const places = points.map(([lon, lat]) => [lat, lon]);
    const style = { renderer: this.renderer, pane: 'draft', interactive: false };
    if (radiusMetres !== null) {
      places.forEach((place) => this.#group.addLayer(new Circle(place, { ...style, radius: radiusMetres, className: 'draft-reach' })));
    } else if (way.length > 1) {
      const line = way.map(([lon, lat]) => [lat, lon]);
      ['draft-casing', 'draft-line'].forEach((className) => this.#group.addLayer(new Polyline(line, { ...style, className })));
    }
    places.forEach((place, i) => this.#group.addLayer(this.#handle(place, i, isFixed, numbers)));
  }

  #handle(place, i, isFixed, numbers) {
    const icon = new DivIcon({ className: 'draft-handle', iconSize: [20, 20], html: el('span', {}, numbers ? i + 1 : '') });
    const marker = new Marker(place, { icon, pane: 'draft', draggable: !isFixed, keyboard: false, interactive: !isFixed });
    marker.on('dragend', () => {
      const { lat, lng } = marker.getLatLng();
      this.on.moved(i, [lng, lat]);
    });
    return marker;
  }

  clear() {
    this.#group.clearLayers();
  }
}
