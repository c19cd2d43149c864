/** Areas that are pointed out over the map, each with its number, to be chosen there as in the list beside it. */
import { DivIcon, GeoJSON, LayerGroup, Marker, SVG } from './leaflet.js';
import { el } from '../dom.js';

export class Outlines {
  #group = new LayerGroup();
  #parts = new Map();
  #shown = [];

  /** @param pick called with the code of the outline that was pressed */
  constructor(map, pick) {
    this.map = map;
    this.pick = pick;
    this.renderer = new SVG({ pane: 'outlines', padding: 0.5 });
    this.#group.addTo(map);
  }

  /** @param areas `[{ code, number, geometry, title }]`, the first on top */
  show(areas) {
    if (areas.length === this.#shown.length && areas.every((area, i) => isSame(area, this.#shown[i]))) {
      return;
    }
    this.#shown = areas;
    this.#group.clearLayers();
    this.#parts = new Map();
    [...areas].reverse().forEach((area) => this.#draw(area));
  }

  #draw({ code, number, geometry, title }) {
    const shape = new GeoJSON(geometry, { style: { renderer: this.renderer, pane: 'outlines', className: 'zone-line', interactive: false } });
    const mark = el('span', { class: 'zone-number' }, number);
    const icon = new DivIcon({ className: 'zone-mark', iconSize: [24, 24], html: mark });
    const marker = new Marker(shape.getBounds().getCenter(), { icon, pane: 'outlines', keyboard: false, title });
    marker.on('click', () => this.pick(code));
    this.#group.addLayer(shape).addLayer(marker);
    this.#parts.set(code, { shape, mark });
  }

  /** Makes one stand out; `null` makes none. */
  choose(code) {
    this.#parts.forEach(({ shape, mark }, each) => {
      mark.classList.toggle('chosen', each === code);
      shape.eachLayer((layer) => layer.getElement()?.classList.toggle('chosen', each === code));
    });
  }
}

function isSame(area, other) {
  return area.code === other.code && area.number === other.number && area.title === other.title && area.geometry === other.geometry;
}
