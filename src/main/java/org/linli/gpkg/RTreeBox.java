package org.linli.gpkg;

/**
 * Turns boxes into those of SQLite's R-trees: single precision, never smaller than what they hold.
 */
final class RTreeBox {
  private RTreeBox() {}

  /** Writes min x, max x, min y, max y to a place. */
  static void put(float[] to, int at, double minX, double maxX, double minY, double maxY) {
    to[at] = down(minX);
    to[at + 1] = up(maxX);
    to[at + 2] = down(minY);
    to[at + 3] = up(maxY);
  }

  private static float down(double value) {
    float nearest = (float) value;
    return nearest > value ? Math.nextDown(nearest) : nearest;
  }

  private static float up(double value) {
    float nearest = (float) value;
    return nearest < value ? Math.nextUp(nearest) : nearest;
  }
}
