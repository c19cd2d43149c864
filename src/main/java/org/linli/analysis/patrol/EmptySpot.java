package org.linli.analysis.patrol;

import org.linli.analysis.PlaneGeometries;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The middle of the square metre of an area that is farthest from all obstacles; of those as far
 * the first from south, then from west. Squares are halved, the most promising first, as long as
 * they may hold a better one; no point of the area is farther by more than 0.71 m. Which one it is
 * does not depend on how it was searched, unlike with a search that stops near the best: so the
 * spot stays where it is as long as no new obstacle comes nearer to it.
 */
record EmptySpot(long column, long row, double metres) {

  double x() {
    return column + 0.5;
  }

  double y() {
    return row + 0.5;
  }

  /** The area that a spot may be in. Thread-safe. */
  static final class Ground {
    private final Geometry area;
    private final PreparedGeometry prepared;
    private final IndexedPointInAreaLocator locator;

    /**
     * @param area polygons, in metres
     */
    Ground(Geometry area) {
      this.area = area;
      this.prepared = PreparedGeometryFactory.prepare(area);
      this.locator = new IndexedPointInAreaLocator(area);
    }

    Envelope envelope() {
      return area.getEnvelopeInternal();
    }

    boolean holds(double x, double y) {
      return locator.locate(new Coordinate(x, y)) != Location.EXTERIOR;
    }

    boolean meets(Envelope square) {
      return prepared.intersects(PlaneGeometries.metres().toGeometry(square));
    }
  }
}
