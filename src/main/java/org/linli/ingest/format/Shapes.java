package org.linli.ingest.format;

import java.util.List;
import org.linli.ingest.source.IssueKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/** Builds geometries, and refuses lines of one point and rings of less than three. */
final class Shapes {
  static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

  private Shapes() {}

  static LineString line(CoordinateSequence positions) {
    if (positions.size() == 1) {
      throw new ShapeFault(IssueKind.SHORT_LINE, positions.getX(0), positions.getY(0));
    }
    return FACTORY.createLineString(positions);
  }

  static boolean isOpen(CoordinateSequence ring) {
    int last = ring.size() - 1;
    return last > 0 && !ring.getCoordinate(0).equals2D(ring.getCoordinate(last));
  }

  /** A ring, closed if it was not. */
  static LinearRing ring(CoordinateSequence positions) {
    CoordinateSequence closed = isOpen(positions) ? closed(positions) : positions;
    if (closed.size() > 0 && closed.size() < 4) {
      throw new ShapeFault(IssueKind.SHORT_RING, closed.getX(0), closed.getY(0));
    }
    return FACTORY.createLinearRing(closed);
  }

  private static CoordinateSequence closed(CoordinateSequence open) {
    Coordinate[] coordinates = new Coordinate[open.size() + 1];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = open.getCoordinate(i % open.size()).copy();
    }
    return new CoordinateArraySequence(coordinates, 2);
  }

  static Polygon polygon(List<LinearRing> rings) {
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(rings.get(0), holes);
  }
}
