package org.linli.analysis.impact;

/**
 * A circle, or the ring around one, in metres.
 *
 * @param inner 0 for a circle; the inner edge of a ring is the circle's
 */
record Zone(double x, double y, double inner, double outer) {

  double squareMetres() {
    return Math.PI * (outer * outer - inner * inner);
  }

  /** The ring that begins where this ends and is as wide as this is far. */
  Zone around() {
    return new Zone(x, y, outer, 2 * outer);
  }

  boolean holds(double px, double py) {
    double metres = Math.hypot(px - x, py - y);
    return metres <= outer && (inner == 0 || metres > inner);
  }
}
