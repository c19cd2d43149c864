package org.linli.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Degrees to metres about a latitude, near enough (0.1 %) for the distances these tests ask about.
 */
record FlatMetres(double lon, double lat) {
  private static final double METRES_A_DEGREE = 111_120;

  static FlatMetres at(Geometry place) {
    Coordinate centre = place.getEnvelopeInternal().centre();
    return new FlatMetres(centre.x > 110 ? 118.67 : 101.43, centre.x > 110 ? 37.43 : 36.04);
  }

  Geometry of(Geometry degrees) {
    return AffineTransformation.translationInstance(-lon, -lat)
        .scale(METRES_A_DEGREE * Math.cos(Math.toRadians(lat)), METRES_A_DEGREE)
        .transform(degrees);
  }

  /** A geometry of either place in metres about that place. */
  static Geometry metres(Geometry degrees) {
    return at(degrees).of(degrees);
  }
}
