/** Leaflet's scale, in metres, said in the reader's language. */
import { Control } from './leaflet.js';

export const ScaleBar = Control.Scale.extend({
  /** @param options those of Leaflet's scale, and `say(metres)` */
  initialize(options) {
    Control.Scale.prototype.initialize?.call(this, options);
    Object.assign(this.options, options, { imperial: false });
  },

  _updateMetric(mostMetres) {
    const metres = this._getRoundNum(mostMetres);
    this._updateScale(this._mScale, this.options.say(metres), metres / mostMetres);
  },

  /** Says it anew, in another language. */
  renew() {
    if (this._map) {
      this._update();
    }
  },
});
