package org.linli.ingest.format;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * Tells whether the M of lines is the time of each vertex in epoch seconds, and not a distance or a
 * reading of something else: it never falls, and lies between the years 1980 and 2100.
 */
final class TrackTimes {
  private static final double YEAR_1980 = 315_532_800;
  private static final double YEAR_2100 = 4_102_444_800.0;

  private TrackTimes() {}

  static boolean areIn(Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (!(geometry.getGeometryN(i) instanceof LineString line)
          || !areIn(line.getCoordinateSequence())) {
        return false;
      }
    }
    return true;
  }

  private static boolean areIn(CoordinateSequence vertices) {
    double last = YEAR_1980;
    for (int i = 0; i < vertices.size(); i++) {
      double seconds = vertices.hasM() ? vertices.getM(i) : Double.NaN;
      if (!(seconds >= last && seconds <= YEAR_2100)) {
        return false;
      }
      last = seconds;
    }
    return true;
  }
}
