package org.linli.encode.shapefile;

import java.util.Optional;
import org.linli.snapshot.Geometries.Kind;

/** What one shapefile can hold together: it has one kind of geometry for all its rows. */
enum ShapeGroup {
  POINTS,
  LINES,
  POLYGONS;

  /** Null shape, point, polyline, polygon, multipoint: ESRI Shapefile Technical Description. */
  static final int NULL_SHAPE = 0;

  static final int POINT = 1;
  static final int POLYLINE = 3;
  static final int POLYGON = 5;
  static final int MULTIPOINT = 8;
  static final int POLYLINE_M = 23;

  /** Where geometries of a kind belong; those that are none belong anywhere. */
  static Optional<ShapeGroup> of(Kind kind) {
    return switch (kind) {
      case NONE -> Optional.empty();
      case POINT, MULTI_POINT -> Optional.of(POINTS);
      case LINE, MULTI_LINE -> Optional.of(LINES);
      case POLYGON, MULTI_POLYGON -> Optional.of(POLYGONS);
    };
  }
}
