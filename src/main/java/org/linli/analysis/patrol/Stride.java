package org.linli.analysis.patrol;

/**
 * One straight step of a walk, tried against boxes: which of them it cannot come within reach of,
 * and which it has within reach all the way. Set anew for every step; used by one thread.
 */
final class Stride {
  private final double reach;
  private final double square;
  private double ax;
  private double ay;
  private double bx;
  private double by;
  private double minX;
  private double minY;
  private double maxX;
  private double maxY;
  private double normalX;
  private double normalY;
  private double slantX;
  private double slantY;

  Stride(double reachMetres) {
    this.reach = reachMetres;
    this.square = reach * reach;
  }

  /** Steps from a to b. */
  void set(double fromX, double fromY, double toX, double toY) {
    ax = fromX;
    ay = fromY;
    bx = toX;
    by = toY;
    minX = Math.min(ax, bx) - reach;
    minY = Math.min(ay, by) - reach;
    maxX = Math.max(ax, bx) + reach;
    maxY = Math.max(ay, by) + reach;
    double length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    normalX = length == 0 ? 0 : (ay - by) / length;
    normalY = length == 0 ? 0 : (bx - ax) / length;
    slantX = Math.abs(normalX) / 2;
    slantY = Math.abs(normalY) / 2;
  }

  /** Whether nothing in a box can be within reach, for certain. */
  boolean misses(double west, double south, double east, double north) {
    if (west > maxX || east < minX || south > maxY || north < minY) {
      return true;
    }
    double aside = normalX * ((west + east) / 2 - ax) + normalY * ((south + north) / 2 - ay);
    return Math.abs(aside) > reach + slantX * (east - west) + slantY * (north - south);
  }

  /**
   * Whether both ends of the step are within reach of both corners of one side of the box. A
   * footprint touches each side somewhere, and whoever is near both corners is near all between;
   * being near both is convex, so what holds at the ends holds in between.
   */
  boolean isWhollyNear(double west, double south, double east, double north) {
    boolean southWest = isNear(west, south);
    boolean northEast = isNear(east, north);
    return (southWest || northEast)
        && (southWest && isNear(west, north)
            || southWest && isNear(east, south)
            || northEast && isNear(west, north)
            || northEast && isNear(east, south));
  }

  private boolean isNear(double x, double y) {
    return (ax - x) * (ax - x) + (ay - y) * (ay - y) <= square
        && (bx - x) * (bx - x) + (by - y) * (by - y) <= square;
  }
}
