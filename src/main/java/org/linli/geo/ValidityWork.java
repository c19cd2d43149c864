package org.linli.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringUtil;

/**
 * Counts beforehand how much work a validity check or a repair is, so that a hostile geometry costs
 * a bounded count and not an hour. A step is a pair of segments whose boxes overlap.
 */
final class ValidityWork {

  /** Locating a hole passes each vertex of its shell, at about this many a step. */
  private static final long SHELL_VERTICES_PER_STEP = 32;

  private ValidityWork() {}

  /** The steps that a geometry takes, counted until there are more than {@code most}. */
  static long steps(Geometry geometry, long most) {
    long steps = holeSteps(geometry);
    return steps > most ? steps : steps + pairs(geometry, most - steps);
  }

  private static long holeSteps(Geometry geometry) {
    long vertices = 0;
    for (Object part : PolygonExtracter.getPolygons(geometry)) {
      Polygon polygon = (Polygon) part;
      vertices += (long) polygon.getNumInteriorRing() * polygon.getExteriorRing().getNumPoints();
    }
    return vertices / SHELL_VERTICES_PER_STEP;
  }

  private static long pairs(Geometry geometry, long most) {
    Counter counter = new Counter(most);
    MCIndexNoder noder = new MCIndexNoder();
    noder.setSegmentIntersector(counter);
    noder.computeNodes(SegmentStringUtil.extractSegmentStrings(geometry));
    return counter.pairs;
  }

  private static final class Counter implements SegmentIntersector {
    private final long most;
    private long pairs;

    Counter(long most) {
      this.most = most;
    }

    @Override
    public void processIntersections(SegmentString a, int atA, SegmentString b, int atB) {
      pairs++;
    }

    @Override
    public boolean isDone() {
      return pairs > most;
    }
  }
}
