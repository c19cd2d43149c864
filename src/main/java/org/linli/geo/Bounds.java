package org.linli.geo;

/**
 * An axis-aligned rectangle in degrees, lon-lat (EPSG:4326), all four edges included. An empty one
 * has {@code minX > maxX} and touches nothing.
 */
public record Bounds(double minX, double minY, double maxX, double maxY) {
  public static final Bounds EMPTY =
      new Bounds(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY);
  public static final Bounds WORLD = new Bounds(-180, -90, 180, 90);

  public boolean isEmpty() {
    return minX > maxX || minY > maxY;
  }

  public boolean intersects(Bounds other) {
    return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
  }

  public boolean contains(double x, double y) {
    return x >= minX && x <= maxX && y >= minY && y <= maxY;
  }

  public Bounds union(Bounds other) {
    return new Bounds(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY));
  }

  /** This rectangle grown by {@code degrees} on each side. */
  public Bounds expandedBy(double degrees) {
    return new Bounds(minX - degrees, minY - degrees, maxX + degrees, maxY + degrees);
  }
}
