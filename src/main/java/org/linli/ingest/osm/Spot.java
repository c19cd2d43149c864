package org.linli.ingest.osm;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/** A position in one number: longitude and latitude in units of 1e-7 degrees. */
final class Spot {
  static final long NOWHERE = Long.MIN_VALUE;

  private Spot() {}

  static long of(int lon, int lat) {
    return (long) lon << 32 | lat & 0xFFFF_FFFFL;
  }

  static long of(Coordinate at) {
    return of(Degrees.of(at.x), Degrees.of(at.y));
  }

  static Coordinate coordinate(long spot) {
    return new CoordinateXY(Degrees.toDouble((int) (spot >> 32)), Degrees.toDouble((int) spot));
  }
}
