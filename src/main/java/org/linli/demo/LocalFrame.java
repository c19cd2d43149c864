package org.linli.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Lays a plan in metres on the WGS 84 ellipsoid about an origin, by the radii of curvature there.
 * Over the two kilometres a plan extends from its origin that is true to about 0.05 %, better than
 * anybody paces out a courtyard.
 *
 * @param originLon degrees
 * @param originLat degrees
 * @param turnDegrees how far the whole plan is turned anticlockwise
 */
record LocalFrame(double originLon, double originLat, double turnDegrees) {
  private static final double SEMI_MAJOR_METRES = 6_378_137;
  private static final double ECCENTRICITY_SQUARED = 0.00669437999014;
  private static final double PER_DEGREE = 1e6;

  /**
   * The geometry in lon-lat degrees, rounded to 1e-6 (a decimetre, as a survey by hand would have
   * it); a polygon's outer ring runs anticlockwise (RFC 7946).
   */
  Geometry toLonLat(Geometry plan) {
    Geometry placed = plan.copy();
    placed.apply(new Placing(this));
    placed.geometryChanged();
    return placed instanceof Polygon polygon ? rightHanded(polygon) : placed;
  }

  Coordinate toLonLat(Coordinate plan) {
    double turn = StrictMath.toRadians(turnDegrees);
    double east = plan.x * StrictMath.cos(turn) - plan.y * StrictMath.sin(turn);
    double north = plan.x * StrictMath.sin(turn) + plan.y * StrictMath.cos(turn);
    double lat = StrictMath.toRadians(originLat);
    double w2 = 1 - ECCENTRICITY_SQUARED * StrictMath.pow(StrictMath.sin(lat), 2);
    double meridian = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / StrictMath.pow(w2, 1.5);
    double parallel = SEMI_MAJOR_METRES / StrictMath.sqrt(w2) * StrictMath.cos(lat);
    return new Coordinate(
        rounded(originLon + StrictMath.toDegrees(east / parallel)),
        rounded(originLat + StrictMath.toDegrees(north / meridian)));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * PER_DEGREE) / PER_DEGREE;
  }

  private static Polygon rightHanded(Polygon polygon) {
    Polygon clockwiseShell = (Polygon) polygon.norm();
    return clockwiseShell.reverse();
  }

  private record Placing(LocalFrame frame) implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence points, int i) {
      Coordinate placed = frame.toLonLat(points.getCoordinate(i));
      points.setOrdinate(i, 0, placed.x);
      points.setOrdinate(i, 1, placed.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
