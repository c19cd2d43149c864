/** Two moments of the same map: the one left of a line, the other right of it. */
export class Swipe {
  #share = null;

  /** @param left,right the panes of the two */
  constructor(map, left, right) {
    Object.assign(this, { map, left, right });
    map.on('move zoomend resize viewreset', () => this.#clip());
  }

  /** @param share of the map's width that lies left of the line; `null` shows the left one alone */
  at(share) {
    this.#share = share;
    this.#clip();
  }

  #clip() {
    const isOn = this.#share !== null;
    this.right.style.display = isOn ? '' : 'none';
    if (!isOn) {
      this.left.style.clipPath = '';
      return;
    }
    const { x: width, y: height } = this.map.getSize();
    const line = Math.round(width * this.#share);
    this.left.style.clipPath = this.#box(0, line, height);
    this.right.style.clipPath = this.#box(line, width, height);
  }

  /** A part of the window, in the coordinates of the panes, which move with the map. */
  #box(from, to, height) {
    const top = this.map.containerPointToLayerPoint([from, 0]);
    const bottom = this.map.containerPointToLayerPoint([to, height]);
    return `polygon(${top.x}px ${top.y}px, ${bottom.x}px ${top.y}px, ${bottom.x}px ${bottom.y}px, ${top.x}px ${bottom.y}px)`;
  }
}
