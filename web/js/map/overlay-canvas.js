/** A Leaflet layer that is one canvas over the whole view, drawn anew when the view has changed. */
import { DomUtil, Layer } from './leaflet.js';

export const OverlayCanvas = Layer.extend({
  /** @param draw `(context, map, size)`, in pixels of the view */
  initialize(draw, { pane, live }) {
    this.draw = draw;
    this.options = { pane };
    this.isLive = live;
  },

  onAdd() {
    this.canvas = DomUtil.create('canvas', 'overlay-canvas leaflet-zoom-hide', this.getPane());
    this.redraw();
  },

  onRemove() {
    this.canvas.remove();
    this.canvas = null;
  },

  getEvents() {
    const events = { moveend: this.redraw, zoomend: this.redraw, resize: this.redraw };
    return this.isLive ? { ...events, move: this.redraw } : events;
  },

  redraw() {
    if (!this.canvas) {
      return;
    }
    const size = this._map.getSize();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.canvas.width = size.x * ratio;
    this.canvas.height = size.y * ratio;
    Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint([0, 0]));
    const context = this.canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.draw(context, this._map, size);
  },
});
