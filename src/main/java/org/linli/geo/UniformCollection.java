package org.linli.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Turns a geometry collection of one kind into the multi-geometry of that kind. */
final class UniformCollection {

  static final Finding MIXED =
      Finding.of(
              "mixed_collection",
              "The geometry is a collection of points, lines and polygons; a layer has one kind.")
          .withCure("Split the collection into a feature for each part.");

  private UniformCollection() {}

  /** The geometry itself if it is no collection; empty if a collection's parts differ in kind. */
  static Optional<Geometry> of(Geometry geometry) {
    if (!geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      return Optional.of(geometry);
    }
    List<Geometry> parts = new ArrayList<>();
    collect(geometry, parts);
    return Optional.ofNullable(combine(parts, geometry.getFactory()));
  }

  private static void collect(Geometry geometry, List<Geometry> parts) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part == geometry) {
        parts.add(part);
      } else if (!part.isEmpty()) {
        collect(part, parts);
      }
    }
  }

  private static Geometry combine(List<Geometry> parts, GeometryFactory factory) {
    if (parts.stream().allMatch(Polygon.class::isInstance)) {
      return factory.createMultiPolygon(parts.toArray(Polygon[]::new));
    }
    if (parts.stream().allMatch(LineString.class::isInstance)) {
      return factory.createMultiLineString(parts.toArray(LineString[]::new));
    }
    return parts.stream().allMatch(Point.class::isInstance)
        ? factory.createMultiPoint(parts.toArray(Point[]::new))
        : null;
  }
}
