package org.linli.geo;

/**
 * The Hilbert curve over a square of 2^16 by 2^16 cells, by the rotate-and-reflect walk from the
 * coarsest quadrant to the finest (J. K. Lawder, "Calculation of Mappings Between One and
 * n-dimensional Values Using the Hilbert Space-filling Curve", 2000).
 */
final class Hilbert {
  private static final int ORDER = 16;

  private Hilbert() {}

  /** How far along the curve a cell is, 0 to 2^32 - 1. */
  static long distance(int cellX, int cellY) {
    int x = cellX;
    int y = cellY;
    long distance = 0;
    for (int side = 1 << (ORDER - 1); side > 0; side >>= 1) {
      int right = (x & side) != 0 ? 1 : 0;
      int upper = (y & side) != 0 ? 1 : 0;
      distance += (long) side * side * ((3 * right) ^ upper);
      if (upper == 0) {
        if (right == 1) {
          x = (1 << ORDER) - 1 - x;
          y = (1 << ORDER) - 1 - y;
        }
        int swapped = x;
        x = y;
        y = swapped;
      }
    }
    return distance;
  }
}
