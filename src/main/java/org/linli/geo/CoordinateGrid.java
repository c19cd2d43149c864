package org.linli.geo;

import org.locationtech.jts.geom.Geometry;

/**
 * The grid that every stored coordinate lies on: EPSG:4326 degrees in whole steps of 1e-7 (about 1
 * cm), so that a longitude or latitude fits an {@code int} and all copies of it are the same
 * number.
 */
public final class CoordinateGrid {

  /** Grid steps in one degree. */
  public static final int STEPS_PER_DEGREE = 10_000_000;

  /** The largest angle, in degrees, that a grid value may hold. */
  private static final double LIMIT_DEGREES = 214.0;

  private CoordinateGrid() {}

  /**
   * Rounds an angle to the grid; halves go away from zero, so that the grid is symmetric.
   *
   * @throws IllegalArgumentException if the angle is not finite or beyond 214 degrees
   */
  public static int fromDegrees(double degrees) {
    if (!(Math.abs(degrees) <= LIMIT_DEGREES)) {
      throw new IllegalArgumentException(
          degrees + " is not an angle in degrees; check the coordinate before it is rounded.");
    }
    long steps = Math.round(Math.abs(degrees) * STEPS_PER_DEGREE);
    return (int) (degrees < 0 ? -steps : steps);
  }

  /** The angle in degrees of a grid value: the double that prints with at most 7 decimals. */
  public static double toDegrees(int steps) {
    // Division is correctly rounded; multiplying by 1e-7 would print 15 decimals.
    return (double) steps / STEPS_PER_DEGREE;
  }

  /** The angle moved to the nearest grid value, still in degrees. */
  public static double round(double degrees) {
    return toDegrees(fromDegrees(degrees));
  }

  /**
   * A copy of a lon-lat geometry with each vertex on the grid. Z is dropped, M is kept, no vertex
   * is removed; a validity check belongs after this, because rounding may make a ring touch itself.
   *
   * @throws IllegalArgumentException if a coordinate is not finite or beyond 214 degrees
   */
  public static Geometry round(Geometry lonLat) {
    return GeometryMap.map(
        lonLat,
        xy -> {
          xy[0] = round(xy[0]);
          xy[1] = round(xy[1]);
        });
  }
}
