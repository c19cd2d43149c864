package org.linli.demo;

import org.locationtech.jts.geom.Polygon;

/**
 * A free strip beside a building, where a lawn, bare ground or a neighbours' project may lie.
 *
 * @param block the position of its building among those of the site
 * @param behind true on the north side, where the back doors and the shade are
 */
record Nook(Polygon shape, int block, boolean behind) {
  Nook moved(Turn turn) {
    return new Nook((Polygon) turn.toPlan(shape), block, behind);
  }
}
