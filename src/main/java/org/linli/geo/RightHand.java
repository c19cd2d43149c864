package org.linli.geo;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * Winds polygons by the right-hand rule of RFC 7946, section 3.1.6: outlines counterclockwise,
 * holes clockwise.
 */
public final class RightHand {

  private RightHand() {}

  /** A polygon or multipolygon wound so, with the same vertices; any other geometry as it is. */
  public static Geometry of(Geometry geometry) {
    return geometry.getDimension() < 2
        ? geometry
        : new GeometryEditor()
            .edit(
                geometry,
                (part, factory) -> part instanceof Polygon polygon ? wound(polygon) : part);
  }

  private static Polygon wound(Polygon polygon) {
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = wound(polygon.getInteriorRingN(i), false);
    }
    return polygon.getFactory().createPolygon(wound(polygon.getExteriorRing(), true), holes);
  }

  private static LinearRing wound(LinearRing ring, boolean counterclockwise) {
    boolean asWanted = Orientation.isCCWArea(ring.getCoordinates()) == counterclockwise;
    return asWanted || ring.isEmpty() ? ring : ring.reverse();
  }
}
