package org.linli.geo;

import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Checks the numbers of a lon-lat geometry: finite, longitude within 180 and latitude within 90
 * degrees, and no segment that runs over the antimeridian.
 */
public final class CoordinateCheck {

  private CoordinateCheck() {}

  /** What is wrong with a position in degrees, if anything. */
  public static Optional<Finding> find(double lon, double lat) {
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      return Optional.of(
          Finding.of(
              "coordinate_not_finite", "({lon}, {lat}) is not a number.", "lon", lon, "lat", lat));
    }
    if (Math.abs(lat) > 90) {
      return Optional.of(
          Finding.of("latitude_out_of_range", "Latitude {lat} is beyond 90 degrees.", "lat", lat));
    }
    return Math.abs(lon) > 180
        ? Optional.of(
            Finding.of(
                    "longitude_out_of_range", "Longitude {lon} is beyond 180 degrees.", "lon", lon)
                .withCure("Longitudes run from -180 to 180; RFC 7946, section 3.1.9."))
        : Optional.empty();
  }

  /**
   * What is wrong with a geometry's numbers, at the first vertex or segment that is, if anything.
   */
  public static Optional<Finding> find(Geometry lonLat) {
    Vertices vertices = new Vertices();
    lonLat.apply(vertices);
    return vertices.found;
  }

  private static Finding antimeridian(double fromLon, double toLon, double lat) {
    return Finding.of(
            "crosses_antimeridian",
            "A segment at latitude {lat} runs from longitude {from} to {to}, more than half way"
                + " round the earth.",
            "lat",
            lat,
            "from",
            fromLon,
            "to",
            toLon)
        .withCure("Split the geometry at longitude 180; RFC 7946, section 3.1.9.");
  }

  private static final class Vertices implements CoordinateSequenceFilter {
    private Optional<Finding> found = Optional.empty();

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      double lon = sequence.getX(i);
      double lat = sequence.getY(i);
      found = find(lon, lat);
      if (found.isEmpty() && i > 0 && Math.abs(lon - sequence.getX(i - 1)) > 180) {
        found = Optional.of(antimeridian(sequence.getX(i - 1), lon, lat));
      }
    }

    @Override
    public boolean isDone() {
      return found.isPresent();
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
