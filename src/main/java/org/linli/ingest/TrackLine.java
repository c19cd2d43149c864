package org.linli.ingest;

import java.util.Optional;
import org.linli.ingest.values.TrackFixes;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Makes one line with a time at each vertex, in its order, of a file's timed lines. A track is kept
 * as one line, so its parts are joined: what lies between them shows as the time that passed.
 */
final class TrackLine {
  private static final int MILLIS = 1_000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private TrackLine() {}

  /** The track; empty if a vertex has no time, or the whole stays in one place. */
  static Optional<Geometry> of(Geometry lines) {
    if (lines instanceof LineString line && isInOrder(line.getCoordinateSequence())) {
      return Optional.of(line);
    }
    TrackFixes fixes = new TrackFixes(new Object[0]);
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      boolean timed =
          lines.getGeometryN(i) instanceof LineString part
              && add(part.getCoordinateSequence(), fixes);
      if (!timed) {
        return Optional.empty();
      }
    }
    fixes.sort();
    return fixes.moves() ? Optional.of(fixes.line(FACTORY)) : Optional.empty();
  }

  private static boolean isInOrder(CoordinateSequence vertices) {
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < vertices.size(); i++) {
      double seconds = vertices.hasM() ? vertices.getM(i) : Double.NaN;
      if (!(seconds > last) || !Double.isFinite(seconds)) {
        return false;
      }
      last = seconds;
    }
    return true;
  }

  private static boolean add(CoordinateSequence vertices, TrackFixes fixes) {
    for (int i = 0; i < vertices.size(); i++) {
      double seconds = vertices.hasM() ? vertices.getM(i) : Double.NaN;
      if (!Double.isFinite(seconds)) {
        return false;
      }
      fixes.add(i, Math.round(seconds * MILLIS), vertices.getX(i), vertices.getY(i));
    }
    return true;
  }
}
