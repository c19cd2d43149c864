package org.linli.demo;

import org.locationtech.jts.geom.Polygon;

/**
 * A building drawn on a site.
 *
 * @param shape the footprint, in the axes of whoever holds it
 * @param use a code of the buildings layer
 * @param units stairwells side by side; 0 where nobody lives
 */
record Block(Polygon shape, String use, int floors, int units) {
  /** True where people live, over shops or not. */
  boolean isHome() {
    return units > 0 && (use.equals("residential") || use.equals("mixed"));
  }

  Block moved(Turn turn) {
    return new Block((Polygon) turn.toPlan(shape), use, floors, units);
  }
}
